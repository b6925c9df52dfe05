import itertools
from datetime import date

import pytest

from sufficiency.analytics.governance.group_types import (
    CORPORATE_PARENTING,
    CROSS_PARTY,
    GATEWAY,
    HEAD,
    SPONSOR,
)
from sufficiency.analytics.governance.meetings import (
    Plan,
    Room,
    agenda_breaches,
    agenda_pages,
    even_gap_days,
    held_against_rule,
    months_later,
    next_due,
    plan_breaches,
    quorum_in_words,
    room_breaches,
    schedule,
)
from sufficiency.analytics.governance.membership import Member

WORKING_GROUP = CROSS_PARTY.with_settings({"ends_on": date(2023, 6, 27)})


def refused(plan, terms=WORKING_GROUP, **values):
    return [str(breach) for breach in plan_breaches(terms, plan, **values) if breach.refuses]


@pytest.mark.parametrize(("minutes", "answer"), [(90, 0), (91, 1)])
def test_a_meeting_of_ninety_minutes_is_the_longest(minutes, answer):  # L3
    assert len(refused(Plan(on=date(2023, 5, 1), minutes=minutes))) == answer


@pytest.mark.parametrize(("day", "answer"), [(27, 0), (28, 1)])
def test_a_group_does_not_meet_after_its_end(day, answer):  # L4
    assert len(refused(Plan(on=date(2023, 6, day), minutes=90))) == answer


def test_refusals_have_the_text_of_the_rule():
    assert refused(Plan(on=date(2023, 6, 28), minutes=91)) == [
        "A meeting takes at most 90 minutes. This one would take 91.",
        "The group ends on 27 June 2023. 28 June 2023 is after that.",
    ]


def test_an_extra_meeting_needs_the_chair():  # L-018
    assert refused(Plan(on=date(2023, 5, 1), minutes=60, is_extra=True))
    assert not refused(Plan(on=date(2023, 5, 1), minutes=60, is_extra=True, chair_agreed=True))


def test_a_group_meets_once_a_day():
    assert refused(Plan(on=date(2023, 5, 1), minutes=60), others=[date(2023, 5, 1)])


def test_six_meetings_are_fifty_two_days_apart():  # L2
    first, last = date(2017, 1, 13), date(2017, 9, 30)
    days = schedule(first, count=6, until=last)
    assert (len(days), days[0], days[-1], (last - first).days) == (6, first, last, 260)
    assert {(later - earlier).days for earlier, later in itertools.pairwise(days)} == {52}
    assert even_gap_days(first, count=6, until=last) == 52
    assert schedule(first, count=1, until=last) == [first]


def test_the_next_meeting_is_due_by_the_interval():
    assert next_due(SPONSOR, date(2026, 12, 31)) == date(2027, 2, 28)
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)


def test_nine_meetings_of_twelve():  # S9
    held = held_against_rule(CORPORATE_PARENTING, 9)
    assert (held.held, held.required, held.percent) == (9, 12, 75.0)


def head(**values):
    return Member(name="H", place="head", post=HEAD, body="Social care", **values)


def others(count, body="Health"):
    return [Member(name=f"M{n}", place="agency", body=body) for n in range(count)]


def test_a_meeting_without_quorum_chair_or_the_head_decides_nothing():
    def room(present, chair):
        return [
            str(b) for b in room_breaches(GATEWAY, Room(present=present, members=9, chair=chair)) if b.refuses
        ]

    assert room([head(), *others(2)], head()) == []
    assert room([head(), *others(1)], head()) == ["3 members must be there, with whoever chairs. 2 are here."]
    assert room([head(), *others(2)], None)[0].endswith("Nobody chairs this meeting.")
    assert room(others(3), others(1)[0])[0].startswith("The chair is the Head of Children’s Social Care")


def test_a_chair_who_is_not_elected_yet_blocks_decisions():  # L-011
    members = [Member(name=str(n), place="councillor") for n in range(4)]
    (blocked,) = room_breaches(CROSS_PARTY, Room(present=members, members=4))
    assert blocked.refuses
    assert blocked.found == "No chair has been elected yet."


def test_one_agency_in_the_room_is_flagged():
    (flag,) = room_breaches(
        GATEWAY, Room(present=[head(), *others(2, "Social care")], members=9, chair=head())
    )
    assert not flag.refuses
    assert flag.found == "Here: Social care."


def test_a_meeting_without_the_facilitator_is_flagged():  # S-082
    chair = Member(name="C", place="county", post="cabinet member with responsibility for children")
    here = [chair, *(Member(name=str(n), place="county") for n in range(5))]
    (flag,) = room_breaches(CORPORATE_PARENTING, Room(present=here, members=22, chair=chair))
    assert not flag.refuses
    assert "Children in Care Council facilitator" in flag.rule


def test_a_vice_chair_presides_where_the_terms_let_them():
    vice = Member(name="V", place="county", is_vice=True)
    here = [
        vice,
        *(Member(name=str(n), place="county") for n in range(5)),
        Member(name="f", place="facilitator"),
    ]
    assert not room_breaches(CORPORATE_PARENTING, Room(present=here, members=22, chair=vice))


def test_the_quorum_light_is_in_words():
    room = Room(present=[head(), *others(4)], members=9, chair=head())
    assert (
        quorum_in_words(GATEWAY.with_settings({"quorum_members": 4}), room)
        == "5 of 9 here, 4 needed, chair present"
    )
    assert quorum_in_words(GATEWAY, Room(present=[], members=9)).endswith("no chair")


def test_a_ten_page_agenda_is_refused_with_the_rule():
    titles = [
        "A long title of an item that goes on over the end of a line, as titles in agendas tend to do"
    ] * 120
    assert agenda_pages(titles) == 9
    found = agenda_breaches(SPONSOR, [*titles, *titles[:10]], item_minutes=60, meeting_minutes=120)
    assert [str(breach) for breach in found] == ["An agenda takes at most 2 pages. This one takes 10."]
    assert found[0].refuses


def test_items_that_do_not_fit_into_the_meeting_are_flagged():
    (flag,) = agenda_breaches(SPONSOR, ["one"], item_minutes=130, meeting_minutes=120)
    assert not flag.refuses
    assert flag.found == "The items take 130 minutes and the meeting 120."
