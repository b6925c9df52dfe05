"""Each hard rule by example: what passes, what fails, what has to be asked; and who may set it aside."""

from datetime import UTC, date, datetime, timedelta

import pytest

from matching_by_force.pairs import a_child, a_home, a_request, ranked
from sufficiency.analytics.matching.children import KeyPerson
from sufficiency.analytics.matching.known import NO, UNKNOWN, YES
from sufficiency.analytics.matching.requests import NoGo, Override
from sufficiency.analytics.matching.rules.catalogue import RULES, rules_on
from sufficiency.analytics.matching.urgency import Route, route
from sufficiency.analytics.matching.vocabulary import Essential, Mix

SIXTEEN, FIFTEEN = {"born": date(2010, 11, 24)}, {"born": date(2010, 11, 25)}
ELEVEN, TWELVE = {"born": date(2014, 11, 25)}, {"born": date(2014, 11, 24)}
TOLD = "The head wrote why."


def answer(rule, request, home, **world):
    ranking = ranked(request, home, **world)
    return ranking.judged.answers[[r.id for r in ranking.judged.rules].index(rule), 0]


EXAMPLES = [
    # rule, child, request, home, answer
    ("lawful_kind", {}, {}, {"kind": "in_house_fostering"}, YES),
    ("lawful_kind", {}, {}, {"kind": "other"}, NO),
    ("under_16_not_supported", SIXTEEN, {}, {"kind": "supported_accommodation"}, YES),
    ("under_16_not_supported", FIFTEEN, {}, {"kind": "supported_accommodation"}, NO),
    ("under_16_not_supported", {"born": None}, {}, {"kind": "supported_accommodation"}, UNKNOWN),
    ("under_16_not_supported", FIFTEEN, {}, {}, YES),
    ("supported_is_registered", SIXTEEN, {}, {"kind": "supported_accommodation"}, YES),
    ("supported_is_registered", SIXTEEN, {}, {"kind": "supported_accommodation", "registered": False}, NO),
    ("registered", {}, {}, {}, YES),
    ("registered", {}, {}, {"registered": False}, NO),
    ("registered", {}, {}, {"registered": None}, UNKNOWN),
    ("open_and_not_stopped", {}, {}, {}, YES),
    ("open_and_not_stopped", {}, {}, {"stopped": True}, NO),
    ("open_and_not_stopped", {}, {}, {"admitting": False}, NO),
    ("open_and_not_stopped", {}, {}, {"stopped": None}, UNKNOWN),
    ("free_places", {}, {}, {"free_places": 1}, YES),
    ("free_places", {}, {}, {"free_places": 0}, NO),
    ("free_places", {}, {}, {"free_places": None}, UNKNOWN),
    ("usual_fostering_limit", {}, {}, {"fostered": 2}, YES),
    ("usual_fostering_limit", {}, {}, {"fostered": 3}, NO),
    ("usual_fostering_limit", {}, {}, {"fostered": 3, "exempt_up_to": 4}, YES),
    ("usual_fostering_limit", {}, {}, {"fostered": 3, "kind": "in_house_residential"}, YES),
    ("usual_fostering_limit", {}, {}, {"fostered": None}, UNKNOWN),
    ("approved_ages", {}, {}, {"ages_from": 9, "ages_to": 12}, YES),
    ("approved_ages", {}, {}, {"ages_from": 10, "ages_to": 12}, NO),
    ("approved_ages", {}, {"emergency": True}, {"ages_from": 10}, YES),
    ("approved_ages", {}, {"emergency": True}, {"ages_from": 10, "kind": "in_house_residential"}, NO),
    ("approved_ages", {}, {}, {"ages_from": None}, UNKNOWN),
    ("approved_number", {}, {}, {"approved_number": 1}, YES),
    ("approved_number", {}, {}, {"approved_number": 0}, NO),
    ("connected_children", {}, {}, {}, YES),
    ("connected_children", {}, {}, {"kind": "kinship_fostering", "connected_to": ("A",)}, YES),
    ("connected_children", {}, {}, {"kind": "kinship_fostering", "connected_to": ("B",)}, NO),
    ("connected_children", {}, {}, {"kind": "kinship_fostering", "connected_to": None}, UNKNOWN),
    ("no_go_places", {}, {}, {}, YES),
    ("no_go_places", {}, {"no_go": (NoGo(home="H1"),)}, {}, NO),
    ("no_go_places", {}, {"no_go": (NoGo(postcode="CB1 1AA", miles=2),)}, {}, NO),
    ("no_go_places", {}, {"no_go": (NoGo(postcode="CB1 1AA", miles=1),)}, {}, YES),
    ("no_go_places", {}, {"no_go": (NoGo(postcode="CB1 1AA", miles=1),)}, {"postcode": None}, UNKNOWN),
    ("essentials", {}, {}, {}, YES),
    ("essentials", {"essentials": (Essential.WHEELCHAIR,)}, {}, {"offers": {Essential.WHEELCHAIR: True}}, YES),
    ("essentials", {"essentials": (Essential.WHEELCHAIR,)}, {}, {"offers": {Essential.WHEELCHAIR: False}}, NO),
    ("essentials", {"essentials": (Essential.WHEELCHAIR,)}, {}, {}, UNKNOWN),
    ("essentials", {"essentials": (Essential.SOLO,)}, {}, {"children_there": ()}, YES),
    ("safe_mix", {}, {}, {}, YES),
    ("safe_mix", {}, {}, {"children_there": (4,)}, UNKNOWN),
    ("safe_mix", {}, {}, {"children_there": (4,), "mix_safe": {"R1": True}}, YES),
    ("safe_mix", {}, {}, {"children_there": (4,), "mix_safe": {"R1": False}}, NO),
    ("safe_mix", {"apart_from": (Mix.YOUNGER_CHILDREN,)}, {}, {"children_there": (4,)}, NO),
    ("safe_mix", {"apart_from": (Mix.OLDER_CHILDREN,)}, {}, {"children_there": (12,)}, NO),
    ("safe_mix", {"apart_from": (Mix.ANY_CHILDREN,)}, {}, {"children_there": (12,)}, NO),
    ("safe_mix", {"apart_from": (Mix.ANIMALS,)}, {}, {"animals": True}, NO),
    ("safe_mix", {"apart_from": (Mix.ANIMALS,)}, {}, {"animals": None}, UNKNOWN),
    ("residential_from_12", TWELVE, {}, {"kind": "in_house_residential"}, YES),
    ("residential_from_12", ELEVEN, {}, {"kind": "in_house_residential"}, NO),
    ("residential_from_12", {"born": None}, {}, {"kind": "in_house_residential"}, UNKNOWN),
    ("residential_reason", TWELVE, {"complexity": True}, {"kind": "external_residential"}, YES),
    ("residential_reason", TWELVE, {"residential_wish": True}, {"kind": "external_residential"}, YES),
    ("residential_reason", TWELVE, {}, {"kind": "external_residential"}, NO),
    ("residential_reason", TWELVE, {"complexity": None}, {"kind": "external_residential"}, UNKNOWN),
    ("county_explored_first", {}, {}, {}, YES),
    ("county_explored_first", {}, {}, {"postcode": "IP1 1AA"}, NO),
    ("county_explored_first", {}, {"explored_in_county": ("  ",)}, {"postcode": "IP1 1AA"}, NO),
    ("county_explored_first", {}, {"explored_in_county": ("H2, asked 20 November",)}, {"postcode": "IP1 1AA"}, YES),
    ("county_explored_first", {}, {"explored_in_county": None}, {"postcode": "IP1 1AA"}, UNKNOWN),
    ("county_explored_first", {}, {}, {"postcode": "IP1 1AA", "kind": "kinship_fostering"}, YES),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "child", "request_", "home", "expected"), EXAMPLES)
