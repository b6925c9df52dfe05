"""When a lever acts: from a day on, building up over some months, perhaps until another day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints
from sufficiency.analytics.forecast.months import Months


@dataclass(frozen=True)
class Timing:
    """From the start of a day, building up evenly over so many months, until the end of a day (None: for good)."""

    starts: date
    over_months: int = 0
    until: date | None = None

    def at_ends(self, months: Months) -> Floats:
        """The share of the full amount that is reached at the start and at each month end."""
        days = np.array([(end - self.starts).days + 1 for end in months.ends])
        return self._shares(days, over=self._days_of_building_up())

    def in_months(self, months: Months) -> Floats:
        """The share of the full amount that acts in each month, on average."""
        first = (months.start - self.starts).days + 1
        # The middle of each day stands for the day.
        days: Floats = np.arange(first, first + int(months.days[-1]), dtype=np.float64) + 0.5
        daily = self._shares(days, over=self._days_of_building_up())
        means: Floats = np.add.reduceat(daily, months.days[:-1]) / np.diff(months.days)
        return means

    def dying_away(self, months: Months) -> Floats:
        """The share of the full amount in each month where all of it comes at once and dies away evenly."""
        whole = Timing(self.starts, until=self.until).in_months(months)
        return np.clip(whole - self.in_months(months), 0.0, 1.0) if self.over_months else whole

    def _shares(self, days: Floats | Ints, *, over: int) -> Floats:
        risen = np.clip(days / over, 0.0, 1.0) if over else np.ones(len(days))
        ended = days > (self.until - self.starts).days + 1 if self.until else np.zeros(len(days), dtype=bool)
        shares: Floats = np.where((days > 0) & ~ended, risen, 0.0)
        return shares

    def _days_of_building_up(self) -> int:
        return (months_later(self.starts, self.over_months) - self.starts).days


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
