"""`sufficiency report`: the sufficiency report, from returns to one file that can be handed on."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.forecast import Prices, Replications, Seed, Years
from sufficiency.cli.measure import Population
from sufficiency.cli.options import Authority, ReturnsFolder
from sufficiency.cli.steps import say, step

Target = Annotated[
    Path, typer.Option("--output", "-o", help="The file to write, ending in .html.", show_default=False)
]
Name = Annotated[str, typer.Option(help="The authority’s name, for the title.")]
Providers = Annotated[Path | None, typer.Option(help="Ofsted’s list of providers (xlsx or csv).")]
ShowAll = Annotated[
    bool,
    typer.Option(
        "--show-all", help="Show small counts too: for use inside the service, never to be handed on."
    ),
]


class ReportFormError(Exception):
    """The report cannot be written in the form that was asked for."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(
    path: ReturnsFolder,
    output: Target,
    authority: Authority = None,
    name: Name = "",
    providers: Providers = None,
    population: Population = None,
    years: Years = 5,
    replications: Replications = 1000,
    seed: Seed = 1,
    prices: Prices = None,
    show_all: ShowAll = False,
) -> None:
    """Write the sufficiency report: position, mix, measures, forecast, cost and data quality."""
    from sufficiency.cli.pipeline import Asked, contents_of, read, walk
    from sufficiency.reports.html import write_html_report

    if output.suffix.lower() not in (".html", ".htm"):
        raise ReportFormError(
            f"{output.name}: the report is written as HTML for now. Name a file ending in .html."
        )
    asked = Asked(
        authority=authority,
        authority_name=name,
        providers=providers,
        prices=prices,
        population=population,
        years=years,
        replications=replications,
        seed=seed,
        show_all=show_all,
    )
    walked = walk(read(path, asked), asked)
    with step("Writing the report"):
        output.parent.mkdir(parents=True, exist_ok=True)
        write_html_report(contents_of(walked, asked, today=datetime.now(tz=UTC).date()), output)
    say(f"The report is in {output}")
