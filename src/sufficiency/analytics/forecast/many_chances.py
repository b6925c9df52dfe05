"""The chances of many children at once with NumPy: the same as `chances`, in the same order of arithmetic."""

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints
from sufficiency.analytics.forecast.chances import (
    GOLDEN,
    MIX_1,
    MIX_2,
    SHIFT_1,
    SHIFT_2,
    SHIFT_3,
    TO_53_BITS,
    UNIT,
)
from sufficiency.analytics.forecast.people import NEVER, People, Words


def uniform(people: People, i: Ints) -> Floats:
    """The children's next chances in [0, 1)."""
    people.drawn[i] += 1
    words = mix(people.key[i] + GOLDEN * people.drawn[i].astype(np.uint64))
    return (words >> TO_53_BITS).astype(np.float64) * UNIT


def mix(words: Words) -> Words:
    """The finisher of splitmix64: words that differ little come out quite unlike."""
    words = (words ^ (words >> SHIFT_1)) * MIX_1
    words = (words ^ (words >> SHIFT_2)) * MIX_2
    return words ^ (words >> SHIFT_3)


def exponential(people: People, i: Ints) -> Floats:
    """The children's next budgets of hazard."""
    budgets: Floats = -np.log(1.0 - uniform(people, i))
    return budgets


def pick(cumulative: Floats, chance: Floats) -> Ints:
    """The places whose running shares first exceed the chances, a row each."""
    places: Ints = (chance[:, None] >= cumulative).sum(axis=1)
    return places


def return_after(rates: Floats, away_days: Ints, budget: Floats) -> Floats:
    """The days after leaving at which children return [child, band]; NEVER if not within the bands."""
    after = np.full(len(budget), NEVER)
    # Band by band, as the rate differs between them.
    waiting = np.ones(len(budget), dtype=np.bool_)
    left = budget.copy()
    for band in range(rates.shape[1]):
        used = rates[:, band] * (away_days[band + 1] - away_days[band])
        comes = waiting & (left < used)
        after[comes] = away_days[band] + left[comes] / rates[comes, band]
        waiting &= ~comes
        left = left - used
    return after
