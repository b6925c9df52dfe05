from datetime import date

import pytest

from sufficiency.analytics.governance.attendance import (
    Count,
    always,
    low,
    never,
    possible,
    present_a_meeting,
    total,
)

COUNTS = {"A": Count(9, 9), "B": Count(2, 4), "C": Count(0, 9), "D": Count(2, 9), "E": Count(0, 0)}


def test_exactly_half_is_not_low():
    assert low(COUNTS) == ["C", "D"]
    assert (never(COUNTS), always(COUNTS)) == (["C"], ["A"])


def test_rates_of_several_are_those_of_their_meetings():
    assert total(COUNTS.values()) == Count(13, 31)
    assert total(COUNTS.values()).percent == pytest.approx(41.935, abs=0.001)
    assert present_a_meeting(list(COUNTS.values()), meetings=9) == pytest.approx(13 / 9)
    assert str(Count(2, 4)) == "2/4"


def test_a_member_without_a_meeting_has_no_rate():
    assert Count(0, 0).percent is None
    assert not Count(0, 0).is_low


def test_possible_meetings_follow_the_dates_of_service():
    days = [date(2019, month, 15) for month in (5, 6, 7, 9, 10, 12)]
    assert possible(days, served_from=None, served_to=date(2019, 10, 1)) == 4
    assert possible(days, served_from=date(2019, 12, 1), served_to=None) == 1
