"""M9 and M12: arrangements of small worlds against the best of all that there are."""

from tests.matching_by_force import arrangements

from sufficiency.analytics.made_up.matching.settings import SETTINGS
from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.allocating import arrange
from sufficiency.analytics.matching.ranking import rank_all

WORLDS, REQUESTS, HOMES = 200, 4, 6


def batches(land: Ground) -> tuple[int, float, float]:
    """Worlds tried; the least share of the best total; the share of children of sibling groups kept together."""
    worst, placed, possible, tried = 1.0, 0, 0, 0
    for seed in range(WORLDS):
        made = make_up_world(
            land, seed=70_000 + seed, requests=REQUESTS, homes=HOMES, setting=SETTINGS[seed % len(SETTINGS)]
        )
        rankings = [r for r in rank_all(made.world, made.points) if not r.request.emergency]
        if not rankings:
            continue
        found = arrange(rankings)
        worth = {pair: found.worth(option) for pair, option in found.by_pair.items()}
        best = arrangements.best_value(rankings, lambda number, home, worth=worth: worth[number, home])
        tried += 1
        worst = min(worst, 1.0 if best == 0 else found.value / best)
        groups = [r for r in rankings if r.request.size > 1]
        possible += int(arrangements.most_together(groups)) if groups else 0
        placed += sum(
            r.request.size for n, r in enumerate(rankings) if r.request.size > 1 and n in found.chosen
        )
    return tried, worst, placed / possible if possible else 1.0
