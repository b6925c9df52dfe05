"""What a forecast and what happened are compared by: children, nights, entrants and leavers of each year."""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_GROUPS,
    KINDS,
    Birthdays,
    Bools,
    Floats,
    Ints,
    age_group,
)
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.held import Counted as Simulated
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.projection import by_year
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells


@dataclass(frozen=True)
class Counted:
    """Children at 31 March [… year, kind, age group], nights [… year, kind], entrants and leavers [… year].

    Axes before the year are replications; what happened has none.
    """

    stock: Floats
    nights: Floats
    entrants: Floats
    leavers: Floats


def happened(spells: Spells, *, window: Window, birthdays: Birthdays) -> Counted:
    """What the spells show of each year of the window."""
    begins = spells.started == spells.entered
    begins &= ~spells.entry_unseen
    leaves = ~spells.is_open & (spells.next_kind == STILL_THERE) & ~_goes_on(spells)
    years = range(len(window.endings))
    return Counted(
        stock=np.array([_stock(spells, int(window.last_days[year]), birthdays) for year in years]),
        nights=np.array([_nights(spells, window, year) for year in years]),
        entrants=_by_year(window.place(spells.entered[begins]), len(window.endings)),
        leavers=_by_year(window.place(spells.ended[leaves]), len(window.endings)),
    )


def _goes_on(spells: Spells) -> Bools:
    """Whether the next spell is of the same period of care: moves just before 18 are not kept as moves."""
    same = (spells.child[1:] == spells.child[:-1]) & (spells.entered[1:] == spells.entered[:-1])
    return np.append(same, False)


def _stock(spells: Spells, day_after: int, birthdays: Birthdays) -> Floats:
    """Children in care at the end of the day before, by kind and age group."""
    here = spells.where((spells.started < day_after) & (spells.is_open | (spells.ended >= day_after)))
    group = age_group(birthdays.of(here.born), np.full(len(here), day_after - 1))
    counts = np.zeros((len(KINDS), len(AGE_GROUPS)))
    np.add.at(counts, (here.kind, group), 1.0)
    return counts


def _nights(spells: Spells, window: Window, year: int) -> Floats:
    first, last = window.first_days[year], window.last_days[year]
    until = np.where(spells.is_open, last, np.minimum(spells.ended, last))
    nights = np.maximum(until - np.maximum(spells.started, first), 0)
    return np.bincount(spells.kind, weights=nights, minlength=len(KINDS)).astype(np.float64)


def _by_year(places: Ints, years: int) -> Floats:
    return np.bincount(places[places >= 0], minlength=years).astype(np.float64)


def expected(simulated: Simulated, months: Months) -> Counted:
    """The same of simulated futures that start on a 31 March, replication by replication."""
    ends = [place for place, end in enumerate(months.ends) if place and (end.month, end.day) == (3, 31)]
    return Counted(
        stock=simulated.stock[:, ends].astype(np.float64),
        nights=by_year(simulated.days, months).astype(np.float64),
        entrants=by_year(simulated.entrants, months).sum(axis=2).astype(np.float64),
        leavers=by_year(simulated.leavers, months).sum(axis=2).astype(np.float64),
    )
