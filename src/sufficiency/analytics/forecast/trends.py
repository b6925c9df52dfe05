"""How counts have drifted from year to year, and how they may drift on.

Each series is a count a year beside what was expected of it. The log of their ratio is a local level that walks
from year to year, with a growth that fades (a damped trend) and a shake of the single year. Series share a
common part and have one of their own. How far they walk is not known: a few answers are weighed by how well
each explains the years seen. The count of a year is Poisson around its level, so small counts say little.
"""

from dataclasses import dataclass, replace
from itertools import product
from typing import Final, Self

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints

GROWTH_LASTS: Final = 0.9  # of a year's growth, the share still there a year later
_MOST_STEPS = 30
_CLOSE_ENOUGH = 1e-6


@dataclass(frozen=True)
class Wandering:
    """How a log ratio may wander: standard deviations, each for a year.

    `walks` are the answers weighed for the yearly step; each is the less plausible the further its log lies from
    that of `typical_walk`, in units of `walk_spread`.
    """

    start: float
    walks: tuple[float, ...]
    typical_walk: float
    walk_spread: float
    growth: float
    shake: float

    def covariance(self, years: Ints, *, walk: float) -> Floats:
        """The prior covariance of the log ratio between years (counted from 0 in the first)."""
        span = int(years.max()) + 1
        lag = np.abs(np.subtract.outer(np.arange(span), np.arange(span)))
        steps = walk**2 * np.eye(span) + self.growth**2 * GROWTH_LASTS**lag
        # The first year's level is `start`'s; steps lead from it to the others.
        steps[0], steps[:, 0] = 0.0, 0.0
        adding_up = np.tril(np.ones((span, span)))
        level = adding_up @ steps @ adding_up.T + self.start**2 + self.shake**2 * np.eye(span)
        found: Floats = level[np.ix_(years, years)]
        return found

    def log_plausibility(self, walk: float) -> float:
        """How plausible a walk is before any count was seen."""
        return -0.5 * float(np.log(walk / self.typical_walk) / self.walk_spread) ** 2


@dataclass(frozen=True)
class Trend:
    """The years ahead as seen through each answer: weight, mean and root of the covariance of [year, series]."""

    weights: Floats
    means: Floats
    roots: Floats
    shape: tuple[int, int]

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """Multipliers [draw, year ahead, series] of what was expected."""
        answer = generator.choice(len(self.weights), size=size, p=self.weights)
        normals = generator.standard_normal((size, self.means.shape[1]))
        logs = self.means[answer] + np.einsum("dij,dj->di", self.roots[answer], normals)
        multipliers: Floats = np.exp(logs).reshape(size, *self.shape)
        return multipliers

    def grown(self, logs: Floats) -> Self:
        """The same trend with this added in each year ahead."""
        return replace(self, means=self.means + np.repeat(logs, self.shape[1]))

    def drifting(self, times: float) -> Self:
        """The same trend, as many times as uncertain."""
        return replace(self, roots=self.roots * times)

    @property
    def mean(self) -> Floats:
        """The weighted mean log multiplier [year ahead, series]."""
        found: Floats = (self.weights @ self.means).reshape(self.shape)
        return found


def fit_trend(
    counts: Floats,
    expected: Floats,
    *,
    years: Ints,
    ahead: Ints,
    common: Wandering,
    own: Wandering,
    or_else: tuple[Wandering, ...] = (),
) -> Trend:
    """Fit series [year, series] and look at the years `ahead`; years are numbered from 0, gaps allowed.

    `or_else` are other ways in which the common part may wander, weighed like the first.
    """
    together = np.concatenate([years, ahead])
    answers = [
        _seen_through(counts, expected, together, shared, own, walks=walks)
        for shared in (common, *or_else)
        for walks in product(shared.walks, own.walks)
    ]
    # Weighed, not chosen: some years of counts seldom tell a calm series from a wild one.
    likelihood = np.array([answer[0] for answer in answers])
    weights = np.exp(likelihood - likelihood.max())
    means = np.array([answer[1] for answer in answers])
    roots = np.array([answer[2] for answer in answers])
    return Trend(weights / weights.sum(), means, roots, (len(ahead), counts.shape[1]))


def _seen_through(
    counts: Floats,
    expected: Floats,
    years: Ints,
    common: Wandering,
    own: Wandering,
    *,
    walks: tuple[float, float],
) -> tuple[float, Floats, Floats]:
    """The log plausibility of a pair of walks, and the mean and root of the years ahead given them."""
    series = counts.shape[1]
    # Seen and coming years are one normal distribution; what is coming follows by conditioning.
    shared = np.kron(common.covariance(years, walk=walks[0]), np.ones((series, series)))
    prior = shared + np.kron(own.covariance(years, walk=walks[1]), np.eye(series))
    seen = counts.size
    logs, slope, curve, fit = _mode(counts.ravel(), expected.ravel(), prior[:seen, :seen])
    across = prior[seen:, :seen]
    mean = across @ slope
    half = np.sqrt(curve)
    lower = np.linalg.cholesky(np.eye(seen) + half[:, None] * prior[:seen, :seen] * half)
    solved = np.linalg.solve(lower, (across * half).T)
    left_over = prior[seen:, seen:] - solved.T @ solved
    # A year both seen in part and coming leaves almost nothing over, hence the little added.
    root = np.linalg.cholesky(left_over + 1e-9 * np.eye(len(left_over)))
    likelihood = fit - 0.5 * float(slope @ logs) - float(np.log(np.diag(lower)).sum())
    plausible = common.log_plausibility(walks[0]) + own.log_plausibility(walks[1])
    return likelihood + plausible, mean, root


def _mode(counts: Floats, expected: Floats, prior: Floats) -> tuple[Floats, Floats, Floats, float]:
    """The most likely log ratios (Laplace's approximation, found by Newton's method).

    Returns them, their covariance-weighted slope, the curvature of the likelihood, and the log likelihood.
    """
    logs = np.zeros(len(counts))
    slope = np.zeros(len(counts))
    for _ in range(_MOST_STEPS):
        level = expected * np.exp(logs)
        half = np.sqrt(level)
        # In this form nothing is divided by a level, which may be nought.
        target = level * logs + counts - level
        inner = np.eye(len(counts)) + half[:, None] * prior * half
        slope = target - half * np.linalg.solve(inner, half * (prior @ target))
        step = np.clip(prior @ slope - logs, -1.0, 1.0)  # long first steps overshoot
        logs = logs + step
        if np.abs(step).max() < _CLOSE_ENOUGH:
            break
    level = expected * np.exp(logs)
    seen = np.where(expected > 0, counts * (np.log(np.maximum(expected, 1e-300)) + logs) - level, 0.0)
    return logs, slope, level, float(seen.sum())
