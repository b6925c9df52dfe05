"""The scorecard: every measure of one or several years, computed or with what it would need."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from sufficiency.analytics.histories.history import History
from sufficiency.analytics.measures.computing import Rows, result_of, without_figure
from sufficiency.analytics.measures.declaring import Measure, Population
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
    measures: Iterable[Measure] = MEASURES.values(),
) -> list[MeasureResult]:
    """A result for each year and measure, in the order of the register; the last year where none is given.

    `population` is the number of children aged 0 to 17 in the area, one number or one a year. `by` names
    dimensions to divide by, besides those a measure always has; a measure without that dimension is not divided.
    Raises NotAskableError for a year or dimension that is not known.
    """
    wanted = tuple(years) or (history.last_year,)
    _refuse_unknown(history, wanted, by)
    declared = tuple(measures)
    return [
        result
        for year in wanted
        for result in _of_year(
            declared,
            Inputs(
                history, year, authority or _authority(history, year), _in_year(population, year), postcodes
            ),
            by,
        )
    ]


def _of_year(measures: Iterable[Measure], inputs: Inputs, by: Sequence[str]) -> list[MeasureResult]:
    collected: dict[Population, Rows] = {}
    return [_of_measure(measure, inputs, by, collected) for measure in measures]


def _of_measure(
    measure: Measure, inputs: Inputs, by: Sequence[str], collected: dict[Population, Rows]
) -> MeasureResult:
    because = measure.lacks(inputs)
    if because or measure.population is None:
        return without_figure(measure, inputs, because=because or "No return holds what it needs.")
    if measure.population not in collected:
        # Many measures share a population: it is computed once a year.
        collected[measure.population] = measure.population(inputs).collect()
    return result_of(measure, collected[measure.population], inputs, by=by)


def _refuse_unknown(history: History, years: Iterable[CollectionYear], by: Iterable[str]) -> None:
    unread = [str(year) for year in years if year not in history.views]
    if unread:
        read = ", ".join(str(year) for year in history.years)
        raise NotAskableError(f"There is no return of {', '.join(unread)}. The returns read are of {read}.")
    unknown = [name for name in by if name not in ASKABLE]
    if unknown:
        raise NotAskableError(
            f"Measures cannot be divided by {', '.join(unknown)}, only by {', '.join(ASKABLE)}."
        )


def _authority(history: History, year: CollectionYear) -> str | None:
    return history.in_year(year).source.authority


def _in_year(population: ChildPopulation, year: CollectionYear) -> int | None:
    return population.get(year) if isinstance(population, Mapping) else population
