"""Days as whole numbers agree with the calendar."""

from datetime import date

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.measures.dates import (
    age_at,
    calendar_key,
    day_number,
    days_between,
    month_key,
    months_later,
)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def of(expression, **columns):
    frame = nw.from_native(pl.DataFrame({name: [day] for name, day in columns.items()}))
    return frame.select(expression.alias("found"))["found"].item()


@given(days, days)
@settings(deadline=None)
@pytest.mark.slow
def test_days_between_are_those_of_the_calendar(start, end):
    assert of(days_between(nw.col("a"), nw.col("b")), a=start, b=end) == (end - start).days


@given(days)
@settings(deadline=None)
@pytest.mark.slow
def test_a_given_day_and_a_column_agree(day):
    assert of(day_number(nw.col("a")) - day_number(day), a=day) == 0
    assert of(calendar_key(nw.col("a")), a=day) == int(f"{day:%Y%m%d}")
    assert of(month_key(nw.col("a")), a=day) == int(f"{day:%Y%m}")


@given(days, st.integers(min_value=0, max_value=120))
@settings(deadline=None)
@pytest.mark.slow
def test_the_age_goes_up_on_each_birthday(born, years):
    born = born.replace(day=min(born.day, 28))
    birthday = born.replace(year=born.year + years)
    eve = date.fromordinal(birthday.toordinal() - 1)
    assert of(age_at(nw.col("a"), nw.col("b")), a=born, b=birthday) == years
    assert of(age_at(nw.col("a"), nw.col("b")), a=born, b=eve) == years - 1


def test_a_leap_day_child_has_its_birthday_on_1_march():
    born = date(2004, 2, 29)
    assert of(age_at(nw.col("a"), date(2022, 2, 28)), a=born) == 17
    assert of(age_at(nw.col("a"), date(2022, 3, 1)), a=born) == 18


def is_by(day, limit):
    return of(calendar_key(nw.col("b")) <= months_later(nw.col("a"), nw.lit(limit[1])), a=limit[0], b=day)


def test_months_later_lets_the_last_day_of_a_short_month_pass_and_no_more():
    three_after = (date(2023, 11, 30), 3)
    assert is_by(date(2024, 2, 29), three_after)
    assert not is_by(date(2024, 3, 1), three_after)


def test_months_later_counts_over_the_end_of_a_year():
    six_after = (date(2023, 12, 15), 6)
    assert is_by(date(2024, 6, 15), six_after)
    assert not is_by(date(2024, 6, 16), six_after)
    assert is_by(date(2023, 12, 31), (date(2023, 6, 30), 7))
