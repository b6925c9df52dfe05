"""What comes out: one result for each measure and year, with its parts."""

from dataclasses import dataclass

from sufficiency.analytics.reference.units import Unit


@dataclass(frozen=True)
class Part:
    """One part of a result, such as the children of one age group."""

    dimension: str
    value: str
    numerator: int | None
    denominator: int | None


@dataclass(frozen=True)
class MeasureResult:
    """A measure's figure for one collection year, or why there is none.

    For a count the numerator is the value; for a median there is none. `suppressed` results have lost
    the numbers that could point at a child.
    """

    id: str
    label: str
    period: str
    numerator: int | None
    denominator: int | None
    value: float | None
    unit: Unit
    better: str
    source: str
    suppressed: bool = False
    not_computed_because: str | None = None
    by: tuple[Part, ...] = ()
