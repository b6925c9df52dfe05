"""Blocks of replications: what is drawn for each, and who is in it.

A block has its own streams of chances, told by the seed and the block's place, so that results do not depend on
who works on which block. Parameters, drift and entrants are drawn anew for each replication. A lever changes
none of the draws: extra entrants come from a stream of their own, missing ones are left out of the same stream.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.arrivals import arrivals
from sufficiency.analytics.forecast.bands import (
    AGE_GROUPS,
    ENTRY_BANDS,
    GROUP_OF_AGE_BAND,
    KINDS,
    TIME_IN_CARE_DAYS,
    TIME_IN_PLACEMENT_DAYS,
    Birthdays,
    Floats,
    Ints,
    age_group,
)
from sufficiency.analytics.forecast.causes import CAUSES
from sufficiency.analytics.forecast.flows import Flows
from sufficiency.analytics.forecast.gathering import gather
from sufficiency.analytics.forecast.many_chances import exponential, return_after
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.own_places import Pull
from sufficiency.analytics.forecast.people import AWAY, IN_CARE, NEW, Chances, Run, Tallies, World
from sufficiency.analytics.forecast.returning import AWAY_DAYS, Leavers
from sufficiency.analytics.forecast.spells import Spells
from sufficiency.analytics.forecast.steering import Steering

_PARAMETERS, _ENTRANTS, _EXTRA, _KEYS = range(4)  # the streams of a block
_MOST_PEOPLE: Final = 250_000  # in a block: small enough to stay near the processor, which bounds memory too
_MOST_REPLICATIONS: Final = 50  # enough for NumPy to work on long arrays


@dataclass(frozen=True)
class Opening:
    """Where every replication begins: the calendar, the flows, who is in care and who may come back."""

    world: World
    shares_of_year: Floats  # each month's
    flows: Flows
    known: Spells  # all that the records show
    in_care: Spells  # those of them that are open
    away: Leavers
    steering: Steering
    pulls: tuple[Pull, ...] = ()  # of full own places

    @property
    def block_size(self) -> int:
        """Replications in a block: fewer where there are many children."""
        people = len(self.in_care) + self.flows.entrants.yearly.sum() * len(self.flows.years)
        return int(np.clip(_MOST_PEOPLE // max(people, 1), 1, _MOST_REPLICATIONS))


def world(months: Months, birthdays: Birthdays) -> World:
    """The calendar and the bands as the simulation reads them."""
    return World(
        month_days=months.days,
        year_of_month=months.year_of_month,
        first_birth=birthdays.first_birth,
        birthdays=birthdays.table,
        group_of_age=np.array([*GROUP_OF_AGE_BAND, GROUP_OF_AGE_BAND[-1]]),
        in_care_days=np.array(TIME_IN_CARE_DAYS),
        in_placement_days=np.array(TIME_IN_PLACEMENT_DAYS),
        away_days=np.array(AWAY_DAYS),
    )


def block(opening: Opening, *, seed: int, place: int, size: int) -> Run:
    """The block at a place in the order of blocks, ready to simulate."""

    def stream(purpose: int) -> np.random.Generator:
        return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(place, purpose)))

    # The order of the draws is part of what a seed means.
    parameters = stream(_PARAMETERS)
    entrants = opening.flows.entrants.draw(parameters, size)
    chances = _chances(opening.flows, parameters, size)
    coming = arrivals(
        opening.flows,
        entrants,
        world=opening.world,
        shares_of_year=opening.shares_of_year,
        usual=stream(_ENTRANTS),
        extra=stream(_EXTRA),
        times=opening.steering.entrants,
    )
    keys = stream(_KEYS).integers(0, 2**63, size=size, dtype=np.uint64)
    run = Run(
        opening.world,
        chances,
        gather(opening.in_care, opening.away, coming, keys=keys),
        _tallies(opening, size),
        opening.steering,
        np.zeros((size, len(opening.steering.plan_a_day))),
    )
    _begin(run)
    return run


def _chances(flows: Flows, generator: np.random.Generator, size: int) -> Chances:
    of_child, of_place = flows.hazards.draw(generator, size)
    times = flows.events_trend.draw(generator, size)[:, :, None, :] * flows.events_times
    return Chances(
        of_child=of_child,
        of_place=of_place,
        times=times,
        entry=flows.entry_mix.draw(generator, size)[:, :, 0],
        move=flows.move_mix.draw(generator, size),
        back=flows.returning.draw(generator, size),
    )


def _tallies(opening: Opening, size: int) -> Tallies:
    months = len(opening.shares_of_year)

    def zeros(*shape: int) -> Ints:
        return np.zeros((size, *shape), dtype=np.int64)

    # Whoever is 10 on day zero is 9 at the start, on the evening before.
    stock = zeros(months + 1, len(KINDS), len(AGE_GROUPS))
    here = opening.in_care
    births = opening.world.birthdays[here.born - opening.world.first_birth]
    evening_before = np.full(len(here), -1)
    group = age_group(births, evening_before)
    np.add.at(stock[:, 0].transpose(1, 2, 0), (here.kind, group), 1)
    return Tallies(
        stock=stock,
        days=zeros(months, len(KINDS)),
        entrants=zeros(months, len(ENTRY_BANDS) + 1),
        leavers=zeros(months, len(CAUSES)),
    )


def _begin(run: Run) -> None:
    """Give everyone in care a budget, and those away a time to return."""
    people = run.people
    replication = np.repeat(np.arange(len(people.first) - 1), np.diff(people.first))
    here = np.flatnonzero(people.status == IN_CARE)
    people.budget[here] = exponential(people, here)
    away = np.flatnonzero((people.status == AWAY) & (people.cause != NEW))
    left, bands = people.entered[away], run.world.away_days
    rates = run.chances.back[replication[away], people.cause[away]]
    # They have not come back so far: the hazard of the time gone by is used up already.
    gone_by = np.clip(-left[:, None] - bands[:-1], 0, np.diff(bands))
    budget = exponential(people, away) + (rates * gone_by).sum(axis=1)
    people.wake[away] = np.maximum(left + return_after(rates, bands, budget), 0.0)
