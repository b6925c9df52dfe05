"""Enough homes? Places against children, expected children against places, distance, mix beside the plan."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate
from math import hypot
from typing import Final

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.postcodes import KILOMETRES_IN_A_MILE
from sufficiency.analytics.reference.years import CollectionYear


@dataclass(frozen=True)
class Living:
    """One of our children where they live now, as far as it is known. `district` is where the family's home is."""

    kind: Kind
    age: int | None = None
    need: str = ""
    district: str = ""
    inside: bool | None = None
    miles: float | None = None


@dataclass(frozen=True)
class Offered:
    """The places of one home: whom it takes, what it can do, where it is. `free` are those for any child now."""

    kind: Kind
    places: int
    free: int
    youngest: int = 0
    oldest: int = 17
    skills: frozenset[str] = frozenset()
    district: str = ""

    def takes(self, ages: tuple[int, int]) -> bool:
        """Whether a child of any age in a band could live there."""
        return self.youngest <= ages[1] and ages[0] <= self.oldest


@dataclass(frozen=True)
class Line:
    """Children and places of one group. Places that several groups share are counted in each."""

    label: str
    children: int
    outside: int
    places: int
    free: int


def by_kind(children: Sequence[Living], homes: Sequence[Offered]) -> list[Line]:
    """Children and places by kind of placement, in the usual order; kinds without either are left out."""
    lines = [
        _line(kind.label, [one for one in children if one.kind is kind], [h for h in homes if h.kind is kind])
        for kind in Kind
    ]
    return [line for line in lines if line.children or line.places]


def by_age(
    children: Sequence[Living], homes: Sequence[Offered], *, bands: Mapping[str, tuple[int, int]]
) -> list[Line]:
    """Children by age beside the places approved for that age; ages not known come last."""
    lines = [
        _line(
            label,
            [one for one in children if one.age is not None and low <= one.age <= high],
            [home for home in homes if home.takes((low, high))],
        )
        for label, (low, high) in bands.items()
    ]
    unknown = [one for one in children if one.age is None]
    return [*lines, _line("Not known", unknown, [])] if unknown else lines


def by_district(children: Sequence[Living], homes: Sequence[Offered]) -> list[Line]:
    """Children by where their family lives beside the places there."""
    names = sorted({one.district for one in children} | {home.district for home in homes}, key=_known_first)
    return [
        _line(
            name or "Not known",
            [one for one in children if one.district == name],
            [home for home in homes if home.district == name],
        )
        for name in names
    ]


def by_need(children: Sequence[Living], homes: Sequence[Offered], *, needs: Mapping[str, str]) -> list[Line]:
    """Children by need beside the places of homes with that skill. `needs` gives each its label."""
    return [
        _line(
            label,
            [one for one in children if one.need == need],
            [home for home in homes if need in home.skills],
        )
        for need, label in needs.items()
    ]


def _line(label: str, children: Sequence[Living], homes: Sequence[Offered]) -> Line:
    return Line(
        label,
        children=len(children),
        outside=sum(one.inside is False for one in children),
        places=sum(home.places for home in homes),
        free=sum(home.free for home in homes),
    )


def _known_first(name: str) -> tuple[bool, str]:
    return (not name, name)


# Miles in a straight line, as the return has them. 20 miles is the line of the published measures.
DISTANCES: Final = {
    "Up to 5 miles": 5.0,
    "5 to 10 miles": 10.0,
    "10 to 20 miles": 20.0,
    "Over 20 miles": None,
}


def miles_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The straight line between two points on the national grid in metres, in miles to one decimal."""
    metres = hypot(one[0] - other[0], one[1] - other[1])
    return round(metres / 1000 / KILOMETRES_IN_A_MILE, 1)


def distances(children: Iterable[Living]) -> dict[str, int]:
    """How many children live how far from their family's home; those not known last, always said."""
    found = Counter(_distance(one.miles) for one in children)
    return {label: found[label] for label in (*DISTANCES, "Not known")}


def _distance(miles: float | None) -> str:
    if miles is None:
        return "Not known"
    # Twenty miles exactly is not over twenty.
    return next(label for label, limit in DISTANCES.items() if limit is None or miles <= limit)


