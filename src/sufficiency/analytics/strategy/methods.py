"""How a claim’s own words say that its saving comes about, where the file does not name a method."""

import re
from dataclasses import dataclass
from typing import Final

from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.reference.kinds import Kind

_CHEAPER: Final = re.compile(
    r"block[- ]book|%\s*off|(reduction|cut|discount)\b[^;]*\b(cost|price|fee)s?\b|lower (price|fee)", re.I
)
_NET: Final = re.compile(
    r"\b(minus|less|net of|after)\b[^;]*\b(running|operating|staff|revenue|in-house)\b[^;]*\bcosts?\b", re.I
)
_FOSTER: Final = re.compile(r"foster|\bIFAs?\b", re.I)
_CHILDREN: Final = re.compile(r"\b(child|children|young people)\b", re.I)


@dataclass(frozen=True)
class Exchange:
    """How a saving comes about, and which kind of placement is used instead of which."""

    method: Method
    instead_of: Kind | None = None
    used: Kind | None = None


def exchange_in(words: str, unit: str) -> Exchange:
    """What a basis and the unit counted say.

    A share off or a block booking is a lower price for the same placements. Children counted are children not looked
    after. Other places are ones not bought, net where running costs are said to be taken off; foster carers of our
    own stand instead of agency carers.
    """
    if _CHEAPER.search(words):
        return Exchange(Method.CHEAPER)
    if _CHILDREN.search(unit):
        return Exchange(Method.AVOIDED)
    if _FOSTER.search(f"{unit} {words}"):
        method = Method.NET if _NET.search(words) else Method.REPLACED
        return Exchange(method, Kind.AGENCY_FOSTERING, Kind.IN_HOUSE_FOSTERING)
    method = Method.NET if _NET.search(words) else Method.NOT_BOUGHT
    return Exchange(method, Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL)


def basis_for(basis: str, year: str) -> str:
    """The part of a basis that is about a year: parts end with “;”, and one that names a year is about that only."""
    parts = [part.strip() for part in basis.split(";") if part.strip()]
    about_it = [part for part in parts if year in part]
    others = [part for part in parts if not re.search(r"\d{4}/\d{2}", part)]
    return "; ".join(about_it or others or parts)
