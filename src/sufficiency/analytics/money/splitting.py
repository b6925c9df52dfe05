"""Why one scenario costs more than another: split exactly into volume, mix and price.

Volume is more or fewer weeks in care, mix is how they divide over kinds of placement, price is what a week of each
kind costs. Each part is what changing it alone would do, averaged over every order in which the three can be
changed (a Shapley value), so that no part depends on which is taken first and the parts add up to the whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_PENNY = Decimal("0.01")


@dataclass(frozen=True)
class Split:
    """A difference in cost [replication, financial year], in pounds, and its three parts."""

    volume: Floats
    mix: Floats
    price: Floats
    total: Floats


@dataclass(frozen=True)
class Pounds:
    """A difference to the penny; the three parts add up to the total exactly."""

    volume: Decimal
    mix: Decimal
    price: Decimal
    total: Decimal


def split(weeks: tuple[Floats, Floats], cost: tuple[Floats, Floats]) -> Split:
    """Split the second cost less the first, each [replication, year, kind], with weeks in care of the same shape."""
    # A kind that nobody is in has no price of its own: it keeps that of the other side.
    price = [_price(weeks[i], cost[i], weeks[1 - i], cost[1 - i]) for i in (0, 1)]
    number = [w.sum(axis=2, keepdims=True) for w in weeks]
    share = [_over(w, n) for w, n in zip(weeks, number, strict=True)]
    volume = _effect(number, share, price)
    mix = _effect(share, number, price)
    total = cost[1].sum(axis=2) - cost[0].sum(axis=2)
    # What is paid without anyone there, such as empty booked beds, is price.
    return Split(volume, mix, total - volume - mix, total)


def in_pounds(volume: float, mix: float, total: float) -> Pounds:
    """A split to the penny; the price takes the rounding."""
    rounded = [Decimal(repr(float(value))).quantize(_PENNY, ROUND_HALF_UP) for value in (volume, mix, total)]
    return Pounds(rounded[0], rounded[1], rounded[2] - rounded[0] - rounded[1], rounded[2])


def added(parts: Iterable[Pounds]) -> Pounds:
    """Several years together."""
    listed = list(parts)
    nothing = Decimal("0.00")
    return Pounds(
        *(
            sum((getattr(one, name) for one in listed), nothing)
            for name in ("volume", "mix", "price", "total")
        )
    )


def _effect(one: list[Floats], other: list[Floats], third: list[Floats]) -> Floats:
    """What changing the first of three factors does, averaged over the orders of changing them."""
    before = (
        other[0] * third[0] / 3 + (other[0] * third[1] + other[1] * third[0]) / 6 + other[1] * third[1] / 3
    )
    effect: Floats = ((one[1] - one[0]) * before).sum(axis=2)
    return effect


def _price(weeks: Floats, cost: Floats, other_weeks: Floats, other_cost: Floats) -> Floats:
    return np.where(weeks > 0, _over(cost, weeks), _over(other_cost, other_weeks))


def _over(above: Floats, below: Floats) -> Floats:
    return np.divide(
        above, below, out=np.zeros(np.broadcast_shapes(above.shape, below.shape)), where=below > 0
    )
