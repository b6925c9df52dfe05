"""Working days in England, with the bank holidays that were moved or added."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.reference.working_days import due_days, is_working_day, working_days_after

ONE_OFF = [
    date(2011, 4, 29),
    date(2012, 6, 4),
    date(2012, 6, 5),
    date(2020, 5, 8),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
]
EACH_YEAR = [
    date(2024, 1, 1),
    date(2024, 3, 29),
    date(2024, 4, 1),
    date(2024, 5, 6),
    date(2024, 5, 27),
    date(2024, 8, 26),
    date(2024, 12, 25),
    date(2024, 12, 26),
]
IN_THEIR_PLACE = [
    date(2011, 1, 3),
    date(2020, 12, 28),
    date(2021, 12, 27),
    date(2021, 12, 28),
    date(2022, 1, 3),
]


@pytest.mark.parametrize("day", [*ONE_OFF, *EACH_YEAR, *IN_THEIR_PLACE], ids=str)
def test_bank_holidays_are_no_working_days(day):
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day", [date(2020, 5, 4), date(2012, 5, 28), date(2022, 5, 30), date(2024, 3, 28)], ids=str
)
def test_days_that_a_holiday_was_moved_from_are_working_days(day):
    assert is_working_day(day)


def test_scotlands_holidays_are_not_ours():
    assert is_working_day(date(2024, 1, 2))
    assert is_working_day(date(2023, 11, 30))


def test_the_count_starts_the_day_after():
    assert working_days_after(date(2024, 1, 8), 1) == date(2024, 1, 9)
    assert working_days_after(date(2024, 1, 8), 20) == date(2024, 2, 5)
    assert working_days_after(date(2024, 1, 8), 0) == date(2024, 1, 8)


def test_easter_puts_the_limit_off():
    assert working_days_after(date(2024, 3, 28), 1) == date(2024, 4, 2)


days = st.dates(min_value=date(2011, 1, 1), max_value=date(2026, 12, 31))


@given(days, st.integers(min_value=1, max_value=70))
@settings(deadline=None)
def test_so_many_working_days_lie_between(day, count):
    due = working_days_after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    assert is_working_day(due)


def test_many_days_are_answered_at_once():
    day = date(2024, 1, 8)
    assert due_days([day, day, date(2024, 1, 9)], 20) == {
        day: date(2024, 2, 5),
        date(2024, 1, 9): date(2024, 2, 6),
    }
