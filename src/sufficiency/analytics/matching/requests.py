"""A request: one child, or brothers and sisters together, who need a home by a certain time."""

from dataclasses import dataclass
from datetime import date, datetime

from sufficiency.analytics.matching.children import DECLARED, Child
from sufficiency.analytics.matching.vocabulary import Domain, Stay


@dataclass(frozen=True, kw_only=True)
class NoGo:
    """A home, or an area, that is not safe for this child."""

    __pydantic_config__ = DECLARED

    home: str | None = None
    """The id of a home."""
    postcode: str | None = None
    """The middle of an area."""
    miles: float = 0.0
    """How far the area reaches, in a straight line."""
    why: str = ""
    """The risk, order or contact ban behind it."""


@dataclass(frozen=True, kw_only=True)
class Override:
    """A hard rule set aside for this request by the officer the rule names."""

    __pydantic_config__ = DECLARED

    rule: str
    """The rule's id."""
    by: str
    """The role of the officer; it counts only if it is the one the rule names."""
    reason: str
    """Why; an empty reason sets nothing aside."""
    home: str | None = None
    """For one home only; null for all."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is being looked for, in needs and not in kinds of placement."""

    __pydantic_config__ = DECLARED

    id: str
    """The request's reference."""
    children: tuple[Child, ...]
    """One child, or brothers and sisters who are to live together: never split here."""
    asked_at: datetime | None = None
    """When the request was made."""
    needed_by: datetime | None = None
    """When a home is needed."""
    emergency: bool = False
    """Confirmed as an emergency: ranked at once, never in a batch."""
    expected_stay: Stay | None = None
    """How long it is meant to be."""
    complexity: bool | None = None
    """Whether needs are so complex that residential care is considered; null where nobody has said."""
    residential_wish: bool | None = None
    """Whether living in a children's home is the child's express wish; null where not asked."""
    explored_in_county: tuple[str, ...] | None = None
    """Options inside the authority that were explored; an empty list says that none were."""
    no_go: tuple[NoGo, ...] = ()
    """Places and homes that are not safe."""
    supports: tuple[Domain, ...] = ()
    """Supports the council would bring to any home; each lifts what the home can do by one level."""
    overrides: tuple[Override, ...] = ()
    """Rules set aside, by whom and why."""

    @property
    def size(self) -> int:
        """Places needed."""
        return len(self.children)

    def oldest(self, on: date) -> int | None:
        """The highest age; None where any is unknown."""
        ages = self._ages(on)
        return max(ages) if ages else None

    def youngest(self, on: date) -> int | None:
        """The lowest age; None where any is unknown."""
        ages = self._ages(on)
        return min(ages) if ages else None

    def _ages(self, on: date) -> list[int]:
        ages = [child.years(on) for child in self.children]
        known = [age for age in ages if age is not None]
        return known if len(known) == len(ages) else []
