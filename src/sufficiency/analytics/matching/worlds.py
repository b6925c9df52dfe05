"""A world: the requests and homes of one day, with the council's policy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sufficiency.analytics.matching.children import DECLARED
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.requests import Request


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the council's panel has agreed about ranking."""

    __pydantic_config__ = DECLARED

    weights: Mapping[str, float] = field(default_factory=dict)
    """Weights of criteria by id; those left out keep the declared weight. They are scaled to 100."""
    tolerance: float = 10.0
    """Points by which a lower tier's home must fit better than all above it to be shown first."""
    approved_by: str = ""
    """The panel that agreed this."""
    approved_on: date | None = None
    """When it did."""


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything a ranking is made from."""

    __pydantic_config__ = DECLARED

    as_of: date
    """The day: ages, rules in force and dates are read on it."""
    requests: tuple[Request, ...]
    """Who needs a home."""
    homes: tuple[Home, ...]
    """Every home that is known, also full and stopped ones, so that “why not?” can be answered."""
    authority: str | None = None
    """Our own code, such as E10000003; without it nobody can say what is in the county."""
    adjoining: tuple[str, ...] = ()
    """Codes of authorities next to ours."""
    policy: Policy = field(default_factory=Policy)
    """Weights and tolerance."""
