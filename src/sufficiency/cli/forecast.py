"""`sufficiency forecast`: how many children will need which kind of home, and what it will cost."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.options import FormatOption, Output, ReturnsFolder
from sufficiency.cli.steps import step

if TYPE_CHECKING:
    from sufficiency.analytics.forecast.scenario import Scenario
    from sufficiency.analytics.histories.history import History

_LARGE_COST: Final = 10e6  # pounds a year

Start = Annotated[
    datetime | None,
    typer.Option(
        "--from", formats=["%Y-%m-%d", "%d/%m/%Y"], help="Forecast from this day; else the last 31 March."
    ),
]
Years = Annotated[int, typer.Option(help="Years ahead.", min=1, max=25)]
Replications = Annotated[int, typer.Option(help="How often the future is played out.", min=1)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same figures.", min=0)]
Prices = Annotated[
    str | None,
    typer.Option(help="Your own weekly prices (CSV or YAML), or the name of a set that comes with us."),
]

Recalibrate = Annotated[
    bool,
    typer.Option(
        "--recalibrate",
        help="Make the ranges wider or narrower after forecasts of your own past years (takes several times as long).",
    ),
]
UnmetBelow = Annotated[
    float,
    typer.Option(
        help="With a scenario: how many places of each kind keep unmet need below this percentage of the weeks needed.",
        min=0,
        max=50,
    ),
]
ScenarioFile = Annotated[
    str | None,
    typer.Option(
        help="A scenario (YAML) to compare with doing nothing, or the name of one that comes with us."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("forecast")(forecast)


def forecast(
    path: ReturnsFolder,
    start: Start = None,
    years: Years = 5,
    replications: Replications = 1000,
    seed: Seed = 1,
    scenario: ScenarioFile = None,
    prices: Prices = None,
    recalibrate: Recalibrate = False,
    unmet_below: UnmetBelow = 5,
    asked: FormatOption = None,
    output: Output = None,
) -> None:
    """Project children in care by kind of placement and age, and their cost, with ranges."""
    from sufficiency.analytics.histories.joining import history
    from sufficiency.analytics.returns.reading import read_returns
    from sufficiency.cli.pipeline import prices_named
    from sufficiency.cli.scenario import scenario_named

    stated, priced = scenario_named(scenario), prices_named(prices)
    with step("Reading the returns"):
        joined = history(read_returns(path))
    asked_for = {
        "start": start.date() if start else None,
        "years": years,
        "replications": replications,
        "seed": seed,
        "prices": priced,
        "recalibrate": recalibrate,
    }
    with step(f"Playing out the future ({replications:,} times {years} years{', twice' if stated else ''})"):
        contract = _played_out(joined, stated, asked_for, unmet=unmet_below / 100)
    joining = [{"message": note.message, "count": note.count} for note in joined.notes]
    deliver(answer(contract, unmet=unmet_below / 100, joining=joining), asked=asked, output=output)


def _played_out(
    joined: "History", stated: "Scenario | None", asked: Mapping[str, Any], *, unmet: float
) -> dict[str, Any]:
    from sufficiency.analytics.forecast.comparing import compare
    from sufficiency.analytics.forecast.contract import as_json
    from sufficiency.analytics.forecast.projecting import project
    from sufficiency.analytics.forecast.scenario_contract import UNMET_SHARES, comparison_as_json

    if stated is None:
        return as_json(project(joined, **asked), years=asked["years"])
    shares = sorted({*UNMET_SHARES, unmet})
    return comparison_as_json(compare(joined, stated, **asked), years=asked["years"], unmet_shares=shares)


def answer(
    contract: Mapping[str, Any], *, unmet: float = 0.05, joining: Sequence[Mapping[str, Any]] = ()
) -> Answer:
    """A forecast in every form, with what a scenario changes where one was given.

    `unmet` is the share of the weeks needed that may go unmet in the table of places needed; `joining` are the
    remarks on joining the years, which say what was mended in the records.
    """
    from sufficiency.cli.quantiles import flat
    from sufficiency.cli.scenario import scenario_in_words, scenario_sheets

    sheets = {
        "series": [flat(row) for row in contract["series"]],
        "by age": [flat(row) for row in contract["by_age"]],
        "entrants": [flat(row) for row in contract["entrants"]],
        "leavers": [flat(row) for row in contract["leavers"]],
        "cost": [flat(row) for row in contract["cost"]],
        "cost by month": [flat(row) for row in contract["cost_by_month"]],
        "prices": contract["prices"],
        "notes": contract["notes"],
        **scenario_sheets(contract),
    }
    return Answer(
        lambda: in_words(contract, joining=joining) + scenario_in_words(contract, unmet=unmet),
        lambda: contract,
        sheets,
    )


def in_words(contract: Mapping[str, Any], *, joining: Sequence[Mapping[str, Any]] = ()) -> str:
    """The forecast for the screen: the sentence, then each 31 March by kind, then the cost."""
    from sufficiency.analytics.forecast.contract import ALL
    from sufficiency.analytics.reference.kinds import Kind
    from sufficiency.reports.remarks import together
    from sufficiency.reports.tables import text_table
    from sufficiency.reports.wording import plural

    springs = [row for row in contract["series"] if row["date"].endswith("-03-31")]
    kinds = dict.fromkeys(row["kind"] for row in springs)
    dates = dict.fromkeys(row["date"] for row in springs)
    cells = {(row["kind"], row["date"]): row for row in springs}
    shown = [
        {
            "kind": "All children" if kind == ALL else Kind(kind).label,
            **{day: _spread(cells[kind, day]) for day in dates},
        }
        for kind in kinds
        if any(cells[kind, day]["mean"] >= 0.5 for day in dates)
    ]
    # A small authority's millions would all read alike without a decimal.
    places = 0 if min(row["mean"] for row in contract["cost"]) >= _LARGE_COST else 1
    cost = [{"year": row["year"], "cost in £m": _spread(row, 1e6, places)} for row in contract["cost"]]
    said = [*contract["notes"], *together(joining)]
    notes = "".join(f"Note: {note['message']} ({note['count']})\n" for note in said)
    counted = plural(contract["replications"], "simulated future")
    return (
        f"{sentence(contract)}\n\nLowest and highest of the middle 80 in 100 of {counted}, most likely in brackets:\n"
        f"{text_table(shown, width=140)}\n{text_table(cost)}\n{notes}"
    )


def sentence(contract: Mapping[str, Any]) -> str:
    """What we expect, in one sentence."""
    from sufficiency.reports.wording import as_date, day, number, span

    total = [row for row in contract["series"] if row["kind"] == "all"]
    first, last = total[0], total[-1]
    q = last["quantiles"]
    more = round(q["0.5"]) - round(first["mean"])
    compared = "as many as" if more == 0 else f"{number(abs(more))} {'more' if more > 0 else 'fewer'} than"
    return (
        f"By {day(as_date(last['date']))} we expect {span(number(q['0.1']), number(q['0.9']))} children, "
        f"most likely {number(q['0.5'])}: {compared} on {day(as_date(first['date']))}."
    )


def _spread(row: Mapping[str, Any], unit: float = 1.0, places: int = 0) -> str:
    low, middle, high = (row["quantiles"][share] / unit for share in ("0.1", "0.5", "0.9"))
    return f"{low:,.{places}f}–{high:,.{places}f} ({middle:,.{places}f})"
