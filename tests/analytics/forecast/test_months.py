"""The calendar of a projection."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.months import Months


def test_a_forecast_from_31_march_has_every_month_end_of_whole_financial_years():
    months = Months.after(date(2024, 3, 31), years=2)
    assert len(months) == 24
    assert months.ends[:3] == (date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31))
    assert months.ends[-1] == date(2026, 3, 31)
    assert [str(year) for year in months.years] == ["2024-25", "2025-26"]
    assert np.bincount(months.year_of_month, weights=months.shares_of_year) == pytest.approx([1.0, 1.0])


def test_days_are_counted_from_the_day_after_the_start():
    months = Months.after(date(2024, 3, 31), years=1)
    assert months.days[:3].tolist() == [0, 30, 61]
    assert months.days[-1] == 365


def test_a_start_within_a_month_makes_the_first_month_short():
    months = Months.after(date(2023, 11, 15), years=1)
    assert months.ends[:2] == (date(2023, 11, 15), date(2023, 11, 30))
    assert months.ends[-1] == date(2024, 10, 31)
    assert months.days[1] == 15
    assert [str(year) for year in months.years] == ["2023-24", "2024-25"]


def test_a_year_in_part_counts_for_the_part():
    months = Months.after(date(2023, 12, 31), years=1)
    shares = np.bincount(months.year_of_month, weights=months.shares_of_year)
    assert shares == pytest.approx([91 / 366, 275 / 365])


def test_the_last_day_of_february_is_a_month_end():
    assert Months.after(date(2024, 2, 29), years=1).ends[-1] == date(2025, 2, 28)
    assert Months.after(date(2023, 2, 28), years=1).ends[-1] == date(2024, 2, 29)
