from datetime import date

from sufficiency.analytics.governance.group_types import (
    BOARD,
    CORPORATE_PARENTING,
    CROSS_PARTY,
    GATEWAY,
    HEAD,
)
from sufficiency.analytics.governance.membership import (
    Member,
    breach_by_period,
    breaches,
    joining,
    leaving,
    may_chair,
    size,
    substitute_breaches,
)

DAY = date(2020, 3, 1)
PARTIES = ["Conservative", "Labour", "Liberal Democrat", "Independent"]


def councillors(*parties, **values):
    return [
        Member(name=f"Cllr {n}", place="councillor", political_group=party, **values)
        for n, party in enumerate(parties)
    ]


def texts(found):
    return [str(breach) for breach in found]


def test_too_many_members_are_flagged_by_how_many():
    members = [Member(name=str(n), place="county" if n < 15 else "co_opted") for n in range(22)]
    assert [breach.by for breach in breaches(CORPORATE_PARENTING, members, on=DAY) if breach.by] == [2]
    assert "There are at most 20 members. There are 22, 2 too many." in texts(
        breaches(CORPORATE_PARENTING, members, on=DAY)
    )


def test_who_supports_a_group_is_not_counted():
    members = [Member(name="a", place="county"), Member(name="b", place="officer")]
    assert size(CORPORATE_PARENTING, members, on=DAY) == 1


def test_a_second_councillor_from_one_political_group_is_refused():  # L-010
    members = councillors(*PARTIES)
    assert not joining(CROSS_PARTY, members[:3], members[3], on=DAY)
    (second,) = joining(CROSS_PARTY, members, councillors("Labour")[0], on=DAY)
    assert second.refuses
    assert str(second) == "There is one councillor from each political group. Labour has 2."


def test_two_chairs_are_refused():
    members = councillors("Labour", is_chair=True)
    (second,) = joining(CROSS_PARTY, members, councillors("Conservative", is_chair=True)[0], on=DAY)
    assert second.refuses
    assert second.rule == "There is one chair."


def test_a_chair_who_left_makes_room_for_another():
    before = Member(name="a", place="member", is_chair=True, served_to=date(2020, 2, 1))
    after = Member(name="b", place="member", is_chair=True, served_from=date(2020, 2, 2))
    assert not [breach for breach in breaches(BOARD, [before, after], on=DAY) if breach.refuses]


def test_a_group_without_a_chair_is_told():
    assert "There is no chair yet." in texts(breaches(CROSS_PARTY, councillors("Labour"), on=DAY))[0]


def test_only_the_head_chairs_the_gateway_panel():  # C-037
    head = Member(name="H", place="head", post="head of children's social care")
    other = Member(name="O", place="agency", post="Team manager")
    assert not list(may_chair(GATEWAY, head))
    (refused,) = may_chair(GATEWAY, other)
    assert refused.refuses
    assert HEAD in refused.rule
    assert refused.found == "O is Team manager."


def test_who_supports_a_group_does_not_chair_it():
    (refused,) = may_chair(BOARD, Member(name="O", place="officer"))
    assert str(refused) == "The chair is a member. O supports the group."


def test_a_panel_from_one_agency_is_flagged():  # C-039
    members = [Member(name="H", place="head", post=HEAD, body="Social care", is_chair=True)]
    (flag,) = breaches(GATEWAY, members, on=DAY)
    assert not flag.refuses
    assert str(flag) == "Members come from at least 2 agencies. They come from 1."


def test_a_place_that_is_full_is_refused_and_one_that_is_empty_told():
    heads = [Member(name=name, place="head", post="") for name in "ab"]
    assert any(breach.refuses and "at most 1" in breach.rule for breach in breaches(GATEWAY, heads, on=DAY))
    assert any("at least 1" in breach.rule for breach in breaches(GATEWAY, [], on=DAY))


def test_two_members_with_the_same_role_are_flagged_and_allowed():  # C-156
    members = [Member(name=name, place="sponsor", post="Head of Finance") for name in ("NC", "EP")]
    (flag,) = [breach for breach in breaches(BOARD, members, on=DAY) if "role of their own" in breach.rule]
    assert not flag.refuses
    assert flag.found == "NC, EP have the same: Head of Finance."


def test_substitutes_come_from_the_board():  # L-012, L6
    person = Member(name="Sam", place="councillor")
    assert not substitute_breaches(CROSS_PARTY, person, board=["Sam"])
    assert substitute_breaches(CROSS_PARTY, person, board=["Alex"])[0].refuses
    assert substitute_breaches(CORPORATE_PARENTING, person, board=["Sam"])[0].refuses
    assert not substitute_breaches(GATEWAY, person, board=[])


def test_the_size_is_told_for_every_period_in_which_it_is_different():
    members = [
        Member(name="a", place="county", served_to=date(2019, 9, 30)),
        Member(name="b", place="county", served_from=date(2020, 1, 1)),
        Member(name="c", place="county"),
    ]
    periods = breach_by_period(CORPORATE_PARENTING, members, start=date(2019, 5, 1), end=date(2020, 3, 31))
    assert [(day.isoformat(), size) for day, size, _ in periods] == [
        ("2019-05-01", 2), ("2019-10-01", 1), ("2020-01-01", 2),
    ]  # fmt: skip


def test_a_seat_ends_no_earlier_than_the_last_meeting_its_holder_came_to():
    member = Member(name="Bo", place="county", served_from=date(2019, 5, 1))
    came = [date(2019, 9, 10), date(2019, 10, 8)]
    assert leaving(member, on=date(2019, 10, 8), came_on=came) == []
    assert leaving(member, on=date(2019, 5, 1), came_on=[]) == []
    (too_early,) = leaving(member, on=date(2019, 10, 7), came_on=came)
    assert too_early.refuses
    assert too_early.found == "Bo came on 8 October 2019."
    before = leaving(member, on=date(2019, 4, 30), came_on=came[:1])
    assert [breach.found for breach in before] == [
        "Bo serves from 1 May 2019.",
        "Bo came on 10 September 2019.",
    ]
