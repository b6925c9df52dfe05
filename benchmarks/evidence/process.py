"""An authority made up week by week, by a process that the forecast does not share. It differs in that

1. children differ in ways no return shows: some leave, and some placements fail, again and again (frailty);
2. siblings come together, so that entrants cluster;
3. the number of entrants swings back to a moving level, with seasons and surges, instead of walking;
4. leaving depends on the age at entry and on time in care without bands, and changes by a trend and a step;
5. placements fail the more often the more failed before;
6. in-house carers are limited: when they are full, children go to agencies;
7. moves to supported accommodation come at an age of the child's own.

Ages, kinds and levels are set so that it looks like an English authority. Days are counted from the day after
the forecast's start; each child belongs to one of several futures, which share everything up to that day.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import KIND_INDEX, Floats, Ints
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.reference.kinds import Kind

YEAR: Final = 365.25
WEEK: Final = 7
KIN, IN_HOUSE, AGENCY, HOME, SUPPORTED, PARENTS, ADOPTERS = (
    KIND_INDEX[kind.value]
    for kind in (
        Kind.KINSHIP_FOSTERING,
        Kind.IN_HOUSE_FOSTERING,
        Kind.AGENCY_FOSTERING,
        Kind.EXTERNAL_RESIDENTIAL,
        Kind.SUPPORTED_ACCOMMODATION,
        Kind.WITH_PARENTS,
        Kind.ADOPTION,
    )
)
_CAUSES: Final = (Cause.HOME, Cause.ORDER, Cause.ADOPTED, Cause.OTHER)
_PLACES: Final = np.array([LEAVING.index(cause) for cause in _CAUSES])
NOT_YET: Final = 10**8
_COLUMNS: Final = (
    "child", "future", "born", "uasc", "entered", "kind", "placed", "failed", "leaves", "fails", "ready",
    "extra",
)  # fmt: skip


@dataclass(frozen=True)
class Nature:
    """What one authority is like."""

    entrants: float  # a year
    growth: float  # of entrants, a year
    practice: float  # change of the rate of leaving, a year
    step: float  # a lasting change of that rate on one day
    step_day: int
    swing: float  # yearly standard deviation of entrants' level around its own
    surges: tuple[int, ...]  # days on which a year of many entrants begins
    uasc: float  # of entrants
    carers: float  # in-house places at the start of the forecast, children
    carers_growth: float


def nature(generator: np.random.Generator, *, children: int) -> Nature:
    """An authority with about so many children in care."""
    return Nature(
        entrants=0.36 * children * generator.uniform(0.9, 1.1),
        growth=generator.normal(0.01, 0.025),
        practice=generator.normal(-0.01, 0.015),
        step=generator.normal(0.0, 0.06),
        step_day=int(generator.uniform(-7, 1) * YEAR),
        swing=generator.uniform(0.03, 0.09),
        surges=tuple(int(day) for day in -YEAR * generator.uniform(0, 9, size=generator.poisson(0.6))),
        uasc=generator.uniform(0.03, 0.1),
        carers=0.3 * children * generator.uniform(0.85, 1.6),  # too few in about half of them
        carers_growth=generator.normal(0.0, 0.03),
    )


@dataclass
class People:
    """Everyone in care now, column by column, and the spells that are over."""

    columns: dict[str, Floats]
    spells: list[dict[str, Floats]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.columns["child"])

    def __getitem__(self, name: str) -> Floats:
        return self.columns[name]

    def come(self, new: dict[str, Floats]) -> None:
        """Add children."""
        self.columns = {name: np.concatenate([self.columns[name], new[name]]) for name in _COLUMNS}

    def end(self, chosen: Ints, day: Floats, *, cause: Floats, to: Floats) -> None:
        """End the spells of those chosen; `to` is the next kind or -1."""
        over = {name: self.columns[name][chosen].copy() for name in _COLUMNS}
        self.spells.append({**over, "ended": day, "cause": cause, "to": to})

    def go(self, chosen: Ints) -> None:
        """Take the chosen out."""
        stay = np.ones(len(self), dtype=np.bool_)
        stay[chosen] = False
        self.columns = {name: values[stay] for name, values in self.columns.items()}


class Authority:
    """Plays an authority's weeks; `more` multiplies new entrants from the start of the forecast on."""

    def __init__(self, like: Nature, generator: np.random.Generator, *, more: float = 1.0) -> None:
        self.like, self.chance, self.more = like, generator, more
        self.people = People({name: np.zeros(0) for name in _COLUMNS})
        self.level = np.zeros(1)
        self.returning = {name: np.zeros(0) for name in (*_COLUMNS, "back")}
        self.numbered = 0

    def play(self, first: int, last: int) -> None:
        """Play the weeks from one day to another."""
        for day in range(first, last, WEEK):
            self._swing()
            self._come(day)
            self._come_back(day)
            self._turn_18(day)
            self._happen(day)

    def branch(self, futures: int) -> None:
        """From now on, so many futures side by side."""
        size = len(self.people)
        which = np.tile(np.arange(size), futures)
        apart = np.repeat(np.arange(futures), size)
        self.people.columns = {name: values[which] for name, values in self.people.columns.items()}
        self.people.columns["future"] = apart.astype(np.float64)
        waiting = len(self.returning["back"])
        again = np.tile(np.arange(waiting), futures)
        self.returning = {name: values[again] for name, values in self.returning.items()}
        self.returning["future"] = np.repeat(np.arange(futures), waiting).astype(np.float64)
        self.level = np.full(futures, float(self.level[0]))
        self.people.spells = []

    def stock(self) -> Floats:
        """Children in care now [future, kind]."""
        counts = np.zeros((len(self.level), len(Kind)))
        np.add.at(counts, (self.people["future"].astype(int), self.people["kind"].astype(int)), 1.0)
        return counts

    def extra(self) -> Floats:
        """Children in care now who would not have come without `more` [future]."""
        return np.bincount(
            self.people["future"].astype(int), self.people["extra"], minlength=len(self.level)
        ).astype(np.float64)

    def _swing(self) -> None:
        weekly = 0.985  # back to its own level within about a year
        shake = self.like.swing * np.sqrt(1 - weekly**2)
        self.level = weekly * self.level + shake * self.chance.standard_normal(len(self.level))

    def _come(self, day: int) -> None:
        years = day / YEAR
        season = 1 + 0.12 * np.sin(2 * np.pi * years)
        surge = 1.25 if any(begins <= day < begins + YEAR for begins in self.like.surges) else 1.0
        more = self.more if day >= 0 else 1.0
        weekly = self.like.entrants * np.exp(self.like.growth * years + self.level) * WEEK / YEAR
        families = self.chance.poisson(weekly * season * surge * more / 1.5)
        family = np.repeat(np.arange(len(families)), families)
        siblings = self.chance.choice([1, 2, 3], p=[0.63, 0.24, 0.13], size=len(family))
        if len(family):
            self.people.come(self._newcomers(np.repeat(family, siblings), siblings, day))

    def _newcomers(self, future: Ints, siblings: Ints, day: int) -> dict[str, Floats]:
        size, draw = len(future), self.chance
        uasc = (draw.random(size) < self.like.uasc).astype(np.float64)
        young = draw.choice(4, p=[0.19, 0.2, 0.2, 0.41], size=len(siblings))
        low, width = np.array([0, 1, 5, 9.5]), np.array([0.8, 4, 5, 8.3])
        eldest = low[young] + width[young] * draw.beta(1, 1 + 0.3 * (young == 0), len(siblings))
        age = np.clip(np.repeat(eldest, siblings) - draw.exponential(0.6, size) * 1.5, 0.005, 17.8)
        age = np.where(uasc == 1, draw.uniform(15, 17.8, size), age)
        family = np.repeat(draw.gamma(3, 1 / 3, len(siblings)), siblings)
        numbers = self.numbered + np.arange(size)
        self.numbered += size
        new = {
            "child": numbers.astype(np.float64),
            "future": future.astype(np.float64),
            "born": np.floor(day - age * YEAR),
            "uasc": uasc,
            "entered": np.full(size, float(day)) + draw.integers(0, WEEK, size),
            "failed": np.zeros(size),
            "leaves": np.sqrt(family * draw.gamma(3, 1 / 3, size)),
            "fails": draw.gamma(2.5, 1 / 2.5, size),
            "ready": 16.1 + draw.gamma(2, 0.4, size) + 5 * (draw.random(size) < 0.45),
        }
        new["placed"] = new["entered"]
        new["extra"] = np.repeat(self._is_extra(len(siblings), day), siblings)
        new["kind"] = self._place(age, uasc, future, day, entering=True)
        return new

    def _is_extra(self, families: int, day: int) -> Floats:
        """Marking some of them beats comparing two plays, whose luck would differ."""
        if self.more <= 1.0 or day < 0:
            return np.zeros(families)
        return (self.chance.random(families) < 1.0 - 1.0 / self.more).astype(np.float64)

    def _come_back(self, day: int) -> None:
        due = self.returning["back"] <= day
        if due.any():
            back = {name: values[due].copy() for name, values in self.returning.items()}
            self.returning = {name: values[~due] for name, values in self.returning.items()}
            age = (day - back["born"]) / YEAR
            back["entered"] = back["placed"] = np.full(len(age), float(day))
            back["kind"] = self._place(age, back["uasc"], back["future"].astype(int), day, entering=True)
            grown = age > 17.9
            self.people.come({name: back[name][~grown] for name in _COLUMNS})

    def _place(self, age: Floats, uasc: Floats, future: Ints, day: int, *, entering: bool) -> Floats:
        """Where children go: by age without bands, in-house as long as carers are free."""
        in_house = np.bincount(
            self.people["future"].astype(int), self.people["kind"] == IN_HOUSE, minlength=len(self.level)
        )
        carers = self.like.carers * np.exp(self.like.carers_growth * day / YEAR)
        free = np.clip(1.5 * (1.03 - in_house / carers) / 0.15, 0.05, 1.0)[future]
        older = 1 / (1 + np.exp(-(age - 13.5) / 1.6))
        weights = np.stack(
            [
                0.24 * (1 - 0.6 * older) * (1 - 0.8 * uasc),
                0.42 * free * (1 - 0.5 * older),
                0.2 + 0.35 * (1 - free) + 0.05 * older,
                (0.02 + 0.45 * older) * (1 - 0.7 * uasc) * (0.55 if entering else 1.0),
                np.where(age >= 16.05, 0.5 + 0.6 * uasc, 0.0),
                0.1 * (1 - 0.7 * older) * (1 - uasc),
            ],
            axis=1,
        )
        shares = np.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)
        picked = (self.chance.random(len(age))[:, None] >= shares[:, :-1]).sum(axis=1)
        return np.array([KIN, IN_HOUSE, AGENCY, HOME, SUPPORTED, PARENTS])[picked].astype(np.float64)

    def _turn_18(self, day: int) -> None:
        grown = np.flatnonzero((day + WEEK - self.people["born"]) / YEAR >= 18.0)
        if len(grown):
            eighteenth = np.floor(self.people["born"][grown] + 18 * YEAR)
            none = np.full(len(grown), -1.0)
            self.people.end(grown, np.maximum(eighteenth, self.people["placed"][grown]), cause=none, to=none)
            self.people.go(grown)

    def _happen(self, day: int) -> None:
        rates = self._rates(day)
        total = rates.sum(axis=1)
        which = np.flatnonzero(self.chance.random(len(total)) < -np.expm1(-total * WEEK / YEAR))
        if not len(which):
            return
        running = np.cumsum(rates[which], axis=1)
        event = (self.chance.random(len(which))[:, None] * running[:, -1:] >= running[:, :-1]).sum(axis=1)
        when = np.maximum(
            float(day) + self.chance.integers(0, WEEK, len(which)), self.people["placed"][which] + 1
        )
        self._move(which[event >= 4], event[event >= 4], when[event >= 4], day)
        self._leave(which[event < 4], event[event < 4], when[event < 4])

    def _rates(self, day: int) -> Floats:
        """Rates a year: home, order, adopted, other; then fails, adopters found, ready for independence."""
        p = self.people.columns
        kind, age = p["kind"], (day - p["born"]) / YEAR
        care = np.maximum(day - p["entered"], 3) / YEAR
        stay = np.maximum(day - p["placed"], 3) / YEAR
        at_entry = age - care
        practice = np.exp(self.like.practice * day / YEAR + self.like.step * (day >= self.like.step_day))
        leaves = p["leaves"] * practice * (1 - 0.75 * p["uasc"])
        home = 0.23 * leaves * care**-0.45 * np.exp(-0.25 * care) * (1.15 - 0.02 * at_entry)
        home = home * np.where(kind == PARENTS, 2.0, np.where(kind == ADOPTERS, 0.02, 1.0))
        peak = np.exp(-np.square(np.log(care / 1.4)) / 0.9)
        order = (
            0.16
            * practice
            * peak
            * np.exp(-0.12 * at_entry)
            * np.where(kind == KIN, 3.0, 0.6)
            * (kind != ADOPTERS)
        )
        adopted = np.where(kind == ADOPTERS, 1.3 / (1 + np.exp(-(stay - 0.6) * 8)), 0.0)
        other = 0.02 + 0.05 * (age > 16)
        fails = 0.42 * p["fails"] * (1 + 0.22 * np.minimum(p["failed"], 5)) * (0.45 + np.exp(-1.5 * stay))
        fails = fails * np.where(kind == KIN, 0.5, 1.0) * (kind != ADOPTERS)
        matched = np.where(
            (at_entry < 3.5) & (kind != ADOPTERS), 0.35 * np.exp(-np.square(care - 0.9) / 0.5), 0.0
        )
        ready = np.where((age > p["ready"]) & (kind != SUPPORTED), 2.0, 0.0)
        return np.stack([home, order, adopted, other, fails, matched, ready], axis=1)

    def _leave(self, which: Ints, event: Ints, when: Floats) -> None:
        if not len(which):
            return
        self.people.end(which, when, cause=_PLACES[event].astype(np.float64), to=np.full(len(which), -1.0))
        comes_back = (event == 0) & (self.chance.random(len(which)) < 0.22)
        back = {name: self.people[name][which[comes_back]].copy() for name in _COLUMNS}
        back["back"] = when[comes_back] + 20 + YEAR * self.chance.weibull(0.8, int(comes_back.sum()))
        self.returning = {name: np.concatenate([self.returning[name], back[name]]) for name in back}
        self.people.go(which)

    def _move(self, which: Ints, event: Ints, when: Floats, day: int) -> None:
        if not len(which):
            return
        p = self.people.columns
        age = (day - p["born"][which]) / YEAR
        to = self._place(age, p["uasc"][which], p["future"][which].astype(int), day, entering=False)
        to = np.where(event == 5, ADOPTERS, np.where(event == 6, SUPPORTED, to)).astype(np.float64)
        self.people.end(which, when, cause=np.full(len(which), -1.0), to=to)
        p["kind"][which], p["placed"][which] = to, when
        p["failed"][which] += event == 4
