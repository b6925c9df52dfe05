"""`sufficiency convert`: the return in its other form, CSV or XML."""

from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.options import ReturnPath
from sufficiency.cli.steps import say

Target = Annotated[
    Path,
    typer.Option(
        "--output", "-o", help="A folder for CSV files, or a file ending in .xml.", show_default=False
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("convert")(convert)


def convert(path: ReturnPath, output: Target) -> None:
    """Write a return as CSV files in a folder, or as one XML file."""
    from sufficiency.analytics.returns.reading import read_return
    from sufficiency.analytics.returns.writing import written_as_csv, written_as_xml

    source = read_return(path)
    is_xml = output.suffix.lower() == ".xml"
    written = written_as_xml(source) if is_xml else written_as_csv(source)
    for name, content in written.files.items():
        target = output if is_xml else output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for note in written.notes:
        say(f"Note: {note.message} ({note.count} rows)")
    say(f"Written to {output}")
