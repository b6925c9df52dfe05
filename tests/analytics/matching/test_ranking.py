"""The order of homes, and what is said about each."""

from dataclasses import replace
from datetime import date

import pytest

from matching_by_force.pairs import a_child, a_home, a_request, ranked
from sufficiency.analytics.matching.allocating import arrange
from sufficiency.analytics.matching.children import KeyPerson, Wish
from sufficiency.analytics.matching.contract import arrangement_contract, as_contract
from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.explaining import card, why_not
from sufficiency.analytics.matching.homes import Source
from sufficiency.analytics.matching.scoring import WeightsError, weights_of
from sufficiency.analytics.matching.vocabulary import Domain, Feature, Identity, Tier
from sufficiency.analytics.matching.worlds import Policy

FULL, HALF, NONE = {Domain.BEHAVIOUR: 2}, {Domain.BEHAVIOUR: 1}, {Domain.BEHAVIOUR: 0}


def order(ranking):
    return [ranking.homes[row].id for row in ranking.order]


def test_with_all_available_the_order_is_kin_in_house_then_agency():
    homes = [
        a_home("agency", "agency_fostering"),
        a_home("ours", "in_house_fostering"),
        a_home("aunt", "kinship_fostering"),
    ]
    assert order(ranked(a_request(), *homes)) == ["aunt", "ours", "agency"]


def test_in_house_is_shown_above_a_better_agency_home_within_the_tolerance_and_the_output_says_so():
    homes = [a_home("agency", "agency_fostering"), a_home("ours", skills=HALF)]
    ranking = ranked(a_request(), *homes, tolerance=20)
    assert order(ranking) == ["ours", "agency"]
    assert as_contract(ranking)["order_note"].startswith(
        "agency (Agency fostering) fits better by 15.0 points"
    )


def test_an_agency_home_better_by_the_tolerance_is_shown_first_and_the_output_says_so():
    homes = [a_home("agency", "agency_fostering"), a_home("ours", skills=HALF)]
    ranking = ranked(a_request(), *homes, tolerance=15)
    assert order(ranking) == ["agency", "ours"]
    note = as_contract(ranking)["order_note"]
    assert "agency (Agency fostering) is shown before in-house fostering" in note
    assert "15 points" in note


def test_the_best_of_every_tier_is_always_given():
    ranking = ranked(a_request(), a_home("ours", skills=NONE), a_home("agency", "agency_fostering"))
    assert as_contract(ranking)["best_in_tier"] == {
        "kin": None, "in_house": "ours", "agency": "agency", "residential": None, "supported": None,
    }  # fmt: skip
    assert list(ranking.best_in_tier) == list(Tier)


def test_cost_changes_neither_fit_nor_order():
    cheap, dear = a_home("A", weekly_cost=1.0), a_home("B", skills=HALF, weekly_cost=9_999.0)
    ranking = ranked(a_request(), cheap, dear)
    turned = ranked(a_request(), replace(cheap, weekly_cost=9_999.0), replace(dear, weekly_cost=1.0))
    assert order(ranking) == order(turned)
    assert ranking.fit.low.tolist() == turned.fit.low.tolist()


def test_a_ruled_out_home_says_which_rule_what_fact_from_where_and_who_may_waive_it():
    home = a_home(ages_from=12, sources={"ages_from": Source(what="approval", on=date(2026, 5, 3))})
    found = why_not(ranked(a_request(), home), " h1 ")
    broken = found.ruled_out_because[0]
    assert (broken.rule.id, broken.source, broken.on) == ("approved_ages", "approval", "2026-05-03")
    assert broken.fact == "may care for ages 12 to 18; age 9"
    assert broken.rule.may_waive == "fostering manager"


def test_why_not_finds_a_home_by_name_and_says_nothing_of_one_that_is_not_there():
    ranking = ranked(a_request(), a_home(name="H1"))
    named = ranked(a_request(), replace(ranking.homes[0], name="Rose Cottage"))
    assert why_not(named, "rose cottage").home.id == "H1"
    assert why_not(named, "Lily Cottage") is None


def test_what_is_not_known_makes_a_range_and_the_question_that_narrows_it_most_comes_first():
    found = card(ranked(a_request(), a_home(skills={}, strain=None)), 0)
    assert found.high - found.low == pytest.approx(33)
    assert found.not_known[0].question.startswith("What can the home do for behaviour")


