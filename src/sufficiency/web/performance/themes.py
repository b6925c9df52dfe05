"""Every measure that is not among the eleven, theme by theme."""

from dataclasses import dataclass

from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.registry import THEMES
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.reports.changes import BETTER, Change
from sufficiency.reports.results import figure_and_unit
from sufficiency.reports.scorecard import measures_shown
from sufficiency.web.performance import words
from sufficiency.web.performance.cards import Lack, lacks
from sufficiency.web.performance.choosing import Chosen
from sufficiency.web.ui.components import Cell, Column, Table, Tone

COLUMNS = (
    Column("Measure"),
    Column("Figure", is_number=True),
    Column("Out of, or unit"),
    Column("On the year"),
    Column("By more than chance"),
    Column("Which way is better"),
)


@dataclass(frozen=True)
class Theme:
    """One theme: what it is about, its measures in a table, and what could not be computed."""

    name: str
    title: str
    table: Table | None
    lacks: tuple[Lack, ...]


def themes(chosen: Chosen) -> list[Theme]:
    """The themes in the order of the register."""
    return [
        _theme(module.__name__.rpartition(".")[2], module.__doc__ or "", _others(module), chosen)
        for module in THEMES
        if _others(module)
    ]


def _others(module: object) -> list[Measure]:
    return [
        declared
        for declared in vars(module).values()
        if isinstance(declared, Measure) and declared.id not in measures_shown()
    ]


def _theme(name: str, said: str, measures: list[Measure], chosen: Chosen) -> Theme:
    results = [result for measure in measures if (result := chosen.of(measure.id))]
    rows = [_row(result, chosen) for result in results if not result.not_computed_because]
    title = said.split("\n")[0].rstrip(".")
    return Theme(name, title, Table(title, COLUMNS, rows) if rows else None, lacks(results, chosen))


def _row(result: MeasureResult, chosen: Chosen) -> list[object]:
    figure, unit = figure_and_unit(result)
    change = words.change_of(result, chosen)
    link = Cell(result.label, href=words.definition_of(result.id, chosen))
    counted = unit or words.out_of(result)
    return [link, figure, counted, change.words, _verdict(change), words.better(result.id)]


def _verdict(change: Change) -> Cell | str:
    if not change.verdict:
        return ""
    return Cell(change.verdict, tone=Tone.GOOD if change.verdict == BETTER else Tone.WARNING)
