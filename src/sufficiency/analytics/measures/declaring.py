"""What a measure is: one declaration from which results, catalogues and headings come."""

from dataclasses import dataclass
from enum import StrEnum

from sufficiency.analytics.measures.figures import Figure
from sufficiency.analytics.measures.inputs import Inputs, Population
from sufficiency.analytics.measures.needs import Need
from sufficiency.analytics.reference.units import Unit


class Better(StrEnum):
    """Which way is better; neutral where more may be good or bad."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Period(StrEnum):
    """The time that a figure of a collection year is about."""

    AT_31_MARCH = "at 31 March"
    YEAR = "in the year to 31 March"
    MONTHS = "in each month of the year to 31 March"
    TWO_YEARS = "in the two years to 31 March"
    THREE_YEARS = "in the three years to 31 March"
    SCHOOL_YEAR = "in the school year"
    ANY_DAY = "on any day"


class Certainty(StrEnum):
    """How sure we are of a definition."""

    READ = "read in the source"
    PARTLY_READ = "partly read, partly inferred"
    FROM_MEMORY = "from memory of the source"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure: who is looked at (`population`) and how that becomes a number (`figure`).

    `needs` says what it cannot be computed without; a measure without a population is one that no return
    can give. `by` names the dimensions always shown; `split` those that divide only what was counted.
    """

    id: str
    label: str
    unit: Unit
    better: Better
    period: Period
    source: str
    certainty: Certainty
    population: Population | None = None
    figure: Figure | None = None
    needs: tuple[Need, ...] = ()
    by: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    note: str = ""

    def lacks(self, inputs: Inputs) -> str | None:
        """The first thing missing to compute it, in a sentence; None where nothing is."""
        sentences = (need.lacking(inputs) for need in self.needs)
        return next((sentence for sentence in sentences if sentence), None)
