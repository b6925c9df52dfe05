"""What a forecast comes to: every replication's numbers, and summaries of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import AGE_GROUPS, KINDS, Counts, Floats
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import Note

QUANTILES: Final = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)


@dataclass(frozen=True)
class Summary:
    """The mean of the replications and the values that the given shares of them lie below."""

    mean: float
    quantiles: Mapping[float, float]


@dataclass(frozen=True)
class Projection:
    """A forecast, replication by replication. Children are counted at the end of a day.

    `stock` [replication, month end, kind, age group] begins with the start. `days` [replication, month, kind]
    are nights in care. `entrants` [replication, financial year, band] end with those who came back, `leavers`
    [replication, financial year, cause] with those who turned 18. `cost` [replication, financial year, kind] is
    in pounds at the prices of each year, `monthly_cost` [replication, month] that of all kinds together. The
    first and last financial year may be in part.
    """

    months: Months
    seed: int
    stock: Counts
    days: Counts
    entrants: Counts
    leavers: Counts
    cost: Floats
    monthly_cost: Floats
    prices: PriceSet
    notes: tuple[Note, ...]

    @property
    def start(self) -> date:
        """The day from whose end the forecast looks ahead."""
        return self.months.start

    @property
    def month_ends(self) -> tuple[date, ...]:
        """The start and every month end after it."""
        return self.months.ends

    @property
    def years(self) -> tuple[CollectionYear, ...]:
        """The financial years ahead."""
        return self.months.years

    @property
    def replications(self) -> int:
        """How many times the future was played out."""
        return len(self.stock)

    def in_care(self, kind: Kind | None = None) -> Counts:
        """Children in care [replication, month end], of one kind or of all."""
        chosen = self.stock if kind is None else self.stock[:, :, [KINDS.index(kind)]]
        children: Counts = chosen.sum(axis=(2, 3), dtype=np.int32)
        return children

    def of_age(self, group: str) -> Counts:
        """Children in care of an age group, such as 10-15 [replication, month end]."""
        children: Counts = self.stock[:, :, :, AGE_GROUPS.index(group)].sum(axis=2, dtype=np.int32)
        return children

    def child_weeks(self) -> Floats:
        """Weeks in care [replication, financial year, kind]."""
        weeks: Floats = by_year(self.days, self.months) / 7
        return weeks

    def total_cost(self) -> Floats:
        """Pounds [replication, financial year]."""
        pounds: Floats = self.cost.sum(axis=2)
        return pounds


def by_year(monthly: Counts, months: Months) -> Counts:
    """Sums of months [replication, month, …] by financial year [replication, year, …]."""
    firsts = np.searchsorted(months.year_of_month, np.arange(len(months.years)))
    sums: Counts = np.add.reduceat(monthly, firsts, axis=1)
    return sums


def summarise(values: Counts | Floats) -> list[Summary]:
    """A summary of each column of [replication, column]; quantiles between two values are interpolated."""
    means = values.mean(axis=0)
    quantiles = np.quantile(values, QUANTILES, axis=0)
    return [
        Summary(float(mean), dict(zip(QUANTILES, column.tolist(), strict=True)))
        for mean, column in zip(means, quantiles.T, strict=True)
    ]
