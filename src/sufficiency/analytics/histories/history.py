"""Several years of returns joined: children, periods of care, placements and episodes with real dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import Note, Return


@dataclass(frozen=True)
class YearView:
    """One return in plain names: a year's figure comes from that year's own return.

    The frames have the columns of `History`; episodes and placements open at 31 March have no end.
    """

    source: Return
    children: pl.DataFrame
    episodes: pl.DataFrame
    placements: pl.DataFrame
    periods: pl.DataFrame
    notes: tuple[Note, ...] = ()

    @property
    def year(self) -> CollectionYear:
        """The collection year of the return."""
        return self.source.year

    def table(self, name: str) -> pl.DataFrame | None:
        """A table of the return as read (official column names), or None where it was not there."""
        return self.source.tables.get(name)


@dataclass(frozen=True)
class History:
    """What several returns say together about the children of one authority.

    children: child, sex (M, F, U), born, ethnicity, uasc (at any time), uasc_ended.
    episodes: child, started, ended, reason_started, legal_status, need, place, provider, reason_ended,
        reason_changed, home_postcode, placement_postcode, urn, kind, temporary, short_break, period, placement.
    placements: placement, period, child, kind, place, provider, urn, placement_postcode, started, ended,
        reason_started, reason_ended, reason_changed.
    periods: period, child, started, ended, reason_ended, began_before (before the first return's year).

    An end is the day on which the child was no longer there; null means still there at the end of the last
    return. Short breaks (V3, V4) are episodes only. `notes` count each correction that was made.
    """

    views: Mapping[CollectionYear, YearView]
    children: pl.DataFrame
    episodes: pl.DataFrame
    placements: pl.DataFrame
    periods: pl.DataFrame
    notes: tuple[Note, ...] = ()

    @property
    def years(self) -> tuple[CollectionYear, ...]:
        """The collection years that were read, oldest first."""
        return tuple(sorted(self.views))

    @property
    def last_year(self) -> CollectionYear:
        """The latest collection year."""
        return self.years[-1]

    @property
    def returns(self) -> Mapping[CollectionYear, Return]:
        """The returns as read, by year."""
        return {year: view.source for year, view in self.views.items()}

    def in_year(self, year: CollectionYear) -> YearView:
        """The view of one year's own return; KeyError where that year was not read."""
        return self.views[year]


def in_care_on(episodes: pl.DataFrame, day: date) -> pl.DataFrame:
    """A row for each child in care at the end of a day, short breaks left out.

    Where one return leaves two episodes of a child open, the one that started last is taken.
    """
    there = (pl.col("started") <= day) & (pl.col("ended").is_null() | (pl.col("ended") > day))
    open_then = episodes.filter(there & ~pl.col("short_break")).sort("child", "started", maintain_order=True)
    return open_then.unique("child", keep="last", maintain_order=True)
