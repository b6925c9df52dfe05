"""The calendar of a projection: month ends, and the financial year that each month falls in."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints
from sufficiency.analytics.reference.years import CollectionYear


@dataclass(frozen=True)
class Months:
    """The start and the month ends after it; the first month is short where the start is no month end."""

    ends: tuple[date, ...]

    @classmethod
    def after(cls, start: date, *, years: int) -> Self:
        """From the start to the last month end at most so many years later."""
        last = _month_end(start.year + years, start.month)
        if _month_end(start.year, start.month) != start:
            last = last.replace(day=1) - timedelta(days=1)
        ends = [start]
        while ends[-1] < last:
            following = ends[-1] + timedelta(days=1)
            ends.append(_month_end(following.year, following.month))
        return cls(tuple(ends))

    def __len__(self) -> int:
        return len(self.ends) - 1

    @property
    def start(self) -> date:
        """The day at whose end the projection starts."""
        return self.ends[0]

    @property
    def days(self) -> Ints:
        """The first day of each month, and the day after the last, counted from the day after the start."""
        return np.array([(end - self.start).days for end in self.ends])

    @property
    def years(self) -> tuple[CollectionYear, ...]:
        """The financial years that the months fall in, the first and last perhaps in part."""
        return tuple(sorted({CollectionYear.containing(end) for end in self.ends[1:]}))

    @property
    def year_of_month(self) -> Ints:
        """The place of each month's financial year in `years`."""
        years = self.years
        return np.array([years.index(CollectionYear.containing(end)) for end in self.ends[1:]])

    @property
    def year_ends(self) -> Ints:
        """The places in `ends` of the start and of the last month end of each financial year."""
        return np.append(0, np.searchsorted(self.year_of_month, np.arange(len(self.years)), side="right"))

    @property
    def shares_of_year(self) -> Floats:
        """Each month's share of its financial year, by days."""
        lengths = np.diff(self.days)
        whole = np.array([(year.end - year.start).days + 1 for year in self.years])
        return np.asarray(lengths / whole[self.year_of_month], dtype=np.float64)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
