"""What must hold in any world: M1, M2, M5 to M7 and M9 to M12 of the matching design, on small worlds.

`python -m benchmarks.matching` runs them on many more and writes docs/reference/matching_tests.md.
"""

from dataclasses import fields, replace

import numpy as np
import pytest

from matching_by_force import arrangements, rules
from matching_by_force.pairs import rankings_of
from sufficiency.analytics.made_up.matching.settings import SCARCE
from sufficiency.analytics.made_up.matching.worlds import make_up_world
from sufficiency.analytics.matching.allocating import arrange
from sufficiency.analytics.matching.changes import changed
from sufficiency.analytics.matching.explaining import LEAST_POINTS, cards
from sufficiency.analytics.matching.first_if import with_change
from sufficiency.analytics.matching.known import NO, UNKNOWN, YES
from sufficiency.analytics.matching.ranking import again
from sufficiency.analytics.matching.scoring import scored
from sufficiency.analytics.matching.vocabulary import HIGHEST_LEVEL, Domain

pytestmark = pytest.mark.slow
ANSWER = {True: YES, None: UNKNOWN, False: NO}


@pytest.fixture(scope="module")
def rankings(many_worlds):
    return [ranking for made in many_worlds for ranking in rankings_of(made)]


def test_every_rule_agrees_with_a_plain_checker_so_nobody_is_let_in_or_kept_out_wrongly(many_worlds):
    for made in many_worlds:
        for ranking in rankings_of(made):
            for row, home in enumerate(made.world.homes):
                expected = rules.answers(ranking.request, home, made.world, made.points)
                found = dict(
                    zip([r.id for r in ranking.judged.rules], ranking.judged.answers[:, row], strict=True)
                )
                assert found == {name: ANSWER[answer] for name, answer in expected.items()}
                assert ranking.outcome(row) == rules.outcome(ranking.request, home, made.world, made.points)


def test_parts_sum_to_the_score_and_stay_within_their_weights(rankings):
    for ranking in rankings:
        for card in cards(ranking):
            assert sum(part.low for part in card.parts) == pytest.approx(card.low, abs=1e-9)
            assert sum(part.high for part in card.parts) == pytest.approx(card.high, abs=1e-9)
            assert 0 <= card.low <= card.high <= 100
            assert all(0 <= part.low <= part.high <= part.weight + 0.005 for part in card.parts)


def test_taking_a_because_away_lowers_the_score(rankings):
    for ranking in rankings[::5]:
        for card in cards(ranking, top=4):
            for reason in card.because:
                without = again(ranking, [changed(card.home, [reason.without])])
                assert without.fit.low[0] < card.low, (card.home.id, reason)


def test_what_would_put_a_home_first_puts_it_first(rankings):
    tried = 0
    for ranking in rankings:
        for card in cards(ranking, top=6):
            first = card.first_if
            if first and (first.changes or first.tolerance is not None):
                row = ranking.row_of(card.home.id)
                assert with_change(ranking, row, first).order[0] == row, (card.home.id, first)
                tried += 1
    assert tried > 50


def test_protected_characteristics_change_no_rank(many_worlds):
    for made in many_worlds[::2]:
        swapped = replace(
            made,
            world=replace(
                made.world,
                homes=tuple(
                    replace(h, characteristics={"ethnicity": "X", "sex": "Y"}) for h in made.world.homes
                ),
                requests=tuple(
                    replace(
                        r, children=tuple(replace(c, characteristics={"religion": "Z"}) for c in r.children)
                    )
                    for r in made.world.requests
                ),
            ),
        )
        for one, other in zip(rankings_of(made), rankings_of(swapped), strict=True):
            assert one.order == other.order
            assert np.array_equal(one.fit.low, other.fit.low)


def test_adding_a_skill_never_lowers_a_home(rankings):
    for ranking in rankings[::4]:
        for row in ranking.order[:5]:
            for domain in Domain:
                home = ranking.homes[row]
                better = replace(
                    home,
                    skills={**home.skills, domain: min(HIGHEST_LEVEL, (home.skills.get(domain) or 0) + 1)},
                )
                if home.skills.get(domain) is None:
                    better = replace(home, skills={**home.skills, domain: HIGHEST_LEVEL})
                after = again(ranking, [better if n == row else h for n, h in enumerate(ranking.homes)])
                assert after.order.index(row) <= ranking.order.index(row)


