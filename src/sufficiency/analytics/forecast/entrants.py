"""Children new to care: how many by age and UASC, and how old."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import (
    ADULT_AT,
    AGE_GROUP_STARTS,
    ENTRY_BANDS,
    Floats,
    Ints,
)
from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR, Window
from sufficiency.analytics.forecast.returning import Returning
from sufficiency.analytics.forecast.starts import Starts
from sufficiency.analytics.forecast.trends import Trend, Wandering, fit_trend

# Children starting to be looked after in England: 24,910 in 2005 and 32,270 in 2025 (Department for Education).
GROWTH_IN_ENGLAND: Final = 0.013  # a year, in logs
PRIOR_WORTH: Final = 3.0  # entrants, shared out over the bands as in England
_AGE_BLUR_DAYS = 20  # ages are drawn from those seen, give or take this
# Between 2019 and 2025 the number starting to be looked after in an English authority walked by about 11% a
# year (beside Poisson noise) and shook by 8% in the single year, with no sign that growth lasts
# (Department for Education, 130 authorities with 80 or more starts a year). So growth is hardly carried on, and a
# single year of many entrants is taken for a shake sooner than for a new level. Some authorities are steadier
# than that: their own records choose between calmer and wilder answers.
_COMMON = Wandering(
    start=0.7, walks=(0.01, 0.03, 0.06, 0.12), typical_walk=0.03, walk_spread=1.2, growth=0.01, shake=0.06
)
# Or nothing but growth and chance moves it: then one good or bad year says little of the next.
_STEADY = Wandering(start=0.7, walks=(0.005,), typical_walk=0.005, walk_spread=1.0, growth=0.01, shake=0.005)
_OWN = Wandering(
    start=0.7, walks=(0.01, 0.03, 0.07), typical_walk=0.03, walk_spread=0.8, growth=0.012, shake=0.02
)


@dataclass(frozen=True)
class Entrants:
    """New entrants a year by band: a rate times a trend, and the ages (days) seen on entering each band."""

    yearly: Floats
    trend: Trend
    ages: tuple[Ints, ...]

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """Expected new entrants a year [draw, year ahead, band]."""
        return self.yearly * self.trend.draw(generator, size)

    def draw_ages(self, generator: np.random.Generator, bands: Ints) -> Ints:
        """The ages in days of entrants of these bands."""
        which, blur = generator.random((2, len(bands)))
        ages = np.zeros(len(bands), dtype=np.int64)
        for band, seen in enumerate(self.ages):
            here = bands == band
            chosen = seen[(which[here] * len(seen)).astype(np.int64)]
            youngest, oldest = _limits(band)
            blurred = chosen + np.round((2 * blur[here] - 1) * _AGE_BLUR_DAYS).astype(np.int64)
            ages[here] = np.clip(blurred, youngest, oldest)
        return ages


def fit_entrants(starts: Starts, *, exposure: Floats, years: Ints, ahead: Ints) -> Entrants:
    """Fit to the new entrants by year; `exposure` is how much of each year's entrants the records could show."""
    share = np.array([priors()["entrants"]["share"][band] for band in ENTRY_BANDS])
    # The years' mean level goes into the rate, so that the trend is about changes alone.
    yearly = (starts.new.sum(axis=0) + PRIOR_WORTH * share) / exposure.sum()
    # Around growth as in England, the trend is about what is the authority's own.
    grown = np.exp(GROWTH_IN_ENGLAND * (years - years.mean()))
    expected = exposure[:, None] * yearly * grown[:, None]
    own = fit_trend(
        starts.new, expected, years=years, ahead=ahead, common=_COMMON, own=_OWN, or_else=(_STEADY,)
    )
    trend = own.grown(GROWTH_IN_ENGLAND * (ahead - years.mean()))
    told = priors()["entrants"]["ages"]
    believed = [np.round(np.array(told[band]) * DAYS_A_YEAR).astype(np.int64) for band in ENTRY_BANDS]
    ages = tuple(np.concatenate(pair) for pair in zip(believed, starts.ages, strict=True))
    return Entrants(yearly, trend, ages)


def exposure_to_entrants(
    starts: Starts, returning: Returning, *, leavers_a_year: float, window: Window
) -> Floats:
    """Years of entrants that each year of the window could show.

    In the first years some who came back had left before the records began and count as new, so these years
    show a little more than a year's worth.
    """
    returns = leavers_a_year * returning.share_returning
    middle = (window.first_days + window.last_days) / 2 - window.first_days[0]
    new = max(starts.new.sum() / window.fractions.sum(), 1.0)
    exposure: Floats = window.fractions * (1.0 + returns * returning.unseen_share(middle) / new)
    return exposure


def _limits(band: int) -> tuple[int, int]:
    """The youngest and oldest age in days of a band, a few days inside it."""
    starts = (*AGE_GROUP_STARTS, ADULT_AT)
    is_uasc = band == len(AGE_GROUP_STARTS)
    youngest, oldest = (0, ADULT_AT) if is_uasc else (starts[band], starts[band + 1])
    return int(np.ceil(youngest * DAYS_A_YEAR)), int(oldest * DAYS_A_YEAR) - 3
