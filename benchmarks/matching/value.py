"""M3, M4, M6 and M8: how much of what could be gained the ranking gains, against a truth it cannot see."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from sufficiency.analytics.made_up.matching.settings import Setting
from sufficiency.analytics.made_up.matching.truth import HIDDEN, UNPLACED
from sufficiency.analytics.made_up.matching.worlds import Ground, MadeUpWorld, make_up_world
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.ranking import Ranking, again, rank_all
from sufficiency.analytics.matching.vocabulary import Tier

REQUESTS, SEEDS = 40, 25  # as many seeds as the simulation of the design
TRIED_WEIGHTS = 4  # requests a seed whose top three are looked at again with other weights
FIT, RECORDED = "fit alone", "all but the hidden quality"
POLICIES = ("random", "first in-house vacancy", "nearest", "ours", FIT, RECORDED, "all-knowing")
Choose = Callable[[Ranking, list[int], np.ndarray, np.random.Generator], int]


@dataclass
class Valued:
    """By policy: mean chance of breakdown a seed; and how often the truly best home is near the top of the list."""

    breakdown: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in POLICIES})
    top_three: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in POLICIES})
    kept: list[float] = field(default_factory=list)
    unplaced: list[float] = field(default_factory=list)

    def captured(self, policy: str = "ours") -> tuple[float, float, float]:
        """The share of the possible gain that a policy captures, with a 95% interval over seeds."""
        random, ours, best = (np.array(self.breakdown[name]) for name in ("random", policy, "all-knowing"))
        share = (random - ours) / (random - best)
        half = 1.96 * share.std(ddof=1) / np.sqrt(len(share))
        return float(share.mean()), float(share.mean() - half), float(share.mean() + half)


def value(land: Ground, setting: Setting, *, hidden: float = HIDDEN) -> Valued:
    """Every policy in worlds of one setting; requests come one after another and take the places they get."""
    found = Valued()
    for seed in range(SEEDS):
        made = make_up_world(land, seed=50_000 + seed, requests=REQUESTS, setting=setting)
        rankings = rank_all(made.world, made.points)
        truths, recorded = truths_of(made, hidden), truths_of(made, 0.0)
        for name in POLICIES:
            known = recorded if name == RECORDED else truths
            chances, unplaced = _play(name, rankings, truths, known, np.random.default_rng(seed))
            found.breakdown[name].append(chances)
            if name == "ours":
                found.unplaced.append(unplaced)
            found.top_three[name].append(_in_top(name, rankings, truths, known, np.random.default_rng(seed)))
        found.kept.append(_kept(rankings))
    return found


def truths_of(made: MadeUpWorld, hidden: float) -> list[np.ndarray]:
    """The chance of breakdown of every home for every request, hidden quality weighing so much."""
    truth = replace(made.truth, strength=hidden)
    columns = Columns(made.actual.homes, made.points)
    return [truth.breakdown(request, columns) for request in made.actual.requests]


def _play(
    name: str,
    rankings: list[Ranking],
    truths: list[np.ndarray],
    known: list[np.ndarray],
    rng: np.random.Generator,
) -> tuple[float, float]:
    """The mean chance of breakdown a child, those without a home counted too; and the share without one.

    `known` is what an all-knowing policy knows of the truth.
    """
    free = [home.free_places or 0 for home in rankings[0].homes]
    total, children, left = 0.0, 0, 0
    for ranking, truth, told in zip(rankings, truths, known, strict=True):
        size = ranking.request.size
        rows = [row for row in ranking.order if free[row] >= size]
        children += size
        if not rows:
            total, left = total + UNPLACED * size, left + size
            continue
        chosen = _listed(name, ranking, rows, told, rng)[0]
        free[chosen] -= size
        total += float(truth[chosen]) * size
    return total / children, left / children


def _listed(
    name: str, ranking: Ranking, rows: list[int], truth: np.ndarray, rng: np.random.Generator
) -> list[int]:
    """Lawful homes in a policy's order."""
    if name == "random":
        return [int(row) for row in rng.permutation(rows)]
    if name == "first in-house vacancy":
        return sorted(rows, key=lambda row: (ranking.homes[row].tier is not Tier.IN_HOUSE, row))
    if name == "nearest":
        return sorted(rows, key=lambda row: np.nan_to_num(ranking.minutes_away[row], nan=999.0))
    if name == FIT:
        return sorted(rows, key=lambda row: -ranking.middle[row])
    if name in ("all-knowing", RECORDED):
        return sorted(rows, key=lambda row: truth[row])
    return rows


def _in_top(
    name: str,
    rankings: list[Ranking],
    truths: list[np.ndarray],
    known: list[np.ndarray],
    rng: np.random.Generator,
) -> float:
    """The share of requests whose truly best lawful home is among a policy's first three."""
    hits = [
        min(r.order, key=lambda row: truth[row]) in _listed(name, r, list(r.order), told, rng)[:3]
        for r, truth, told in zip(rankings, truths, known, strict=True)
        if len(r.order) > 3
    ]
    return float(np.mean(hits)) if hits else float("nan")


def _kept(rankings: list[Ranking]) -> float:
    """How much of the top three stays when each weight in turn is 30% higher or lower."""
    overlaps = []
    for ranking in [one for one in rankings if len(one.order) >= 3][:TRIED_WEIGHTS]:
        before = set(ranking.order[:3])
        for name, criterion in CRITERIA.items():
            for times in (0.7, 1.3):
                policy = replace(ranking.policy, weights={name: criterion.weight * times})
                after = set(again(ranking, ranking.homes, policy=policy).order[:3])
                overlaps.append(len(before & after) / 3)
    return float(np.mean(overlaps)) if overlaps else float("nan")
