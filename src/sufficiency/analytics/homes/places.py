"""Vacancies: always worked out, never typed in.

A home's approved places divide into those where a child lives, those held, those stopped, those kept for brothers
and sisters, those kept for emergencies, and the free ones:

    children + held + stopped + for siblings + for emergencies + free = approved   (never less than 0 each)

Where more children live there than are approved, nothing is free and `over` says by how many.

1. Places left = approved − children − held; a stop of the whole home takes all of them, a stop of some places so many.
2. Brothers and sisters: a shared room is for them only. So many of the places left as are shared and not shared
   yet are no vacancy for another child. With foster carers the usual limit is three children unless all are
   brothers and sisters or an exemption is written down (Children Act 1989, Schedule 7, paragraphs 2 to 4): approved
   places above the limit count as siblings' places too.
3. A retained carer keeps places for emergencies: so many as no emergency placement has taken are no vacancy for a
   planned placement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

USUAL_FOSTERING_LIMIT = 3  # children; Children Act 1989, Schedule 7, paragraph 2


class Number(Protocol):
    """What vacancies are counted in: whole numbers, or columns of a database that does the arithmetic itself."""

    def __add__(self, other: Self, /) -> Self:
        """The sum."""

    def __sub__(self, other: Self | int, /) -> Self:
        """The difference."""


N = TypeVar("N", bound=Number)
Counted = TypeVar("Counted", bound=Number, covariant=True)


class Stands(Protocol[Counted]):
    """How a home stands, in whatever numbers; `Standing` says what each means."""

    @property
    def approved(self) -> Counted:
        """Approved places."""

    @property
    def children(self) -> Counted:
        """Children who live there."""

    @property
    def held(self) -> Counted:
        """Places held."""

    @property
    def out_of_use(self) -> Counted:
        """Places that are stopped, whether or not a child lives there."""

    @property
    def for_siblings(self) -> Counted:
        """Places in shared rooms."""

    @property
    def sharing(self) -> Counted:
        """Children who share a room."""

    @property
    def above_limit(self) -> Counted:
        """Places above the usual fostering limit."""

    @property
    def for_emergencies(self) -> Counted:
        """Places a retained carer keeps."""

    @property
    def in_emergency(self) -> Counted:
        """Children who came in an emergency."""


@dataclass(frozen=True)
class Left(Generic[N]):
    """Places nobody has, and how many of them are left after each thing that takes some away."""

    at_first: N
    after_stops: N
    after_siblings: N
    after_emergencies: N  # free to any child


def left_of(home: Stands[N], most: Callable[..., N] = max) -> Left[N]:
    """What is left of a home's places: the one definition of a vacancy, in Python and in the database.

    `most` gives the greatest of some numbers. Each step takes some away and never goes below 0, and what several such
    steps leave is what one step over their sum leaves; so each line stands for itself, and a database can work it
    out without asking itself the same thing again and again.
    """
    nobodys = home.approved - home.children - home.held
    unstopped = nobodys - home.out_of_use
    unshared = unstopped - most(home.for_siblings - home.sharing, home.above_limit, 0)
    unkept = unshared - most(home.for_emergencies - home.in_emergency, 0)
    return Left(most(nobodys, 0), most(unstopped, 0), most(unshared, 0), most(unkept, 0))


@dataclass(frozen=True)
class Standing:
    """What is known of a home at a moment. `sharing` and `in_emergency` are among the `children`.

    `stopped_whole` says that no more children may be placed at all; `stopped` counts places out of use.
    `for_siblings` counts places in shared rooms, `above_limit` those above the usual fostering limit.
    """

    approved: int
    children: int = 0
    held: int = 0
    stopped: int = 0
    stopped_whole: bool = False
    for_siblings: int = 0
    sharing: int = 0
    above_limit: int = 0
    for_emergencies: int = 0
    in_emergency: int = 0

    @property
    def out_of_use(self) -> int:
        """Places that are stopped: all, or so many."""
        return self.approved if self.stopped_whole else self.stopped


@dataclass(frozen=True)
class Places:
    """A home's places divided up. `free` are for any child whom the approval allows."""

    approved: int
    children: int
    held: int
    stopped: int
    for_siblings: int
    for_emergencies: int
    free: int

    @property
    def over(self) -> int:
        """How many more children and holds there are than approved places."""
        return max(self.children + self.held - self.approved, 0)

    @property
    def free_to_siblings(self) -> int:
        """Places that a brother or sister of a child there, or a group of them, can have."""
        return self.free + self.for_siblings

    @property
    def free_in_emergency(self) -> int:
        """Places that an emergency tonight can have."""
        return self.free + self.for_emergencies


def places_of(home: Standing) -> Places:
    """Divide a home's places up."""
    left = left_of(home)
    return Places(
        approved=home.approved,
        children=home.children,
        held=home.held,
        stopped=left.at_first - left.after_stops,
        for_siblings=left.after_stops - left.after_siblings,
        for_emergencies=left.after_siblings - left.after_emergencies,
        free=left.after_emergencies,
    )


def above_usual_limit(approved: N, beyond_limit: N, most: Callable[..., N] = max) -> N:
    """Approved places above the usual fostering limit: for brothers and sisters of each other only.

    `beyond_limit` is how many more places an exemption allows for any child; `most` as in `left_of`.
    """
    return most(approved - beyond_limit - USUAL_FOSTERING_LIMIT, 0)


def total(homes: Iterable[Places]) -> Places:
    """The places of several homes together; sums of each part, so that they agree with the rows."""
    parts = [
        (p.approved, p.children, p.held, p.stopped, p.for_siblings, p.for_emergencies, p.free) for p in homes
    ]
    return Places(*map(sum, zip(*parts, strict=True))) if parts else Places(0, 0, 0, 0, 0, 0, 0)
