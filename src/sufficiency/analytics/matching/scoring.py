"""How well every home fits, 0 to 100, as the sum of its criteria's points; a range where something is not known."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.criteria.declaring import Criterion, Scored
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.worlds import Policy

FULL_MARKS = 100.0
DECIMALS = 2  # points are rounded before they are added, so that the parts sum to the score


class WeightsError(Exception):
    """The policy's weights cannot be used; the text says why."""

    what_next = "Mend “policy”, “weights”: one number of 0 or more for any of the criteria, not all 0."


@dataclass(frozen=True)
class Fit:
    """Points of every home; `scored` gives the parts again where they are to be explained, as they take memory."""

    low: Numbers
    high: Numbers

    @property
    def middle(self) -> Numbers:
        """Half way between low and high: what homes are put in order by."""
        middle: Numbers = (self.low + self.high) / 2
        return middle


def weights_of(policy: Policy) -> Mapping[str, float]:
    """The weight of each criterion, scaled to sum to 100."""
    unknown = sorted(set(policy.weights) - set(CRITERIA))
    if unknown:
        raise WeightsError(f"There is no criterion {unknown[0]}. There are: {', '.join(CRITERIA)}.")
    given = {name: policy.weights.get(name, criterion.weight) for name, criterion in CRITERIA.items()}
    total = sum(given.values())
    if min(given.values()) < 0 or total <= 0:
        raise WeightsError("A weight is below 0, or all are 0.")
    return {name: weight * FULL_MARKS / total for name, weight in given.items()}


def fit(facing: Facing, policy: Policy) -> Fit:
    """The fit of every home."""
    parts = scored(facing, policy)
    low, high = (np.sum([getattr(part, end) for part in parts], axis=0) for end in ("low", "high"))
    return Fit(np.round(low, DECIMALS), np.round(high, DECIMALS))


def scored(facing: Facing, policy: Policy) -> list[Scored]:
    """Points of every criterion for every home, with the pieces they come from."""
    weights = weights_of(policy)
    return [_scored(facing, CRITERIA[name], weight) for name, weight in weights.items()]


def _scored(facing: Facing, criterion: Criterion, weight: float) -> Scored:
    pieces = criterion.pieces(facing)
    low = sum((piece.share * piece.low for piece in pieces), np.zeros(len(facing)))
    high = sum((piece.share * piece.high for piece in pieces), np.zeros(len(facing)))
    return Scored(
        criterion, weight, pieces, np.round(weight * low, DECIMALS), np.round(weight * high, DECIMALS)
    )
