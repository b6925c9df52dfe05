"""Who comes new into care in each replication: when, how old, and whether UASC."""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.forecast.bands import ENTRY_BANDS, Floats, Ints
from sufficiency.analytics.forecast.flows import Flows
from sufficiency.analytics.forecast.people import World

_EXTRA_NUMBERS = 500_000_000  # extra entrants are numbered apart, so that the usual ones keep their chances


@dataclass(frozen=True)
class Arrivals:
    """New entrants, replication by replication; `number` tells them apart within one."""

    replication: Ints
    number: Ints
    time: Floats
    born: Ints
    band: Ints

    @property
    def uasc(self) -> Ints:
        """1 for unaccompanied asylum-seeking children."""
        uasc: Ints = (self.band == len(ENTRY_BANDS) - 1).astype(np.int64)
        return uasc


def arrivals(
    flows: Flows,
    yearly: Floats,
    *,
    world: World,
    shares_of_year: Floats,
    usual: np.random.Generator,
    extra: np.random.Generator,
    times: Floats,
) -> Arrivals:
    """Draw new entrants for the expected numbers a year [replication, year, band], `times` [month, band] as many."""
    monthly = yearly[:, world.year_of_month] * shares_of_year[:, None]
    times = times * flows.entrants_times[world.year_of_month]
    base, staying = _drawn(flows, monthly, days=world.month_days, generator=usual)
    month = np.searchsorted(world.month_days, base.time, side="right") - 1
    # Chances of staying are drawn whether or not they are needed, so that levers change no other draw.
    kept = staying < times[month, base.band]
    more, _ = _drawn(flows, monthly * np.maximum(times - 1.0, 0.0), days=world.month_days, generator=extra)
    both = [(base.replication[kept], more.replication), (base.number[kept], more.number + _EXTRA_NUMBERS)]
    both += [(getattr(base, name)[kept], getattr(more, name)) for name in ("time", "born", "band")]
    return Arrivals(*(np.concatenate(pair) for pair in both))


def _drawn(
    flows: Flows, monthly: Floats, *, days: Ints, generator: np.random.Generator
) -> tuple[Arrivals, Floats]:
    """Entrants at these rates [replication, month, band], and a chance for each of being kept."""
    counts = generator.poisson(monthly)
    replication, month, band = (np.repeat(index, counts.ravel()) for index in _cells(counts))
    within, staying = generator.random((2, len(band)))
    # Evenly within the month: the seasons of care starting are weak beside chance.
    time = days[month] + within * (days[month + 1] - days[month])
    born = np.floor(time).astype(np.int64) - flows.entrants.draw_ages(generator, band)
    starts = np.searchsorted(replication, np.arange(counts.shape[0]))
    number = np.arange(len(band)) - starts[replication]
    return Arrivals(replication, number, time, born, band), staying


def _cells(counts: Ints) -> list[Ints]:
    return [index.ravel() for index in np.indices(counts.shape)]
