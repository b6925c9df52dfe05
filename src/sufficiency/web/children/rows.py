"""A Return as rows to store, and stored rows as the same Return again: cell by cell, line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import parse_table, text_column
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import TABLES, Table
from sufficiency.analytics.returns.writing import as_text

Cells = Mapping[str, str]
CHILD = "CHILD"


class Row(NamedTuple):
    """One row of a return: its table, its line in the file, and the text of its cells that are not blank."""

    table: str
    line: int
    cells: Cells

    @property
    def child(self) -> str:
        """The reference of the child it is about; blank where the row names none."""
        return self.cells.get(CHILD, "")


def rows_of(source: Return) -> Iterator[Row]:
    """Every row of a return, table by table, in the order of the files."""
    for name, frame in source.tables.items():
        table = TABLES[name]
        lines = frame[table.line_column]
        texts = as_text(frame, table).hstack([frame[name] for name in kept_beside(frame, table)])
        for line, values in zip(lines, texts.iter_rows(), strict=True):
            filled = {
                column: value
                for column, value in zip(texts.columns, values, strict=True)
                if value is not None
            }
            yield Row(name, line, filled)


def kept_beside(frame: pl.DataFrame, table: Table) -> list[str]:
    """Columns that a frame has beside its table's own, such as the header's UASC element in XML."""
    derived = {table.line_column, *(text_column(name) for name in table.date_columns)}
    return [name for name in frame.columns if name not in derived and name not in table.column_names]


def frames_of(rows: Iterable[Row], columns: Mapping[str, Sequence[str]]) -> dict[str, pl.DataFrame]:
    """The frames that rows were made from; `columns` names each table and what it keeps beside its own."""
    by_table: dict[str, list[Row]] = {name: [] for name in columns}
    for row in rows:
        by_table[row.table].append(row)
    return {name: _frame(TABLES[name], found, tuple(columns[name])) for name, found in by_table.items()}


def _frame(table: Table, rows: list[Row], keep: tuple[str, ...]) -> pl.DataFrame:
    names = (*table.column_names, *keep)
    cells: dict[str, Any] = {name: [row.cells.get(name) for row in rows] for name in names}
    raw = pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String))
    lines = pl.Series(LINE, [row.line for row in rows], dtype=pl.Int64)
    return parse_table(raw.with_columns(lines), table, where=table.file_name, keep=keep).frame
