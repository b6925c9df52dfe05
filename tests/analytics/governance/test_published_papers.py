"""What the published papers say, worked out again: the figures of the report and of the terms of reference."""

from collections import Counter
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
from sufficiency.analytics.governance.breaches import TermsError
from sufficiency.analytics.governance.corporate_parents import (
    cannot_both_hold,
    conflicting_years,
    growth_a_year_percent,
    growth_percent,
    month_gaps,
    room_for_co_optees,
    rota_gaps,
    runs_of_months,
    share_briefed,
    vacant,
)
from sufficiency.analytics.governance.declaring import Quorum
from sufficiency.analytics.governance.entitlement import entitlement_of
from sufficiency.analytics.governance.examples import NAMES, example
from sufficiency.analytics.governance.meetings import Plan, even_gap_days, held_against_rule, plan_breaches
from sufficiency.analytics.governance.membership import breach_by_period, size
from sufficiency.analytics.governance.panel_report import is_panel_report, read_panel_report
from sufficiency.analytics.governance.papers import PapersError
from sufficiency.analytics.governance.recommendations import MOVES, Case, Stage, Vote, agreement, move
from sufficiency.analytics.governance.scope import Scope, scope_of
from sufficiency.analytics.governance.working_groups import is_working_groups, read_working_groups

STAFFORDSHIRE, LGA = (example(name) for name in NAMES)
REPORT = read_panel_report(STAFFORDSHIRE)
EXPECTED = STAFFORDSHIRE["expected_outputs"]
WORKING, TASK = read_working_groups(LGA)


def test_files_are_known_by_what_is_in_them():
    assert (is_panel_report(STAFFORDSHIRE), is_working_groups(STAFFORDSHIRE)) == (True, False)
    assert (is_panel_report(LGA), is_working_groups(LGA)) == (False, True)


@pytest.mark.parametrize(
    ("place", "key", "count"),
    [
        ("county", "county", Count(95, 133)),
        ("co_opted", "co_opted", Count(26, 57)),
        ("", "all", Count(121, 190)),
    ],
)
def test_attendance_is_that_of_the_report(place, key, count):  # S1–S3
    counts = REPORT.counts(place)
    assert total(counts.values()) == count == Count(EXPECTED[key]["attended"], EXPECTED[key]["possible"])
    assert (
        round(count.percent, 1)
        == EXPECTED[key]["rate_pct"]
        == {"county": 71.4, "co_opted": 45.6, "all": 63.7}[key]
    )
    assert len(counts) == EXPECTED[key]["names"]
    mean = present_a_meeting(list(counts.values()), meetings=len(REPORT.meetings))
    assert round(mean, 2) == EXPECTED["mean_present_per_meeting"][key]


def test_ten_and_a_half_of_fifteen_seats_are_taken_at_a_meeting():  # S1, S8
    counts = REPORT.counts("county")
    seats = EXPECTED["county"]["seats"]
    assert len(counts) - 1 == seats, "two names share a seat, one after the other"
    taken = present_a_meeting(list(counts.values()), meetings=len(REPORT.meetings))
    assert round(100 * taken / seats, 1) == EXPECTED["mean_present_vs_15_seats_pct"] == 70.4


def test_six_members_came_to_less_than_half_and_not_the_one_at_half():  # S4, S5
    counts = REPORT.counts()
    assert low(counts) == ["JW", "GH", "NP", "BH", "JO", "AP"]
    assert counts["MG"].percent == 50
    rates = {name: round(counts[name].percent, 1) for name in low(counts)}
    assert rates == EXPECTED["under_50_county"] | EXPECTED["under_50_co_opted"]
    assert never(counts) == EXPECTED["never_attended"]
    assert always(counts) == EXPECTED["full_attendance"]


def test_the_panel_was_too_large_by_one_none_one_two():  # S6
    members = [seat.member for seat in REPORT.seats]
    periods = breach_by_period(REPORT.terms, members, start=date(2019, 5, 1), end=date(2020, 3, 31))
    assert [(now, over) for _, now, over in periods] == [(21, 1), (20, 0), (21, 1), (22, 2)]
    assert size(REPORT.terms, members, on=date(2020, 3, 31)) == EXPECTED["membership_at_march_2020"]["total"]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("to_october_2019", date(2019, 6, 1)),
        ("october_to_december_2019", date(2019, 11, 10)),
        ("december_2019", date(2019, 12, 31)),
        ("at_march_2020", date(2020, 3, 31)),
    ],
)
def test_members_of_each_kind_are_those_of_the_time(key, day):  # S6
    expected = EXPECTED[f"membership_{key}"]
    serving = Counter(
        seat.member.place
        for seat in REPORT.seats
        if (seat.member.served_from or day) <= day <= (seat.member.served_to or day)
    )
    assert serving == {"county": expected["county"], "co_opted": expected["co_opted"]}
    over = size(REPORT.terms, [seat.member for seat in REPORT.seats], on=day) - expected["max"]
    assert (sum(serving.values()), over) == (expected["total"], expected["breach"])


