"""The measures of our own homes and carers, computed from the register: no return holds what they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sufficiency.analytics.homes.occupancy import Occupancy
from sufficiency.analytics.measures import capacity
from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.units import Unit, rounded
from sufficiency.analytics.reference.years import CollectionYear

COMPUTED = (
    capacity.occupancy,
    capacity.approved_places,
    capacity.filled_places,
    capacity.vacant_places,
    capacity.net_carers,
)
NO_PLACES = "The register had no approved place to set this against."


@dataclass(frozen=True, kw_only=True)
class OwnHomes:
    """Our own homes and carers in a collection year, or in so much of it as has passed.

    Days are of our own children's homes. Places are of our own carers who are not friends or relatives, at the end of
    the year or today. `vacant` places are free and available; households are those approved in the year and those
    that left in it.
    """

    year: CollectionYear
    homes: Occupancy
    approved: int
    filled: int
    vacant: int
    households_approved: int
    households_left: int


def results(own: OwnHomes) -> Sequence[MeasureResult]:
    """A result for each of these measures, as the scorecard has them."""
    return [
        _share(capacity.occupancy, own, own.homes.used, own.homes.place_days),
        _count(capacity.approved_places, own, own.approved),
        _share(capacity.filled_places, own, own.filled, own.approved),
        _share(capacity.vacant_places, own, own.vacant, own.approved),
        _count(capacity.net_carers, own, own.households_approved - own.households_left),
    ]


def _share(measure: Measure, own: OwnHomes, counted: int, of: int) -> MeasureResult:
    if not of:
        return _result(measure, own, None, None, None, because=NO_PLACES)
    value = rounded(Fraction(100 * counted, of), Unit.PERCENT.decimals)
    return _result(measure, own, counted, of, value)


def _count(measure: Measure, own: OwnHomes, counted: int) -> MeasureResult:
    return _result(measure, own, counted, None, counted)


def _result(
    measure: Measure,
    own: OwnHomes,
    numerator: int | None,
    denominator: int | None,
    value: float | None,
    *,
    because: str | None = None,
) -> MeasureResult:
    return MeasureResult(
        id=measure.id,
        label=measure.label,
        period=own.year.label,
        numerator=numerator,
        denominator=denominator,
        value=value,
        unit=measure.unit,
        better=measure.better,
        source=measure.source,
        not_computed_because=because,
    )
