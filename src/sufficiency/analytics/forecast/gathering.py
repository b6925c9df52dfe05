"""Everyone in a block of replications, gathered into the arrays that the simulation reads."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import DTypeLike, NDArray

from sufficiency.analytics.forecast.arrivals import Arrivals
from sufficiency.analytics.forecast.bands import Ints, Smalls
from sufficiency.analytics.forecast.many_chances import mix
from sufficiency.analytics.forecast.people import AWAY, IN_CARE, NEVER, NEW, People, Words
from sufficiency.analytics.forecast.returning import Leavers
from sufficiency.analytics.forecast.spells import Spells

_SPACING: Final = np.uint64(0xD1B54A32D192ED03)  # odd, so that no two numbers come to the same
# People are numbered within a replication so that each keeps the same chances whoever else is there.
_AWAY_FROM: Final = 10**9
_COMING_FROM: Final = 2 * 10**9


@dataclass(frozen=True)
class _Rows:
    """Where everyone stands: replication after replication, those in care, then those away, then those yet to come.

    `first` is where each replication begins, and the end of the last; `came` says the same of those yet to come,
    who are put in order of replication by `order`.
    """

    in_care: int
    away: int
    first: Ints
    came: Ints
    order: Ints

    def filled(
        self,
        in_care: NDArray[Any] | float,
        away: NDArray[Any] | float,
        coming: NDArray[Any] | float,
        of: DTypeLike,
    ) -> NDArray[Any]:
        """One value a person; those for people in care and away are the same in each replication."""
        found = np.empty(self.first[-1], dtype=of)
        new = coming[self.order] if isinstance(coming, np.ndarray) else np.full(len(self.order), coming)
        # Slices are written one after another: picking each of millions out of order takes several times as long.
        for r, begins in enumerate(self.first[:-1]):
            away_from = begins + self.in_care
            found[begins:away_from] = in_care
            found[away_from : away_from + self.away] = away
            found[away_from + self.away : self.first[r + 1]] = new[self.came[r] : self.came[r + 1]]
        return found

    def smalls(
        self, in_care: NDArray[Any] | float, away: NDArray[Any] | float, coming: NDArray[Any] | int
    ) -> Smalls:
        """The same for small numbers."""
        return self.filled(in_care, away, coming, np.uint8)

    def nothing(self, of: DTypeLike = np.float64) -> NDArray[Any]:
        """Nought for each person."""
        return np.zeros(self.first[-1], dtype=of)


def gather(in_care: Spells, away: Leavers, coming: Arrivals, *, keys: Words) -> People:
    """Put everyone together; `keys` has a random word for each replication."""
    rows = _rows(len(in_care), len(away.born), coming, len(keys))
    number: Words = rows.filled(
        np.arange(len(in_care)),
        _AWAY_FROM + np.arange(len(away.born)),
        _COMING_FROM + coming.number,
        np.uint64,
    )
    return People(
        first=rows.first,
        key=mix(np.repeat(keys, np.diff(rows.first)) + _SPACING * number),
        drawn=rows.nothing(np.int32),
        born=rows.filled(in_care.born, away.born, coming.born, np.int32),
        uasc=rows.smalls(in_care.uasc, away.uasc, coming.uasc),
        status=rows.smalls(IN_CARE, AWAY, AWAY),
        cause=rows.filled(NEW, away.cause, NEW, np.int8),
        band=rows.smalls(0, 0, coming.band),
        kind=rows.smalls(in_care.kind, 0, 0),
        age=rows.nothing(np.uint8),
        in_care=rows.nothing(np.uint8),
        in_placement=rows.nothing(np.uint8),
        entered=rows.filled(in_care.entered, away.left, 0.0, np.float64),
        unseen=rows.filled(in_care.entry_unseen, 0, 0, np.bool_),
        placed=rows.filled(in_care.started, 0, 0.0, np.float64),
        budget=rows.nothing(),
        rate=rows.nothing(),
        since=rows.nothing(),
        # Those yet to come wake on arrival; the others' times are worked out later.
        wake=rows.filled(NEVER, NEVER, coming.time, np.float64),
        is_event=rows.nothing(np.bool_),
    )


def _rows(in_care: int, away: int, coming: Arrivals, size: int) -> _Rows:
    order = np.argsort(coming.replication, kind="stable")
    came = np.searchsorted(coming.replication[order], np.arange(size + 1))
    return _Rows(in_care, away, came + (in_care + away) * np.arange(size + 1), came, order)
