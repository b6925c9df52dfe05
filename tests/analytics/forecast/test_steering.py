"""What levers do within the simulation: both ways of running it agree, and nothing steered changes nothing."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast import kernel, vectors
from sufficiency.analytics.forecast.bands import AGE_GROUPS, KIND_INDEX, KINDS
from sufficiency.analytics.forecast.blocks import Opening, block
from sufficiency.analytics.forecast.causes import LEAVING, MOVE, Cause
from sufficiency.analytics.forecast.compiled import compiled_simulate
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.people import Run
from sufficiency.analytics.forecast.steering import ON_ENTRY, ON_MOVING, STAYS, Steering

AGENCY, IN_HOUSE = KIND_INDEX["agency_fostering"], KIND_INDEX["in_house_fostering"]
HOME = LEAVING.index(Cause.HOME)


@pytest.fixture(scope="module")
def opening(history_of_four_years) -> Opening:
    return opening_of(history_of_four_years, start=date(2024, 3, 31), years=2)


def run_of(opening: Opening, steering: Steering, *, size: int = 20) -> Run:
    return block(replace(opening, steering=steering), seed=1, place=0, size=size)


def simulated(opening: Opening, steering: Steering, *, size: int = 20) -> Run:
    run = run_of(opening, steering, size=size)
    vectors.simulate(run)
    return run


def plan(steering: Steering, *, a_day: np.ndarray, of: int, to: int = -1, cause: int = STAYS) -> Steering:
    """One planned move of children of any age in a kind."""
    plan_for = np.zeros((1, 2, len(AGE_GROUPS), len(KINDS)), dtype=np.bool_)
    plan_for[..., of] = True
    plan_to = (np.arange(len(KINDS)) >= to).astype(np.float64)[None]
    return steering._replace(
        is_on=True, plan_a_day=a_day[None], plan_for=plan_for, plan_to=plan_to, plan_cause=np.array([cause])
    )


def everything(months: int) -> Steering:
    """A scenario that steers everything at once, from the seventh month on."""
    nothing = Steering.nothing(months)
    late = np.arange(months) >= 6
    times, divert, to = nothing.times.copy(), nothing.divert.copy(), nothing.divert_to.copy()
    times[late, :, 2:, :, HOME] = 1.7
    divert[late, ON_ENTRY, 0, :, AGENCY] = 0.4
    divert[late, ON_MOVING, :, :, AGENCY] = 0.3
    to[..., :] = (np.arange(len(KINDS)) >= IN_HOUSE).astype(np.float64)
    steered = nothing._replace(
        times=times,
        turns=np.arange(months) == 6,
        divert=divert,
        divert_to=to,
        entrants=nothing.entrants * 1.2,
    )
    return plan(steered, a_day=np.where(late, 0.05, 0.0), of=IN_HOUSE, to=AGENCY)


def same(one: Run, other: Run) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one.tallies, other.tallies, strict=True))


@pytest.mark.slow
def test_all_ways_of_running_it_agree_on_levers(opening):
    one, other, third = (run_of(opening, everything(24), size=6) for _ in range(3))
    with np.errstate(over="ignore"):
        kernel.simulate(one)
    vectors.simulate(other)
    compiled = compiled_simulate()
    assert compiled is not None
    compiled(third)
    assert same(one, other)
    assert same(one, third)


def test_steering_that_changes_nothing_gives_the_same_numbers(opening):
    nothing = Steering.nothing(24)
    still = plan(nothing, a_day=np.zeros(24), of=AGENCY, to=IN_HOUSE)
    assert same(simulated(opening, nothing), simulated(opening, still))


def test_planned_moves_move_as_many_as_planned(opening):
    before = simulated(opening, Steering.nothing(24), size=200)
    after = simulated(
        opening, plan(Steering.nothing(24), a_day=np.full(24, 6 / 365), of=AGENCY, to=IN_HOUSE), size=200
    )
    moved = (after.tallies.stock - before.tallies.stock)[:, 3].sum(axis=2).mean(axis=0)
    # Six a year are one and a half by the end of June; few of them have left again by then.
    assert moved[IN_HOUSE] == pytest.approx(1.5, abs=0.3)
    assert moved[AGENCY] == pytest.approx(-1.5, abs=0.3)


def test_planned_leavers_leave_by_their_cause(opening):
    steering = plan(Steering.nothing(24), a_day=np.full(24, 12 / 365), of=AGENCY, cause=HOME)
    before, after = simulated(opening, Steering.nothing(24), size=200), simulated(opening, steering, size=200)
    more = (after.tallies.leavers - before.tallies.leavers)[:, :3].sum(axis=1).mean(axis=0)
    # About three are planned by the end of June. Stays last 300 days and four in ten end at home, so that over the
    # half of the time that is left on average 6% of them would have gone home anyway.
    planned, days = 12 / 365 * 91, 91
    assert more[HOME] == pytest.approx(planned * (1 - 0.4 / 300 * days / 2), abs=0.4)


def test_diverted_entrants_start_elsewhere(opening):
    nothing = Steering.nothing(24)
    divert, to = nothing.divert.copy(), nothing.divert_to.copy()
    divert[:, ON_ENTRY, :, :, AGENCY] = 1.0
    to[..., :] = (np.arange(len(KINDS)) >= IN_HOUSE).astype(np.float64)
    quick = nothing.times.copy()
    quick[..., MOVE] = 0.0
    base = nothing._replace(is_on=True, times=quick)
    before = simulated(opening, base, size=50)
    after = simulated(opening, base._replace(divert=divert, divert_to=to), size=50)
    change = (after.tallies.stock - before.tallies.stock)[:, -1].sum(axis=2).mean(axis=0)
    assert change[AGENCY] < -5
    # Levers change no other draw of chance, so that whoever is not diverted stays where they were.
    assert np.abs(np.delete(change, [AGENCY, IN_HOUSE])).max() == 0.0
