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

from dataclasses import dataclass

USUAL_FOSTERING_LIMIT = 3  # children; Children Act 1989, Schedule 7, paragraph 2


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
    left = max(home.approved - home.children - home.held, 0)
    stopped = left if home.stopped_whole else min(home.stopped, left)
    siblings = min(max(home.for_siblings - home.sharing, home.above_limit, 0), left - stopped)
    emergencies = min(max(home.for_emergencies - home.in_emergency, 0), left - stopped - siblings)
    return Places(
        approved=home.approved,
        children=home.children,
        held=home.held,
        stopped=stopped,
        for_siblings=siblings,
        for_emergencies=emergencies,
        free=left - stopped - siblings - emergencies,
    )


def above_usual_limit(*, approved: int, beyond_limit: int) -> int:
    """Approved places above the usual fostering limit: for brothers and sisters of each other only.

    `beyond_limit` is how many more places an exemption allows for any child.
    """
    return max(approved - USUAL_FOSTERING_LIMIT - beyond_limit, 0)


def total(homes: list[Places]) -> Places:
    """The places of several homes together; sums of each part, so that they agree with the rows."""
    return Places(
        approved=sum(home.approved for home in homes),
        children=sum(home.children for home in homes),
        held=sum(home.held for home in homes),
        stopped=sum(home.stopped for home in homes),
        for_siblings=sum(home.for_siblings for home in homes),
        for_emergencies=sum(home.for_emergencies for home in homes),
        free=sum(home.free for home in homes),
    )
