"""Files to tables of text: which table each file holds, before any cell is understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from sufficiency.analytics.returns.csv_text import read_csv_text
from sufficiency.analytics.returns.files import GivenFile
from sufficiency.analytics.returns.recognising import recognise
from sufficiency.analytics.returns.returned import Note, ReadingError
from sufficiency.analytics.returns.tables import HEADER, TABLES, Table
from sufficiency.analytics.returns.xml_tables import FLAG


@dataclass(frozen=True)
class TextTable:
    """One table as it stands in a file: every cell as text, with the column `line`."""

    table: Table
    frame: pl.DataFrame
    file: str
    notes: tuple[Note, ...] = ()
    keep: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are kept."""
        return (*self.table.column_names, *self.keep)


@dataclass(frozen=True)
class TextReturn:
    """The tables that some files hold, by name in the usual order, and the files that hold none."""

    tables: dict[str, TextTable]
    others: tuple[str, ...] = ()


def text_return(files: Sequence[GivenFile]) -> TextReturn:
    """The tables of one return. Raises ReadingError where a file is faulty or two hold one table."""
    tables: dict[str, TextTable] = {}
    others: list[str] = []
    for file in files:
        found = list(_tables_of_xml(file) if file.is_xml else _table_of_csv(file))
        for table in found:
            if table.table.name in tables:
                raise _twice(table.table.name, tables[table.table.name].file, file)
            tables[table.table.name] = table
        if not found:
            others.append(file.place)
    return TextReturn({name: tables[name] for name in TABLES if name in tables}, tuple(others))


def _tables_of_xml(file: GivenFile) -> Iterator[TextTable]:
    # Imported here because most returns are CSV files, and the XML library takes a while to load.
    from sufficiency.analytics.returns.xml_reading import read_xml_text

    for name, frame in read_xml_text(file.content, where=file.place).items():
        keep = (FLAG,) if name == HEADER.name else ()
        yield TextTable(TABLES[name], frame, file.place, keep=keep)


def _table_of_csv(file: GivenFile) -> Iterator[TextTable]:
    text = read_csv_text(file.content, where=file.place)
    recognised = recognise(text.headings, where=file.place)
    if recognised is None:
        return
    extra = ", ".join(recognised.extra)
    left_out = (
        [Note(f"Columns that the return does not have were left out: {extra}.", file.place)] if extra else []
    )
    yield TextTable(recognised.table, text.frame, file.place, (*text.notes, *left_out))


def _twice(name: str, first: str, second: GivenFile) -> ReadingError:
    return ReadingError(
        f"Two files hold the {name} table: {first} and {second.place}.",
        where=second.place,
        what_next="Keep one file for each table, and each collection year in a folder of its own.",
    )