@dataclass(frozen=True)
class Expected:
    """Children of a kind expected on a day: the middle and the range that holds 80 in 100 futures."""

    on: date
    kind: Kind
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Gap:
    """Expected children beside the places counted on that day: ours and contracted ones, and those merely known."""

    expected: Expected
    counted_on: int
    known: int

    @property
    def short(self) -> int:
        """Places too few for the middle of what is expected; below nought places to spare."""
        return round(self.expected.middle) - self.counted_on

    @property
    def short_range(self) -> tuple[int, int]:
        """The same for the low and the high end of the range."""
        return round(self.expected.low) - self.counted_on, round(self.expected.high) - self.counted_on


@dataclass(frozen=True)
class Supply:
    """Places of a kind from a day up to, not including, another.

    `is_ours`: our own, or bought by contract. `in_register`: approved places of a home; those of a contract are among
    them already.
    """

    kind: Kind
    places: int
    starts: date
    ends: date | None
    is_ours: bool
    in_register: bool = True


def gaps(expected: Iterable[Expected], supply: Sequence[Supply]) -> list[Gap]:
    """The gap of each kind and day. Only what is approved or under contract on that day is counted on."""
    return [_gap(one, [each for each in supply if each.kind is one.kind]) for one in expected]


def _gap(expected: Expected, supply: Sequence[Supply]) -> Gap:
    there = [
        one for one in supply if one.starts <= expected.on and (one.ends is None or expected.on < one.ends)
    ]
    return Gap(
        expected,
        counted_on=sum(one.places for one in there if one.is_ours),
        known=sum(one.places for one in there if one.in_register),
    )


@dataclass(frozen=True)
class MixRow:
    """A group of kinds in a plan for the mix, with the change wanted in each year."""

    label: str
    kinds: tuple[Kind, ...]
    changes: tuple[int, ...]


@dataclass(frozen=True)
class MixPlan:
    """How the mix of placements is to change, year by year from the first."""

    label: str
    first_year: CollectionYear
    rows: tuple[MixRow, ...]
    source: str

    @property
    def start(self) -> date:
        """The day before the first year: the mix then is what changes are counted from."""
        return self.first_year.previous.end


def strategy_mix(first_year: CollectionYear) -> MixPlan:
    """The projected change in placement mix of the strategy of 2011 (appendix 1), laid over four years from one."""
    return MixPlan(
        "Projected change in placement mix",
        first_year,
        rows=(
            MixRow(
                "Private residential",
                (Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL),
                (-4, -12, -15, -15),
            ),
            MixRow("Our own residential", (Kind.IN_HOUSE_RESIDENTIAL,), (4, 10, 6, 0)),
            MixRow("Independent fostering agencies", (Kind.AGENCY_FOSTERING,), (-24, -18, -41, -15)),
            MixRow("Our own foster carers", (Kind.IN_HOUSE_FOSTERING,), (6, 10, 20, 20)),
        ),
        source="Cambridgeshire placements strategy 2011, appendix 1, composition of placement mix",
    )


@dataclass(frozen=True)
class Mix:
    """One group of the mix: how many at the start, planned for a day, and counted on it."""

    label: str
    at_start: int
    planned: int
    now: int
    share: float | None

    @property
    def off_plan(self) -> int:
        """Children more than planned; below nought fewer."""
        return self.now - self.planned


def mix_beside_plan(
    plan: MixPlan, *, at_start: Mapping[Kind, int], now: Mapping[Kind, int], today: date
) -> list[Mix]:
    """The mix now beside what the plan wants by now: whole years done, and the part of this one that has gone."""
    everyone = sum(now.values())
    return [
        Mix(
            row.label,
            at_start=(began := _of(row.kinds, at_start)),
            planned=began + _planned_change(plan, row, today),
            now=(here := _of(row.kinds, now)),
            share=float(Fraction(100 * here, everyone)) if everyone else None,
        )
        for row in plan.rows
    ]


def _of(kinds: Iterable[Kind], counts: Mapping[Kind, int]) -> int:
    return sum(counts.get(kind, 0) for kind in kinds)


def _planned_change(plan: MixPlan, row: MixRow, today: date) -> int:
    """The change wanted up to a day: this year's in proportion to its days."""
    year = CollectionYear.containing(today)
    past = year.ending - plan.first_year.ending
    if past < 0:
        return 0
    done = [0, *accumulate(row.changes)]
    if past >= len(row.changes):
        return done[-1]
    days, of = (today - year.start).days + 1, (year.end - year.start).days + 1
    return done[past] + round(Fraction(row.changes[past] * days, of))
