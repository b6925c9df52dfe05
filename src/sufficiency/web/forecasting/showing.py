"""A kept forecast as its page shows it: sentences, fans, costs, and what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sufficiency.reports.contents import PriceLine
from sufficiency.reports.costs import Costs, Price, costs
from sufficiency.reports.figures import Figure
from sufficiency.reports.monthly_costs import by_month
from sufficiency.reports.outlook import Outlook, outlook
from sufficiency.reports.remarks import together
from sufficiency.reports.results import Results
from sufficiency.reports.wording import day, number, plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.forecasting import queries
from sufficiency.web.performance.analytics import result_of
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone
from sufficiency.web.ui.drawings import kept

PRICES = (
    Column("Kind of placement"),
    Column("A week", is_number=True),
    Column("From"),
    Column("Rise a year", is_number=True),
    Column("How sure"),
    Column("Source"),
)


@dataclass(frozen=True)
class Shown:
    """What a forecast says. `hides_small_numbers` where groups with small counts are left out."""

    outlook: Outlook
    costs: Costs
    by_month: Figure | None
    hides_small_numbers: bool


def show(forecast: Run, *, to: Actor) -> Shown:
    """A forecast as someone may see it."""
    return drawn(forecast, hides=not to.may(Permission.SMALL_NUMBERS_SEE))


def drawn(forecast: Run, *, hides: bool) -> Shown:
    """A forecast with its charts; drawn once, as it never changes."""
    name = (forecast.pk, forecast.made_at, forecast.fingerprint, forecast.title)
    return kept(lambda: _draw(forecast, hides=hides), shows=("forecast", name, hides))


def measures_with(forecast: Run, *, hides: bool) -> Results:
    """The scorecard that was kept with a forecast."""
    scorecard = queries.scorecard_of(forecast)
    records = scorecard.figures["published" if hides else "measures"] if scorecard else []
    return Results.of(result_of(record) for record in records)


def price_lines(forecast: Run) -> tuple[PriceLine, ...]:
    """The prices a forecast's cost was worked out with."""
    return tuple(_price_line(price) for price in forecast.figures["prices"])


def prices(shown: Costs) -> Table:
    """The prices with where each comes from and how sure it is."""
    return Table("Weekly prices for one child", PRICES, [_price_row(price) for price in shown.prices])


def assumptions(forecast: Run) -> Sequence[Fact]:
    """What a forecast rests on, in words."""
    given = forecast.assumptions
    return [
        Fact("From", day(date.fromisoformat(forecast.figures["from"]))),
        Fact("Learnt from", f"the returns of {given['years'][0]} to {given['years'][-1]}"),
        Fact("Prices", given["prices"]),
        Fact(
            "Futures played out", f"{number(given['replications'])} of {plural(given['years_ahead'], 'year')}"
        ),
        Fact("Ranges", ranges_in_words(given)),
        Fact("Seed", str(forecast.seed)),
        Fact("Fingerprint of the data", forecast.fingerprint),
        Fact("Made with", f"Sufficiency {forecast.version}"),
    ]


def mended(forecast: Run) -> Sequence[Mapping[str, Any]]:
    """What was mended in the records when the years were joined, each remark once with all that it counts."""
    return together(forecast.figures.get("notes_on_joining", ()))


def ranges_in_words(given: Mapping[str, Any]) -> str:
    """Whether the ranges of a kept forecast follow the council's own past."""
    if given.get("recalibrate", False):
        return "made wider or narrower after forecasts of the council’s own past"
    return "as the model draws them, not adjusted to forecasts of the council’s own past"


def _draw(forecast: Run, *, hides: bool) -> Shown:
    found = outlook(forecast.figures, measures_with(forecast, hides=hides))
    spent = costs(forecast.figures, price_lines(forecast))
    if found is None or spent is None:
        raise LookupError(f"{forecast} holds no forecast.")
    return Shown(found, spent, by_month(forecast.figures), hides)


def _price_line(price: Mapping[str, Any]) -> PriceLine:
    named = {name: value for name, value in price.items() if name != "from"}
    return PriceLine(from_date=date.fromisoformat(price["from"]), **named)


def _price_row(price: Price) -> list[object]:
    tone = Tone.WARNING if price.is_assumed else Tone.QUIET
    return [
        price.kind,
        price.weekly,
        price.from_day,
        price.inflation,
        Cell(price.certainty, tone=tone),
        price.source,
    ]
