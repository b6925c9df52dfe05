"""M1 and M2: every outcome of every home in many worlds against a checker that shares no line with the code."""

from dataclasses import dataclass

from tests.matching_by_force import rules

from benchmarks.matching.thresholds import HOMES, REQUESTS
from sufficiency.analytics.made_up.matching.settings import SETTINGS
from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.judging import judge


@dataclass
class Compared:
    """Pairs of home and request compared; let in and kept out wrongly, and other differences."""

    worlds: int = 0
    pairs: int = 0
    ruled_out: int = 0
    let_in: int = 0
    kept_out: int = 0
    differ: int = 0


def compare(land: Ground, worlds: int) -> Compared:
    """Compare so many worlds, of all settings in turn."""
    found = Compared()
    for seed in range(worlds):
        setting = SETTINGS[seed % len(SETTINGS)]
        made = make_up_world(land, seed=seed, requests=REQUESTS, homes=HOMES, setting=setting)
        found.worlds += 1
        columns = made.columns
        for request in made.world.requests:
            # Rules alone: neither fit nor order is looked at here, and they take half of the time.
            judged = judge(Facing(request, columns, made.world.as_of, made.world.authority))
            for row, home in enumerate(made.world.homes):
                _count(found, str(judged.outcome(row)), rules.outcome(request, home, made.world, made.points))
    return found


def _count(found: Compared, ours: str, theirs: str) -> None:
    found.pairs += 1
    found.ruled_out += theirs == "ruled_out"
    found.let_in += theirs == "ruled_out" != ours
    found.kept_out += ours == "ruled_out" != theirs
    found.differ += ours != theirs
