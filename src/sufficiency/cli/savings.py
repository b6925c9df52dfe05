"""`sufficiency savings`: what a strategy claims to save, against its targets and its change of mix."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.failing import DONE_WITH_FINDINGS
from sufficiency.cli.options import FormatOption, Output

if TYPE_CHECKING:
    from sufficiency.analytics.money.savings import Reconciled, YearReconciled

StrategyFile = Annotated[
    Path, typer.Argument(metavar="STRATEGY.yaml", help="A strategy as a YAML file.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("savings")(savings)


def savings(path: StrategyFile, asked: FormatOption = None, output: Output = None) -> None:
    """Hold a strategy's savings claims against targets and the change of mix, and say what is odd."""
    from sufficiency.analytics.money.savings import reconcile
    from sufficiency.analytics.strategy.reading import read_strategy

    found = reconcile(read_strategy(path).savings)
    deliver(answer(found), asked=asked, output=output)
    if found.warnings:
        raise typer.Exit(DONE_WITH_FINDINGS)


def answer(found: "Reconciled") -> Answer:
    """Reconciled savings in every form."""
    from sufficiency.analytics.money.savings import as_json

    contract = as_json(found)
    sheets = {"years": contract["years"], "warnings": contract["warnings"]}
    return Answer(lambda: _in_words(found), lambda: contract, sheets)


def _in_words(found: "Reconciled") -> str:
    from sufficiency.reports.tables import text_table

    rows = [_row(year) for year in (*found.years, found.total)]
    said = "".join(f"{warned.code}: {warned.where}\n  {warned.message}\n" for warned in found.warnings)
    nothing = "Nothing odd was found.\n"
    return f"{text_table(rows, title='Savings in pounds')}\n{said or nothing}"


def _row(year: "YearReconciled") -> dict[str, object]:
    numbers = {
        "target": year.target,
        "claimed": year.attributed,
        "variance": year.variance,
        "change of mix, priced": year.priced_mix,
    }
    whole = {name: None if amount is None else int(amount) for name, amount in numbers.items()}
    covered = None if year.coverage is None else f"{year.coverage:.1%}"
    return {"year": year.year, **whole, "covered": covered}