def test_members_could_come_to_as_many_meetings_as_was_printed():  # S8, S10
    for seat in REPORT.seats:
        days = possible(REPORT.meetings, served_from=seat.member.served_from, served_to=seat.member.served_to)
        assert days == seat.count.possible
    counts = REPORT.counts()
    covered = counts["MG"].possible + counts["RF"].possible
    assert covered == EXPECTED["seat_gap"]["meetings_covered"] == 7
    assert len(REPORT.meetings) - covered == EXPECTED["seat_gap"]["meetings_uncovered"] == 2


def test_nine_meetings_of_twelve():  # S9
    held = held_against_rule(REPORT.terms, len(REPORT.meetings))
    rule = EXPECTED["meetings_vs_monthly_rule"]
    assert (
        (held.held, held.required, held.percent)
        == (rule["held"], rule["required"], rule["rate_pct"])
        == (9, 12, 75)
    )
    assert REPORT.cancelled == (date(2020, 4, 15),)


def test_ten_are_invited_and_there_is_room_for_five():  # S7
    invited = 8 + 1 + 1
    assert room_for_co_optees(most_members=20, councillors=15, invited=invited) == (5, 5)
    assert EXPECTED["co_option_invitations_vs_room"] == {"invited_at_least": invited, "room": 5}


def test_ten_champions_of_whom_one_is_not_on_the_panel():  # S13
    assert len(REPORT.champions) == EXPECTED["champions"]["listed"]
    away = [one.name for one in REPORT.champions if not one.is_on_panel]
    assert away == EXPECTED["champions"]["not_on_panel"]
    assert len(REPORT.champions) - len(away) == EXPECTED["champions"]["on_panel"] == 9
    chairman, refugees = "BJ", "PH"  # everyone else has a district
    districts = {one.what_for for one in REPORT.champions if one.name not in (chairman, refugees)}
    assert len(districts) == EXPECTED["champions"]["districts"] == 8
    assert len(REPORT.champion_themes) == 5


def test_growth_and_yearly_figures():  # S11, S12, L1
    plans = STAFFORDSHIRE["indicators"]["ehc_plans"]
    before, after = plans["2015"], plans["2019-01"]
    assert (after - before, round(growth_percent(before, after), 1)) == (1514, 44.5)
    assert round(growth_a_year_percent(before, after, years=4), 2) == 9.65
    family = STAFFORDSHIRE["indicators"]["foster_family_honoured"]
    assert round(family["children_cared_for"] / family["years"], 2) == 5.31
    money = next(topic for topic in LGA["update_paper"]["topics"] if topic["id"] == "U4")["money"][0]
    assert money["amount"] / money["years"] == LGA["update_paper"]["derived"]["asf_per_year"] == 48_000_000


@pytest.mark.parametrize(("one_in", "needed"), [(4, 6), (3, 8)])
def test_a_usual_meeting_has_its_quorum_either_way(one_in, needed):  # S15
    members = EXPECTED["membership_at_march_2020"]["total"]
    assert Quorum(one_in=one_in).needed(members) == needed
    assert EXPECTED["mean_present_per_meeting"]["all"] > needed
    assert f"{needed}" in EXPECTED["quorum_example"]


def test_shares_that_cannot_both_hold_are_told():  # S14
    assert cannot_both_hold(50.1, 75.1)
    assert not cannot_both_hold(40, 60)


def test_two_years_of_one_regulation_are_a_conflict():  # S16
    ((one, other),) = conflicting_years(REPORT.citations)
    assert "2015" in one
    assert "2001" in other


def test_the_programme_maps_to_six_objectives():  # S-064
    assert len(REPORT.objectives) == 6
    assert len(REPORT.programme) == 19
    assert {theme.objective for theme in REPORT.programme} - {""} < set(REPORT.objectives)
    assert (len(REPORT.bodies), len(REPORT.witnesses), len(REPORT.next_priorities)) == (7, 3, 7)


@pytest.mark.parametrize(("minutes", "day", "refused"), [(90, 27, 0), (91, 27, 1), (90, 28, 1)])
def test_the_working_group_meets_within_its_terms(minutes, day, refused):  # L3, L4
    found = plan_breaches(WORKING.terms, Plan(on=date(2023, 6, day), minutes=minutes))
    assert sum(breach.refuses for breach in found) == refused


