"""M13 and the batches: processor seconds, in one process."""

import time
from collections.abc import Callable

from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.allocating import arrange
from sufficiency.analytics.matching.explaining import cards
from sufficiency.analytics.matching.ranking import rank, rank_all


def took(job: Callable[[], object]) -> float:
    """Processor seconds."""
    began = time.process_time()
    job()
    return time.process_time() - began


def speeds(land: Ground) -> dict[str, float]:
    """Each job once, worlds being made before."""
    one = make_up_world(land, seed=1, requests=1, homes=500)
    some = make_up_world(land, seed=1, requests=60, homes=300)
    many = make_up_world(land, seed=1, requests=600, homes=3_000)
    return {
        "top_20_of_500": took(lambda: cards(rank(one.world.requests[0], one.columns, one.world), top=20)),
        "batch_60_by_300": took(lambda: arrange(rank_all(some.world, some.points))),
        "batch_600_by_3000": took(lambda: arrange(rank_all(many.world, many.points), top=50)),
    }
