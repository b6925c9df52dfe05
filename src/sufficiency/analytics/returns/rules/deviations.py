"""Where our rules knowingly answer otherwise than the validator that authorities use today, and why.

The test against recorded answers leaves these rules out, or allows for another row of the same child.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Deviation:
    """Why a rule deviates, and what its findings are instead."""

    because: str
    instead: str


DEVIATIONS: Mapping[str, Deviation] = {
    "1001": Deviation(
        "The other validator names every care leaver of 20 or over and every one without episodes (1002 names the "
        "latter), and takes rows of the two years that stand on the same line for one another.",
        "A leaver is named where their birth is known, they are under 20, and the episodes of the two years fall short.",
    ),
    "165": Deviation(
        "The other validator still asks whether SEX is 1 or 2, which have not been its codes since 2024-25.",
        "The sex is read in the codes of the year.",
    ),
    "210": Deviation(
        "The other validator names episodes of the last week, for which UN4 is meant.",
        "Episodes that started more than a week before the end of the year are named.",
    ),
    "583": Deviation(
        "The other validator compares dates as text, so 31/01/2025 counts as later than 05/03/2026.",
        "The latest decision by its date is the one that may stand; undated ones come before all others.",
    ),
    "584": Deviation(
        "The other validator compares dates as text and names a row of the two years’ joined table, which is "
        "another child’s as often as not.",
        "This year’s row is named where it has no date, or a date not after that of the reversed decision.",
    ),
    "633": Deviation(
        "The other validator does not know the authorities formed since 2019 (838 to 943).",
        "The numbers of all English authorities since 2011 are accepted.",
    ),
    "706": Deviation(
        "The other validator names the line of last year’s table, which is another order in this year’s.",
        "The child’s row in the Header table is named, and the orders that this year’s return has of them.",
    ),
    "SW12STG2": Deviation(
        "The other validator names nearly every open episode that did not start with S, whoever the worker was.",
        "An episode with which care starts or ends is named where no social worker’s time overlaps it.",
    ),
}

# Rows of one child with one date: the other validator takes them in no certain order, we take the first in the file
# (for 336 and SW17STG2 too), so it may name another row of that child.
ANY_OF_EQUAL_DATES: frozenset[str] = frozenset({"142", "199", "336", "583", "SW08STG2", "SW17STG2"})
