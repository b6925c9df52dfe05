"""Places by kind over time: where children go when a kind is full, whose need is not met, how many would do.

Kinds without a stated number of places are taken to have enough. Where a kind is full, children go to the kinds in
its order of overflow, as far as there is room; the rest need a place that is not there: unmet need.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

import numpy as np

from sufficiency.analytics.forecast.bands import KIND_INDEX, KINDS, Bools, Counts, Floats, Ints
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.reference.kinds import Kind

UNLIMITED: Final = np.iinfo(np.int32).max // 4
# In-house and family homes first, then agencies, then homes: the order of cost and of closeness to family life.
USUAL_OVERFLOW: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    Kind.KINSHIP_FOSTERING: (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    Kind.IN_HOUSE_FOSTERING: (Kind.AGENCY_FOSTERING, Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL),
    Kind.AGENCY_FOSTERING: (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL),
    Kind.IN_HOUSE_RESIDENTIAL: (Kind.EXTERNAL_RESIDENTIAL,),
    Kind.SUPPORTED_ACCOMMODATION: (Kind.EXTERNAL_RESIDENTIAL,),
}


@dataclass(frozen=True)
class Places:
    """So many places of a kind from a day on."""

    kind: Kind
    places: int
    starts: date


@dataclass(frozen=True)
class Capacity:
    """Places [month end, kind] (UNLIMITED where not stated) and the order of overflow from each kind."""

    places: Ints
    overflow: Mapping[Kind, tuple[Kind, ...]]

    @classmethod
    def of(
        cls,
        stated: Iterable[Places],
        *,
        months: Months,
        overflow: Mapping[Kind, tuple[Kind, ...]] | None = None,
    ) -> Self:
        """The places that hold at the start and at each month end; before the first statement of a kind it holds too."""
        by_kind: dict[Kind, list[Places]] = {}
        for one in sorted(stated, key=lambda one: one.starts):
            by_kind.setdefault(one.kind, []).append(one)
        places = np.full((len(months) + 1, len(KINDS)), UNLIMITED, dtype=np.int64)
        for kind, statements in by_kind.items():
            places[:, KIND_INDEX[kind]] = [_holding(statements, end) for end in months.ends]
        return cls(places, {**USUAL_OVERFLOW, **(overflow or {})})

    @property
    def limited(self) -> tuple[Kind, ...]:
        """The kinds with a stated number of places."""
        return tuple(kind for kind in KINDS if (self.places[:, KIND_INDEX[kind]] < UNLIMITED).any())


@dataclass(frozen=True)
class Fitted:
    """Children as they fit into the places, at each month end.

    `lives_in` [replication, month end, kind] is where they are; `displaced` are those of each kind who are in
    another, `unmet` those of each kind for whom no kind of the order had room.
    """

    lives_in: Counts
    displaced: Counts
    unmet: Counts


def fit(needed: Counts, capacity: Capacity) -> Fitted:
    """Fit children who need each kind [replication, month end, kind] into the places."""
    lives_in = np.minimum(needed, capacity.places).astype(np.int32)
    room = np.minimum(capacity.places - lives_in, UNLIMITED)
    over = needed - lives_in
    displaced = np.zeros_like(lives_in)
    for kind in KINDS:
        source = KIND_INDEX[kind]
        # Fuller orders are worked off kind by kind, family-like kinds first, as the kinds are listed.
        for other in capacity.overflow.get(kind, ()):
            target = KIND_INDEX[other]
            goes = np.minimum(over[:, :, source], room[:, :, target])
            for change, place, sign in ((over, source, -1), (room, target, -1), (lives_in, target, 1)):
                change[:, :, place] += (sign * goes).astype(change.dtype)
            displaced[:, :, source] += goes.astype(np.int32)
    return Fitted(lives_in, displaced, over.astype(np.int32))


def weeks_by_year(children: Counts, months: Months) -> Floats:
    """Weeks [replication, financial year, kind] of children counted at month ends [replication, month end, kind]."""
    # Between two month ends the number is taken to be half-way.
    between = (children[:, 1:] + children[:, :-1]) / 2.0
    weeks = between * np.diff(months.days)[None, :, None] / 7.0
    firsts = np.searchsorted(months.year_of_month, np.arange(len(months.years)))
    sums: Floats = np.add.reduceat(weeks, firsts, axis=1)
    return sums


def places_needed(needed: Counts, months: Months, *, share_unmet: float) -> Ints:
    """The fewest places of each kind in each financial year [year, kind] that meet need but for a share of its weeks.

    The share is that of all weeks needed in that kind in that year, over all replications.
    """
    found = np.zeros((len(months.years), needed.shape[2]), dtype=np.int64)
    for place in range(len(months.years)):
        ends = 1 + np.flatnonzero(months.year_of_month == place)
        for kind in range(needed.shape[2]):
            found[place, kind] = _fewest(needed[:, ends, kind].ravel(), share_unmet)
    return found


def _fewest(children: Counts, share: float) -> int:
    """The fewest places that leave at most this share of the children without one."""
    counts = np.bincount(children)
    # With n places, those unmet are all counts above n, less n each: the sum of what lies above, n by n.
    above = np.cumsum(counts[::-1])[::-1]
    unmet = np.append(np.cumsum(above[:0:-1])[::-1], 0)
    allowed: Bools = unmet <= share * unmet[0] if len(unmet) else np.array([True])
    return int(np.argmax(allowed))


def _holding(statements: Sequence[Places], day: date) -> int:
    begun = [one for one in statements if one.starts <= day]
    return (begun[-1] if begun else statements[0]).places
