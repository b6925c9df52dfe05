"""What a block of replications starts from, laid out in plain arrays for the simulation.

Both ways of running it (NumPy over a whole block, Numba child by child) read and write these arrays and come to
the same numbers.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sufficiency.analytics.forecast.bands import Bools, Counts, Floats, Ints, Smalls
from sufficiency.analytics.forecast.steering import Steering

IN_CARE: Final = 1
AWAY: Final = 0  # yet to come, or gone and perhaps to return
NEW: Final = -1  # the cause of being away of those who were never in care
NEVER: Final = np.inf
EVENING_BEFORE: Final = -0.5  # of day zero, in days

Words = NDArray[np.uint64]


class World(NamedTuple):
    """The calendar and the bands; days are counted from day zero."""

    month_days: Ints  # the first day of each month, and the day after the last
    year_of_month: Ints  # the place of its financial year
    first_birth: int
    birthdays: Ints  # [birth, cut]
    group_of_age: Ints
    in_care_days: Ints
    in_placement_days: Ints
    away_days: Ints


class Chances(NamedTuple):
    """What was drawn for each replication: rates a day, shares and years' multipliers."""

    of_child: Floats  # [replication, UASC, age, time in care, event]
    of_place: Floats  # [replication, kind, age group, time in placement, event]
    times: Floats  # [replication, year, kind, event]
    entry: Floats  # cumulative [replication, year, entry group, kind]
    move: Floats  # cumulative [replication, year, kind, mover group, kind]
    back: Floats  # [replication, cause, band of days away]


# Arrays apart rather than records: NumPy then works on each at full speed.
class People(NamedTuple):
    """Everyone who is, was or will be in care, replication after replication; changed as time passes."""

    first: Ints  # where each replication's people begin, and the end of the last
    key: Words  # each person's own stream of chances
    drawn: Counts  # how many of them were used
    born: Counts
    uasc: Smalls
    status: Smalls
    cause: Smalls  # why away
    band: Smalls  # the entry band of those never in care
    kind: Smalls
    age: Smalls  # band, as are the next two
    in_care: Smalls
    in_placement: Smalls
    entered: Floats
    unseen: Bools  # whether the time in care is a lower bound
    placed: Floats
    budget: Floats  # of hazard, until the next event
    rate: Floats  # a day
    since: Floats
    wake: Floats  # when something next changes
    is_event: Bools  # whether that is an event, not a band


class Tallies(NamedTuple):
    """What is counted in each replication; children at the end of each month, the rest within it."""

    stock: Ints  # [replication, month end, kind, age group]
    days: Ints  # [replication, month, kind], nights in care
    entrants: Ints  # [replication, month, entry band; the last is returns]
    leavers: Ints  # [replication, month, cause]


class Run(NamedTuple):
    """A block of replications: what they share, what was drawn for them, who is in them, what is counted.

    `planned` is each child's rate a day of a planned move in the present month [replication, plan].
    """

    world: World
    chances: Chances
    people: People
    tallies: Tallies
    steering: Steering
    planned: Floats
