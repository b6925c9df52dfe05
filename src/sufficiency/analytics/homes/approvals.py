"""Approvals of a home: what it may do from when to when. An end is the first day on which it no longer holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

OLDEST_AGE = 25  # years: care leavers stay with former carers or in supported accommodation until then
ADULT_AGE = 18  # years: Children Act 1989, section 105


@dataclass(frozen=True)
class Approval:
    """What a home may do: places, ages (years, both ends included), and how many of its places are special.

    `for_siblings` of the places are shared rooms that only brothers and sisters may share; `for_emergencies` are
    kept by a retained carer for the night when one is needed; `beyond_limit` is an exemption from the usual
    fostering limit, in places above it.
    """

    starts: date
    ends: date | None
    places: int
    youngest: int = 0
    oldest: int = ADULT_AGE - 1
    for_siblings: int = 0
    for_emergencies: int = 0
    beyond_limit: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.starts <= day and (self.ends is None or day < self.ends)

    def takes(self, age: int) -> bool:
        """Whether a child of an age (whole years) may live there."""
        return self.youngest <= age <= self.oldest


def in_force(approvals: Iterable[Approval], day: date) -> Approval | None:
    """The approval that holds on a day; None where there is none. Two never hold at once (`overlaps`)."""
    return next((one for one in approvals if one.holds_on(day)), None)


def overlaps(approvals: Iterable[Approval]) -> list[tuple[Approval, Approval]]:
    """The pairs, next to each other in time, that hold on a day in common."""
    inorder: Sequence[Approval] = sorted(approvals, key=lambda one: one.starts)
    return [(one, other) for one, other in pairwise(inorder) if one.ends is None or other.starts < one.ends]


def places_on(approvals: Iterable[Approval], day: date) -> int:
    """Approved places on a day; none where no approval holds."""
    found = in_force(approvals, day)
    return found.places if found else 0


def place_days(approvals: Iterable[Approval], first: date, last: date) -> int:
    """Approved places summed over the days from `first` to `last`, both included: the beds that could be used."""
    after = date.fromordinal(last.toordinal() + 1)
    return sum(one.places * _days_within(one, first, after) for one in approvals)


def _days_within(approval: Approval, first: date, after: date) -> int:
    ends = min(approval.ends or after, after)
    return max((ends - max(approval.starts, first)).days, 0)
