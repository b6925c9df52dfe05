"""What a block of replications starts from."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from sufficiency.analytics.forecast import vectors
from sufficiency.analytics.forecast.bands import KIND_INDEX, KINDS
from sufficiency.analytics.forecast.blocks import Opening, block
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.people import AWAY, IN_CARE, NEW
from sufficiency.analytics.histories.history import in_care_on

pytestmark = pytest.mark.slow
START = date(2024, 3, 31)


@pytest.fixture(scope="module")
def opening(history_of_four_years) -> Opening:
    return opening_of(history_of_four_years, start=START, years=2)


def test_every_replication_starts_with_the_children_in_care(opening, history_of_four_years):
    run = block(opening, seed=1, place=0, size=6)
    here = in_care_on(history_of_four_years.episodes, START)
    by_kind = dict(here.group_by("kind").len().rows())
    counted = run.tallies.stock[:, 0].sum(axis=2)
    for kind in KINDS:
        assert (counted[:, KIND_INDEX[kind.value]] == by_kind.get(kind.value, 0)).all()


def test_people_are_gathered_by_replication(opening):
    run = block(opening, seed=1, place=0, size=5)
    first, status = run.people.first, run.people.status
    here = [int((status[a:b] == IN_CARE).sum()) for a, b in pairwise(first)]
    assert here == [len(opening.in_care)] * 5
    assert first[-1] == len(status)


def test_those_to_come_wake_within_the_forecast(opening):
    run = block(opening, seed=1, place=0, size=5)
    new = (run.people.status == AWAY) & (run.people.cause == NEW)
    assert new.sum() > 100
    assert run.people.wake[new].min() >= 0
    assert run.people.wake[new].max() < run.world.month_days[-1]


def test_those_away_return_after_the_start_or_never(opening):
    run = block(opening, seed=1, place=0, size=200)
    away = (run.people.status == AWAY) & (run.people.cause != NEW)
    assert away.sum() > 100
    assert run.people.wake[away].min() >= 0
    assert np.isinf(run.people.wake[away]).any()
    assert np.isfinite(run.people.wake[away]).any()


def test_blocks_differ_by_place_and_seed_alone(opening):
    keys = [
        block(opening, seed=seed, place=place, size=2).people.key for seed, place in ((1, 0), (1, 1), (2, 0))
    ]
    again = block(opening, seed=1, place=0, size=2).people.key
    assert np.array_equal(keys[0], again)
    assert not np.intersect1d(keys[0], keys[1]).size
    assert not np.intersect1d(keys[0], keys[2]).size


def played(opening: Opening, *, times: float, size: int = 40) -> tuple[np.ndarray, np.ndarray]:
    flows = opening.flows.with_entrants(times=times)
    run = block(replace(opening, flows=flows), seed=1, place=0, size=size)
    births = run.people.born.copy()
    vectors.simulate(run)
    return run.tallies.stock.sum(axis=(2, 3)), births


def test_more_entrants_leave_everyone_else_as_they_were(opening):
    usual, born = played(opening, times=1.0)
    more, more_born = played(opening, times=1.3)
    fewer, fewer_born = played(opening, times=0.6)
    assert set(fewer_born) < set(born) < set(more_born)
    assert (more >= usual).all()
    assert (fewer <= usual).all()
    assert (more - usual)[:, -1].mean() > 3


def test_entrants_come_in_the_proportion_asked_for(opening):
    run = block(replace(opening, flows=opening.flows.with_entrants(times=2.0)), seed=1, place=0, size=200)
    usual = block(opening, seed=1, place=0, size=200)
    ratio = (run.people.cause == NEW).sum() - (run.people.status == IN_CARE).sum()
    base = (usual.people.cause == NEW).sum() - (usual.people.status == IN_CARE).sum()
    assert ratio / base == pytest.approx(2.0, rel=0.03)


def test_no_entrants_at_all_can_be_asked_for(opening):
    run = block(replace(opening, flows=opening.flows.with_entrants(times=0.0)), seed=1, place=0, size=10)
    assert ((run.people.status == AWAY) & (run.people.cause == NEW)).sum() == 0


def test_rates_multiplied_by_a_lever_hasten_leaving(opening):
    home = opening.flows.events_times.copy()
    home[:, :, 0] *= 3
    hastened = replace(opening, flows=replace(opening.flows, events_times=home))
    left = []
    for given in (opening, hastened):
        run = block(given, seed=1, place=0, size=30)
        vectors.simulate(run)
        left.append(run.tallies.leavers[:, :12, 0].sum())
    assert left[1] > 1.4 * left[0]
