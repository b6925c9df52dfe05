"""Summaries of replications."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import AGE_GROUPS, KINDS
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.projection import QUANTILES, Projection, by_year, summarise
from sufficiency.analytics.money.prices import built_in
from sufficiency.analytics.reference.kinds import Kind

MONTHS = Months.after(date(2024, 1, 31), years=1)


def projection(stock: np.ndarray, days: np.ndarray) -> Projection:
    size, years = len(stock), len(MONTHS.years)
    return Projection(
        months=MONTHS,
        seed=1,
        stock=stock,
        days=days,
        entrants=np.zeros((size, years, 7), dtype=np.int32),
        leavers=np.zeros((size, years, 5), dtype=np.int32),
        cost=np.ones((size, years, len(KINDS))),
        monthly_cost=np.ones((size, 12)),
        prices=built_in("england_2024_25"),
        notes=(),
    )


def test_months_are_added_up_by_financial_year():
    monthly = np.arange(12, dtype=np.int32).reshape(1, 12, 1)
    assert by_year(monthly, MONTHS)[0, :, 0].tolist() == [0 + 1, sum(range(2, 12))]


def test_a_summary_has_the_mean_and_the_quantiles():
    found = summarise(np.array([[0, 10], [100, 10]]))
    assert [summary.mean for summary in found] == [50.0, 10.0]
    assert tuple(found[0].quantiles) == QUANTILES
    assert found[0].quantiles[0.1] == pytest.approx(10.0)
    assert set(found[1].quantiles.values()) == {10.0}


def test_children_are_found_by_kind_and_age():
    stock = np.zeros((2, 13, len(KINDS), len(AGE_GROUPS)), dtype=np.int32)
    stock[:, :, 1, 2] = 3
    stock[:, :, 4, 3] = 5
    found = projection(stock, np.zeros((2, 12, len(KINDS)), dtype=np.int32))
    assert found.in_care().tolist() == [[8] * 13] * 2
    assert found.in_care(Kind.EXTERNAL_RESIDENTIAL)[0, 0] == 5
    assert found.of_age("5-9")[0, 0] == 3
    assert found.total_cost().tolist() == [[12.0, 12.0]] * 2


def test_child_weeks_are_sevenths_of_nights():
    days = np.full((1, 12, len(KINDS)), 7, dtype=np.int32)
    found = projection(np.zeros((1, 13, len(KINDS), len(AGE_GROUPS)), dtype=np.int32), days)
    assert found.child_weeks()[0, :, 0].tolist() == [2.0, 10.0]
