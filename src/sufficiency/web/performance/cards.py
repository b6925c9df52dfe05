"""The eleven key impact measures, in the order and the words of the strategy."""

from collections.abc import Iterable
from dataclasses import dataclass

from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES, ImpactMeasure
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.reports import charts
from sufficiency.reports.changes import Change
from sufficiency.reports.results import figure_and_unit
from sufficiency.web.performance import words
from sufficiency.web.performance.choosing import Chosen
from sufficiency.web.ui.drawings import kept


@dataclass(frozen=True)
class Line:
    """One measure that answers an impact measure, with its figure of the chosen year and its line up to it."""

    label: str
    href: str
    when: str
    better: str
    figure: str
    beside: str
    change: Change
    spark: str


@dataclass(frozen=True)
class Lack:
    """Measures without a figure, as links by name and address, and what would be needed."""

    measures: tuple[tuple[str, str], ...]
    because: str


@dataclass(frozen=True)
class Card:
    """One impact measure: its lines, and what could not be computed."""

    number: int
    wording: str
    lines: tuple[Line, ...]
    lacks: tuple[Lack, ...]


def cards(chosen: Chosen) -> list[Card]:
    """All eleven; one without a figure says what it needs."""
    return [_card(impact, chosen) for impact in KEY_IMPACT_MEASURES]


def _card(impact: ImpactMeasure, chosen: Chosen) -> Card:
    results = [result for name in impact.measures if (result := chosen.of(name))]
    lines = tuple(_line(result, chosen) for result in results if not result.not_computed_because)
    return Card(impact.number, impact.wording, lines, lacks(results, chosen))


def lacks(results: Iterable[MeasureResult], chosen: Chosen) -> tuple[Lack, ...]:
    """What could not be computed, each reason once."""
    named: dict[str, list[tuple[str, str]]] = {}
    for result in results:
        if result.not_computed_because:
            link = result.label, words.definition_of(result.id, chosen)
            named.setdefault(result.not_computed_because, []).append(link)
    return tuple(Lack(tuple(links), reason) for reason, links in named.items())


def _line(result: MeasureResult, chosen: Chosen) -> Line:
    figure, unit = figure_and_unit(result)
    return Line(
        label=result.label,
        href=words.definition_of(result.id, chosen),
        when=words.when(MEASURES[result.id], chosen.year),
        better=words.better(result.id),
        figure=figure,
        beside=unit or words.out_of(result),
        change=words.change_of(result, chosen),
        spark=_spark(result, chosen),
    )


def _spark(result: MeasureResult, chosen: Chosen) -> str:
    points = chosen.results.points(result.id)
    if len(points) < 2:
        return ""
    known = [one for one in chosen.results.years(result.id) if one.value is not None]
    said = words.in_a_sentence(known)
    return kept(lambda: charts.spark(points, alt_text=said), shows=("spark", points, said))
