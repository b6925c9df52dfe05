"""Every declared clock is whole, and the set of them is the one agreed."""

from datetime import date

import pytest

from sufficiency.analytics.clocks.declaring import Certainty, Clock, Duty
from sufficiency.analytics.clocks.limits import Limit, Span
from sufficiency.analytics.clocks.reckoning import Standing, reckon
from sufficiency.analytics.clocks.registry import CLOCKS, DECLARED, clock_on

OF_HOMES = {
    "reg44", "reg45", "notify_area_authority", "supported_reg", "under16_ban", "ofsted_inspections",
    "supported_inspection_1", "supported_inspection_2", "supported_inspection_3", "dolo_unregistered",
    "unregistered_check", "unregistered_exit_plan", "unregistered_approval", "unregistered_escalation",
}  # fmt: skip
START = date(2026, 3, 2)


def test_no_clock_of_homes_was_lost():
    assert set(CLOCKS) >= OF_HOMES


@pytest.mark.parametrize("clock", DECLARED, ids=lambda clock: clock.id)
def test_a_clock_says_what_it_is_and_who_says_so(clock):
    assert clock.what == clock.what.strip()
    assert not clock.what.endswith(".")
    assert clock.starts
    assert len(clock.source) > 10
    assert clock.from_day <= clock.until_day
    assert (clock.certainty is Certainty.OURS) == (clock.duty is Duty.LOCAL)
    assert not clock.note or clock.note.endswith(".")


@pytest.mark.parametrize("clock", DECLARED, ids=lambda clock: clock.id)
def test_a_clock_passes_on_its_last_day_and_fails_on_the_next(clock):
    due = clock.due(START)
    late = date.fromordinal(due.toordinal() + 1)
    assert reckon(clock, START, done=due, today=late).standing is Standing.IN_TIME
    assert reckon(clock, START, done=late, today=late).standing is Standing.LATE
    assert reckon(clock, START, done=None, today=due).standing is Standing.DUE
    assert reckon(clock, START, done=None, today=late).standing is Standing.OVERDUE


def test_clocks_of_one_id_never_hold_on_the_same_day():
    for clock in DECLARED:
        others = [one for one in DECLARED if one.id == clock.id and one is not clock]
        assert not any(one.holds_on(clock.from_day) for one in others)


def test_a_clock_is_asked_for_as_it_was_in_force():
    assert clock_on("supported_reg", date(2023, 10, 27)) is None
    registration = clock_on("supported_reg", date(2023, 10, 28))
    assert registration is CLOCKS["supported_reg"]


def test_a_clock_without_a_source_cannot_be_declared():
    with pytest.raises(TypeError):
        Clock(
            id="x", what="X", starts="Y", limit=Limit(1, Span.DAYS), duty=Duty.LAW, certainty=Certainty.READ
        )
