"""M8: whether journeys to the first home differ between groups more than chance makes them differ."""

import numpy as np

from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.ranking import rank_all

REQUESTS, SEEDS, SHUFFLES = 60, 20, 2_000
ALERT_BELOW = 0.01  # such a gap between groups would come by chance less than once in a hundred


def gaps(land: Ground) -> tuple[dict[str, float], float]:
    """The mean minutes to the first home by group, and how often chance alone makes groups differ as much.

    In the made-up worlds groups are drawn apart from everything else, so the true gap is nought.
    """
    groups, minutes = _drawn(land)
    means = _means(groups, minutes)
    gap = max(means.values()) - min(means.values())
    rng = np.random.default_rng(1)
    shuffled = [_means(rng.permutation(groups), minutes).values() for _ in range(SHUFFLES)]
    return means, float(np.mean([max(one) - min(one) >= gap for one in shuffled]))


def _drawn(land: Ground) -> tuple[np.ndarray, np.ndarray]:
    groups, minutes = [], []
    for seed in range(SEEDS):
        made = make_up_world(land, seed=90_000 + seed, requests=REQUESTS)
        for ranking in rank_all(made.world, made.points):
            if ranking.order:
                groups.append(ranking.request.children[0].characteristics["ethnicity"])
                minutes.append(float(ranking.minutes_away[ranking.order[0]]))
    return np.array(groups), np.array(minutes)


def _means(groups: np.ndarray, minutes: np.ndarray) -> dict[str, float]:
    return {str(group): float(np.nanmean(minutes[groups == group])) for group in np.unique(groups)}
