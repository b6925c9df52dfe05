"""Bands and birthdays."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, strategies as st

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    AGE_GROUPS,
    BABY_CUTS_DAYS,
    BIRTHDAY_CUTS,
    GROUP_OF_AGE_BAND,
    KINDS,
    SUPPORTED,
    SUPPORTED_FROM_GROUP,
    Birthdays,
    age_group,
    birthday,
    entry_band,
    entry_group,
    mover_group,
)
from sufficiency.analytics.reference.kinds import Kind

ZERO = date(2024, 4, 1)
OLDEST = date(1999, 1, 1)
TABLE = Birthdays.around(ZERO, first_birth=(OLDEST - ZERO).days, years_ahead=5)


def days_from_zero(day: date) -> int:
    return (day - ZERO).days


@pytest.mark.parametrize(
    ("born", "age", "expected"),
    [
        (date(2010, 5, 17), 16, date(2026, 5, 17)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 17, date(2025, 3, 1)),
        (date(2006, 12, 31), 18, date(2024, 12, 31)),
    ],
)
def test_birthdays_are_exact_in_leap_years_too(born, age, expected):
    found = birthday(ZERO, np.array([days_from_zero(born)]), age)
    assert found[0] == days_from_zero(expected)


@pytest.mark.slow
@given(st.dates(OLDEST, date(2028, 12, 31)))
def test_every_birthday_has_the_day_and_month_of_the_birth(born):
    cuts = TABLE.of(np.array([days_from_zero(born)]))[0]
    reached = [ZERO + timedelta(days=int(day)) for day in cuts[len(BABY_CUTS_DAYS) :]]
    for age, day in zip(BIRTHDAY_CUTS, reached, strict=True):
        leap = (born.month, born.day) == (2, 29)
        usual = (day.year - born.year, day.month, day.day) == (age, born.month, born.day)
        assert usual or (leap and (day.year - born.year, day.month, day.day) == (age, 3, 1))
    assert (np.diff(cuts) > 0).all()


def test_the_table_reaches_back_to_the_first_birth():
    table = Birthdays.around(ZERO, first_birth=-15_000, years_ahead=1)
    assert table.of(np.array([-15_000]))[0][0] == -15_000 + BABY_CUTS_DAYS[0]


def test_age_bands_lie_within_the_age_groups_that_are_published():
    assert len(GROUP_OF_AGE_BAND) == AGE_BANDS == len(BABY_CUTS_DAYS) + len(BIRTHDAY_CUTS)
    assert sorted(set(GROUP_OF_AGE_BAND)) == list(range(len(AGE_GROUPS)))
    assert AGE_GROUPS[SUPPORTED_FROM_GROUP] == "16-17"


@pytest.mark.parametrize(
    ("age_days", "group"), [(0, "under 1"), (364, "under 1"), (366, "1-4"), (3700, "10-15"), (6000, "16-17")]
)
def test_a_child_is_in_the_group_of_the_age_on_that_day(age_days, group):
    table = Birthdays.around(ZERO, first_birth=-7000, years_ahead=1)
    found = age_group(table.of(np.array([-age_days])), np.array([0]))
    assert AGE_GROUPS[found[0]] == group


def test_nobody_is_placed_in_a_group_above_the_last():
    table = Birthdays.around(ZERO, first_birth=-9000, years_ahead=1)
    assert age_group(table.of(np.array([-9000])), np.array([0]))[0] == SUPPORTED_FROM_GROUP


def test_asylum_seeking_children_are_groups_of_their_own():
    group, uasc = np.array([3, 4, 3, 4]), np.array([False, False, True, True])
    assert mover_group(group, uasc).tolist() == [3, 4, 3, 5]
    assert entry_group(group, uasc).tolist() == [3, 4, 5, 6]
    assert entry_band(group, uasc).tolist() == [3, 4, 5, 5]


def test_kinds_keep_the_order_shown_everywhere():
    assert tuple(Kind) == KINDS
    assert KINDS[SUPPORTED] is Kind.SUPPORTED_ACCOMMODATION
