"""How strongly full own places send children to bought ones, learnt from an authority's own months.

Returns do not say how many carers an authority has. But where its carers are full, fewer children are placed with
them in months that begin with more in-house children than were usual of late, and more in months that begin with
fewer: the number is held in place from outside. How strong that pull is, is not known; a few answers, no pull at
all among them, are weighed by how well each explains where children went.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from sufficiency.analytics.forecast.bands import (
    KIND_INDEX,
    Birthdays,
    Bools,
    Floats,
    Ints,
    age_group,
    entry_group,
    mover_group,
)
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR, Window
from sufficiency.analytics.forecast.mixes import Mix
from sufficiency.analytics.forecast.pull_strength import USUAL_MONTHS, above_usual, plausible
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells
from sufficiency.analytics.reference.kinds import Kind

# An authority's own places, and those that it buys when these are full.
PAIRS: Final = (
    (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL),
)
_DAYS_A_MONTH: Final = DAYS_A_YEAR / 12
_RECENT_MONTHS: Final = 36  # that say how many children are placed and how long they stay
_FEWEST: Final = 60  # placements, below which nothing can be said of single months
_EDGES_OF_SHARE: Final = (0.02, 0.98)  # odds of nought or infinity could never be pulled back


@dataclass(frozen=True)
class Pace:
    """How children are placed in a pair of late: so many for each entrant, and a month for each child in care.

    `share` of them go to own places, of which `turnover` end each month.
    """

    of_entrants: float
    of_children: float
    share: float
    turnover: float


@dataclass(frozen=True)
class Pull:
    """What holds the numbers in an authority's own places.

    `weights` go with `STRENGTHS`. `before` are own numbers at the last month ends up to the start, oldest first;
    `highest` is the most there were. `excess` is by how much, in logs, own numbers stood above their usual in
    recent months: growth goes on at that pace, as the shares fitted know of it already.
    """

    own: int
    bought: int
    weights: Floats
    before: Floats
    highest: float
    excess: float
    pace: Pace


@dataclass(frozen=True)
class _Placed:
    """Placements in a pair, one by one: when, the log odds of an own place for such a child, whether it was one."""

    day: Ints
    odds: Floats
    is_own: Bools
    is_entry: Bools

    @classmethod
    def of(cls, known: Spells, birthdays: Birthdays, mixes: tuple[Mix, Mix], pair: tuple[int, int]) -> Self:
        entry, move = (mix.weights for mix in mixes)
        begins = (known.started == known.entered) & ~known.entry_unseen & np.isin(known.kind, pair)
        moved = (known.next_kind != STILL_THERE) & np.isin(known.next_kind, pair)
        entering = entry_group(age_group(birthdays.of(known.born), known.entered), known.uasc)[begins]
        moving = mover_group(age_group(birthdays.of(known.born), known.ended), known.uasc)[moved]
        rows = np.concatenate([entry[0, entering], move[known.kind[moved], moving]])[:, pair]
        return cls(
            day=np.concatenate([known.entered[begins], known.ended[moved]]),
            odds=np.log(np.maximum(rows[:, 0], 1e-9)) - np.log(np.maximum(rows[:, 1], 1e-9)),
            is_own=np.concatenate([known.kind[begins], known.next_kind[moved]]) == pair[0],
            is_entry=np.arange(len(rows)) < begins.sum(),
        )


def fit_pulls(
    known: Spells, *, window: Window, birthdays: Birthdays, entry_mix: Mix, move_mix: Mix
) -> tuple[Pull, ...]:
    """The pull on each pair of kinds that both have been used, where there are months enough to see one."""
    found = []
    for own, bought in PAIRS:
        pair = KIND_INDEX[own.value], KIND_INDEX[bought.value]
        placed = _Placed.of(known, birthdays, (entry_mix, move_mix), pair)
        pull = _fitted(known, window, placed, pair)
        if pull is not None:
            found.append(pull)
    return tuple(found)


def _fitted(known: Spells, window: Window, placed: _Placed, pair: tuple[int, int]) -> Pull | None:
    edges = _edges(window)
    own = _numbers(known, edges, pair[0])
    above = above_usual(own)
    month = np.searchsorted(edges, placed.day, side="right") - 1
    year = window.place(placed.day)
    # The first months only show what is usual; what no return covers shows nothing.
    told = (month >= USUAL_MONTHS) & (month < len(edges) - 1) & (year >= 0)
    if told.sum() < _FEWEST or not placed.is_own[told].any() or placed.is_own[told].all():
        return None
    recent = min(_RECENT_MONTHS, len(edges) - 1)
    return Pull(
        *pair,
        weights=plausible(placed.odds[told], above[month[told]], placed.is_own[told], year[told]),
        before=own[-USUAL_MONTHS - 1 :],
        highest=float(own.max()),
        excess=float(above[USUAL_MONTHS:][-recent:].mean()),
        pace=_pace(known, placed, pair[0], since=int(edges[-1 - recent])),
    )


def _edges(window: Window) -> Ints:
    """The first days of months back from day zero, as far as the window reaches."""
    months = int(-window.first_days[0] / _DAYS_A_MONTH)
    return np.round(-_DAYS_A_MONTH * np.arange(months, -1, -1)).astype(np.int64)


def _numbers(known: Spells, days: Ints, kind: int) -> Floats:
    """Children in a kind at the beginning of each day."""
    here = known.where(known.kind == kind)
    came = np.searchsorted(np.sort(here.started), days, side="left")
    gone = np.searchsorted(np.sort(here.ended[~here.is_open]), days, side="left")
    return (came - gone).astype(np.float64)


def _pace(known: Spells, placed: _Placed, own: int, *, since: int) -> Pace:
    recent = placed.day >= since
    entered = (known.started == known.entered) & ~known.entry_unseen & (known.entered >= since)
    ended = ~known.is_open & (known.kind == own) & (known.ended >= since)
    months = _months_in_care(known, since)
    own_months = max(float(months[known.kind == own].sum()), 1.0)
    return Pace(
        of_entrants=float((recent & placed.is_entry).sum()) / max(int(entered.sum()), 1),
        of_children=float((recent & ~placed.is_entry).sum()) / max(float(months.sum()), 1.0),
        share=float(np.clip(placed.is_own[recent].mean(), *_EDGES_OF_SHARE)) if recent.any() else 0.5,
        turnover=min(float(ended.sum()) / own_months, 1.0),
    )


def _months_in_care(known: Spells, since: int) -> Floats:
    """How many months of each spell lie after a day."""
    until = np.where(known.is_open, 0, known.ended)
    months: Floats = np.maximum(until - np.maximum(known.started, since), 0) / _DAYS_A_MONTH
    return months
