"""Spells cut into cells of nearly constant hazard: days at risk, and what ended them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    KINDS,
    KNOWN_LONG_DAYS,
    TIME_IN_CARE_BANDS,
    TIME_IN_CARE_DAYS,
    TIME_IN_PLACEMENT_BANDS,
    TIME_IN_PLACEMENT_DAYS,
    UNKNOWN_TIME_IN_CARE,
    Birthdays,
    Bools,
    Floats,
    Ints,
)
from sufficiency.analytics.forecast.causes import EVENTS, MOVE
from sufficiency.analytics.forecast.regression import bincount
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells
from sufficiency.analytics.reference.years import CollectionYear

DAYS_A_YEAR: Final = 365.25
_SPELLS_AT_ONCE: Final = 50_000


@dataclass(frozen=True)
class Window:
    """The days on which the records could see: from the first day of each year with a return to its last."""

    first_days: Ints
    last_days: Ints  # the day after the year, or day zero where the forecast starts within it
    endings: Ints

    @classmethod
    def of(cls, years: Iterable[CollectionYear], *, day_zero: date) -> Self:
        """The part of these collection years, oldest first, that lies before day zero."""
        begun = [year for year in years if year.start < day_zero]
        first = [(year.start - day_zero).days for year in begun]
        after = [min((year.next.start - day_zero).days, 0) for year in begun]
        return cls(np.array(first), np.array(after), np.array([year.ending for year in begun]))

    def place(self, day: Ints) -> Ints:
        """The place of the year that holds each day, or -1 where no return covers it."""
        row = np.searchsorted(self.first_days, day, side="right") - 1
        inside = (row >= 0) & (day < self.last_days[np.maximum(row, 0)])
        return np.where(inside, row, -1)

    @property
    def fractions(self) -> Floats:
        """How much of a year each return covers (1.0 unless the forecast starts within it)."""
        return np.minimum((self.last_days - self.first_days) / 365.0, 1.0)


@dataclass(frozen=True)
class Cells:
    """Child-years at risk and events (columns: the leaving causes, then moves), a row a cell and year."""

    uasc: Ints
    age: Ints
    in_care: Ints
    kind: Ints
    in_placement: Ints
    year: Ints
    child_years: Floats
    events: Floats


def cells(spells: Spells, *, window: Window, birthdays: Birthdays) -> Cells:
    """What the spells show within the window; a child enters into risk when first seen."""
    at_risk, child_years = _at_risk(spells, window=window, birthdays=birthdays)
    at_event, event = _at_events(spells, window=window, birthdays=birthdays)
    kept, row = np.unique(np.concatenate([at_risk, at_event]), return_inverse=True)
    years, events = np.zeros(len(kept)), np.zeros((len(kept), EVENTS))
    np.add.at(years, row[: len(at_risk)], child_years)
    np.add.at(events, (row[len(at_risk) :], event), 1.0)
    # Someone who came and went within a day was at risk for about half of it.
    years = np.maximum(years, events.sum(axis=1) * 0.5 / DAYS_A_YEAR)
    uasc, age, in_care, kind, in_placement, year = np.unravel_index(kept, _SHAPE)
    return Cells(uasc, age, in_care, kind, in_placement, year, years, events)


def _at_risk(spells: Spells, *, window: Window, birthdays: Birthdays) -> tuple[Ints, Floats]:
    """The cells that children were at risk in, and the child-years in each."""
    codes, years = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    # A part at a time: cut up, a spell takes a few hundred bytes.
    for first in range(0, len(spells), _SPELLS_AT_ONCE):
        part = spells.where(np.arange(len(spells)) // _SPELLS_AT_ONCE == first // _SPELLS_AT_ONCE)
        spell, begins, ends = _pieces(part, window=window, birthdays=birthdays)
        code = _where(part, spell, begins, window=window, birthdays=birthdays)
        kept, row = np.unique(code[code >= 0], return_inverse=True)
        codes.append(kept)
        years.append(bincount(row, (ends - begins)[code >= 0] / DAYS_A_YEAR, len(kept)))
    return np.concatenate(codes), np.concatenate(years)


def _at_events(spells: Spells, *, window: Window, birthdays: Birthdays) -> tuple[Ints, Ints]:
    """The cell and the sort of each event within the window."""
    left = spells.cause != STILL_THERE
    happened = np.flatnonzero(left | (spells.next_kind != STILL_THERE))
    # An event belongs to the last moment before it, so its day is the day before.
    last_day = np.maximum(spells.ended[happened] - 1, spells.started[happened])
    code = _where(spells, happened, last_day, window=window, birthdays=birthdays)
    event = np.where(left, spells.cause, MOVE)[happened]
    return code[code >= 0], event[code >= 0]


def _pieces(spells: Spells, *, window: Window, birthdays: Birthdays) -> tuple[Ints, Ints, Ints]:
    """Each spell cut at every birthday, band and year: (spell, first day, day after) of each piece."""
    # Left truncation: who is in care at the first return was not watched before it.
    first = np.maximum(spells.started, window.first_days[0])
    after = np.maximum(spells.ended, first)
    cuts = [
        birthdays.of(spells.born),
        spells.entered[:, None] + np.array(TIME_IN_CARE_DAYS),
        spells.started[:, None] + np.array(TIME_IN_PLACEMENT_DAYS),
        np.broadcast_to(window.first_days, (len(spells), len(window.first_days))),
        np.broadcast_to(window.last_days, (len(spells), len(window.last_days))),
    ]
    inside = np.clip(np.concatenate(cuts, axis=1), first[:, None], after[:, None])
    edges = np.concatenate([first[:, None], np.sort(inside, axis=1), after[:, None]], axis=1)
    spell, piece = np.nonzero(np.diff(edges, axis=1) > 0)
    return spell, edges[spell, piece], edges[spell, piece + 1]


_MOST_YEARS = 64  # of records
_SHAPE = (2, AGE_BANDS, TIME_IN_CARE_BANDS, len(KINDS), TIME_IN_PLACEMENT_BANDS, _MOST_YEARS)


def _where(spells: Spells, spell: Ints, day: Ints, *, window: Window, birthdays: Birthdays) -> Ints:
    """The code of the cell of each spell on a day; -1 on days that no return covers."""
    age = (birthdays.of(spells.born[spell]) <= day[:, None]).sum(axis=1)
    in_placement = np.searchsorted(TIME_IN_PLACEMENT_DAYS, day - spells.started[spell], side="right")
    year = window.place(day)
    parts = (
        spells.uasc[spell].astype(np.int64),
        np.minimum(age, AGE_BANDS - 1),
        time_in_care_band(day - spells.entered[spell], unseen=spells.entry_unseen[spell]),
        spells.kind[spell],
        in_placement,
        np.maximum(year, 0),
    )
    return np.where(year >= 0, np.ravel_multi_index(parts, _SHAPE), -1)


def time_in_care_band(days: Ints, *, unseen: Bools) -> Ints:
    """The band of a time in care; unknown where the start was not seen, until it must be long."""
    band = np.searchsorted(TIME_IN_CARE_DAYS, days, side="right")
    return np.where(unseen & (days < KNOWN_LONG_DAYS), UNKNOWN_TIME_IN_CARE, band)
