"""Why our children cost more (or less) a week than theirs: other prices, or another mix of placements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sufficiency.analytics.reference.kinds import Kind

ZERO = Decimal(0)


@dataclass(frozen=True)
class Part:
    """One kind of placement: its share of the children (0 to 1) and its price (pounds a week)."""

    kind: Kind
    share: Decimal
    weekly_price: Decimal


@dataclass(frozen=True)
class Effect:
    """The gap as price and mix (pounds a week a child); the two always add up to the gap."""

    weighting: str
    price: Decimal
    mix: Decimal


@dataclass(frozen=True)
class KindEffect:
    """What one kind contributes at the mid-point weighting (pounds a week a child).

    Mix is held against their average, so that more of a kind dearer than it raises the average.
    """

    kind: Kind
    our_share: Decimal
    their_share: Decimal
    our_price: Decimal | None
    their_price: Decimal | None
    price: Decimal
    mix: Decimal


@dataclass(frozen=True)
class PriceMix:
    """The two averages (pounds a week), the gap, and why."""

    ours: Decimal
    theirs: Decimal
    effects: tuple[Effect, ...]
    by_kind: tuple[KindEffect, ...]

    @property
    def gap(self) -> Decimal:
        """Ours less theirs."""
        return self.ours - self.theirs


def average(parts: Sequence[Part]) -> Decimal:
    """The average weekly price of a mix."""
    return sum((part.share * part.weekly_price for part in parts), ZERO)


def price_mix(ours: Sequence[Part], theirs: Sequence[Part]) -> PriceMix:
    """Split the gap of two average weekly prices into price and mix, with each weighting.

    A kind that only one side uses has no price on the other, so that its price cannot differ: all it does is mix.
    """
    mine, others = _by_kind(ours), _by_kind(theirs)
    both = [kind for kind in Kind if kind in mine or kind in others]
    rows = [_row(kind, mine.get(kind), others.get(kind)) for kind in both]
    gap = average(ours) - average(theirs)
    at_ours = sum((one.share * (one.price - other.price) for one, other in rows), ZERO)
    at_theirs = sum((other.share * (one.price - other.price) for one, other in rows), ZERO)
    middle = (at_ours + at_theirs) / 2
    effects = (
        Effect("our mix, their prices", at_ours, gap - at_ours),
        Effect("their mix, our prices", at_theirs, gap - at_theirs),
        Effect("mid-point", middle, gap - middle),
    )
    level = (average(ours) + average(theirs)) / 2
    parts = tuple(
        _kind_effect(kind, mine.get(kind), others.get(kind), row, level)
        for kind, row in zip(both, rows, strict=True)
    )
    return PriceMix(average(ours), average(theirs), effects, parts)


@dataclass(frozen=True)
class _Side:
    share: Decimal
    price: Decimal


def _by_kind(parts: Sequence[Part]) -> Mapping[Kind, Part]:
    return {part.kind: part for part in parts}


def _row(kind: Kind, one: Part | None, other: Part | None) -> tuple[_Side, _Side]:
    """Shares and prices of a kind on both sides; a missing price is taken from the side that has one."""
    known = one or other
    if known is None:
        raise ValueError(f"Neither side has {kind}.")
    ours = _Side(one.share, one.weekly_price) if one else _Side(ZERO, known.weekly_price)
    theirs = _Side(other.share, other.weekly_price) if other else _Side(ZERO, known.weekly_price)
    return ours, theirs


def _kind_effect(
    kind: Kind, one: Part | None, other: Part | None, row: tuple[_Side, _Side], level: Decimal
) -> KindEffect:
    ours, theirs = row
    return KindEffect(
        kind=kind,
        our_share=ours.share,
        their_share=theirs.share,
        our_price=one.weekly_price if one else None,
        their_price=other.weekly_price if other else None,
        price=(ours.share + theirs.share) / 2 * (ours.price - theirs.price),
        mix=(ours.share - theirs.share) * ((ours.price + theirs.price) / 2 - level),
    )


def as_json(found: PriceMix) -> Mapping[str, Any]:
    """The result with the keys of the command line's contract, pounds a week to the penny."""
    return {
        "ours": _pence(found.ours),
        "theirs": _pence(found.theirs),
        "gap": _pence(found.gap),
        "effects": [
            {"weighting": one.weighting, "price": _pence(one.price), "mix": _pence(one.mix)}
            for one in found.effects
        ],
        "by_kind": [
            {
                "kind": str(one.kind),
                "our_share": round(float(one.our_share), 6),
                "their_share": round(float(one.their_share), 6),
                "our_price": None if one.our_price is None else _pence(one.our_price),
                "their_price": None if one.their_price is None else _pence(one.their_price),
                "price": _pence(one.price),
                "mix": _pence(one.mix),
            }
            for one in found.by_kind
        ],
    }


def _pence(amount: Decimal) -> float:
    return round(float(amount), 2)
