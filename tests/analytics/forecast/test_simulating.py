"""The simulation: both ways of running it agree, and what it counts adds up."""

import sys
from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast import chances, kernel, many_chances, simulating, vectors
from sufficiency.analytics.forecast.bands import SUPPORTED, SUPPORTED_FROM_GROUP
from sufficiency.analytics.forecast.blocks import Opening, block
from sufficiency.analytics.forecast.compiled import compiled_simulate
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.people import NEVER, Run

START = date(2024, 3, 31)


@pytest.fixture(scope="module")
def opening(history_of_four_years) -> Opening:
    return opening_of(history_of_four_years, start=START, years=3)


def ready(opening: Opening, *, seed: int = 1, place: int = 0, size: int = 4) -> Run:
    return block(opening, seed=seed, place=place, size=size)


def in_python(run: Run) -> None:
    """The kernel as it stands; its unsigned sums are meant to wrap around."""
    with np.errstate(over="ignore"):
        kernel.simulate(run)


def same(one: Run, other: Run) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one.tallies, other.tallies, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("start", [date(2020, 12, 31), START])
def test_child_by_child_and_all_at_once_come_to_the_same(history_of_four_years, start):
    opening = opening_of(history_of_four_years, start=start, years=3)
    one, other = ready(opening), ready(opening)
    in_python(one)
    vectors.simulate(other)
    assert same(one, other)
    assert one.tallies.leavers.sum() > 50
    assert np.array_equal(one.people.drawn, other.people.drawn)


@pytest.mark.slow
def test_machine_code_comes_to_the_same(opening):
    run = compiled_simulate()
    if run is None:
        pytest.fail("Numba is in the environment for development: `uv sync --extra fast`.")
    for seed in (1, 2):
        one, other = (ready(opening, seed=seed, size=20) for _ in range(2))
        run(one)
        vectors.simulate(other)
        assert same(one, other)


def test_without_numba_there_is_no_machine_code(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    compiled_simulate.cache_clear()
    assert compiled_simulate() is None
    compiled_simulate.cache_clear()


def test_machine_code_is_made_anew_where_no_folder_can_keep_it(monkeypatch):
    import numba

    asked = []

    def njit(**options):
        asked.append(options.get("cache", False))
        if options.get("cache"):
            raise RuntimeError("no locator available")
        return lambda function: function

    monkeypatch.setattr(numba, "njit", njit)
    compiled_simulate.cache_clear()
    assert compiled_simulate() is kernel.simulate
    assert asked == [True, False]
    compiled_simulate.cache_clear()


def test_chances_lie_between_nought_and_one_and_differ(opening):
    people = ready(opening).people
    one = np.arange(3000)
    drawn = np.concatenate([many_chances.uniform(people, one % len(people.key)) for _ in range(3)])
    assert 0 <= drawn.min() < drawn.max() < 1
    assert drawn.mean() == pytest.approx(0.5, abs=0.02)
    assert len(np.unique(people.key)) == len(people.key)


def test_one_at_a_time_draws_the_same_chances(opening):
    one, other = ready(opening).people, ready(opening).people
    with np.errstate(over="ignore"):
        singly = [chances.uniform(one, i) for i in range(50)] + [chances.exponential(one, 0)]
    together = [
        *many_chances.uniform(other, np.arange(50)),
        many_chances.exponential(other, np.array([0]))[0],
    ]
    assert singly == together


@pytest.mark.parametrize("chance", [0.0, 0.25, 0.2500001, 0.999])
def test_a_chance_picks_the_share_it_falls_in(chance):
    place = chances.pick(np.array([0.25, 0.25, 1.0]), chance)
    assert place == (0 if chance < 0.25 else 2)


def test_a_return_comes_when_the_budget_is_used_up():
    rates, days = np.array([0.01, 0.02]), np.array([0, 30, 91])
    assert chances.return_after(rates, days, 0.1) == pytest.approx(10.0)
    assert chances.return_after(rates, days, 0.5) == pytest.approx(40.0)
    assert chances.return_after(rates, days, 2.0) == NEVER
    budgets = np.array([0.1, 0.5, 2.0])
    together = vectors.return_after(np.tile(rates, (3, 1)), days, budgets)
    assert together == pytest.approx([10.0, 40.0, NEVER])


@pytest.fixture(scope="module")
def played(opening) -> Run:
    run = ready(opening, size=30)
    vectors.simulate(run)
    return run


def test_children_are_conserved_every_month(played):
    stock = played.tallies.stock.sum(axis=(2, 3))
    came = played.tallies.entrants.sum(axis=2)
    left = played.tallies.leavers.sum(axis=2)
    assert np.array_equal(stock[:, :-1] + came - left, stock[:, 1:])
    assert came.sum() > 500 < left.sum()


def test_nobody_is_counted_less_than_none_times(played):
    assert played.tallies.stock.min() >= 0
    assert played.tallies.days.min() >= 0


def test_nobody_under_16_is_in_supported_accommodation(played):
    young = played.tallies.stock[:, :, SUPPORTED, :SUPPORTED_FROM_GROUP]
    assert young.sum() == 0
    assert played.tallies.stock[:, -1, SUPPORTED].sum() > 0


def test_nobody_stays_after_18(played):
    people = played.people
    born_18_years_before = played.world.birthdays[people.born - played.world.first_birth][:, -1]
    in_care = people.status == 1
    assert in_care.sum() > 500
    assert (born_18_years_before[in_care] >= played.world.month_days[-1]).all()


def test_nights_lie_between_the_fewest_and_the_most_there(played):
    stock = played.tallies.stock.sum(axis=(2, 3))
    length = np.diff(played.world.month_days)
    nights = played.tallies.days.sum(axis=2)
    churn = (played.tallies.entrants.sum(axis=2) + played.tallies.leavers.sum(axis=2)) * length
    opened = stock[:, :-1] * length
    assert (nights <= opened + churn).all()
    assert (nights >= opened - churn).all()


def test_time_goes_by_in_an_authority_of_nobody(authority):
    empty = opening_of(authority(entrants=1, endings=(2023, 2024), uasc=0), start=START, years=1)
    run = ready(empty, size=50)
    vectors.simulate(run)
    assert run.tallies.stock.sum(axis=(2, 3)).max() < 12


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing(opening, monkeypatch):
    monkeypatch.setattr(Opening, "block_size", 3)
    one, three = (simulating.simulate(opening, replications=10, seed=5, workers=n) for n in (1, 3))
    assert all(np.array_equal(getattr(one, name), getattr(three, name)) for name in vars(one))
    assert len(one.stock) == 10


@pytest.mark.slow
def test_a_longer_run_begins_with_the_blocks_of_a_shorter_one(opening, monkeypatch):
    monkeypatch.setattr(Opening, "block_size", 3)
    short, long = (simulating.simulate(opening, replications=n, seed=5, workers=1).stock for n in (3, 6))
    assert np.array_equal(short, long[:3])


def test_large_authorities_have_small_blocks(opening):
    from dataclasses import replace

    flows = opening.flows
    many = replace(flows, entrants=replace(flows.entrants, yearly=flows.entrants.yearly * 20_000))
    assert opening.block_size == 50
    assert 1 <= replace(opening, flows=many).block_size < 10
