"""Days that places were used and empty: by home or contract, over a period or month by month.

A day counts from the evening on: of a stay the first day is counted, the day of leaving is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import add

ONE_DAY = timedelta(days=1)
DECEMBER = 12


@dataclass(frozen=True)
class Dated:
    """So many places, children or stopped places from a day up to, not including, another; None: not ended."""

    starts: date
    ends: date | None = None
    count: int = 1


@dataclass(frozen=True)
class Use:
    """Places of one home or contract, the children in them, and the places stopped, each with its dates."""

    places: Sequence[Dated] = ()
    children: Sequence[Dated] = ()
    stopped: Sequence[Dated] = ()


@dataclass(frozen=True)
class Occupancy:
    """Days summed over places. `used` never counts more children than places; those beyond are `over`.

    used + empty + stopped = place-days.
    """

    used: int = 0
    empty: int = 0
    stopped: int = 0
    over: int = 0

    @property
    def place_days(self) -> int:
        """Days of all places, stopped ones included."""
        return self.used + self.empty + self.stopped

    @property
    def child_days(self) -> int:
        """Days of all children, those beyond the places included."""
        return self.used + self.over

    @property
    def level(self) -> float | None:
        """Used days as a percentage of place-days; None where there was no place."""
        return float(Fraction(100 * self.used, self.place_days)) if self.place_days else None

    def __add__(self, other: "Occupancy") -> "Occupancy":
        return Occupancy(
            self.used + other.used, self.empty + other.empty, self.stopped + other.stopped, self.over + other.over
        )  # fmt: skip


@dataclass(frozen=True)
class Period:
    """From a first day to a last, both included."""

    first: date
    last: date

    @property
    def after(self) -> date:
        """The day after the last."""
        return self.last + ONE_DAY

    def months(self) -> "list[Period]":
        """The calendar months in it, the first and the last perhaps in part."""
        starts = [self.first]
        while (following := _next_month(starts[-1])) <= self.last:
            starts.append(following)
        return [Period(start, after - ONE_DAY) for start, after in pairwise([*starts, self.after])]


def occupancy(use: Use, period: Period) -> Occupancy:
    """The days of a period. Between two days on which something changes all days are alike, so few are looked at."""
    if period.after <= period.first:
        return Occupancy()
    return reduce(
        add,
        (_alike(use, start, (end - start).days) for start, end in pairwise(_turning_points(use, period))),
        Occupancy(),
    )


def by_month(use: Use, period: Period) -> Mapping[Period, Occupancy]:
    """The days of each month of a period, so that they add up to those of the whole."""
    return {month: occupancy(use, month) for month in period.months()}


def together(found: Iterable[Occupancy]) -> Occupancy:
    """The days of several homes or months."""
    return reduce(add, found, Occupancy())


def count_on(dated: Iterable[Dated], day: date) -> int:
    """The count that holds on a day."""
    return sum(one.count for one in dated if one.starts <= day and (one.ends is None or day < one.ends))


def _alike(use: Use, day: date, days: int) -> Occupancy:
    places = count_on(use.places, day)
    children = count_on(use.children, day)
    used = min(children, places)
    # A child who lives in a stopped place keeps it: only places without a child can stand stopped.
    stopped = min(count_on(use.stopped, day), places - used)
    return Occupancy(used * days, (places - used - stopped) * days, stopped * days, (children - used) * days)


def _turning_points(use: Use, period: Period) -> list[date]:
    dated = (*use.places, *use.children, *use.stopped)
    days = {day for one in dated for day in (one.starts, one.ends) if day is not None}
    return sorted({period.first, period.after, *(day for day in days if period.first < day < period.after)})


def _next_month(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.month == DECEMBER else date(day.year, day.month + 1, 1)
