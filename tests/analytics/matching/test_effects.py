"""What another policy would do, told before a panel agrees it."""

from dataclasses import replace

import pytest

from matching_by_force.pairs import a_home, a_request, ranked
from sufficiency.analytics.matching.effects import Shown, effect, summary
from sufficiency.analytics.matching.ordering import tolerance_in_words
from sufficiency.analytics.matching.ranking import again, by_policy, rank_all
from sufficiency.analytics.matching.vocabulary import Domain
from sufficiency.analytics.matching.worlds import Policy

HALF = {Domain.BEHAVIOUR: 1}


@pytest.fixture
def ranking():
    ours = replace(a_home("ours", skills=HALF), weekly_cost=460.0)
    agency = replace(a_home("agency", "agency_fostering"), weekly_cost=None)
    return ranked(a_request(), ours, agency, tolerance=20)


def names(homes):
    return [home.id for home in homes]


def test_a_lower_tolerance_puts_the_better_agency_home_first_and_that_is_told(ranking):
    found = effect(ranking, Policy(tolerance=15))
    assert (names(found.before), names(found.after)) == (["ours", "agency"], ["agency", "ours"])
    assert found.changes_first
    told = summary([found])
    assert (told.requests, told.changes, told.changes_first) == (1, 1, 1)
    assert (told.before, told.after) == (Shown(1, 460.0), Shown(0, None))


def test_a_policy_that_moves_no_home_is_no_change(ranking):
    found = effect(ranking, Policy(tolerance=19))
    assert not found.changes
    assert summary([found]).changes == summary([]).requests == 0


def test_a_request_no_home_could_take_is_counted_and_changes_nothing():
    full = effect(ranked(a_request(), replace(a_home("full"), free_places=0)), Policy(tolerance=0))
    assert (full.before, full.after, full.changes) == ((), (), False)
    assert summary([full]).before == Shown(0, None)


def test_another_policy_gives_what_ranking_anew_by_it_gives(ranking):
    policy = Policy(weights={"needs": 5}, tolerance=3)
    quick, whole = by_policy(ranking, policy), again(ranking, ranking.homes, policy=policy)
    assert list(quick.order) == list(whole.order)
    assert quick.fit.middle.tolist() == whole.fit.middle.tolist()


@pytest.mark.parametrize(
    "policy", [Policy(tolerance=0), Policy(weights={"wishes": 0, "needs": 99}, tolerance=100)]
)
def test_no_policy_moves_a_rule(many_worlds, policy):
    for made in many_worlds[::8]:
        for before in rank_all(made.world, made.points):
            after = by_policy(before, policy)
            assert set(after.order) == set(before.order)
            assert set(after.ruled_out) == set(before.ruled_out)


@pytest.mark.parametrize(
    ("tolerance", "says"),
    [(0, "by fit alone"), (1, "by 1 point or more"), (7.5, "by 7.5 points or more"), (100, "never broken")],
)
def test_a_tolerance_is_told_in_words(tolerance, says):
    assert says in tolerance_in_words(tolerance)
