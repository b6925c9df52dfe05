from datetime import date, timedelta

import numpy as np
import polars as pl
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.made_up import days
from sufficiency.analytics.reference.years import CollectionYear

ANY_DAY = st.dates(date(1980, 1, 1), date(2040, 12, 31))


def numbers(*dates):
    return np.array([days.number(one) for one in dates], dtype=np.int32)


def as_date(number):
    return date(1970, 1, 1) + timedelta(days=int(number))


@settings(deadline=None)
@given(ANY_DAY.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(1, 25))
def test_birthday_is_the_same_day_of_a_later_year(born, age):
    assert as_date(days.birthday(numbers(born), age)[0]) == born.replace(year=born.year + age)


@settings(deadline=None)
@given(ANY_DAY)
def test_collection_year_is_the_one_that_contains_the_day(day):
    assert days.collection_year(numbers(day))[0] == CollectionYear.containing(day).ending


def test_nobody_is_born_on_a_leap_day():
    moved = days.not_leap_day(numbers(date(2020, 2, 29), date(2020, 3, 1), date(2021, 2, 28)))
    assert [as_date(one) for one in moved] == [date(2020, 2, 28), date(2020, 3, 1), date(2021, 2, 28)]


def test_text_is_day_month_year():
    frame = pl.DataFrame({"day": numbers(date(2025, 3, 1))})
    assert frame.select(days.text("day")).item() == "01/03/2025"
