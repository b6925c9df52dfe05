"""Flows: everything fitted to a history that moves children in, through and out of care.

This is what a lever changes: a lever returns new flows, and the same seed then draws the same chances, so that
the difference between two projections is the lever's alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from sufficiency.analytics.forecast.bands import (
    ADULT_AT,
    ENTRY_BANDS,
    KINDS,
    SUPPORTED_FROM_GROUP,
    Birthdays,
    Bools,
    Floats,
    Ints,
    birthday,
)
from sufficiency.analytics.forecast.believed import prior_mix
from sufficiency.analytics.forecast.causes import EVENTS
from sufficiency.analytics.forecast.entrants import Entrants, exposure_to_entrants, fit_entrants
from sufficiency.analytics.forecast.exposure import Cells, Window, cells
from sufficiency.analytics.forecast.hazards import Hazards, fit_hazards
from sufficiency.analytics.forecast.mixes import Mix, allowed_kinds, fit_mix
from sufficiency.analytics.forecast.returning import Returning, fit_returning
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells
from sufficiency.analytics.forecast.starts import moves, starts
from sufficiency.analytics.forecast.trends import Trend, Wandering, fit_trend
from sufficiency.analytics.reference.years import CollectionYear

# In England the rate of leaving changed by 4.7% a year between 1996 and 2025 (leavers over children in care), and
# changes tended to go on (autocorrelation 0.4): a walk of about 3.5% and a growth of about 3% give the same.
# Authorities differ, so calmer walks than England's and wilder ones are weighed by their own records.
_COMMON = Wandering(start=0.05, walks=(1e-4,), typical_walk=1e-4, walk_spread=1.0, growth=0.0, shake=0.0)
_OWN = Wandering(
    start=0.1, walks=(0.004, 0.015, 0.03, 0.06), typical_walk=0.015, walk_spread=1.2, growth=0.03, shake=0.01
)


@dataclass(frozen=True)
class Flows:
    """The fitted flows, and what levers make of them.

    `years` are the financial years ahead. `entrants_times` [year, band] and `events_times` [year, kind, event]
    multiply the entrants and the rates of leaving and moving; they are 1 unless a lever says otherwise.
    """

    years: tuple[CollectionYear, ...]
    entrants: Entrants
    entry_mix: Mix
    hazards: Hazards
    events_trend: Trend
    move_mix: Mix
    returning: Returning
    entrants_times: Floats
    events_times: Floats

    def with_entrants(self, *, times: float) -> Self:
        """The same flows with so many times the new entrants of every age, from the first day."""
        return replace(self, entrants_times=self.entrants_times * times)

    def drifting(self, times: float) -> Self:
        """The same flows with every drift as many times as uncertain."""
        return replace(
            self,
            entrants=replace(self.entrants, trend=self.entrants.trend.drifting(times)),
            entry_mix=replace(self.entry_mix, trend=self.entry_mix.trend.drifting(times)),
            events_trend=self.events_trend.drifting(times),
            move_mix=replace(self.move_mix, trend=self.move_mix.trend.drifting(times)),
        )


def fit_flows(
    spells: Spells, *, window: Window, birthdays: Birthdays, ahead: tuple[CollectionYear, ...]
) -> Flows:
    """Fit every flow to the spells seen through the window, for the financial years `ahead`."""
    first = min(int(window.endings[0]), ahead[0].ending)
    years = {"years": window.endings - first, "ahead": np.array([year.ending for year in ahead]) - first}
    risk = cells(spells, window=window, birthdays=birthdays)
    begun = starts(spells, window=window, birthdays=birthdays)
    gone = moves(spells, window=window, birthdays=birthdays)
    hazards = fit_hazards(risk)
    returning = fit_returning(spells, grown_up=birthday(spells.day_zero, spells.born, ADULT_AT))
    # Ageing out is a date, not a rate: those who turned 18 are no leavers here and cannot come back.
    leavers = float((spells.cause != STILL_THERE).sum() / window.fractions.sum())
    exposure = exposure_to_entrants(begun, returning, leavers_a_year=leavers, window=window)
    seen = np.isin(np.arange(len(KINDS)), spells.kind)
    return Flows(
        years=ahead,
        entrants=fit_entrants(begun, exposure=exposure, **years),
        entry_mix=_mix("entry_mix", begun.kinds[:, None], seen, years),
        hazards=hazards,
        events_trend=_events_trend(risk, hazards, years),
        move_mix=_mix("move_mix", gone, seen, years),
        returning=returning,
        entrants_times=np.ones((len(ahead), len(ENTRY_BANDS))),
        events_times=np.ones((len(ahead), len(KINDS), EVENTS)),
    )


def _mix(name: str, counts: Floats, seen: Bools, years: Mapping[str, Ints]) -> Mix:
    """The mix on entering or moving; the last group of either is UASC of 16 and over."""
    groups = np.arange(counts.shape[2])
    of_sixteen = (groups == SUPPORTED_FROM_GROUP) | (groups == groups[-1])
    allowed = allowed_kinds(seen, of_sixteen=of_sixteen)
    return fit_mix(counts, prior=prior_mix(name), allowed=allowed, **years)


def _events_trend(risk: Cells, hazards: Hazards, years: Mapping[str, Ints]) -> Trend:
    counts = np.zeros((len(years["years"]), EVENTS))
    expected = np.zeros_like(counts)
    np.add.at(counts, risk.year, risk.events)
    np.add.at(expected, risk.year, hazards.expected(risk))
    return fit_trend(counts, expected, common=_COMMON, own=_OWN, years=years["years"], ahead=years["ahead"])