def test_an_identity_need_met_by_a_plan_counts_as_much_as_one_met_by_the_carers():
    request = a_request(a_child(identity_needs=("halal food",)))
    met, plan, not_yet = (
        a_home(name, identity={"halal food": how}) for name, how in zip("ABC", Identity, strict=True)
    )
    fit = ranked(request, met, plan, not_yet).fit.low
    assert fit[0] == fit[1] == fit[2] + 8


def test_wishes_and_people_count_as_the_child_said():
    pets = a_request(a_child(wishes=(Wish(feature=Feature.PETS, words="I want a dog"),)))
    fit = ranked(
        pets, a_home("A", features={Feature.PETS: True}), a_home("B", features={Feature.PETS: False})
    ).fit
    assert fit.low[0] - fit.low[1] == 10
    brother = a_request(a_child(key_people=(KeyPerson(name="Sam", home="A", postcode="LE1 1AA"),)))
    fit = ranked(brother, a_home("A"), a_home("B")).fit
    assert fit.low[0] > fit.low[1] + 9


def test_a_support_the_council_brings_closes_a_gap_of_one():
    weak = a_home(skills=HALF)
    without, with_plan = (
        ranked(a_request(supports=supports), weak).fit.low[0] for supports in ((), (Domain.BEHAVIOUR,))
    )
    assert with_plan - without == 15


def test_out_of_area_goes_to_the_nominated_officer_and_at_a_distance_to_the_director():
    request = a_request(explored_in_county=("H2",))
    ranking = ranked(request, a_home("near", postcode="IP1 1AA"), a_home("far", postcode="LE1 1AA"))
    near, far = ({item.id: item.who for item in card(ranking, row).approvals} for row in (0, 1))
    assert near == {"out_of_area": "nominated officer", "host_notice": "Suffolk"}
    assert far == {"at_a_distance": "director of children's services", "host_notice": "Leicester"}


def test_weights_are_scaled_to_a_hundred_and_refused_where_they_make_no_sense():
    assert sum(weights_of(Policy()).values()) == 100
    assert {name: c.weight for name, c in CRITERIA.items()} == weights_of(Policy())
    with pytest.raises(WeightsError, match="no criterion cost"):
        weights_of(Policy(weights={"cost": 5}))
    with pytest.raises(WeightsError, match="below 0"):
        weights_of(Policy(weights={"needs": -5}))


def test_every_criterion_says_what_it_measures_and_on_what_evidence():
    assert len(CRITERIA) == 8
    for criterion in CRITERIA.values():
        assert criterion.measures.endswith(".")
        assert criterion.source
        assert criterion.label


def test_an_arrangement_gives_the_only_good_home_to_the_one_who_needs_it_and_proves_it():
    homes = [a_home("skilled", free_places=1, approved_number=1), a_home("plain", skills=NONE, free_places=1)]
    needy = a_request()
    easy = replace(a_request(a_child(id="B", needs=())), id="R2")
    rankings = [ranked(request, *homes) for request in (easy, needy)]
    found = arrangement_contract(arrange(rankings))
    assert {one["request"]: one["home"] for one in found["placed"]} == {"R1": "skilled", "R2": "plain"}
    assert found["not_placed"] == []
    assert found["what"].startswith("One possible arrangement")


def test_an_arrangement_says_why_a_swap_would_not_help():
    homes = [
        a_home("near", free_places=1, approved_number=1),
        a_home("far", postcode="CB1 3CC", free_places=1),
    ]
    rankings = [
        ranked(replace(a_request(a_child(needs=())), id="R1"), *homes),
        ranked(replace(a_request(a_child(id="B", needs=(), keep_school=False)), id="R2"), *homes),
    ]
    swap = arrangement_contract(arrange(rankings))["why_not_swap"][0]
    assert (swap["request"], swap["wants"], swap["held_by"]) == ("R2", "near", "R1")
    assert swap["change"] < 0


def test_an_emergency_is_ranked_at_once_and_never_waits_for_a_batch():
    emergency = ranked(a_request(emergency=True), a_home())
    found = arrangement_contract(arrange([emergency]))
    assert found["ranked_at_once"] == ["R1"]
    assert found["placed"] == []
    assert order(emergency) == ["H1"]


def test_where_every_home_is_ruled_out_the_note_says_so():
    assert as_contract(ranked(a_request(), a_home(free_places=0)))["order_note"].startswith(
        "No home could take"
    )
