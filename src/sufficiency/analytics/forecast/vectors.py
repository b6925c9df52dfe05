"""The simulation of a whole block at once with NumPy: the same as `kernel`, where Numba is not installed.

Everyone who wakes up within a month is taken together, then those who wake up again, until nobody does.
Here `i` are the places of those awake and `t` their times; the arithmetic is that of `kernel`, in its order.
"""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    KNOWN_LONG_DAYS,
    UNKNOWN_TIME_IN_CARE,
    Floats,
    Ints,
    entry_group,
    mover_group,
)
from sufficiency.analytics.forecast.causes import EIGHTEEN, EVENTS, MOVE
from sufficiency.analytics.forecast.kernel import (
    GOLDEN,
    MIX_1,
    MIX_2,
    SHIFT_1,
    SHIFT_2,
    SHIFT_3,
    TO_53_BITS,
    UNIT,
)
from sufficiency.analytics.forecast.people import (
    AWAY,
    EVENING_BEFORE,
    IN_CARE,
    NEVER,
    NEW,
    People,
    Run,
    Words,
)


def uniform(people: People, i: Ints) -> Floats:
    """The children's next chances in [0, 1)."""
    people.drawn[i] += 1
    words = mix(people.key[i] + GOLDEN * people.drawn[i].astype(np.uint64))
    return (words >> TO_53_BITS).astype(np.float64) * UNIT


def mix(words: Words) -> Words:
    """The finisher of splitmix64: words that differ little come out quite unlike."""
    words = (words ^ (words >> SHIFT_1)) * MIX_1
    words = (words ^ (words >> SHIFT_2)) * MIX_2
    return words ^ (words >> SHIFT_3)


def exponential(people: People, i: Ints) -> Floats:
    """The children's next budgets of hazard."""
    budgets: Floats = -np.log(1.0 - uniform(people, i))
    return budgets


def _pick(cumulative: Floats, chance: Floats) -> Ints:
    places: Ints = (chance[:, None] >= cumulative).sum(axis=1)
    return places


def _bands(origin: Floats, starts: Ints, t: Floats) -> tuple[Ints, Floats]:
    """How many starts have been reached, and when the next one is."""
    moments = origin[:, None] + starts
    band = (moments <= t[:, None]).sum(axis=1)
    width = moments.shape[1]
    coming = moments[np.arange(len(band)), np.minimum(band, width - 1)]
    return band, np.where(band < width, coming, NEVER)


def return_after(rates: Floats, away_days: Ints, budget: Floats) -> Floats:
    """The days after leaving at which children return [child, band]; NEVER if not within the bands."""
    after = np.full(len(budget), NEVER)
    # Band by band, as the rate differs between them.
    waiting = np.ones(len(budget), dtype=np.bool_)
    left = budget.copy()
    for band in range(rates.shape[1]):
        used = rates[:, band] * (away_days[band + 1] - away_days[band])
        comes = waiting & (left < used)
        after[comes] = away_days[band] + left[comes] / rates[comes, band]
        waiting &= ~comes
        left = left - used
    return after


def look_ahead(run: Run, r: Ints, year: int, i: Ints, t: Floats) -> None:
    """Work out the children's rates from now on, and when something next changes for each."""
    people = run.people
    ends = _place_in_bands(run, i, t)
    since = np.maximum(t, 0.0)
    child = np.flatnonzero(people.age[i] < AGE_BANDS)
    rate = np.zeros(len(i))
    rates = _rates_of(run, r[child], year, i[child])
    for event in range(EVENTS):
        rate[child] += rates[:, event]
    happens = np.full(len(i), NEVER)
    some = rate > 0.0
    happens[some] = since[some] + people.budget[i[some]] / rate[some]
    people.since[i], people.rate[i] = since, rate
    people.is_event[i] = happens < ends
    people.wake[i] = np.minimum(happens, ends)


def _place_in_bands(run: Run, i: Ints, t: Floats) -> Floats:
    world, people = run.world, run.people
    cuts = world.birthdays[people.born[i] - world.first_birth]
    people.age[i], age_ends = _bands(np.zeros(len(i)), cuts, t)
    people.in_placement[i], stay_ends = _bands(people.placed[i], world.in_placement_days, t)
    in_care, care_ends = _bands(people.entered[i], world.in_care_days, t)
    known_from = people.entered[i] + KNOWN_LONG_DAYS
    unknown = people.unseen[i] & (t < known_from)
    people.in_care[i] = np.where(unknown, UNKNOWN_TIME_IN_CARE, in_care)
    return np.minimum(np.minimum(age_ends, stay_ends), np.where(unknown, known_from, care_ends))


def _rates_of(run: Run, r: Ints, year: int, i: Ints) -> Floats:
    """The children's rates a day [child, event]."""
    world, chances, people = run.world, run.chances, run.people
    age, kind = people.age[i], people.kind[i]
    of_child = chances.of_child[r, people.uasc[i], age, people.in_care[i]]
    of_place = chances.of_place[r, kind, world.group_of_age[age], people.in_placement[i]]
    rates: Floats = of_child * of_place * chances.times[r, year, kind]
    return rates


def _use_up(people: People, i: Ints, t: Floats) -> None:
    left = people.budget[i] - people.rate[i] * (t - people.since[i])
    people.budget[i] = np.maximum(left, 0.0)


