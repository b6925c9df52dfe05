"""`sufficiency convert`: the return in its other form, CSV or XML."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.cli.options import ReturnPath
from sufficiency.cli.steps import say

if TYPE_CHECKING:
    from sufficiency.analytics.returns.returned import Return
    from sufficiency.analytics.returns.text_tables import TextReturn

Target = Annotated[
    Path,
    typer.Option(
        "--output", "-o", help="A folder for CSV files, or a file ending in .xml.", show_default=False
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("convert")(convert)


MendOption = Annotated[
    bool, typer.Option("--mend", help="Apply the safe mends to the copy and list each one.")
]


def convert(path: ReturnPath, output: Target, mend: MendOption = False) -> None:
    """Write a return as CSV files in a folder, or as one XML file; the original stays as it is."""
    from sufficiency.analytics.returns.reading import one_return, parsed_return
    from sufficiency.analytics.returns.text_tables import text_return
    from sufficiency.analytics.returns.writing import written_as_csv
    from sufficiency.analytics.returns.xml_writing import written_as_xml

    text = text_return(one_return(path))
    source = parsed_return(text, where=str(path))
    if mend:
        source = _mended(text, source)
    is_xml = output.suffix.lower() == ".xml"
    written = written_as_xml(source) if is_xml else written_as_csv(source)
    for name, content in written.files.items():
        target = output if is_xml else output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for note in written.notes:
        say(f"Note: {note.message} ({note.count} rows)")
    say(f"Written to {output}")


def _mended(text: "TextReturn", source: "Return") -> "Return":
    """The return after the safe mends, each of them listed on the screen as CSV."""
    from sufficiency.analytics.returns.mends import mended
    from sufficiency.analytics.returns.reading import parsed_return
    from sufficiency.reports.tables import csv_text

    result = mended(text, year=source.year)
    sys.stdout.write(csv_text(result.changes.to_dicts()))
    return parsed_return(result.text, where="the mended return", year=source.year)
