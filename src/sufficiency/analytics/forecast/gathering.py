"""Everyone in a block of replications, gathered into the arrays that the simulation reads."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.arrivals import Arrivals
from sufficiency.analytics.forecast.bands import Floats, Ints, Smalls
from sufficiency.analytics.forecast.many_chances import mix
from sufficiency.analytics.forecast.people import AWAY, IN_CARE, NEVER, NEW, People, Words
from sufficiency.analytics.forecast.returning import Leavers
from sufficiency.analytics.forecast.spells import Spells

_SPACING: Final = np.uint64(0xD1B54A32D192ED03)  # odd, so that no two numbers come to the same
# People are numbered within a replication so that each keeps the same chances whoever else is there.
_AWAY_FROM: Final = 10**9
_COMING_FROM: Final = 2 * 10**9


@dataclass(frozen=True)
class _Order:
    """In care, then away, then yet to come: how these three are put together replication by replication."""

    in_care: int
    away: int
    coming: int
    size: int
    replication: Ints
    order: Ints

    def ints(self, in_care: Ints | int, away: Ints | int, coming: Ints | int) -> Ints:
        """One value a person; those for people in care and away are the same in each replication."""
        parts = (
            np.tile(np.broadcast_to(np.asarray(in_care), self.in_care), self.size),
            np.tile(np.broadcast_to(np.asarray(away), self.away), self.size),
            np.broadcast_to(np.asarray(coming), self.coming),
        )
        found: Ints = np.concatenate(parts)[self.order]
        return found

    def smalls(self, in_care: Ints | int, away: Ints | int, coming: Ints | int) -> Smalls:
        """The same for small numbers."""
        return self.ints(in_care, away, coming).astype(np.int8)

    def nothing(self) -> Floats:
        """Nought for each person."""
        return np.zeros(len(self.order))


def gather(in_care: Spells, away: Leavers, coming: Arrivals, *, keys: Words) -> People:
    """Put everyone together; `keys` has a random word for each replication."""
    order = _ordered(len(in_care), len(away.born), coming, len(keys))
    number = order.ints(
        np.arange(len(in_care)), _AWAY_FROM + np.arange(len(away.born)), _COMING_FROM + coming.number
    )
    none = np.zeros(len(number), dtype=np.int8)
    return People(
        first=np.searchsorted(order.replication, np.arange(len(keys) + 1)),
        key=mix(keys[order.replication] + _SPACING * number.astype(np.uint64)),
        drawn=none.astype(np.int32),
        born=order.ints(in_care.born, away.born, coming.born).astype(np.int32),
        uasc=order.smalls(in_care.uasc.astype(np.int64), away.uasc, coming.uasc),
        status=order.smalls(IN_CARE, AWAY, AWAY),
        cause=order.smalls(NEW, away.cause, NEW),
        band=order.smalls(0, 0, coming.band),
        kind=order.smalls(in_care.kind, 0, 0),
        age=none.copy(),
        in_care=none.copy(),
        in_placement=none.copy(),
        entered=order.ints(in_care.entered, away.left, 0).astype(np.float64),
        unseen=order.smalls(in_care.entry_unseen.astype(np.int64), 0, 0) == 1,
        placed=order.ints(in_care.started, 0, 0).astype(np.float64),
        budget=order.nothing(),
        rate=order.nothing(),
        since=order.nothing(),
        wake=_wakes(order, coming),
        is_event=none == 1,
    )


def _ordered(in_care: int, away: int, coming: Arrivals, size: int) -> _Order:
    everyone = np.arange(size)
    replication = np.concatenate(
        [np.repeat(everyone, in_care), np.repeat(everyone, away), coming.replication]
    )
    order = np.argsort(replication, kind="stable")
    return _Order(in_care, away, len(coming.born), size, replication[order], order)


def _wakes(order: _Order, coming: Arrivals) -> Floats:
    """Those yet to come wake on arrival; the others' times are worked out later."""
    known = len(order.order) - order.coming
    times = np.concatenate([np.full(known, NEVER), coming.time])
    found: Floats = times[order.order]
    return found
