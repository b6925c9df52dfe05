"""One measure: what it means, its figures over the years, and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.dimensions import DIMENSIONS
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.reports import charts
from sufficiency.reports.figures import Figure, Table as FigureTable, drawn, table
from sufficiency.reports.position import TREND_HEIGHT
from sufficiency.reports.results import HIDDEN, count_in_words, figure_and_unit, parts, year_of
from sufficiency.web.performance import parts_in_words, words
from sufficiency.web.performance.choosing import Chosen
from sufficiency.web.ui.components import Column, Fact, Table
from sufficiency.web.ui.drawings import kept

PLAIN = "–"


@dataclass(frozen=True)
class Definition:
    """Everything on the page of a measure. Without a `figure` there are not two years to draw a line through."""

    measure: Measure
    sentence: str
    figure: Figure | None
    by_year: FigureTable
    meaning: Sequence[Fact]
    origin: Sequence[Fact]
    divided: Sequence[Table]


def definition(measure: Measure, chosen: Chosen, *, may_see_run: bool) -> Definition:
    """A measure in the chosen scorecard."""
    result, years = chosen.of(measure.id), chosen.results.years(measure.id)
    by_year = _by_year(measure, years)
    return Definition(
        measure=measure,
        sentence=_sentence(measure, result, chosen),
        figure=_trend(chosen, years, by_year),
        by_year=by_year,
        meaning=_meaning(measure, result),
        origin=_origin(chosen, may_see_run=may_see_run),
        divided=_divided(result) if result else [],
    )


def _sentence(measure: Measure, result: MeasureResult | None, chosen: Chosen) -> str:
    if result is None:
        return f"It was not among the measures computed for {chosen.year}."
    if result.not_computed_because:
        return f"Not computed for {chosen.year}. {result.not_computed_because}"
    figure, unit = figure_and_unit(result)
    time = words.when(measure, chosen.year)
    if result.suppressed:
        return f"The figure {time} is hidden, because it could point at a child."
    counted = words.out_of(result)
    said = f"{figure} {unit}".strip() + (f" ({counted})" if counted else "")
    change = words.change_of(result, chosen)
    moved = f", {change.words} on the year" if change.words else ""
    return f"{said} {time}{moved}."


def _by_year(measure: Measure, years: Sequence[MeasureResult]) -> FigureTable:
    rows = [
        (
            str(year_of(one).ending),
            PLAIN if one.not_computed_because else figure_and_unit(one)[0],
            *(_count(one, number) for number in (one.numerator, one.denominator)),
        )
        for one in years
    ]
    headings = [f"Figure ({measure.unit})", "Numerator", "Denominator"]
    return table(f"{measure.label}, by year to 31 March", words="Year", numbers=headings, rows=rows)


def _count(result: MeasureResult, count: int | None) -> str:
    if count is None:
        return HIDDEN if result.suppressed else PLAIN
    return count_in_words(count)


def _trend(chosen: Chosen, years: Sequence[MeasureResult], by_year: FigureTable) -> Figure | None:
    known = [one for one in years if one.value is not None]
    if len(known) < 2:
        return None
    points = chosen.results.points(known[0].id)
    said, places = words.in_a_sentence(known), known[0].unit.decimals
    return kept(
        lambda: drawn(
            said.rstrip("."),
            lambda size: charts.trend(points, size=size, alt_text=f"Line chart. {said}", places=places),
            table=by_year,
            height=TREND_HEIGHT,
        ),
        shows=("trend", points, said, by_year, places),
    )


def _meaning(measure: Measure, result: MeasureResult | None) -> list[Fact]:
    facts = [
        Fact("Who is looked at", words.who(measure) or "No return holds what this needs."),
        Fact("Numerator", _above(measure, result)),
        Fact("Denominator", _below(measure, result)),
        Fact("Window", capfirst(measure.period)),
        Fact("Unit", str(measure.unit)),
        Fact("Which way is better", words.better(measure.id)),
        Fact("Target", "None is set. Targets come with the placement strategy."),
        Fact("Definition from", measure.source),
        Fact("How sure the definition is", capfirst(measure.certainty)),
    ]
    needs = "; ".join(need.what for need in measure.needs)
    extra = [Fact("Needs besides the return", capfirst(needs)), Fact("Note", measure.note)]
    return [*facts, *(fact for fact in extra if fact.value)]


def _above(measure: Measure, result: MeasureResult | None) -> str:
    count = _known(result.numerator if result else None, result)
    return f"{measure.label}: {count}" if count else measure.label


def _below(measure: Measure, result: MeasureResult | None) -> str:
    if measure.figure and not words.has_denominator(measure):
        return "None: it is a count"
    count = _known(result.denominator if result else None, result)
    return f"All who are looked at: {count}" if count else "All who are looked at"


def _known(count: int | None, result: MeasureResult | None) -> str:
    if result is None or result.not_computed_because:
        return ""
    if count is None:
        return HIDDEN if result.suppressed else ""
    return count_in_words(count)


def _origin(chosen: Chosen, *, may_see_run: bool) -> list[Fact]:
    href = reverse("runs:run", args=[chosen.run.pk]) if may_see_run else ""
    return [
        Fact("Computed", chosen.run.made_at, href=href, action="See the saved result"),
        Fact("Computed by", chosen.run.made_by),
        Fact("Made with", f"Sufficiency {chosen.run.version}"),
        Fact("Fingerprint of the data", chosen.run.fingerprint),
    ]


def _divided(result: MeasureResult) -> list[Table]:
    dimensions = dict.fromkeys(part.dimension for part in result.by)
    return [_parts(result, dimension) for dimension in dimensions]


def _parts(result: MeasureResult, dimension: str) -> Table:
    label = DIMENSIONS[dimension].label
    columns = [Column(label), Column("Numerator", is_number=True), Column("Denominator", is_number=True)]
    rows = [_part(part, result) for part in parts(result, dimension)]
    return Table(f"By {label.lower()}, {result.period}", columns, rows, shows_caption=True)


def _part(part: Part, result: MeasureResult) -> list[object]:
    name = parts_in_words.of(part.dimension, part.value)
    has_denominator = words.has_denominator(MEASURES[result.id])
    return [
        name,
        count_in_words(part.numerator),
        count_in_words(part.denominator) if has_denominator else PLAIN,
    ]
