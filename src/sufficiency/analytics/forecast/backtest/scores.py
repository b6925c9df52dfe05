"""How good a forecast of one number was: scores of draws against what came. Units are those of the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.projection import QUANTILES

RANGES: Final = {80: (0.1, 0.9), 95: (0.025, 0.975)}


@dataclass(frozen=True)
class Judged:
    """One forecast of one number: its draws in a few figures, what came, and what a usual yearly change was."""

    mean: float
    quantiles: Floats  # at QUANTILES
    crps: float
    outcome: float
    usual_change: float

    @property
    def middle(self) -> float:
        """The most likely value, half of the draws on either side."""
        return float(self.quantiles[QUANTILES.index(0.5)])

    @property
    def pinball(self) -> float:
        """The mean loss over the quantiles: 0 where each is the outcome."""
        over = self.outcome - self.quantiles
        shares = np.array(QUANTILES)
        return float(np.maximum(shares * over, (shares - 1) * over).mean())

    def ends(self, percent: int) -> tuple[float, float]:
        """The range that holds so many in a hundred draws."""
        low, high = (float(self.quantiles[QUANTILES.index(share)]) for share in RANGES[percent])
        return low, high


def judged(draws: Floats, outcome: float, *, usual_change: float) -> Judged:
    """Set the draws of one number beside what came."""
    quantiles = np.quantile(draws, QUANTILES)
    return Judged(float(draws.mean()), quantiles, crps(draws, outcome), outcome, usual_change)


def crps(draws: Floats, outcome: float) -> float:
    """The continuous ranked probability score: like a mean absolute error, but of the whole distribution."""
    ordered = np.sort(draws)
    size = len(ordered)
    # Half the mean distance between two draws, from their order.
    half_spread = float((ordered * (2 * np.arange(1, size + 1) - size - 1)).sum()) / size**2
    return float(np.abs(ordered - outcome).mean()) - half_spread


@dataclass(frozen=True)
class Score:
    """The scores of one method for one target so many years ahead, over `origins` forecasts.

    `bias` is the mean of forecast less outcome; `wape` the errors of the middle over the outcomes, in all;
    `mase` the errors over the usual yearly change; coverage the share of outcomes within the range. None where
    it cannot be computed, as where nobody was in care.
    """

    target: str
    horizon: int
    method: str
    origins: int
    bias: float
    wape: float | None
    mase: float | None
    pinball: float
    crps: float
    coverage80: float
    coverage95: float
    width80: float
    width95: float


def score(target: str, horizon: int, method: str, found: Sequence[Judged]) -> Score:
    """The scores of some forecasts of the same target and horizon by one method."""
    errors = [abs(one.middle - one.outcome) for one in found]
    outcomes = sum(one.outcome for one in found)
    changes = sum(one.usual_change for one in found)
    return Score(
        target=target,
        horizon=horizon,
        method=method,
        origins=len(found),
        bias=float(np.mean([one.mean - one.outcome for one in found])),
        wape=sum(errors) / outcomes if outcomes else None,
        mase=sum(errors) / changes if changes else None,
        pinball=float(np.mean([one.pinball for one in found])),
        crps=float(np.mean([one.crps for one in found])),
        coverage80=_coverage(found, 80),
        coverage95=_coverage(found, 95),
        width80=_width(found, 80),
        width95=_width(found, 95),
    )


def _coverage(found: Sequence[Judged], percent: int) -> float:
    ends = [one.ends(percent) for one in found]
    return float(np.mean([low <= one.outcome <= high for one, (low, high) in zip(found, ends, strict=True)]))


def _width(found: Sequence[Judged], percent: int) -> float:
    ends = [one.ends(percent) for one in found]
    return float(np.mean([high - low for low, high in ends]))
