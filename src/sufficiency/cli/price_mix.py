"""`sufficiency price-mix`: why one average weekly cost is above another."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.options import FormatOption, Output

Ours = Annotated[
    Path,
    typer.Argument(
        metavar="OURS.csv", help="Our kinds: kind, share (or children), weekly_price.", show_default=False
    ),
]
Theirs = Annotated[
    Path, typer.Argument(metavar="THEIRS.csv", help="The same for whom we compare with.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("price-mix")(price_mix)


def price_mix(ours: Ours, theirs: Theirs, asked: FormatOption = None, output: Output = None) -> None:
    """Explain a gap in average weekly cost by prices and by the mix of placements."""
    from sufficiency.analytics.money import price_mix as comparing
    from sufficiency.analytics.money.price_mix_reading import read_parts

    found = comparing.price_mix(read_parts(ours), read_parts(theirs))
    contract = comparing.as_json(found)
    sheets = {"effects": contract["effects"], "by kind": contract["by_kind"]}
    deliver(Answer(lambda: _in_words(contract), lambda: contract, sheets), asked=asked, output=output)


def _in_words(contract: Any) -> str:
    from sufficiency.reports.tables import text_table

    side = "more" if contract["gap"] >= 0 else "less"
    return (
        f"Ours cost £{contract['ours']:,.2f} a week for each child, theirs £{contract['theirs']:,.2f}: "
        f"£{abs(contract['gap']):,.2f} {side}.\n\n"
        f"{text_table(contract['effects'], title='Pounds a week for each child')}\n"
        f"{text_table(contract['by_kind'], title='By kind of placement, at the mid-point', width=120)}"
    )