def test_rule(rule, child, request_, home, expected):
    assert answer(rule, a_request(a_child(**child), **request_), a_home(**home)) == expected


def test_every_rule_has_an_example_that_passes_and_one_that_fails_and_says_what_it_rests_on():
    for rule in RULES.values():
        shown = {expected for name, *_, expected in EXAMPLES if name == rule.id}
        assert {YES, NO} <= shown, rule.id
        assert all((rule.law, rule.text.endswith("."), rule.evidence, rule.asks.endswith("?"))), rule.id


def test_brothers_and_sisters_may_pass_the_usual_limit_together_and_join_those_who_live_there():
    four = a_request(*(a_child(id=name) for name in "ABCD"))
    assert answer("usual_fostering_limit", four, a_home(free_places=4)) == YES
    siblings = tuple(KeyPerson(name=name, home="H1") for name in ("B", "C", "D"))
    joins = a_request(a_child(key_people=siblings))
    assert answer("usual_fostering_limit", joins, a_home(fostered=3)) == YES
    friends = tuple(KeyPerson(name=name, home="H1", sibling=False) for name in ("B", "C", "D"))
    assert answer("usual_fostering_limit", a_request(a_child(key_people=friends)), a_home(fostered=3)) == NO


def test_a_sibling_group_needs_room_for_all():
    pair = a_request(a_child(id="A"), a_child(id="B"))
    assert answer("free_places", pair, a_home(free_places=1)) == NO
    assert answer("free_places", pair, a_home(free_places=2)) == YES


