"""Arguments and options that commands share, each with its help."""

from pathlib import Path
from typing import Annotated

import typer

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.cli.delivering import Format

ReturnPath = Annotated[
    Path,
    typer.Argument(
        metavar="RETURN", help="A return: a folder of CSV files, a zip or an XML file.", show_default=False
    ),
]
ReturnsFolder = Annotated[
    Path,
    typer.Argument(
        metavar="RETURNS",
        help="A folder (or zip) with a sub-folder for each collection year.",
        show_default=False,
    ),
]


def collection_year(text: str | CollectionYear) -> CollectionYear:
    """A collection year as written on the command line, or as a default gives it."""
    try:
        return text if isinstance(text, CollectionYear) else CollectionYear.parse(text)
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from problem


Year = Annotated[
    CollectionYear | None,
    typer.Option(
        parser=collection_year,
        metavar="YEAR",
        help="Collection year such as 2026-27; told by the dates unless given.",
    ),
]
Authority = Annotated[
    str | None, typer.Option(help="Our own code, such as E10000003; needed for in or out of area.")
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to write it; told by the ending of --output unless given."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")
]
