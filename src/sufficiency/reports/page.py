"""The report as its template reads it: every sentence, figure and table, nothing left to work out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.returns.rules.catalogue import all_rules
from sufficiency.reports import scorecard
from sufficiency.reports.contents import MadeFrom, ReportContents
from sufficiency.reports.costs import Costs, costs
from sufficiency.reports.figures import Column, Table
from sufficiency.reports.outlook import Outlook, outlook
from sufficiency.reports.position import NUMBER, Position, position
from sufficiency.reports.publishing import published
from sufficiency.reports.quality import Quality, quality
from sufficiency.reports.results import Results, year_of
from sufficiency.reports.scorecard import Card
from sufficiency.reports.tiles import Tile, tiles
from sufficiency.reports.wording import as_date, day, number, sentence_list

TITLE = "Sufficiency report"
INSIDE = "For use inside the service only: every figure is shown, also those that could point at a child."
MADE_UP = "Made-up data: no child in this report exists."
HIDDEN = (
    "Counts of 1 to 5, and figures from which they could be worked out, are shown as “c”, so that no child "
    "can be recognised. Nought is shown."
)
_WAYS = {"higher": "Higher is better", "lower": "Lower is better", "neutral": "Neither"}
_DEFINITIONS = (Column("Measure"), Column("Unit"), Column("Which way is better"), Column("Definition from"))


@dataclass(frozen=True)
class Strip:
    """A line across the top that changes how everything under it is to be read."""

    name: str
    words: str


@dataclass(frozen=True)
class Section:
    """A part of the report: its anchor and template, and its title."""

    name: str
    title: str


@dataclass(frozen=True)
class Fact:
    """One thing a reader needs to ask for the same figures again."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """The whole report."""

    title: str
    authority: str
    lead: str
    strips: tuple[Strip, ...]
    sections: tuple[Section, ...]
    tiles: tuple[Tile, ...]
    position: Position | None
    newest: str
    cards: tuple[Card, ...]
    cards_table: Table
    outlook: Outlook | None
    costs: Costs | None
    quality: Quality | None
    hiding: str
    definitions: Table
    facts: tuple[Fact, ...]
    made_from: MadeFrom
    made_on: str


def page(contents: ReportContents) -> Page:
    """Work out what the report shows, small numbers hidden unless the contents ask for all."""
    measures = published(contents.measures, show_all=contents.show_all)
    results = Results.of(measures)
    forecast = None if _hides_the_number(results) else contents.forecast
    where, ahead, spending = position(results), outlook(forecast, results), costs(forecast, contents.prices)
    messages = {rule.code: rule.message for rule in all_rules()}
    data = quality(contents.check, contents.notes, messages, show_all=contents.show_all)
    return Page(
        title=TITLE,
        authority=contents.authority,
        lead=_lead(results),
        strips=_strips(contents),
        sections=_sections(position=where, outlook=ahead, costs=spending, quality=data),
        tiles=tiles(results, forecast, contents.check),
        position=where,
        newest=contents.made_from.years[-1],
        cards=scorecard.cards(results),
        cards_table=scorecard.by_year(results),
        outlook=ahead,
        costs=spending,
        quality=data,
        hiding=INSIDE if contents.show_all else HIDDEN,
        definitions=_definitions(measures),
        facts=_facts(contents),
        made_from=contents.made_from,
        made_on=day(contents.made_from.made_on),
    )


def _hides_the_number(results: Results) -> bool:
    # A forecast starts from the newest number of children: where that is hidden, it would show it.
    newest = results.latest(NUMBER)
    return newest is not None and newest.suppressed


def _lead(results: Results) -> str:
    latest = results.latest(NUMBER)
    until = f" to {day(year_of(latest).end)}" if latest else ""
    return (
        "How many children we look after and where they live, how that is changing, what we expect next and "
        f"what it will cost. From the authority’s own returns{until}."
    )


def _strips(contents: ReportContents) -> tuple[Strip, ...]:
    strips = [
        Strip("inside", INSIDE) if contents.show_all else None,
        Strip("made-up", MADE_UP) if contents.made_up else None,
        None if contents.show_all else Strip("hidden", HIDDEN),
    ]
    return tuple(strip for strip in strips if strip)


def _sections(**there: object) -> tuple[Section, ...]:
    titles = {
        "position": "Where we are",
        "scorecard": "How we are doing",
        "outlook": "What we expect",
        "costs": "What it is expected to cost",
        "quality": "How good the data is",
        "definitions": "Definitions and sources",
        "making": "How this report was made",
    }
    always = {"scorecard", "definitions", "making"}
    return tuple(Section(name, title) for name, title in titles.items() if name in always or there[name])


def _definitions(measures: Sequence[MeasureResult]) -> Table:
    # A later year overwrites an earlier one, so that the newest definition stands.
    newest = {result.id: result for result in sorted(measures, key=lambda result: result.period)}
    rows = [
        (result.label, result.unit.value, _WAYS[result.better], result.source) for result in newest.values()
    ]
    return Table("Measures in this report", _DEFINITIONS, tuple(rows))


def _facts(contents: ReportContents) -> tuple[Fact, ...]:
    made = contents.made_from
    facts = [
        Fact("Made on", day(made.made_on)),
        Fact("Made with", f"Sufficiency {made.version}"),
        Fact("Collection years read", sentence_list(list(made.years))),
        Fact("Files read", number(made.files)),
        Fact("Fingerprint of the files", made.fingerprint),
    ]
    if contents.forecast:
        facts += [
            Fact("Forecast from", day(as_date(contents.forecast["from"]))),
            Fact("Simulated futures", number(contents.forecast["replications"])),
            Fact("Seed", str(contents.forecast["seed"])),
        ]
    return tuple(facts)
