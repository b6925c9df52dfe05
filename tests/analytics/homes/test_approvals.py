from datetime import date, timedelta

from hypothesis import given, strategies as st

from sufficiency.analytics.homes.approvals import Approval, in_force, overlaps, place_days, places_on

JAN, JUNE = date(2026, 1, 1), date(2026, 6, 1)
FIRST = Approval(JAN, JUNE, places=2, youngest=5, oldest=11)
SECOND = Approval(JUNE, None, places=3)
DAYS = st.dates(date(2025, 1, 1), date(2028, 1, 1))


def test_an_approval_holds_from_its_first_day_to_the_day_before_its_end():
    assert in_force([FIRST, SECOND], JAN) == FIRST
    assert in_force([FIRST, SECOND], JUNE - timedelta(days=1)) == FIRST
    assert in_force([FIRST, SECOND], JUNE) == SECOND
    assert in_force([FIRST, SECOND], JAN - timedelta(days=1)) is None


def test_places_follow_the_approval_of_the_day():
    assert [places_on([FIRST, SECOND], day) for day in (date(2025, 12, 31), JAN, JUNE)] == [0, 2, 3]


def test_approvals_that_follow_each_other_do_not_overlap():
    assert overlaps([SECOND, FIRST]) == []
    assert overlaps([FIRST, Approval(JUNE - timedelta(days=1), None, places=1)]) != []


def test_ages_include_both_ends():
    assert [FIRST.takes(age) for age in (4, 5, 11, 12)] == [False, True, True, False]


@given(first=DAYS, days=st.integers(0, 400))
def test_place_days_are_the_places_of_each_day_added_up(first, days):
    last = first + timedelta(days=days)
    each = sum(places_on([FIRST, SECOND], first + timedelta(days=n)) for n in range(days + 1))
    assert place_days([FIRST, SECOND], first, last) == each
