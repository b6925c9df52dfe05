"""`sufficiency make-up`: a made-up authority's returns, for trying things out."""

import re
import shutil
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.analytics.reference.years import LAST_ENDING, CollectionYear
from sufficiency.cli.options import collection_year
from sufficiency.cli.steps import say, step

NEWEST = CollectionYear(LAST_ENDING)

Folder = Annotated[Path, typer.Argument(help="An empty folder for the returns.", show_default=False)]
Children = Annotated[int, typer.Option(help="Children looked after on the last day.", min=1, max=200_000)]
HowManyYears = Annotated[int, typer.Option("--years", help="Collection years, the last one included.", min=1)]
LastYear = Annotated[
    CollectionYear,
    typer.Option(
        parser=collection_year, metavar="YEAR", help="The last collection year.", show_default=str(NEWEST)
    ),
]
Seed = Annotated[int, typer.Option(help="The same seed gives the same bytes.")]
Faults = Annotated[float, typer.Option(help="Share of rows with one fault each, from 0 to 1.", min=0, max=1)]
Replace = Annotated[
    bool, typer.Option("--replace", help="Replace a made-up authority that is already there.")
]

_MADE_BEFORE = re.compile(r"20\d\d-\d\d|providers")


class FolderInUseError(Exception):
    """The folder already holds something."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("make-up")(make_up)


def make_up(
    folder: Folder,
    children: Children = 1200,
    years: HowManyYears = 8,
    last_year: LastYear = NEWEST,
    seed: Seed = 1,
    faults: Faults = 0.0,
    replace: Replace = False,
) -> None:
    """Write a made-up authority: a folder of returns for each year, and its provider list."""
    from sufficiency.analytics.made_up.authority import make_up_authority
    from sufficiency.analytics.made_up.writing import write_authority

    _make_room(folder, replace=replace)
    with step(f"Making up {years} returns of {children:,} children"):
        made = make_up_authority(
            children=children, years=years, last_year=last_year, seed=seed, faults=faults
        )
    with step("Writing them"):
        files = write_authority(folder, made)
    say(f"{len(files)} files written to {folder}")


def _make_room(folder: Path, *, replace: bool) -> None:
    """Refuse a folder that holds anything; with `replace`, clear what an earlier run made and nothing else."""
    present = sorted(folder.iterdir()) if folder.is_dir() else []
    others = [path.name for path in present if not _MADE_BEFORE.fullmatch(path.name)]
    if folder.is_file() or others or (present and not replace):
        found = ", ".join(others or [path.name for path in present]) if present else "a file"
        raise FolderInUseError(
            f"{folder} is not empty ({found}). Choose an empty folder"
            + ("." if others or not present else ", or add --replace to replace the made-up authority in it.")
        )
    for path in present:
        shutil.rmtree(path)
