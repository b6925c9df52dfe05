"""Cells to values: spaces and case put right, days parsed once, raw text kept."""

from dataclasses import dataclass

import polars as pl

from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.returned import Note
from sufficiency.analytics.returns.tables import Table

DAY_PATTERN = r"^\d{1,2}/\d{1,2}/\d{4}$"
ISO_PATTERN = r"^\d{4}-\d{2}-\d{2}([ T]00:00(:00(\.0+)?)?)?$"


@dataclass(frozen=True)
class Parsed:
    """A table's frame with real days, and what was noted on the way."""

    frame: pl.DataFrame
    notes: tuple[Note, ...]


def text_column(name: str) -> str:
    """The name of the column that keeps the text of a date column."""
    return f"{name}_text"


def parse_table(raw: pl.DataFrame, table: Table, *, where: str, keep: tuple[str, ...] = ()) -> Parsed:
    """Turn a frame of text into the table's frame (see `Return`); `keep` names further columns kept as text."""
    names = (*table.column_names, *keep)
    frame = raw.select(
        pl.col(LINE).alias(table.line_column), *(pl.col(name).cast(pl.String) for name in names)
    )
    tidy, notes = _tidied(frame, table, where)
    tidy, iso_notes = _iso_days(tidy, table, where)
    return Parsed(_with_days(tidy, table), (*notes, *iso_notes))


def _tidied(frame: pl.DataFrame, table: Table, where: str) -> tuple[pl.DataFrame, tuple[Note, ...]]:
    names = pl.col(table.column_names)
    stripped = frame.with_columns(names.str.strip_chars())
    tidy = stripped.with_columns(names.str.to_uppercase())
    blank = tidy.with_columns(pl.when(names != "").then(names))
    spaces = _differing(frame, stripped, table)
    lower = _differing(stripped, tidy, table)
    notes = [
        Note("Spaces around values were left out.", where, spaces),
        Note("Values in lower case were read as upper case.", where, lower),
    ]
    return blank, tuple(note for note in notes if note.count)


def _differing(before: pl.DataFrame, after: pl.DataFrame, table: Table) -> int:
    """The number of cells that are not the same in two frames of one shape."""
    return sum(int((before[name] != after[name]).sum()) for name in table.column_names)


def _iso_days(frame: pl.DataFrame, table: Table, where: str) -> tuple[pl.DataFrame, tuple[Note, ...]]:
    """Take yyyy-mm-dd for a day only where most of the table is written so: a lone one is a fault."""
    if not table.date_columns:
        return frame, ()
    days = pl.col(table.date_columns)
    iso = sum(frame.select(days.str.contains(ISO_PATTERN).sum()).row(0))
    usual = sum(frame.select(days.str.contains(DAY_PATTERN).sum()).row(0))
    if iso <= usual:
        return frame, ()
    parts = days.str.slice(8, 2) + "/" + days.str.slice(5, 2) + "/" + days.str.slice(0, 4)
    turned = frame.with_columns(pl.when(days.str.contains(ISO_PATTERN)).then(parts).otherwise(days))
    return turned, (Note("Dates are written year first (2024-03-31); they were read as days.", where, iso),)


def _with_days(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    texts = [pl.col(name).alias(text_column(name)) for name in table.date_columns]
    days = [day_of(pl.col(name)).alias(name) for name in table.date_columns]
    return frame.with_columns(*texts, *days)


def day_of(text: pl.Expr) -> pl.Expr:
    """The day that a dd/mm/yyyy text names, or null where it names none."""
    real = pl.when(text.str.contains(DAY_PATTERN)).then(text)
    return real.str.to_date("%d/%m/%Y", strict=False)
