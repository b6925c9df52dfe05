"""Scenarios as tables: the list, levers as sentences, places, money, and what was played out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from sufficiency.analytics.forecast.capacity import USUAL_OVERFLOW
from sufficiency.analytics.forecast.levers.declaring import Lever
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.wording import when_in_words
from sufficiency.analytics.forecast.scenario import Scenario as Stated
from sufficiency.web.forecasting.models import Scenario
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Table
from sufficiency.web.ui.wording import pounds

SCENARIOS = (Column("Scenario"), Column("Levers", is_number=True), Column("Last changed"), Column("By"))
PLAYED = (
    Column("Scenario"),
    Column("What it comes to"),
    Column("Years ahead", is_number=True),
    Column("Made"),
    Column("By"),
)
PLACES = (Column("Kind of placement"), Column("Places", is_number=True), Column("From"))
OVERFLOW = (Column("When full"), Column("Children go to, in this order"))
MONEY = (Column("Year"), Column("Put in", is_number=True), Column("To be saved", is_number=True))


@dataclass(frozen=True)
class LeverRow:
    """A lever of a scenario: its place from 1, its sentence, why, and where the lever comes from."""

    place: int
    sentence: str
    why: str
    label: str
    source: str


@dataclass(frozen=True)
class LeverChoice:
    """A lever that can be added."""

    label: str
    rule: str
    href: str


def of(scenarios: Iterable[Scenario]) -> Table:
    """The scenarios by name."""
    rows = [
        [Cell(one.name, href=one.get_absolute_url()), len(one.levers), one.changed_at, one.changed_by]
        for one in scenarios
    ]
    return Table("Scenarios by name", SCENARIOS, rows)


def played_out(runs: Iterable[Run]) -> Table:
    """Scenarios as they were played out, newest first."""
    rows = [
        [
            Cell(run.title, href=reverse("forecasting:comparison", args=[run.pk])),
            run.assumptions["says"],
            run.assumptions["years_ahead"],
            run.made_at,
            run.made_by,
        ]
        for run in runs
    ]
    return Table("Played out, newest first", PLAYED, rows)


def levers_of(stated: Stated) -> list[LeverRow]:
    """The levers as sentences."""
    known = levers()
    return [
        LeverRow(place, said, one.why, known[one.lever].label, known[one.lever].source)
        for place, (one, said) in enumerate(zip(stated.levers, stated.sentences, strict=True), 1)
    ]


def levers_to_add(scenario: Scenario) -> list[LeverChoice]:
    """Every lever there is, with the address at which it is added."""
    return [_choice(one, scenario) for one in levers().values()]


def places(stated: Stated) -> Table | None:
    """The places that are stated; None where every kind has as many as needed."""
    rows = [[one.kind.label, one.places, when_in_words(one.starts)] for one in stated.places]
    return Table("Places by kind", PLACES, rows) if rows else None


def overflow(stated: Stated) -> Table:
    """Where children go when a kind is full."""
    orders = {**USUAL_OVERFLOW, **stated.overflow}
    rows = [
        [kind.label, ", then ".join(other.label.lower() for other in order)] for kind, order in orders.items()
    ]
    return Table("Where children go when a kind is full", OVERFLOW, rows)


def money(stated: Stated) -> Table | None:
    """The plan's money; None where there is none."""
    plan = stated.plan
    years = sorted({*plan.investment, *plan.savings_targets})
    rows = [
        [f"Year {year}", pounds(plan.investment.get(year, 0)), pounds(plan.savings_targets.get(year, 0))]
        for year in years
    ]
    return Table("The plan’s money", MONEY, rows) if rows else None


def _choice(lever: Lever, scenario: Scenario) -> LeverChoice:
    return LeverChoice(
        lever.label, lever.rule, reverse("forecasting:add_lever", args=[scenario.pk, lever.id])
    )
