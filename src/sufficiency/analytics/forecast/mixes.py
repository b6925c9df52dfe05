"""Which kind of placement children go to: shares by who goes, shrunk, with a slow trend in the mix.

The shares for children from one kind of placement lean on those of all children of the same group, and these on
a mild prior, the more so the fewer moves were seen. A kind not seen in the records has no share at all.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import OTHER, SUPPORTED, Bools, Floats, Ints
from sufficiency.analytics.forecast.trends import Trend, Wandering, fit_trend

LEAN_ON_GROUP: Final = 12.0  # moves' worth of the group's shares, added to those from one kind
LEAN_ON_PRIOR: Final = 4.0  # moves' worth of the prior shares, added to a group's
# A year's total says nothing about its mix: it gets a level of its own, as good as free.
_FREE_TOTAL = Wandering(start=0.0, walks=(1e-4,), typical_walk=1e-4, walk_spread=1.0, growth=0.0, shake=1.0)
_MIX = Wandering(
    start=0.1, walks=(0.02, 0.05, 0.1), typical_walk=0.04, walk_spread=0.7, growth=0.02, shake=0.02
)


@dataclass(frozen=True)
class Mix:
    """Weights of a Dirichlet distribution for each sort of child [sort…, kind], and the trend of each kind.

    `seen` holds the kinds that the trend is for, in its order.
    """

    weights: Floats
    trend: Trend
    seen: Ints

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """Cumulative shares [draw, year ahead, sort…, kind], each ending in exactly 1."""
        sorts = self.weights.shape[:-1]
        # Gamma draws scaled to one are a Dirichlet draw; they are tilted by the trend before the scaling.
        shares = generator.standard_gamma(self.weights, size=(size, *self.weights.shape))
        tilt = np.ones((size, self.trend.shape[0], self.weights.shape[-1]))
        tilt[..., self.seen] = self.trend.draw(generator, size)
        spread = tilt.reshape(size, -1, *(1 for _ in sorts), self.weights.shape[-1])
        return cumulative(shares[:, None] * spread)


def cumulative(shares: Floats) -> Floats:
    """Running sums along the last axis, scaled so that the last share above nought ends in exactly 1."""
    running = shares.copy()
    for place in range(1, shares.shape[-1]):  # far quicker than cumsum on many short rows
        running[..., place] += running[..., place - 1]
    total = running[..., -1:]
    scaled: Floats = np.where(running >= total, 1.0, running / np.maximum(total, 1e-300))
    return scaled


def fit_mix(counts: Floats, *, prior: Floats, allowed: Bools, years: Ints, ahead: Ints) -> Mix:
    """Fit the mix to counts [year, from, group, kind]; `prior` and `allowed` are by [group, kind].

    For children who come from home, `from` has one place only.
    """
    weights = _dirichlet(counts.sum(axis=0), prior=prior, allowed=allowed)
    shares = weights / weights.sum(axis=-1, keepdims=True)
    gone = counts.sum(axis=-1, keepdims=True)
    expected = (gone * shares).sum(axis=(1, 2))
    # Only the mix drifts here: expected counts have each year's own total.
    seen = np.flatnonzero(allowed.any(axis=0))
    by_kind = counts.sum(axis=(1, 2))[:, seen]
    trend = fit_trend(by_kind, expected[:, seen], years=years, ahead=ahead, common=_FREE_TOTAL, own=_MIX)
    return Mix(weights, trend, seen)


def _dirichlet(counts: Floats, *, prior: Floats, allowed: Bools) -> Floats:
    by_group = counts.sum(axis=0) * allowed + LEAN_ON_PRIOR * _shares(prior * allowed)
    group_shares = _shares(by_group)
    return counts * allowed + LEAN_ON_GROUP * group_shares


def _shares(weights: Floats) -> Floats:
    shares: Floats = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1e-300)
    return shares


def allowed_kinds(seen: Bools, *, of_sixteen: Bools) -> Bools:
    """Which kinds children of each group may go to [group, kind]: those seen, supported from 16 only."""
    allowed = np.repeat(seen[None, :], len(of_sixteen), axis=0)
    allowed[~of_sixteen, SUPPORTED] = False
    allowed[~allowed.any(axis=1), OTHER] = True  # they must go somewhere
    return allowed
