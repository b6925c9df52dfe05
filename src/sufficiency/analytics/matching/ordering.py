"""The order in which homes are shown: by tier, and a lower tier first only where its fit is better by the tolerance."""

import numpy as np

from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.vocabulary import Tier

Whole = np.ndarray
NONE_THERE = -np.inf
MOST_POINTS = 100.0
DECIMALS = 4  # differences of points, free of the rounding of binary fractions


def tolerance_in_words(tolerance: float) -> str:
    """What a tolerance does, in a sentence for people who agree one."""
    if tolerance <= 0:
        return "Homes are shown by fit alone; the order of preference only parts homes that fit alike."
    if tolerance >= MOST_POINTS:
        return "The order of preference is never broken, however much better a home of a lower tier fits."
    points = "1 point" if tolerance == 1 else f"{tolerance:g} points"
    return (
        f"A home of a lower tier is shown before homes of a higher one only where it fits better than all of them "
        f"by {points} or more."
    )


def shown_in(tiers: Whole, middle: Numbers, *, tolerance: float) -> Whole:
    """The band in which each home is shown: its tier's, or a higher one that it beats by the tolerance.

    A home is shown above a tier only where its fit is better than that of every home in that tier, and in the
    tiers between, by `tolerance` points or more.
    """
    bands = tiers.copy()
    best = best_by_tier(tiers, middle)
    for tier in reversed(range(len(Tier))):
        better = np.round(middle - best[tier], DECIMALS)
        climbs = (bands == tier + 1) & (tiers > tier) & (better >= tolerance) & (better > 0)
        bands = np.where(climbs, tier, bands)
    return bands


def order(tiers: Whole, middle: Numbers, *, tolerance: float, names: Whole) -> Whole:
    """Row numbers in the order shown; equal fits by tier, then by name so that the order never changes by chance."""
    bands = shown_in(tiers, middle, tolerance=tolerance)
    climbed = bands < tiers
    return np.lexsort((names, tiers, -middle, ~climbed, bands))


def best_by_tier(tiers: Whole, middle: Numbers) -> Numbers:
    """The best fit in each tier; minus infinity where there is none."""
    return np.array(
        [middle[tiers == tier].max(initial=NONE_THERE) for tier in range(len(Tier))], dtype=np.float64
    )
