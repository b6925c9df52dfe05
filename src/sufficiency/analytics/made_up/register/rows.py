"""The made-up register as rows; homes go by their reference, providers by their name."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind


@dataclass(frozen=True)
class MadeUpProvider:
    """Who runs homes."""

    name: str
    kind: ProviderKind
    ofsted_number: str = ""


@dataclass(frozen=True)
class Stay:
    """A child at a home from a day to a day; none means still there. As the returns tell it."""

    child: str
    place: str
    provider_code: str
    started: date
    ended: date | None
    why_ended: str = ""

    def meets(self, other: "Stay") -> bool:
        """Whether both are there on a day."""
        mine, theirs = self.ended or date.max, other.ended or date.max
        return self.started < theirs and other.started < mine


@dataclass
class MadeUpHome:
    """A home with everything known of it. `extra` holds further fields by name."""

    reference: str
    name: str
    kind: HomeKind
    provider: str
    postcode: str
    places: int
    ofsted_number: str = ""
    stays: list[Stay] = field(default_factory=list)
    opened: date = date(2015, 4, 1)
    youngest: int = 0
    oldest: int = 17
    offers: list[tuple[str, str]] = field(default_factory=list)
    judgements: list[tuple[date, str]] = field(default_factory=list)
    stopped_for: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def living(self) -> list[Stay]:
        """The children who are there still."""
        return [stay for stay in self.stays if stay.ended is None]

    def has_room_for(self, stay: Stay) -> bool:
        """Whether one more fits in on every day of a stay."""
        others = [one for one in self.stays if one.meets(stay)]
        days = [stay.started, *(one.started for one in others if one.started > stay.started)]
        return all(sum(_is_there(one, day) for one in others) < self.places for day in days)


def _is_there(stay: Stay, day: date) -> bool:
    return stay.started <= day and (stay.ended is None or day < stay.ended)


def most_at_once(stays: list[Stay]) -> int:
    """The most children who were there on one day."""
    return max((sum(_is_there(one, stay.started) for one in stays) for stay in stays), default=0)


@dataclass(frozen=True)
class MadeUpRegister:
    """Providers and homes, the homes in order of reference."""

    providers: tuple[MadeUpProvider, ...]
    homes: tuple[MadeUpHome, ...]
