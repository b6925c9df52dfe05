"""A home as a match sees it. None is “not known yet”, which is never a reason to rule a home out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sufficiency.analytics.matching.children import DECLARED
from sufficiency.analytics.matching.vocabulary import (
    FOSTERING,
    RESIDENTIAL,
    Domain,
    Essential,
    Feature,
    Identity,
    Stay,
    Tier,
    tier_of,
)
from sufficiency.analytics.reference.kinds import Kind


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact about a home was read, and of what day it is."""

    __pydantic_config__ = DECLARED

    what: str
    """Such as “approval” or “provider's return”."""
    on: date | None = None
    """The day it was recorded or confirmed."""


@dataclass(frozen=True, kw_only=True)
class Home:
    """A carer household, a children's home or supported accommodation."""

    __pydantic_config__ = DECLARED

    id: str
    """The home's reference."""
    kind: Kind
    """The kind of placement it would be."""
    name: str = ""
    """What staff call it."""
    postcode: str | None = None
    """Full postcode; used for travel and boundaries only, and never shown."""
    registered: bool | None = None
    """Registered with Ofsted, or its carers approved."""
    admitting: bool | None = None
    """Open to new children."""
    stopped: bool | None = None
    """Whether a stop on placements is in force."""
    free_places: int | None = None
    """Places free now, held places left out."""
    fostered: int | None = None
    """Foster children living there now."""
    exempt_up_to: int | None = None
    """The number of children an exemption from the usual fostering limit names."""
    ages_from: int | None = None
    """The lowest age it may care for."""
    ages_to: int | None = None
    """The highest age it may care for."""
    approved_for: tuple[Stay, ...] | None = None
    """Lengths of stay it may offer; null where not known."""
    approved_number: int | None = None
    """The most children its approval allows to be placed together."""
    connected_to: tuple[str, ...] | None = None
    """Ids of the children whom kinship carers are connected to; null where not known. Of no other home."""
    skills: Mapping[Domain, int | None] = field(default_factory=dict)
    """Skills and experience, 0 to 3; a domain left out is not known."""
    offers: Mapping[Essential, bool | None] = field(default_factory=dict)
    """Essentials it can give; one left out is not known."""
    features: Mapping[Feature, bool | None] = field(default_factory=dict)
    """What living there is like; one left out is not known."""
    identity: Mapping[str, Identity] = field(default_factory=dict)
    """How it would meet identity needs, by the child's own term: by itself or with a plan of support."""
    health_area: str | None = None
    """The local health service it is in."""
    children_there: tuple[int, ...] | None = None
    """Ages of all children living there, own children too; null where not known."""
    animals: bool | None = None
    """Whether animals live there."""
    strain: int | None = None
    """How stretched the household is, 0 to 3, as its supervising worker sees it."""
    mix_safe: Mapping[str, bool | None] = field(default_factory=dict)
    """By request: whether an impact assessment found the mix of children safe."""
    weekly_cost: float | None = None
    """Pounds a week for one child; shown beside the fit, never part of it."""
    rating: str | None = None
    """The inspection judgement; shown, and never part of the fit."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Where facts come from, by the name of the field."""
    characteristics: Mapping[str, str] = field(default_factory=dict)
    """Protected characteristics of carers. Never read by a rule or a criterion."""

    @property
    def tier(self) -> Tier:
        """Its tier in the order of preference."""
        return tier_of(self.kind)

    @property
    def is_fostering(self) -> bool:
        """Whether it is a foster home."""
        return self.kind in FOSTERING

    @property
    def is_residential(self) -> bool:
        """Whether it is a children's home or a residential school."""
        return self.kind in RESIDENTIAL

    def source_of(self, name: str) -> Source:
        """Where a fact was read; the register where nothing else is said."""
        return self.sources.get(name, Source(what="register"))
