from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.clocks.reckoning import Standing
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.oversight import (
    Unregistered,
    days_without_a_look,
    is_lawful,
    matters,
    months_of_visits,
    next_inspection,
    next_review_of_quality,
    told_host,
    too_young,
)

TODAY = date(2026, 11, 28)


SUPPORTED, BEFORE = HomeKind.SUPPORTED_ACCOMMODATION, date(2023, 10, 27)


@pytest.mark.parametrize(
    ("home", "registration", "day", "found"),
    [
        (SUPPORTED, "registered", TODAY, True),
        (SUPPORTED, "applied", TODAY, True),
        (SUPPORTED, "not_registered", TODAY, False),
        (SUPPORTED, "not_known", TODAY, None),
        (SUPPORTED, "not_registered", BEFORE, True),
        (SUPPORTED, "not_registered", date(2023, 10, 28), False),
        (HomeKind.CHILDRENS_HOME, "not_registered", BEFORE, False),
        (HomeKind.CARERS, "not_needed", TODAY, True),
        (HomeKind.UNREGISTERED, "registered", TODAY, False),
    ],
)
def test_a_child_may_live_where_registration_allows_and_not_known_is_never_yes(
    home, registration, day, found
):
    assert is_lawful(home, registration=registration, day=day) is found


@pytest.mark.parametrize(
    ("home", "age", "day", "found"),
    [
        (HomeKind.SUPPORTED_ACCOMMODATION, 15, TODAY, True),
        (HomeKind.SUPPORTED_ACCOMMODATION, 16, TODAY, False),
        (HomeKind.UNREGISTERED, 15, TODAY, True),
        (HomeKind.CHILDRENS_HOME, 9, TODAY, False),
        (HomeKind.SUPPORTED_ACCOMMODATION, None, TODAY, None),
        (HomeKind.SUPPORTED_ACCOMMODATION, 15, date(2021, 9, 8), False),
    ],
)
def test_nobody_under_16_lives_in_supported_accommodation(home, age, day, found):
    assert too_young(home, age=age, day=day) is found


@pytest.mark.parametrize(
    ("home", "judgement", "due"),
    [
        (HomeKind.CHILDRENS_HOME, "good", date(2027, 3, 1)),
        (HomeKind.SUPPORTED_ACCOMMODATION, "consistently_strong", date(2029, 3, 1)),
        (HomeKind.SUPPORTED_ACCOMMODATION, "inconsistent", date(2027, 9, 1)),
        (HomeKind.SUPPORTED_ACCOMMODATION, "serious_weaknesses", date(2026, 9, 1)),
        (HomeKind.SUPPORTED_ACCOMMODATION, "", date(2026, 9, 1)),
    ],
)
def test_the_next_inspection_follows_from_the_last(home, judgement, due):
    found = next_inspection(home, last=date(2026, 3, 1), judgement=judgement, today=TODAY)
    assert found.due == due
    assert (found.standing is Standing.OVERDUE) == (due < TODAY)


def test_carers_are_not_inspected_and_a_home_never_inspected_cannot_be_told():
    assert next_inspection(HomeKind.CARERS, last=None, judgement="", today=TODAY) is None
    never = next_inspection(HomeKind.CHILDRENS_HOME, last=None, judgement="", today=TODAY)
    assert never.standing is Standing.UNKNOWN


def test_a_month_without_a_visit_is_a_gap_once_it_is_over():
    visits = [date(2026, 8, 3), date(2026, 8, 30), date(2026, 10, 1)]
    found = months_of_visits(date(2020, 1, 1), visits, since=date(2026, 8, 15), today=TODAY)
    assert [(one.month.first.month, len(one.visits), one.is_gap) for one in found] == [
        (8, 2, False),
        (9, 0, True),
        (10, 1, False),
        (11, 0, False),  # not over
    ]


def test_a_home_that_is_not_open_yet_wants_no_visit():
    assert months_of_visits(date(2027, 1, 1), [], since=date(2026, 1, 1), today=TODAY) == []
    opened = months_of_visits(date(2026, 11, 20), [], since=date(2026, 1, 1), today=TODAY)
    assert [one.is_gap for one in opened] == [False]


def test_a_quality_review_is_due_six_months_after_the_last():
    due = next_review_of_quality(date(2020, 1, 1), [date(2026, 4, 10)], today=TODAY)
    assert (due.due, due.standing) == (date(2026, 10, 10), Standing.OVERDUE)


CASE = Unregistered(began=date(2026, 11, 2))


def open_matters(case):
    return {matter.what: matter.is_overdue for matter in matters(case, today=TODAY) if matter.is_open}


def test_a_setting_nobody_does_anything_about_is_overdue_in_everything():
    found = open_matters(CASE)
    assert len(found) == 5
    assert all(found.values())


def test_what_is_done_is_not_asked_for_again():
    done = Unregistered(
        began=date(2026, 11, 2),
        owner="A. Person",
        looks=[TODAY],
        escalated=[date(2026, 11, 16)],
        exit_planned=date(2026, 11, 4),
        approved=date(2026, 11, 3),
        key_decision="KD-7",
    )
    assert open_matters(done) == {
        "Look at the child and the way out": False,
        "Escalate to the director": False,
    }


def test_an_approval_without_the_key_decision_on_file_is_not_done():
    approved = Unregistered(began=date(2026, 11, 2), approved=date(2026, 11, 3))
    assert open_matters(approved)["Director’s approval with the key decision on file"] is True


def test_once_the_child_has_left_nothing_is_open():
    ended = Unregistered(
        began=date(2026, 11, 2), ended=date(2026, 11, 9), owner="A", looks=[date(2026, 11, 3)]
    )
    assert [matter.what for matter in matters(ended, today=TODAY)] == ["Name an owner"]


def test_each_day_without_a_look_is_named():
    case = Unregistered(began=date(2026, 11, 23), looks=[date(2026, 11, 24), date(2026, 11, 27)])
    assert days_without_a_look(case, today=TODAY) == [date(2026, 11, 25), date(2026, 11, 26)]
    assert days_without_a_look(Unregistered(began=TODAY), today=TODAY) == []


@given(st.dates(date(2026, 9, 1), TODAY), st.lists(st.dates(date(2026, 8, 1), date(2027, 1, 1)), max_size=90))
@settings(max_examples=50)
def test_looked_at_and_missed_days_are_all_days(began, looks):
    case = Unregistered(began=began, looks=looks)
    missed = set(days_without_a_look(case, today=TODAY))
    days = {began + timedelta(days=n) for n in range(1, (TODAY - began).days)}
    assert missed == days - set(looks)


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (date(2026, 11, 18), Standing.IN_TIME),
        (date(2026, 11, 27), Standing.IN_TIME),
        (date(2026, 11, 28), Standing.LATE),
        (None, Standing.OVERDUE),
    ],
)
def test_the_host_authority_is_told_within_five_working_days(told, standing):
    assert told_host(began=date(2026, 11, 20), told=told, today=TODAY).standing is standing
