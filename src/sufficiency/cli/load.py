"""`sufficiency load`: published papers as files, into the site."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from sufficiency.cli.steps import say

# Each says whether a file has something for it, and loads its part; a file may have something for several.
READERS = (
    "sufficiency.web.governance.loading",
    "sufficiency.web.corporate_parenting.loading",
    "sufficiency.web.strategy.loading",
    "sufficiency.web.evidence.loading",
)

File = Annotated[
    Path,
    typer.Argument(
        help="A YAML file of a strategy, a panel’s report or terms of reference.", show_default=False
    ),
]
Code = Annotated[str, typer.Option(help="The authority’s ONS code, such as E10000003.", show_default=False)]


class LoadingError(Exception):
    """A file that cannot be loaded: what, where, and what next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(what)
        self.what, self.where, self.what_next = what, where, what_next


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(load)


def load(file: File, authority: Code) -> None:
    """Load a strategy, a panel’s annual report or terms of reference into the site; what is there stays."""
    content = read(file)
    from sufficiency.web.config import starting

    starting.begin()
    from sufficiency.web.access.acting import Actor
    from sufficiency.web.access.models import Authority

    place = Authority.objects.filter(code=authority).first()
    if place is None:
        raise LoadingError(
            f"No authority has the code {authority}.", where="--authority",
            what_next="Give someone an account there first: sufficiency user add --help",
        )  # fmt: skip
    for line in load_content(
        content, where=str(file), authority=place, by=Actor(name="the command line", authority=place)
    ):
        say(line)


def read(file: Path) -> Mapping[str, Any]:
    """The content of a YAML file; raises LoadingError."""
    import yaml

    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise LoadingError(
            f"It cannot be opened ({problem.strerror}).", where=str(file), what_next="Give another file."
        ) from problem
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise LoadingError(
            "It is not written as YAML.", where=f"{file}: {problem}", what_next="Mend that line."
        ) from problem
    return content if isinstance(content, Mapping) else {}


def load_content(content: Mapping[str, Any], *, where: str, authority: Any, by: Any) -> list[str]:
    """Let every reader that knows the file load its part, all or nothing; what each says that it did."""
    from django.db import transaction

    readers = [
        reader
        for name in READERS
        if find_spec(name.rsplit(".", 1)[0])
        and find_spec(name)
        and (reader := import_module(name)).recognises(content)
    ]
    if not readers:
        raise LoadingError(
            "Nothing in it is known: neither a strategy, nor a panel’s report, nor terms of reference.", where=where,
            what_next="Compare it with the worked examples: docs/how-to/load-published-papers.md",
        )  # fmt: skip
    with transaction.atomic():
        return [line for reader in readers for line in reader.load(content, authority=authority, by=by)]
