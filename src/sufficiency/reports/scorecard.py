"""How we are doing: the eleven key impact measures, each with its figure, its change and its line."""

from collections.abc import Iterable
from dataclasses import dataclass

from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES, ImpactMeasure
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports import charts
from sufficiency.reports.changes import Change, change_between
from sufficiency.reports.figures import Table, table
from sufficiency.reports.results import Results, figure_and_unit, year_of
from sufficiency.reports.wording import number

# Short names for headings, by the number of the impact measure.
NAMES = {
    1: "Children in care",
    2: "Spend with independent providers",
    3: "Children placed outside the authority",
    4: "Children coming into and leaving care",
    5: "Residential, fostering and supported living",
    6: "Use of our own children’s homes",
    7: "Our own fostering",
    8: "Reviews on time",
    9: "Three or more placements in a year",
    10: "Education",
    11: "Health and wellbeing",
}
NOT_ASKED_FOR = "It was not among the measures asked for."


@dataclass(frozen=True)
class Line:
    """One measure on a card: its figure, how it changed on the year, and its line over the years."""

    label: str
    figure: str
    unit: str
    change: Change
    spark: str


@dataclass(frozen=True)
class Card:
    """One impact measure: its lines, and what could not be computed with the reasons."""

    number: int
    name: str
    lines: tuple[Line, ...]
    reasons: tuple[str, ...]


def cards(results: Results) -> tuple[Card, ...]:
    """The eleven cards, those without a figure saying why."""
    return tuple(_card(impact, results) for impact in KEY_IMPACT_MEASURES)


def measures_shown() -> tuple[str, ...]:
    """The ids of all measures that cards are made of."""
    return tuple(dict.fromkeys(name for impact in KEY_IMPACT_MEASURES for name in impact.measures))


def by_year(results: Results) -> Table:
    """Every impact measure in every year, as one table."""
    names = [name for name in measures_shown() if results.years(name)]
    periods = sorted({result.period for name in names for result in results.years(name)})
    rows = [(_with_unit(results.years(name)[0]), *_across(results.years(name), periods)) for name in names]
    return table("Impact measures by year", words="Measure", numbers=periods, rows=rows)


def _with_unit(result: MeasureResult) -> str:
    is_plain = result.unit in (Unit.CHILDREN, Unit.PERCENT)
    return result.label if is_plain else f"{result.label} ({result.unit})"


def _across(years: Iterable[MeasureResult], periods: Iterable[str]) -> list[str]:
    found = {result.period: figure_and_unit(result)[0] for result in years if not result.not_computed_because}
    return [found.get(period, "–") for period in periods]


def _card(impact: ImpactMeasure, results: Results) -> Card:
    # What was computed and what was not stand on one card: neither is passed over.
    latest = [result for name in impact.measures if (result := results.latest(name))]
    lines = tuple(_line(result, results) for result in latest if not result.not_computed_because)
    return Card(impact.number, NAMES[impact.number], lines, _reasons(latest) if latest else (NOT_ASKED_FOR,))


def _reasons(latest: Iterable[MeasureResult]) -> tuple[str, ...]:
    """Each reason once, after the measures it holds for."""
    labels: dict[str, list[str]] = {}
    for result in latest:
        if result.not_computed_because:
            labels.setdefault(result.not_computed_because, []).append(result.label)
    return tuple(f"{'; '.join(named)}. {reason}" for reason, named in labels.items())


def _line(result: MeasureResult, results: Results) -> Line:
    # A line that ends before a hidden year would pass off an older figure as the newest.
    points = [] if result.suppressed else results.points(result.id)
    spark = charts.spark(points, alt_text=_in_a_sentence(result, points)) if len(points) > 1 else ""
    change = change_between(_year_before(result, results), result)
    figure, unit = figure_and_unit(result)
    return Line(result.label, figure, unit or _out_of(result), change, spark)


def _out_of(result: MeasureResult) -> str:
    if result.unit is not Unit.PERCENT or result.numerator is None or result.denominator is None:
        return ""
    return f"{number(result.numerator)} of {number(result.denominator)}"


def _in_a_sentence(result: MeasureResult, points: list[charts.Point]) -> str:
    first, last = (number(point.value, places=result.unit.decimals) for point in (points[0], points[-1]))
    return f"{result.label}: {first} in {points[0].on.year}, {last} in {points[-1].on.year}."


def _year_before(result: MeasureResult, results: Results) -> MeasureResult | None:
    # The year before, not the last one read: over a gap it would not be a change on the year.
    years = results.years(result.id)
    return next((other for other in years if year_of(other) == year_of(result).previous), None)
