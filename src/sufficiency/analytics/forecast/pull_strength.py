"""How strongly placements lean back towards usual numbers: a few answers, weighed by where children went."""

from typing import Final

import numpy as np
from scipy.special import expit

from sufficiency.analytics.forecast.bands import Bools, Floats, Ints

# By how many logits the odds of an own place fall when own numbers stand e times above their usual.
STRENGTHS: Final = (0.0, 3.0, 6.0, 12.0, 24.0, 48.0)
_NO_PULL: Final = 0.5  # plausibility of the first before anything is seen; the others share the rest
USUAL_MONTHS: Final = 24  # whose mean is what is usual: two years outlast a season and one year's campaign
_YEARS_VARY: Final = 0.3  # standard deviation of a year's own odds, in logits: growth, a campaign, a closure
_STEPS: Final = 8  # of Newton's method, which needs three or four


def above_usual(numbers: Floats) -> Floats:
    """By how much, in logs, each month's number stands above the mean of the months before it; nought at first."""
    above = np.zeros_like(numbers)
    running = np.concatenate([[0.0], np.cumsum(numbers)])
    usual = (running[USUAL_MONTHS:-1] - running[: -USUAL_MONTHS - 1]) / USUAL_MONTHS
    above[USUAL_MONTHS:] = np.log((numbers[USUAL_MONTHS:] + 1.0) / (usual + 1.0))
    return above


def plausible(odds: Floats, above: Floats, is_own: Bools, year: Ints) -> Floats:
    """The weight of each of `STRENGTHS`, from placements one by one.

    `odds` are the log odds of an own place for such a child, `above` how far own numbers stood above usual then.
    """
    likely = np.array([_log_likelihood(odds - pull * above, is_own, year) for pull in STRENGTHS])
    others = (1.0 - _NO_PULL) / (len(STRENGTHS) - 1)
    weights = np.exp(likely - likely.max()) * np.array([_NO_PULL, *[others] * (len(STRENGTHS) - 1)])
    shares: Floats = weights / weights.sum()
    return shares


def _log_likelihood(odds: Floats, is_own: Bools, year: Ints) -> float:
    """Of where children went, each year's own odds averaged out (Laplace's approximation)."""
    years = int(year.max()) + 1
    of_year = np.zeros(years)
    tight = 1.0 / _YEARS_VARY**2
    for _ in range(_STEPS):
        chance = expit(odds + of_year[year])
        slope = np.bincount(year, weights=is_own - chance, minlength=years) - tight * of_year
        of_year = of_year + np.clip(slope / _curve(chance, year, tight), -1.0, 1.0)
    # One that could not happen by the fit may still have happened by a slip of the pen.
    chance = np.clip(expit(odds + of_year[year]), 1e-12, 1.0 - 1e-12)
    seen = np.log(np.where(is_own, chance, 1.0 - chance)).sum()
    spread = np.log(_curve(chance, year, tight) / tight).sum()
    return float(seen - 0.5 * tight * (of_year**2).sum() - 0.5 * spread)


def _curve(chance: Floats, year: Ints, tight: float) -> Floats:
    curve: Floats = np.asarray(np.bincount(year, weights=chance * (1.0 - chance)) + tight, dtype=np.float64)
    return curve