def test_moving_nearer_never_lowers_a_home(rankings):
    moved = 0
    for ranking in rankings[::3]:
        places = [p.postcode for c in ranking.request.children for p in c.places]
        columns = ranking.facing.columns
        distances = np.array([columns.miles_to(place) for place in places])
        for row in ranking.order[:10]:
            nearer = [n for n in range(len(ranking.homes)) if (distances[:, n] < distances[:, row]).all()]
            nearer = [n for n in nearer if ranking.facing.in_county[n] == ranking.facing.in_county[row]]
            for other in nearer[:4]:
                home = replace(ranking.homes[row], postcode=ranking.homes[other].postcode)
                after = again(ranking, [home if n == row else h for n, h in enumerate(ranking.homes)])
                if row in after.order:  # it may have moved into a place that is not safe
                    assert after.order.index(row) <= ranking.order.index(row)
                    moved += 1
    assert moved > 10


def test_not_known_never_turns_a_pass_into_a_fail(many_worlds):
    maybe = ("registered", "admitting", "stopped", "free_places", "fostered", "exempt_up_to", "ages_from",
             "ages_to", "approved_number", "approved_for", "children_there", "animals", "strain", "postcode",
             "health_area")  # fmt: skip
    for made in many_worlds[::3]:
        for ranking in rankings_of(made):
            passed = ranking.judged.worst != NO
            for name in maybe:
                after = again(ranking, [replace(home, **{name: None}) for home in ranking.homes])
                assert (after.judged.worst[passed] != NO).all(), name
                assert (after.judged.answers[ranking.judged.answers == YES] != NO).all(), name
            for name in ("skills", "offers", "features", "identity", "mix_safe"):
                after = again(ranking, [replace(home, **{name: {}}) for home in ranking.homes])
                assert (after.judged.answers[ranking.judged.answers == YES] != NO).all(), name


def test_not_known_in_a_request_never_turns_a_pass_into_a_fail(many_worlds):
    for made in many_worlds[::3]:
        for ranking in rankings_of(made):
            passes = ranking.judged.answers == YES
            for name in ("complexity", "residential_wish", "explored_in_county", "expected_stay"):
                request = replace(ranking.request, **{name: None})
                assert_no_fail(ranking, request, passes)
            for name in ("born", "places", "key_people", "wishes", "keep_school", "health_area"):
                children = tuple(replace(child, **{name: None}) for child in ranking.request.children)
                assert_no_fail(ranking, replace(ranking.request, children=children), passes)


def assert_no_fail(ranking, request, passes):
    after = again(replace(ranking, facing=replace(ranking.facing, request=request)), ranking.homes)
    assert (after.judged.answers[passes] != NO).all()


def test_a_batch_is_the_best_of_all_arrangements_and_keeps_siblings_together(land):
    for seed in range(12):
        made = make_up_world(land, seed=seed, requests=4, homes=7, setting=SCARCE)
        planned = [r for r in rankings_of(made) if not r.request.emergency]
        found = arrange(planned)
        worth = {(o.request, o.home): found.worth(o) for o in found.options}
        best = arrangements.best_value(planned, lambda number, home, worth=worth: worth[number, home])
        assert found.value == pytest.approx(best)


def test_weights_change_scores_as_declared(rankings):
    ranking = rankings[0]
    parts = scored(ranking.facing, replace(ranking.policy, weights={"needs": 60}))
    assert sum(part.weight for part in parts) == pytest.approx(100)
    assert parts[0].weight == pytest.approx(6000 / 130)


def test_every_field_of_a_home_is_either_read_by_name_or_only_shown(many_worlds):
    shown_only = {"weekly_cost", "rating", "name", "characteristics", "sources"}
    for made in many_worlds[:4]:
        for ranking in rankings_of(made):
            dearer = [replace(home, weekly_cost=99_999.0, rating="Inadequate") for home in ranking.homes]
            assert again(ranking, dearer).order == ranking.order
    assert shown_only <= {field.name for field in fields(made.world.homes[0])}
    assert LEAST_POINTS > 0