@dataclass(frozen=True)
class Month:
    """One month of a block; `replication` is that of each of its people."""

    run: Run
    replication: Ints
    m: int

    @property
    def year(self) -> int:
        """The place of the month's financial year."""
        return int(self.run.world.year_of_month[self.m])

    def begin(self) -> None:
        """Carry the opening numbers forward; with a new year come new rates."""
        world, people, tallies = self.run.world, self.run.people, self.run.tallies
        tallies.stock[:, self.m + 1] = tallies.stock[:, self.m]
        length = world.month_days[self.m + 1] - world.month_days[self.m]
        tallies.days[:, self.m] += length * tallies.stock[:, self.m].sum(axis=2)
        if self.m == 0 or self.year != world.year_of_month[self.m - 1]:
            begins = float(world.month_days[self.m])
            i = np.flatnonzero((people.status == IN_CARE) & (people.wake > begins))
            _use_up(people, i, np.full(len(i), begins))
            looks_at = np.full(len(i), begins if self.m > 0 else EVENING_BEFORE)
            look_ahead(self.run, self.replication[i], self.year, i, looks_at)

    def pass_by(self) -> None:
        """Wake up everyone for whom something changes before the month ends, until nobody is left."""
        people, ends = self.run.people, float(self.run.world.month_days[self.m + 1])
        # Someone may enter, move and leave within one month, so it takes several rounds.
        i = np.flatnonzero(people.wake < ends)
        while len(i):
            away, event = people.status[i] == AWAY, people.is_event[i]
            self._arrive(i[away])
            self._happen(i[~away & event])
            self._end_band(i[~away & ~event])
            i = i[people.wake[i] < ends]

    def _count(self, i: Ints, change: int) -> None:
        people, tallies, world = self.run.people, self.run.tallies, self.run.world
        r, kind, group = self.replication[i], people.kind[i], world.group_of_age[people.age[i]]
        np.add.at(tallies.stock[:, self.m + 1], (r, kind, group), change)
        left_of_month = world.month_days[self.m + 1] - np.floor(people.wake[i]).astype(np.int64)
        np.add.at(tallies.days[:, self.m], (r, kind), change * left_of_month)

    def _arrive(self, i: Ints) -> None:
        run, people = self.run, self.run.people
        people.entered[i], people.placed[i], people.unseen[i] = people.wake[i], people.wake[i], False
        _place_in_bands(run, i, people.wake[i])
        grown_up = people.age[i] == AGE_BANDS
        people.wake[i[grown_up]] = NEVER
        i = i[~grown_up]
        group = entry_group(run.world.group_of_age[people.age[i]], people.uasc[i] == 1)
        r, t = self.replication[i], people.wake[i]
        people.kind[i] = _pick(run.chances.entry[r, self.year, group], uniform(people, i))
        people.budget[i] = exponential(people, i)
        people.status[i] = IN_CARE
        entrants = run.tallies.entrants
        sort = np.where(people.cause[i] == NEW, people.band[i], entrants.shape[2] - 1)
        np.add.at(entrants[:, self.m], (r, sort), 1)
        self._count(i, 1)
        look_ahead(run, r, self.year, i, t)

    def _happen(self, i: Ints) -> None:
        people, r = self.run.people, self.replication[i]
        chance = uniform(people, i) * people.rate[i]
        what = np.full(len(i), MOVE)
        rates = _rates_of(self.run, r, self.year, i)
        for event in range(MOVE):
            chance = chance - rates[:, event]
            what[(chance < 0.0) & (what == MOVE)] = event
        self._leave(i[what < MOVE], what[what < MOVE])
        self._move(i[what == MOVE])

    def _leave(self, i: Ints, cause: Ints) -> None:
        people, t = self.run.people, self.run.people.wake[i]
        self._count(i, -1)
        np.add.at(self.run.tallies.leavers[:, self.m], (self.replication[i], cause), 1)
        people.status[i], people.cause[i], people.wake[i] = AWAY, cause, NEVER
        young = cause != EIGHTEEN
        i = i[young]
        rates = self.run.chances.back[self.replication[i], cause[young]]
        after = return_after(rates, self.run.world.away_days, exponential(people, i))
        people.wake[i] = t[young] + after

    def _move(self, i: Ints) -> None:
        run, people = self.run, self.run.people
        r, t = self.replication[i], people.wake[i]
        self._count(i, -1)
        group = mover_group(run.world.group_of_age[people.age[i]], people.uasc[i] == 1)
        shares = run.chances.move[r, self.year, people.kind[i], group]
        people.kind[i] = _pick(shares, uniform(people, i))
        people.placed[i], people.budget[i] = t, exponential(people, i)
        self._count(i, 1)
        look_ahead(run, r, self.year, i, t)

    def _end_band(self, i: Ints) -> None:
        people, groups, stock = (
            self.run.people,
            self.run.world.group_of_age,
            self.run.tallies.stock[:, self.m + 1],
        )
        r, t, before = self.replication[i], people.wake[i], people.age[i]
        _use_up(people, i, t)
        look_ahead(self.run, r, self.year, i, t)
        grown_up = people.age[i] == AGE_BANDS
        people.age[i[grown_up]], people.wake[i[grown_up]] = before[grown_up], t[grown_up]
        self._leave(i[grown_up], np.full(int(grown_up.sum()), EIGHTEEN))
        older = ~grown_up
        kind = people.kind[i]
        np.add.at(stock, (r[older], kind[older], groups[before[older]]), -1)
        np.add.at(stock, (r[older], kind[older], groups[people.age[i[older]]]), 1)


def simulate(run: Run) -> None:
    """Carry every replication to the last month."""
    first = run.people.first
    replication = np.repeat(np.arange(len(first) - 1), np.diff(first))
    for m in range(len(run.world.year_of_month)):
        month = Month(run, replication, m)
        month.begin()
        month.pass_by()
