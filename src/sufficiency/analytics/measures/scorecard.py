"""The scorecard: every measure of one or several years, computed or with what it would need."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import polars as pl

from sufficiency.analytics.histories.history import History
from sufficiency.analytics.measures.computing import result_of, without_figure
from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.dimensions import ASKABLE
from sufficiency.analytics.measures.inputs import Inputs
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.years import CollectionYear

ChildPopulation = int | Mapping[CollectionYear, int] | None


class NotAskableError(ValueError):
    """Something was asked for that is not there: what it was, and what may be asked for."""


def scorecard(
    history: History,
    *,
    years: Sequence[CollectionYear] = (),
    authority: str | None = None,
    population: ChildPopulation = None,
    by: Sequence[str] = (),
    postcodes: pl.DataFrame | None = None,
    measures: Collection[Measure] = tuple(MEASURES.values()),
) -> list[MeasureResult]:
    """A result for each year and measure, in the order of the register; the last year where none is given.

    `population` is the number of children aged 0 to 17 in the area, one number or one a year. `by` names
    dimensions to divide by, besides those a measure always has; a measure without that dimension is not
    divided. Raises NotAskableError for a year or dimension that is not known.
    """
    wanted = tuple(years) or (history.last_year,)
    _refuse_unknown(history, wanted, by)
    inputs = [_inputs(history, year, authority, population, postcodes) for year in wanted]
    return [_of_measure(measure, of_year, by) for of_year in inputs for measure in measures]


def _of_measure(measure: Measure, inputs: Inputs, by: Sequence[str]) -> MeasureResult:
    because = measure.lacks(inputs)
    if because or measure.population is None:
        return without_figure(measure, inputs, because=because or "No return holds what it needs.")
    return result_of(measure, inputs.rows(measure.population), inputs, by=by)


def _inputs(
    history: History,
    year: CollectionYear,
    authority: str | None,
    population: ChildPopulation,
    postcodes: pl.DataFrame | None,
) -> Inputs:
    children = population.get(year) if isinstance(population, Mapping) else population
    ours = authority or history.in_year(year).source.authority
    return Inputs(history, year, authority=ours, child_population=children, postcodes=postcodes)


def _refuse_unknown(history: History, years: Iterable[CollectionYear], by: Iterable[str]) -> None:
    unread = [str(year) for year in years if year not in history.views]
    if unread:
        read = ", ".join(str(year) for year in history.years)
        raise NotAskableError(f"There is no return of {', '.join(unread)}. The returns read are of {read}.")
    unknown = [name for name in by if name not in ASKABLE]
    if unknown:
        raise NotAskableError(f"There is no division by {', '.join(unknown)}. There is {', '.join(ASKABLE)}.")
