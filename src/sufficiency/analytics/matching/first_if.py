"""“Would be first if”: the smallest change that would put a home first, checked by making it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sufficiency.analytics.matching.changes import Change, changed
from sufficiency.analytics.matching.criteria.declaring import Scored
from sufficiency.analytics.matching.ordering import best_by_tier, order
from sufficiency.analytics.matching.ranking import Ranking, again

LEAST_POINTS = 0.005


@dataclass(frozen=True)
class FirstIf:
    """Changes to the home, or a smaller tolerance, that would put it first; neither where nothing small would."""

    text: str
    changes: tuple[Change, ...] = ()
    tolerance: float | None = None


@dataclass(frozen=True)
class Gain:
    """A change and the points it brings to the middle of the fit."""

    change: Change
    points: float


def would_be_first_if(ranking: Ranking, row: int, parts: Sequence[Scored]) -> FirstIf | None:
    """What would put a home first; None where it is first already."""
    if ranking.order[0] == row:
        return None
    needed = _needed(ranking, row)
    chosen = _smallest(_gains(parts, row), needed)
    if chosen and _puts_first(ranking, row, chosen):
        return FirstIf("it would be first if " + " and ".join(item.text for item in chosen), tuple(chosen))
    tolerance = _tolerance(ranking, row)
    if tolerance is not None:
        return FirstIf(f"it would be first if the tolerance were {tolerance:g} or less", tolerance=tolerance)
    return FirstIf("no change to what the home offers would put it first")


def _needed(ranking: Ranking, row: int) -> float:
    """Points the home lacks to be first: more than every home of its tier and below, the tolerance above it."""
    tier = ranking.homes[row].tier
    others = [other for other in ranking.order if other != row]
    tiers = np.array([ranking.homes[other].tier for other in others])
    best = best_by_tier(tiers, ranking.middle[others])
    above = best[:tier].max(initial=-np.inf) + ranking.policy.tolerance
    # A home of a lower tier is first only by the tolerance, so it is beaten by reaching just below that.
    below = best[tier + 1 :].max(initial=-np.inf) - ranking.policy.tolerance
    wanted = max(above, best[tier], below)
    return float(wanted - ranking.middle[row]) + 2 * LEAST_POINTS


def _gains(parts: Sequence[Scored], row: int) -> list[Gain]:
    """What each possible change would bring, those of one field and key together."""
    found: dict[tuple[str, str], Gain] = {}
    for part in parts:
        for piece in part.pieces:
            points = part.weight * piece.share * (1 - float(piece.low[row] + piece.high[row]) / 2)
            if piece.best is not None and points > 0:
                before = found.get(piece.best.target)
                found[piece.best.target] = Gain(piece.best, points + (before.points if before else 0))
    return sorted(found.values(), key=lambda gain: gain.points)


def _smallest(gains: Sequence[Gain], needed: float) -> list[Change]:
    """One change that is enough, the smallest such; else the fewest together; none where all are too little."""
    for gain in gains:
        if gain.points >= needed:
            return [gain.change]
    taken, reached = [], 0.0
    for gain in reversed(gains):
        taken.append(gain.change)
        reached += gain.points
        if reached >= needed:
            return taken
    return []


def _puts_first(ranking: Ranking, row: int, changes: Iterable[Change]) -> bool:
    """Whether the home, changed and looked at again, would be first and still lawful or to be asked."""
    home = changed(ranking.homes[row], changes)
    alone = again(ranking, [home])
    if not alone.order:
        return False
    rows = list(ranking.order)
    middle = ranking.middle[rows].copy()
    middle[rows.index(row)] = alone.middle[0]
    return _first(ranking, rows, middle, ranking.policy.tolerance) == row


def _tolerance(ranking: Ranking, row: int) -> float | None:
    """The largest smaller tolerance by which the home would be first; None where none would do."""
    rows = list(ranking.order)
    tier, middle = ranking.homes[row].tier, ranking.middle[rows]
    higher = [ranking.middle[other] for other in rows if ranking.homes[other].tier < tier]
    if not higher:
        return None
    least = float(np.floor((ranking.middle[row] - max(higher)) * 100) / 100)
    if not 0 <= least < ranking.policy.tolerance:
        return None
    return least if _first(ranking, rows, middle, least) == row else None


def _first(ranking: Ranking, rows: list[int], middle: np.ndarray, tolerance: float) -> int:
    tiers = np.array([ranking.homes[row].tier for row in rows], dtype=np.int64)
    names = np.array([ranking.homes[row].id for row in rows])
    return rows[int(order(tiers, middle, tolerance=tolerance, names=names)[0])]


def with_change(ranking: Ranking, row: int, first: FirstIf) -> Ranking:
    """The ranking after the change that was named, all of it made again."""
    homes = list(ranking.homes)
    homes[row] = changed(homes[row], first.changes)
    policy = ranking.policy
    if first.tolerance is not None:
        policy = replace(policy, tolerance=first.tolerance)
    return again(ranking, homes, policy=policy)
