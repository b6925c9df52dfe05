"""Simple methods that look at one series of yearly numbers and nothing else, each declared once.

A method says what it expects one, two and more years on. Its ranges are normal, and as wide as its own errors
were: the mean square of its errors one year on in the years seen, with the number itself (what chance alone
would give) as one more year, times the years ahead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtri

from sufficiency.analytics.forecast.bands import Floats

DRAWS: Final = 399  # even steps through a normal distribution
DAMPING: Final = 0.85  # of the trend, a year; a usual value
_SMOOTHING: Final = (0.2, 0.4, 0.6, 0.8, 0.95)
_TREND_SMOOTHING: Final = (0.05, 0.2, 0.4)
LINE_YEARS: Final = 5
_FEWEST: Final = 2  # years before an error can be seen


@dataclass(frozen=True)
class SeriesMethod:
    """A method on one series: `expects` gives so many years ahead from the years seen, oldest first."""

    id: str
    label: str
    expects: Callable[[Floats, int], Floats]

    def draws(self, seen: Floats, ahead: int, *, is_count: bool = True) -> Floats:
        """Its distribution for each year ahead, as evenly spaced draws [draw, year ahead]."""
        middle = self.expects(seen, ahead)
        errors = [self.expects(seen[:n], 1)[0] - seen[n] for n in range(_FEWEST, len(seen))]
        square = (float(np.square(errors).sum()) + _of_chance(seen, is_count=is_count)) / (len(errors) + 1)
        spread = np.sqrt(square * np.arange(1, ahead + 1))
        steps = ndtri((np.arange(DRAWS) + 0.5) / DRAWS)
        drawn: Floats = np.maximum(middle + steps[:, None] * spread, 0.0)
        return drawn


def _of_chance(seen: Floats, *, is_count: bool) -> float:
    """The variance that chance alone gives: a count's is the count itself; else what the yearly steps were."""
    steps = np.diff(seen)
    if is_count or not len(steps):
        return max(float(seen[-1]), 1.0)
    return float(np.square(steps).mean())


def last_value(seen: Floats, ahead: int) -> Floats:
    """Everything stays as it is."""
    return np.full(ahead, seen[-1])


def straight_line(seen: Floats, ahead: int) -> Floats:
    """The line through the last five years goes on."""
    recent = seen[-LINE_YEARS:]
    slope, level = np.polyfit(np.arange(len(recent)), recent, 1)
    line: Floats = level + slope * (len(recent) - 1 + np.arange(1, ahead + 1))
    return line


def damped_holt(seen: Floats, ahead: int) -> Floats:
    """Holt's damped trend, smoothed as would have been best one year on."""
    tried = [(*_smoothed(seen, a, b), a) for a in _SMOOTHING for b in _TREND_SMOOTHING]
    level, trend, _, _ = min(tried, key=lambda found: found[2])
    carried: Floats = level + trend * np.cumsum(DAMPING ** np.arange(1, ahead + 1))
    return carried


def _smoothed(seen: Floats, of_level: float, of_trend: float) -> tuple[float, float, float]:
    """The last level and trend, and the sum of squared errors one year on."""
    level, trend, lost = float(seen[0]), float(np.diff(seen[:3]).mean()) if len(seen) > 1 else 0.0, 0.0
    for value in seen[1:]:
        foreseen = level + DAMPING * trend
        lost += (value - foreseen) ** 2
        before, level = level, foreseen + of_level * (value - foreseen)
        trend = of_trend * (level - before) + (1 - of_trend) * DAMPING * trend
    return level, trend, lost


SERIES_METHODS: Final = (
    SeriesMethod("last_value", "Last value", last_value),
    SeriesMethod("linear_trend", "Straight line, five years", straight_line),
    SeriesMethod("damped_holt", "Damped trend (Holt)", damped_holt),
)
