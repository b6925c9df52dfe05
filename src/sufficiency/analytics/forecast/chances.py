"""The chances of each child: splitmix64 of the child's own key, in plain Python that Numba compiles.

Numba's machine code is kept until kernel.py changes: change the two together.
"""

import math

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints
from sufficiency.analytics.forecast.people import NEVER, People

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX_1, MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
SHIFT_1, SHIFT_2, SHIFT_3, TO_53_BITS = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
UNIT = 1.0 / 9007199254740992.0  # 2**-53


def uniform(people: People, i: int) -> float:
    """The child's next chance in [0, 1): splitmix64 of the child's key and a count."""
    people.drawn[i] += 1
    z = people.key[i] + GOLDEN * np.uint64(people.drawn[i])
    z = (z ^ (z >> SHIFT_1)) * MIX_1
    z = (z ^ (z >> SHIFT_2)) * MIX_2
    return float((z ^ (z >> SHIFT_3)) >> TO_53_BITS) * UNIT


def exponential(people: People, i: int) -> float:
    """The child's next budget of hazard."""
    # One minus, because the chance may be nought but never one.
    return -math.log(1.0 - uniform(people, i))


def pick(cumulative: Floats, chance: float) -> int:
    """The place whose running share first exceeds the chance."""
    place = 0
    while chance >= cumulative[place]:
        place += 1
    return place


def return_after(rates: Floats, away_days: Ints, budget: float) -> float:
    """The days after leaving at which a child returns; NEVER if not within the bands."""
    for band in range(len(rates)):
        used = rates[band] * (away_days[band + 1] - away_days[band])
        if budget < used:
            after: float = away_days[band] + budget / rates[band]
            return after
        budget -= used
    return NEVER


PARTS = (uniform, exponential, pick, return_after)