def test_four_political_groups_agree_or_it_is_not_agreed():  # L5
    seats = [member.political_group for member in WORKING.members]
    assert len(seats) == LGA["working_group"]["members"]["expected_size"]
    votes = [Vote(seat, True) for seat in seats]
    assert agreement(Case(seats=seats, votes=votes[:3], on=date(2023, 1, 1)))
    assert not agreement(Case(seats=seats, votes=votes, on=date(2023, 1, 1)))


def test_the_states_of_a_recommendation_are_those_of_the_paper():
    machine = LGA["recommendation_state_machine"]
    assert {stage.value for stage in Stage} == set(machine["states"])
    moves = {(here.value, there.value) for here, targets in MOVES.items() for there in targets}
    assert moves == {(one["from"], one["to"]) for one in machine["transitions"]}
    for text in machine["forbidden"][:2]:
        here, there = text.split(" -> ")
        with pytest.raises(TermsError):
            move(Stage(here), Stage(there), Case(seats=[], on=date(2023, 1, 1)))


def test_six_meetings_fifty_two_days_apart():  # L2
    until = date(2017, 9, 30)
    assert (
        even_gap_days(date(2017, 1, 13), count=6, until=until)
        == LGA["task_group"]["derived"]["average_gap_days_if_even"]
        == 52
    )
    assert (until - date(2017, 1, 13)).days == 260 == 5 * 52
    assert LGA["task_group"]["derived"]["months_available"] == round(2 * 260 / (365 / 12)) / 2
    assert len(TASK.meetings) == 6
    assert (TASK.meetings[0], TASK.meetings[-1]) == (date(2017, 1, 13), until)
    assert len({member.political_group for member in TASK.members if member.political_group}) == 4
    assert TASK.reports == (("Final report", until),)


@pytest.mark.parametrize(
    ("age", "has_send", "covered"),
    [(10, False, False), (11, False, True), (18, False, True), (19, False, False), (25, True, True), (26, True, False)],
)  # fmt: skip
def test_the_youth_guarantee_covers_its_ages(age, has_send, covered):  # L7, L-036
    topic = next(topic for topic in LGA["update_paper"]["topics"] if topic["id"] == "U8")
    found = entitlement_of(topic)
    assert found.in_words == "11 to 18, to 25 with SEND"
    assert found.covers(age, has_send=has_send) is covered


def test_topics_are_in_out_or_for_their_impact():  # L-016
    assert scope_of("Secure children’s homes", WORKING.scope) is Scope.IN
    assert scope_of("Care leaver housing", WORKING.scope) is Scope.IMPACT
    assert scope_of("Inspection", WORKING.scope) is Scope.IMPACT
    assert scope_of("School meals", WORKING.scope) is Scope.UNKNOWN
    assert scope_of("Respite care", {"out": ["respite care"]}) is Scope.OUT


def test_gaps_of_rotas_and_lists():
    gaps = rota_gaps(
        ["Elm", "Oak"], [("Elm", date(2019, 5, 9))], start=date(2019, 5, 1), end=date(2019, 6, 30)
    )
    assert gaps == [("Elm", date(2019, 6, 1)), ("Oak", date(2019, 5, 1)), ("Oak", date(2019, 6, 1))]
    assert month_gaps([date(2020, 1, 3)], start=date(2019, 12, 1), end=date(2020, 1, 31)) == [
        date(2019, 12, 1)
    ]
    assert runs_of_months([date(2020, 3, 1), date(2019, 12, 1), date(2020, 1, 1)]) == [
        (date(2019, 12, 1), date(2020, 1, 1)),
        (date(2020, 3, 1), date(2020, 3, 1)),
    ]
    assert vacant(["Housing", "Health"], ["Health"]) == ["Housing"]
    assert (share_briefed(31, 62), share_briefed(0, 0)) == (50, None)


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda c: c.pop("meta"), "meta → period"),
        (lambda c: c.__setitem__("meta", {**c["meta"], "period": "last year"}), "meta → period"),
        (lambda c: c.__setitem__("meetings", {"months_named_in_report": ["Maj"]}), "a month"),
        (
            lambda c: c.__setitem__(
                "membership", {**c["membership"], "county": [{"who": "A", "attended": 1, "possible": 1, "served": "lately"}]}
            ),
            "membership → served",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_what_and_where(spoil, where):
    content = dict(STAFFORDSHIRE)
    spoil(content)
    with pytest.raises(PapersError) as problem:
        read_panel_report(content)
    assert problem.value.where == where
    assert problem.value.what_next
