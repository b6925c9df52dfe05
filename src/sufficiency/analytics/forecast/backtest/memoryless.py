"""A memoryless model of flows, the usual tool: each child leaves and moves at the average rate of their kind
and age, however long they have been there. Rates are those of the last three years, entrants come as they did.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.backtest.counted import Counted
from sufficiency.analytics.forecast.bands import (
    ADULT_AT,
    AGE_GROUP_STARTS,
    AGE_GROUPS,
    GROUP_OF_AGE_BAND,
    KINDS,
    Birthdays,
    Floats,
    Ints,
    age_group,
)
from sufficiency.analytics.forecast.causes import MOVE
from sufficiency.analytics.forecast.exposure import Window, cells
from sufficiency.analytics.forecast.spells import Spells
from sufficiency.analytics.forecast.starts import moves

YEARS_SEEN: Final = 3
MONTHS_A_YEAR: Final = 12
NIGHTS_A_MONTH: Final = 365.25 / MONTHS_A_YEAR
LEAVES, GROWS, STAYS = len(KINDS), len(KINDS) + 1, len(KINDS) + 2  # after the kinds moved to
_SIXTEEN: Final = len(AGE_GROUPS) - 1


@dataclass(frozen=True)
class Memoryless:
    """Chances a month of each kind and age [kind, age group, what happens], entrants a month, and who is there."""

    monthly: Floats
    entrants: Floats
    here: Floats

    def draws(self, generator: np.random.Generator, *, size: int, years: int) -> Counted:
        """Play it out month by month."""
        now: Ints = np.broadcast_to(self.here, (size, *self.here.shape)).astype(np.int64)
        stocks: list[Floats] = []
        nights: list[Floats] = []
        came: list[Floats] = []
        left: list[Floats] = []
        for month in range(MONTHS_A_YEAR * years):
            if month % MONTHS_A_YEAR == 0:
                nights.append(np.zeros((size, len(KINDS))))
                came.append(np.zeros(size))
                left.append(np.zeros(size))
            before = now
            now, gone = self._step(now, generator)
            new = generator.poisson(self.entrants, size=now.shape)
            now = now + new
            nights[-1] += NIGHTS_A_MONTH * (before + now).sum(axis=2) / 2
            came[-1] += new.sum(axis=(1, 2))
            left[-1] += gone
            if month % MONTHS_A_YEAR == MONTHS_A_YEAR - 1:
                stocks.append(now.astype(np.float64))
        return Counted(*(np.stack(parts, axis=1) for parts in (stocks, nights, came, left)))

    def _step(self, now: Ints, generator: np.random.Generator) -> tuple[Ints, Ints]:
        happened = generator.multinomial(now, self.monthly)
        stay, grow = happened[..., STAYS], happened[..., GROWS]
        after = stay + happened[..., :LEAVES].sum(axis=1).transpose(0, 2, 1)
        after[..., 1:] += grow[..., :-1]
        gone = happened[..., LEAVES].sum(axis=(1, 2)) + grow[..., _SIXTEEN].sum(axis=1)
        return after, gone


def fit_memoryless(spells: Spells, *, window: Window, birthdays: Birthdays) -> Memoryless:
    """Fit to the last years of the window; the last day of it is today."""
    years = min(YEARS_SEEN, len(window.endings))
    risk = cells(spells, window=window, birthdays=birthdays)
    recent = risk.year >= len(window.endings) - years
    place = (risk.kind[recent], np.array(GROUP_OF_AGE_BAND)[risk.age[recent]])
    time, events = np.zeros((len(KINDS), len(AGE_GROUPS))), np.zeros((len(KINDS), len(AGE_GROUPS), 2))
    np.add.at(time, place, risk.child_years[recent])
    happened = risk.events[recent]
    np.add.at(events, place, np.stack([happened[:, :MOVE].sum(axis=1), happened[:, MOVE]], axis=1))
    rates = events / np.maximum(time, 1.0)[..., None]
    to = moves(spells, window=window, birthdays=birthdays)[-years:].sum(axis=0)
    return Memoryless(
        monthly=_chances(rates, _shares(to)),
        entrants=_entrants(spells, window, birthdays, years),
        here=_here(spells, birthdays),
    )


def _shares(to: Floats) -> Floats:
    """Where movers go [from, age group, to]; UASC are not told apart."""
    by_group = to[:, : len(AGE_GROUPS)].copy()
    by_group[:, _SIXTEEN] += to[:, len(AGE_GROUPS)]
    total = by_group.sum(axis=2, keepdims=True)
    shares: Floats = by_group / np.maximum(total, 1.0)
    return shares


def _chances(rates: Floats, shares: Floats) -> Floats:
    widths = np.diff([*AGE_GROUP_STARTS, ADULT_AT])
    grows = np.broadcast_to(1.0 / widths, rates.shape[:2])
    yearly = np.concatenate([rates[..., 1:] * shares, rates[..., :1], grows[..., None]], axis=2)
    total = yearly.sum(axis=2, keepdims=True)
    happens = -np.expm1(-total / MONTHS_A_YEAR)
    monthly: Floats = np.concatenate([yearly / total * happens, 1 - happens], axis=2)
    return monthly


def _entrants(spells: Spells, window: Window, birthdays: Birthdays, years: int) -> Floats:
    year = window.place(spells.entered)
    begins = (spells.started == spells.entered) & ~spells.entry_unseen & (year >= len(window.endings) - years)
    new = spells.where(begins)
    counts = np.zeros((len(KINDS), len(AGE_GROUPS)))
    np.add.at(counts, (new.kind, age_group(birthdays.of(new.born), new.entered)), 1.0)
    monthly: Floats = counts / (MONTHS_A_YEAR * window.fractions[-years:].sum())
    return monthly


def _here(spells: Spells, birthdays: Birthdays) -> Floats:
    here = spells.where(spells.is_open)
    counts = np.zeros((len(KINDS), len(AGE_GROUPS)))
    evening_before = np.full(len(here), -1)
    np.add.at(counts, (here.kind, age_group(birthdays.of(here.born), evening_before)), 1.0)
    return counts
