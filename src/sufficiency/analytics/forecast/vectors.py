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
    Bools,
    Floats,
    Ints,
    entry_group,
    mover_group,
)
from sufficiency.analytics.forecast.causes import EIGHTEEN, EVENTS, MOVE
from sufficiency.analytics.forecast.many_chances import exponential, pick, return_after, uniform
from sufficiency.analytics.forecast.people import (
    AWAY,
    EVENING_BEFORE,
    IN_CARE,
    NEVER,
    NEW,
    People,
    Run,
)
from sufficiency.analytics.forecast.steering import ON_ENTRY, ON_MOVING, STAYS


def _bands(origin: Floats, starts: Ints, t: Floats) -> tuple[Ints, Floats]:
    """How many starts have been reached, and when the next one is."""
    moments = origin[:, None] + starts
    band = (moments <= t[:, None]).sum(axis=1)
    width = moments.shape[1]
    coming = moments[np.arange(len(band)), np.minimum(band, width - 1)]
    return band, np.where(band < width, coming, NEVER)


def look_ahead(run: Run, r: Ints, m: int, i: Ints, t: Floats) -> None:
    """Work out the children's rates from now on, and when something next changes for each."""
    people = run.people
    ends = _place_in_bands(run, i, t)
    since = np.maximum(t, 0.0)
    child = np.flatnonzero(people.age[i] < AGE_BANDS)
    rate = np.zeros(len(i))
    rates = _rates_of(run, r[child], m, i[child])
    for event in range(EVENTS):
        rate[child] += rates[:, event]
    if run.steering.is_on:
        planned = np.zeros(len(child))
        for p in range(run.planned.shape[1]):
            planned += run.planned[r[child], p] * is_for(run, p, i[child])
        rate[child] += planned
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


def _rates_of(run: Run, r: Ints, m: int, i: Ints) -> Floats:
    """The children's rates a day [child, event]."""
    year = run.world.year_of_month[m]
    world, chances, people = run.world, run.chances, run.people
    age, kind = people.age[i], people.kind[i]
    of_child = chances.of_child[r, people.uasc[i], age, people.in_care[i]]
    of_place = chances.of_place[r, kind, world.group_of_age[age], people.in_placement[i]]
    rates: Floats = of_child * of_place * chances.times[r, year, kind]
    if run.steering.is_on:
        rates = rates * run.steering.times[m, people.uasc[i], world.group_of_age[age], kind]
    return rates


def is_for(run: Run, p: int, i: Ints) -> Bools:
    """Whether a planned move is for such children as these are now."""
    people = run.people
    found: Bools = run.steering.plan_for[
        p, people.uasc[i], run.world.group_of_age[people.age[i]], people.kind[i]
    ]
    return found


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
        begins = float(world.month_days[self.m])
        anew = self._begins_anew() & (people.status == IN_CARE) & (people.wake > begins)
        i = np.flatnonzero(anew)
        _use_up(people, i, np.full(len(i), begins))
        looks_at = np.full(len(i), begins if self.m > 0 else EVENING_BEFORE)
        look_ahead(self.run, self.replication[i], self.m, i, looks_at)

    def _begins_anew(self) -> Bools:
        """For whom rates change as the month begins: all in a new year, else whom levers say; plans are shared out."""
        run, steering = self.run, self.run.steering
        new_year = self.m == 0 or self.year != run.world.year_of_month[self.m - 1]
        anew = np.full(len(run.people.born), new_year or steering.turns[self.m])
        everyone = np.arange(len(anew))
        for p, days in enumerate(steering.plan_a_day):
            found = is_for(run, p, everyone)
            here = self.replication[(run.people.status == IN_CARE) & found]
            run.planned[:, p] = days[self.m] / np.maximum(np.bincount(here, minlength=len(run.planned)), 1)
            if days[self.m] > 0.0 or (self.m > 0 and days[self.m - 1] > 0.0):
                anew |= found
        return anew

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
        self._go_to(i, ON_ENTRY, run.chances.entry[r, self.year, group])
        people.budget[i] = exponential(people, i)
        people.status[i] = IN_CARE
        entrants = run.tallies.entrants
        sort = np.where(people.cause[i] == NEW, people.band[i], entrants.shape[2] - 1)
        np.add.at(entrants[:, self.m], (r, sort), 1)
        self._count(i, 1)
        look_ahead(run, r, self.m, i, t)

    def _happen(self, i: Ints) -> None:
        people, r = self.run.people, self.replication[i]
        chance = uniform(people, i) * people.rate[i]
        what = np.full(len(i), MOVE)
        rates = _rates_of(self.run, r, self.m, i)
        for event in range(MOVE):
            chance = chance - rates[:, event]
            what[(chance < 0.0) & (what == MOVE)] = event
        for p in range(self.run.planned.shape[1]):
            chance = chance - self.run.planned[r, p] * is_for(self.run, p, i)
            what[(chance < 0.0) & (what == MOVE)] = EVENTS + p
        self._leave(i[what < MOVE], what[what < MOVE])
        self._move(i[what == MOVE])
        for p, cause in enumerate(self.run.steering.plan_cause):
            planned = i[what == EVENTS + p]
            if cause == STAYS:
                self._move_as_planned(planned, p)
            else:
                self._leave(planned, np.full(len(planned), cause))

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
        r = self.replication[i]
        self._count(i, -1)
        group = mover_group(run.world.group_of_age[people.age[i]], people.uasc[i] == 1)
        self._go_to(i, ON_MOVING, run.chances.move[r, self.year, people.kind[i], group])
        self._settle(i)

    def _move_as_planned(self, i: Ints, p: int) -> None:
        people, to = self.run.people, self.run.steering.plan_to[p]
        self._count(i, -1)
        people.kind[i] = pick(np.broadcast_to(to, (len(i), len(to))), uniform(people, i))
        self._settle(i)

    def _settle(self, i: Ints) -> None:
        people, t = self.run.people, self.run.people.wake[i]
        people.placed[i], people.budget[i] = t, exponential(people, i)
        self._count(i, 1)
        look_ahead(self.run, self.replication[i], self.m, i, t)

    def _go_to(self, i: Ints, occasion: int, shares: Floats) -> None:
        people, steering = self.run.people, self.run.steering
        chance = uniform(people, i)
        kind = pick(shares, chance)
        who = (self.m, occasion, people.uasc[i], self.run.world.group_of_age[people.age[i]], kind)
        share = steering.divert[who]
        row = np.arange(len(i))
        below = np.where(kind > 0, shares[row, kind - 1], 0.0)
        # What is left of the chance within the share of the kind is used once more.
        rest = (chance - below) / (shares[row, kind] - below)
        turned = rest < share
        again = rest[turned] / share[turned]
        kind[turned] = pick(steering.divert_to[who][turned][:, :-1], again)
        people.kind[i] = kind

    def _end_band(self, i: Ints) -> None:
        people, groups, stock = (
            self.run.people,
            self.run.world.group_of_age,
            self.run.tallies.stock[:, self.m + 1],
        )
        r, t, before = self.replication[i], people.wake[i], people.age[i]
        _use_up(people, i, t)
        look_ahead(self.run, r, self.m, i, t)
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
