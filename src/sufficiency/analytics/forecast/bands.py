"""The bands that hazards are fitted by, and the ages that results are shown by.

A day is a whole number counted from the day after the forecast's start, so that day 0 at midnight is the
first moment forecast. Bands begin on the day of their lower bound.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from sufficiency.analytics.reference.kinds import Kind

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Counts = NDArray[np.int32]  # what is kept of every replication, in half the space
Smalls = NDArray[np.uint8]  # what is kept of every person in a simulation, in an eighth
Bools = NDArray[np.bool_]

KINDS: Final = tuple(Kind)
KIND_INDEX: Final = {kind.value: index for index, kind in enumerate(KINDS)}
SUPPORTED: Final = KIND_INDEX[Kind.SUPPORTED_ACCOMMODATION]
OTHER: Final = KIND_INDEX[Kind.OTHER]

AGE_GROUPS: Final = ("under 1", "1-4", "5-9", "10-15", "16-17")  # as published
AGE_GROUP_STARTS: Final = (0, 1, 5, 10, 16)  # years
SUPPORTED_FROM_GROUP: Final = 4  # 16-17; no child under 16 (Care Planning Regulations 2010, as amended 2021)
ADULT_AT: Final = 18  # years; Children Act 1989, section 105

# Finer than shown: hazards change fastest in the first year of life and at 16.
BABY_CUTS_DAYS: Final = (91, 182)
BIRTHDAY_CUTS: Final = (1, 2, 3, 5, 7, 10, 12, 14, 15, 16, 17, ADULT_AT)
GROUP_OF_AGE_BAND: Final = (0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4)
AGE_BANDS: Final = len(GROUP_OF_AGE_BAND)  # the last cut, 18, ends the last band

TIME_IN_CARE_DAYS: Final = (30, 61, 91, 182, 274, 365, 548, 730, 1096, 1461, 2192)
TIME_IN_CARE_BANDS: Final = len(TIME_IN_CARE_DAYS) + 2
UNKNOWN_TIME_IN_CARE: Final = len(TIME_IN_CARE_DAYS) + 1
KNOWN_LONG_DAYS: Final = 1096  # beyond three years hazards are nearly flat, so a lower bound will do

TIME_IN_PLACEMENT_DAYS: Final = (30, 61, 91, 182, 365, 730, 1461)
TIME_IN_PLACEMENT_BANDS: Final = len(TIME_IN_PLACEMENT_DAYS) + 1

# Who moves: the five age groups, then UASC of 16 and over.
MOVER_GROUPS: Final = len(AGE_GROUPS) + 1
# Who enters: the five age groups, then UASC under 16 and UASC of 16 and over.
ENTRY_GROUPS: Final = len(AGE_GROUPS) + 2
# What the number of entrants is fitted by: the five age groups, then UASC of any age.
ENTRY_BANDS: Final = (*AGE_GROUPS, "uasc")


@dataclass(frozen=True)
class Birthdays:
    """The day on which a child born on a day passes each age cut: exact, leap years included."""

    first_birth: int
    table: Ints  # [birth - first_birth, cut]

    @classmethod
    def around(cls, day_zero: date, *, first_birth: int, years_ahead: int) -> Self:
        """For all born from that day until so many years after day zero."""
        births = np.arange(min(first_birth, -ADULT_AT * 366), (years_ahead + 1) * 366)
        cuts = [births + cut for cut in BABY_CUTS_DAYS]
        cuts += [birthday(day_zero, births, age) for age in BIRTHDAY_CUTS]
        return cls(int(births[0]), np.ascontiguousarray(np.array(cuts, dtype=np.int64).T))

    def of(self, born: Ints) -> Ints:
        """The cut days of children born on these days, a row a child."""
        cuts: Ints = self.table[born - self.first_birth]
        return cuts


def birthday(day_zero: date, births: Ints, age: int) -> Ints:
    """The days on which children born on these days reach an age in years."""
    zero = np.datetime64(day_zero, "D")
    born = zero + births.astype("timedelta64[D]")
    month = born.astype("datetime64[M]")
    # Someone born on 29 February is a year older on 1 March in other years: month start + 28 days.
    birthdays = (month + np.timedelta64(12 * age, "M")).astype("datetime64[D]") + (born - month)
    days: Ints = (birthdays - zero).astype(np.int64)
    return days


def age_group(birthdays: Ints, day: Ints) -> Ints:
    """The age group of each child on a day, from a row of birthdays each; the last from 16 on."""
    band = (birthdays <= day[:, None]).sum(axis=1)
    groups: Ints = np.array(GROUP_OF_AGE_BAND)[np.minimum(band, AGE_BANDS - 1)]
    return groups


def mover_group(group: Ints, uasc: Bools) -> Ints:
    """The group by which a child's next placement is chosen."""
    return np.where(uasc & (group == SUPPORTED_FROM_GROUP), MOVER_GROUPS - 1, group)


def entry_group(group: Ints, uasc: Bools) -> Ints:
    """The group by which an entrant's first placement is chosen."""
    of_sixteen = group == SUPPORTED_FROM_GROUP
    return np.where(uasc, np.where(of_sixteen, ENTRY_GROUPS - 1, ENTRY_GROUPS - 2), group)


def entry_band(group: Ints, uasc: Bools) -> Ints:
    """The band that an entrant is counted in."""
    return np.where(uasc, len(ENTRY_BANDS) - 1, group)
