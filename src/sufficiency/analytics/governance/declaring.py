"""What a kind of group is made of: places, chair, substitutes, quorum, rhythm, powers, reporting."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from math import ceil
from typing import Any


class Power(StrEnum):
    """What a group may do with an item; the value is what is shown."""

    DECIDE = "decide"
    RECOMMEND = "recommend"
    ADVISE = "advise"
    APPROVE = "approve what others recommend"


class Choice(StrEnum):
    """How the chair comes to the chair."""

    BY_POST = "by the post they hold"
    ELECTED = "elected at the first meeting"
    APPOINTED = "appointed when the group is set up"


@dataclass(frozen=True)
class Place:
    """A kind of seat: how many there may be, and whether its holder counts as a member or supports the group."""

    key: str
    label: str
    most: int | None = None
    least: int = 0
    is_member: bool = True


@dataclass(frozen=True)
class Chair:
    """Who may chair; `post` is the one post that may, where there is one."""

    chosen: Choice
    post: str = ""
    place: str = ""
    vice_may: bool = False  # whether the vice chair presides where the chair is away

    @property
    def in_words(self) -> str:
        """A sentence for the terms of reference."""
        who = f"The chair is the {self.post}" if self.post else "The chair is a member"
        return f"{who}, {self.chosen.value}."


@dataclass(frozen=True)
class Quorum:
    """How many members must be there: a number, or a share of the members rounded up."""

    members: int = 0
    one_in: int = 0
    with_chair: bool = True

    def needed(self, size: int) -> int:
        """How many of a group of `size` must be there."""
        return max(self.members, ceil(size / self.one_in) if self.one_in else 0)

    def in_words(self, size: int) -> str:
        """A sentence for the terms of reference."""
        share = f", one in {self.one_in} of {size}" if self.one_in else ""
        chair = ", with whoever chairs" if self.with_chair else ""
        needed = self.needed(size)
        return f"{needed} member{'' if needed == 1 else 's'} must be there{share}{chair}."


@dataclass(frozen=True)
class Substitutes:
    """Whether another may sit in for a member, and who; `is_listed` where they must be on a list of names."""

    allowed: bool
    must_be: str = ""
    is_listed: bool = False

    @property
    def in_words(self) -> str:
        """A sentence for the terms of reference."""
        if not self.allowed:
            return "Nobody may sit in for a member."
        return f"A substitute may sit in{f' who is {self.must_be}' if self.must_be else ''}."


@dataclass(frozen=True, kw_only=True)
class GroupType:
    """A kind of group, declared once; a group of the kind may be given other settings (`with_settings`).

    `interval_months` is the longest time between meetings; “bi-monthly” is read as every two months.
    `appointed_in` is the month of the annual meeting at which members are appointed for a year; None where a seat has
    no term. `reviews_programme` puts a look at the work programme on every agenda.
    `agencies` is the least number of agencies that must be in the room. `must_attend` are places that must be filled
    at every meeting. `hears_children` marks groups whose items are single children: closed to corporate parents.
    """

    key: str
    label: str
    purpose: str
    places: tuple[Place, ...]
    chair: Chair
    substitutes: Substitutes
    quorum: Quorum
    may: tuple[Power, ...]
    reports_to: tuple[str, ...]
    source: str
    most_members: int | None = None
    interval_months: int = 2
    longest_minutes: int | None = None
    papers_due_days: int = 5
    agenda_pages: int = 2
    is_private: bool = True
    hears_children: bool = False
    agencies: int = 0
    one_a_political_group: bool = False
    unanimous: bool = False
    must_attend: tuple[str, ...] = ()
    ends_on: date | None = None
    advises: str = ""
    papers: tuple[str, ...] = field(default=())
    appointed_in: int | None = None
    reviews_programme: bool = False

    def place(self, key: str) -> Place | None:
        """The kind of seat with a key."""
        return next((place for place in self.places if place.key == key), None)

    def usual(self, name: str) -> int | None:
        """What a setting is where a group has not set it; None where the kind says nothing of it."""
        own = {"quorum_members": self.quorum.members, "quorum_one_in": self.quorum.one_in}
        value = own.get(name) if name in own else getattr(self, name)
        return value if isinstance(value, int) and value else None

    def with_settings(self, settings: Mapping[str, Any]) -> "GroupType":
        """The type with one group's own settings in the place of the usual ones; what is None stays usual."""
        given = {name: value for name, value in settings.items() if value is not None and name in SETTINGS}
        quorum_parts = {
            part: given.pop(name)
            for name, part in (("quorum_members", "members"), ("quorum_one_in", "one_in"))
            if name in given
        }
        if quorum_parts:
            given["quorum"] = Quorum(**quorum_parts, with_chair=self.quorum.with_chair)
        return replace(self, **given)


# What a group may set for itself, and how it is asked for.
SETTINGS: Mapping[str, str] = {
    "most_members": "Most members",
    "quorum_members": "Quorum, a number of members",
    "quorum_one_in": "Quorum, one in how many members",
    "interval_months": "Months between meetings",
    "longest_minutes": "Longest meeting, minutes",
    "papers_due_days": "Papers go out, working days before",
    "appointed_in": "Month of the annual meeting that appoints it (1 to 12)",
    "ends_on": "Ends on",
}
