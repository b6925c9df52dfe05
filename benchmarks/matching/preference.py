"""What the order of preference costs in stability, and what leaving it would cost in money."""

from dataclasses import dataclass, replace

import numpy as np

from benchmarks.matching.value import REQUESTS, truths_of
from sufficiency.analytics.made_up.matching.settings import DEFAULT
from sufficiency.analytics.made_up.matching.truth import HIDDEN, UNPLACED
from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.ranking import Ranking, again, rank_all
from sufficiency.analytics.matching.vocabulary import Tier

SEEDS = 12
TOLERANCES = (0.0, 5.0, 10.0, 20.0, 100.0)  # 100 points: an order of tiers that nothing breaks


@dataclass(frozen=True)
class Preferred:
    """One tolerance: mean chance of breakdown, share of children in-house or with kin, pounds a week for a child."""

    tolerance: float
    breakdown: float
    in_house: float
    weekly: float


def curve(land: Ground) -> list[Preferred]:
    """Every tolerance in the same worlds of the default setting, homes being taken as requests come."""
    found: dict[float, list[tuple[float, float, float]]] = {tolerance: [] for tolerance in TOLERANCES}
    for seed in range(SEEDS):
        made = make_up_world(land, seed=50_000 + seed, requests=REQUESTS, setting=DEFAULT)
        rankings, truths = rank_all(made.world, made.points), truths_of(made, HIDDEN)
        for tolerance in TOLERANCES:
            found[tolerance].append(_played(rankings, truths, tolerance))
    return [Preferred(tolerance, *map(float, np.mean(rows, axis=0))) for tolerance, rows in found.items()]


def _played(
    rankings: list[Ranking], truths: list[np.ndarray], tolerance: float
) -> tuple[float, float, float]:
    free = [home.free_places or 0 for home in rankings[0].homes]
    total, children, ours, pounds, placed = 0.0, 0, 0, 0.0, 0
    for ranking, truth in zip(rankings, truths, strict=True):
        size = ranking.request.size
        children += size
        ordered = again(ranking, ranking.homes, policy=replace(ranking.policy, tolerance=tolerance)).order
        row = next((row for row in ordered if free[row] >= size), None)
        if row is None:
            total += UNPLACED * size
            continue
        home = ranking.homes[row]
        free[row] -= size
        placed += size
        total += float(truth[row]) * size
        ours += size * (home.tier <= Tier.IN_HOUSE)
        pounds += size * (home.weekly_cost or 0)
    return total / children, ours / placed, pounds / placed
