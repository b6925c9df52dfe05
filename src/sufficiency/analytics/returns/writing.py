"""A Return written as CSV files: what is read again is the same data."""

from dataclasses import dataclass

import polars as pl

from sufficiency.analytics.returns.parsing import text_column
from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.analytics.returns.tables import TABLES, Table


@dataclass(frozen=True)
class Written:
    """Files by name, and what the form could not carry."""

    files: dict[str, bytes]
    notes: tuple[Note, ...] = ()


def as_text(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """A table's frame with every cell as it was read, in the official columns."""
    texts = [
        pl.col(text_column(name)).alias(name) if name in table.date_columns else pl.col(name)
        for name in table.column_names
    ]
    return frame.select(texts)


def written_as_csv(source: Return) -> Written:
    """The return as one CSV file a table, under the usual names (UTF-8, dates dd/mm/yyyy)."""
    files = {
        TABLES[name].file_name: as_text(frame, TABLES[name]).write_csv(None).encode()
        for name, frame in source.tables.items()
    }
    return Written(files)