def test_residential_at_11_is_refused_unless_the_head_sets_it_aside_with_a_reason():
    child, home = a_child(**ELEVEN), a_home(kind="in_house_residential")

    def outcome(**override):
        overrides = (Override(rule="residential_from_12", home="H1", **override),) if override else ()
        ranking = ranked(a_request(child, complexity=True, overrides=overrides), home)
        return ranking.outcome(0)

    assert outcome() == "ruled_out"
    assert outcome(by="head of children's social care", reason=TOLD) == "eligible"
    assert outcome(by="head of children's social care", reason="  ") == "ruled_out"
    assert outcome(by="team manager", reason=TOLD) == "ruled_out"


def test_what_was_set_aside_stays_visible_with_who_and_why():
    override = Override(rule="residential_from_12", by="Head of children's social care", reason=TOLD)
    request = a_request(a_child(**ELEVEN), complexity=True, overrides=(override,))
    ranking = ranked(request, a_home(kind="in_house_residential"))
    broken = ranking.judged.broken(0)[0]
    assert (broken.rule.id, broken.waived_by, broken.reason) == ("residential_from_12", override.by, TOLD)


def test_a_rule_of_law_can_be_set_aside_by_nobody():
    override = Override(rule="under_16_not_supported", by="director", reason=TOLD)
    request = a_request(a_child(**FIFTEEN), overrides=(override,))
    assert ranked(request, a_home(kind="supported_accommodation")).outcome(0) == "ruled_out"


def test_a_rule_counts_only_while_it_is_in_force():
    before, after = date(2021, 9, 8), date(2021, 9, 9)
    assert "under_16_not_supported" not in {rule.id for rule in rules_on(before)}
    assert "under_16_not_supported" in {rule.id for rule in rules_on(after)}


def test_a_child_who_turns_16_overnight_may_live_in_supported_accommodation_from_that_day():
    request, home = a_request(a_child(born=date(2010, 11, 25))), a_home(kind="supported_accommodation")
    assert ranked(request, home, on=date(2026, 11, 24)).outcome(0) == "ruled_out"
    assert ranked(request, home, on=date(2026, 11, 25)).outcome(0) == "eligible"


def test_needed_in_23_hours_goes_to_challenge_and_in_25_to_the_panel():
    asked = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert route(asked_at=asked, needed_by=asked + timedelta(hours=23)) is Route.CHALLENGE
    assert route(asked_at=asked, needed_by=asked + timedelta(hours=24)) is Route.CHALLENGE
    assert route(asked_at=asked, needed_by=asked + timedelta(hours=25)) is Route.PANEL
    assert route(asked_at=asked, needed_by=asked + timedelta(hours=25), hours=48) is Route.CHALLENGE
