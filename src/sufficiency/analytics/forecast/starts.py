"""Periods of care that began while the records could see: how many, how old, and where to."""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.forecast.bands import (
    ENTRY_BANDS,
    ENTRY_GROUPS,
    KINDS,
    MOVER_GROUPS,
    Birthdays,
    Bools,
    Floats,
    Ints,
    age_group,
    entry_band,
    entry_group,
    mover_group,
)
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.returning import AWAY_DAYS, absences
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells


@dataclass(frozen=True)
class Starts:
    """Entrants by year of the window: `new` [year, band] without those who came back within three years,
    `kinds` [year, entry group, kind] with them, and `ages` in days of the new ones, band by band."""

    new: Floats
    kinds: Floats
    ages: tuple[Ints, ...]


def starts(spells: Spells, *, window: Window, birthdays: Birthdays) -> Starts:
    """Count the entrants that the window shows."""
    year = window.place(spells.entered)
    # A first episode already under way, with its beginning unseen, tells nothing of when care began.
    begins = (spells.started == spells.entered) & (year >= 0) & ~spells.entry_unseen
    new = begins & ~_comes_back(spells)
    group = age_group(birthdays.of(spells.born), spells.entered)
    band, who = entry_band(group, spells.uasc), entry_group(group, spells.uasc)
    days = spells.entered - spells.born
    by_band = np.zeros((len(window.endings), len(ENTRY_BANDS)))
    by_kind = np.zeros((len(window.endings), ENTRY_GROUPS, len(KINDS)))
    np.add.at(by_band, (year[new], band[new]), 1.0)
    np.add.at(by_kind, (year[begins], who[begins], spells.kind[begins]), 1.0)
    return Starts(by_band, by_kind, tuple(days[new & (band == b)] for b in range(len(ENTRY_BANDS))))


def _comes_back(spells: Spells) -> Bools:
    """Whether a spell is the first after an absence of less than three years."""
    last, following = absences(spells)
    back = following != STILL_THERE
    soon = back & (spells.started[following] - spells.ended[last] < AWAY_DAYS[-1])
    found = np.zeros(len(spells), dtype=np.bool_)
    found[following[soon]] = True
    return found


def moves(spells: Spells, *, window: Window, birthdays: Birthdays) -> Floats:
    """Moves that the window shows [year, from, mover group, to]."""
    year = window.place(spells.ended)
    moved = (spells.next_kind != STILL_THERE) & (year >= 0)
    group = mover_group(age_group(birthdays.of(spells.born), spells.ended), spells.uasc)
    counts = np.zeros((len(window.endings), len(KINDS), MOVER_GROUPS, len(KINDS)))
    np.add.at(counts, (year[moved], spells.kind[moved], group[moved], spells.next_kind[moved]), 1.0)
    return counts
