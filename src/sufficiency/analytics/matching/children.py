"""A child in a request: needs, wishes, people and places, as far as they are known. None is “not known yet”."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sufficiency.analytics.matching.vocabulary import Anchor, Domain, Essential, Feature, Mix

DECLARED = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(frozen=True, kw_only=True)
class Need:
    """How much of one kind of care a child needs."""

    __pydantic_config__ = DECLARED

    domain: Domain
    """The domain of need."""
    level: int | None = None
    """0 none, 1 some, 2 high, 3 very high; null where nobody has said yet."""


@dataclass(frozen=True, kw_only=True)
class PlaceToReach:
    """A place the child keeps going to."""

    __pydantic_config__ = DECLARED

    kind: Anchor
    """family, school, health or other."""
    postcode: str | None = None
    """Its full postcode; null where it is not known."""
    weight: float = 1.0
    """How much it counts beside the child's other places, such as journeys a week."""


@dataclass(frozen=True, kw_only=True)
class KeyPerson:
    """A brother, sister or friend who lives elsewhere and matters to the child."""

    __pydantic_config__ = DECLARED

    name: str
    """How the child speaks of them."""
    home: str | None = None
    """The id of the home where they live, if it is one of the homes."""
    postcode: str | None = None
    """Where they live."""
    sibling: bool = True
    """Whether they are a brother or sister."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One thing the child said they want, or do not want."""

    __pydantic_config__ = DECLARED

    feature: Feature
    """What it is about."""
    wanted: bool = True
    """False where the child does not want it."""
    words: str = ""
    """The child's own words."""


@dataclass(frozen=True, kw_only=True)
class Child:
    """One child of a request."""

    __pydantic_config__ = DECLARED

    id: str
    """A reference that is not a name."""
    born: date | None = None
    """Date of birth; age follows from the world's date."""
    age: int | None = None
    """Age in years, where the date of birth is not known."""
    needs: tuple[Need, ...] = ()
    """Levels of need; a domain left out is a need of 0."""
    essentials: tuple[Essential, ...] = ()
    """What the child cannot do without."""
    places: tuple[PlaceToReach, ...] | None = None
    """Places to reach; null where they are not known yet."""
    keep_school: bool | None = None
    """Whether the school should stay the same; null where nobody has said."""
    health_area: str | None = None
    """The local health service (such as CAMHS) the child is with."""
    key_people: tuple[KeyPerson, ...] | None = None
    """People the child should stay close to who are not part of the request; null where not known."""
    wishes: tuple[Wish, ...] | None = None
    """What the child wants; null where they have not been asked yet."""
    identity_needs: tuple[str, ...] = ()
    """Identity, language, faith and culture needs in the child's own terms."""
    apart_from: tuple[Mix, ...] = ()
    """Whom the child should not live with, for everyone's safety."""
    characteristics: Mapping[str, str] = field(default_factory=dict)
    """Protected characteristics, for reporting on fairness. Never read by a rule or a criterion."""

    def years(self, on: date) -> int | None:
        """Age in whole years on a day; None where it is not known."""
        if self.born is None:
            return self.age
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))

    def place(self, kind: Anchor) -> PlaceToReach | None:
        """The first place of a kind."""
        return next((place for place in self.places or () if place.kind is kind), None)
