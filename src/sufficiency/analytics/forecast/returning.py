"""Coming back: how many of those who left return to care within three years, and when."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells

AWAY_DAYS: Final = (0, 30, 91, 182, 365, 730, 1096)  # after three years a child who comes is new
_LONGEST = AWAY_DAYS[-1]
# Believed before the records are seen, a child-year away. About a sixth come back within a year of going home
# and a third within five (McGrath-Lone and others, 2017, for England); the shape is our judgement.
_PRIOR_RATE = np.array([0.3, 0.25, 0.2, 0.12, 0.08, 0.05])
_PRIOR_FACTOR = {Cause.HOME: 1.0, Cause.ORDER: 0.2, Cause.ADOPTED: 0.02, Cause.OTHER: 0.5}
_PRIOR_WORTH = 2.0  # returns


@dataclass(frozen=True)
class Leavers:
    """Who left before 18 and has not come back by day zero: the pool that returners come from."""

    born: Ints
    uasc: Ints
    left: Ints
    cause: Ints


@dataclass(frozen=True)
class Returning:
    """Returns and child-years away [cause, band], the prior included: the rate is gamma distributed."""

    returns: Floats
    child_years: Floats

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """Rates of return a day [draw, cause, band]."""
        gamma = generator.standard_gamma(self.returns, size=(size, *self.returns.shape))
        rates: Floats = gamma / self.child_years / DAYS_A_YEAR
        return rates

    @property
    def share_returning(self) -> float:
        """The share of those who leave that comes back, weighted by who was away."""
        rate = self.returns.sum(axis=0) / self.child_years.sum(axis=0)
        return float(1.0 - np.exp(-(rate @ np.diff(AWAY_DAYS)) / DAYS_A_YEAR))

    def unseen_share(self, days: Floats) -> Floats:
        """Of all returns, the share from those who left longer ago than so many days: not known as returns."""
        # All causes together: most who come back had gone home, and they set the shape.
        rate = self.returns.sum(axis=0) / self.child_years.sum(axis=0)
        width = np.diff(AWAY_DAYS)
        before = np.clip(days[:, None] - np.array(AWAY_DAYS[:-1]), 0, width)
        share: Floats = 1.0 - (before @ rate) / (width @ rate)
        return share


def absences(spells: Spells) -> tuple[Ints, Ints]:
    """The last spell of each period of care that is over, and the first of the child's next (or STILL_THERE)."""
    last = np.flatnonzero(spells.cause != STILL_THERE)
    following = np.minimum(last + 1, len(spells) - 1)
    same = (spells.child[following] == spells.child[last]) & (following > last)
    return last, np.where(same, following, STILL_THERE)


def fit_returning(spells: Spells, *, grown_up: Ints) -> Returning:
    """Rates of coming back by cause of leaving and time away, until 18."""
    last, following = absences(spells)
    back = following != STILL_THERE
    until = np.where(back, spells.started[following], np.minimum(grown_up[last], 0))
    away = np.clip(until - spells.ended[last], 0, _LONGEST)
    edges = np.array(AWAY_DAYS)
    spent = np.clip(away[:, None] - edges[:-1], 0, np.diff(edges)) / DAYS_A_YEAR
    # Those still away are counted for the time they were, which is no longer than since they left.
    came = back & (until - spells.ended[last] < _LONGEST)
    band = np.searchsorted(edges, away, side="right") - 1
    returns = np.zeros((len(LEAVING), len(_PRIOR_RATE)))
    child_years = np.zeros_like(returns)
    np.add.at(returns, (spells.cause[last][came], band[came]), 1.0)
    np.add.at(child_years, spells.cause[last], spent)
    rate = np.array([_PRIOR_FACTOR[cause] for cause in LEAVING])[:, None] * _PRIOR_RATE
    return Returning(returns + _PRIOR_WORTH, child_years + _PRIOR_WORTH / rate)


def pool(spells: Spells, *, grown_up: Ints) -> Leavers:
    """Who may still return after day zero."""
    last, following = absences(spells)
    gone = (following == STILL_THERE) & (spells.ended[last] > -_LONGEST) & (grown_up[last] > 0)
    who = last[gone]
    return Leavers(spells.born[who], spells.uasc[who].astype(np.int64), spells.ended[who], spells.cause[who])
