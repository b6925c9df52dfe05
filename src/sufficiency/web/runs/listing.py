"""Runs as tables, and whatever figures a run holds as tables too: nothing of it is known here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sufficiency.reports.wording import number
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Fact, Table

COLUMNS = (Column("Result"), Column("Kind"), Column("Made"), Column("By"), Column("Fingerprint"))
ROWS_SHOWN = 20  # enough to see what is in it; a result's own page shows the whole


@dataclass(frozen=True)
class Part:
    """A part of a run's content under its name: facts, a table, or both."""

    title: str
    facts: Sequence[Fact] = ()
    table: Table | None = None
    left_out: int = 0  # rows


def of(runs: Iterable[Run]) -> Table:
    """The list of runs."""
    return Table("Saved results, newest first", COLUMNS, [_row(run) for run in runs])


def made_from(run: Run) -> list[Fact]:
    """What a run was made from and by whom."""
    facts = [
        Fact("Kind", run.get_kind_display()),
        Fact("Made", run.made_at),
        Fact("Made by", run.made_by),
        Fact("Fingerprint of the data", run.fingerprint),
        Fact("Made with", f"Sufficiency {run.version}"),
    ]
    # A seed is a name, not an amount: no thousands are parted in it.
    return facts if run.seed is None else [*facts, Fact("Seed of the simulation", str(run.seed))]


def parts(content: Mapping[str, Any], *, title: str) -> list[Part]:
    """A run's assumptions or figures: single values as facts, lists of records as tables."""
    single = [Fact(_words(name), _text(value)) for name, value in content.items() if not _is_records(value)]
    first = [Part(title, facts=single)] if single else []
    tables = [_records(_words(name), value) for name, value in content.items() if _is_records(value)]
    return [*first, *tables]


def _row(run: Run) -> list[object]:
    link = Cell(run.title, href=reverse("runs:run", args=[run.pk]))
    return [link, run.get_kind_display(), run.made_at, run.made_by, run.fingerprint]


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _records(title: str, rows: list[dict[str, Any]]) -> Part:
    names = list(dict.fromkeys(name for row in rows for name in row))
    # The first cell heads its row, and PostgreSQL keeps no order of keys: begin with one that is never blank.
    names.sort(key=lambda name: not all(_text(row.get(name)) for row in rows))
    columns = [Column(_words(name), is_number=_is_numeric(row.get(name) for row in rows)) for name in names]
    shown = [[_text(row.get(name)) for name in names] for row in rows[:ROWS_SHOWN]]
    return Part(title, table=Table(title, columns, shown), left_out=max(0, len(rows) - ROWS_SHOWN))


def _is_numeric(values: Iterable[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float) for value in known)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return number(value, places=2).rstrip("0").rstrip(".")
    if isinstance(value, int):
        return number(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{_words(name)} {_text(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    return "" if value is None else str(value)


def _words(name: str) -> str:
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:]
