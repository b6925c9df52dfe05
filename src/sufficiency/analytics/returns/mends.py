"""Safe mends of a return: changes that only write the same thing properly, listed one by one.

A mend never guesses. It is declared once, below: what it is, for which cells, and the text it puts there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import polars as pl

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import day_of
from sufficiency.analytics.returns.tables import Column, ColumnType
from sufficiency.analytics.returns.text_tables import TextReturn, TextTable

SCHEMA = {
    "mend": pl.String, "table": pl.String, "line": pl.Int64, "column": pl.String, "was": pl.String,
    "becomes": pl.String,
}  # fmt: skip
RECODED_FROM = 2025  # 2024-25: SEX in letters, K3 in place of H5


@dataclass(frozen=True)
class Mend:
    """One kind of mend: for which columns and years, and what the text becomes (the same where nothing)."""

    code: str
    label: str
    becomes: Callable[[pl.Expr], pl.Expr]
    suits: Callable[[Column], bool]
    from_year: int = 0


def _any_column(column: Column) -> bool:
    return bool(column.name)


def _is_date(column: Column) -> bool:
    return column.is_date


def _day_written_otherwise(text: pl.Expr) -> pl.Expr:
    """A day written year first, or day first with dashes or dots, as dd/mm/yyyy; only where it is a real day."""
    year_first = text.str.extract_groups(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]00:00(?::00)?)?$")
    day_first = text.str.extract_groups(r"^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$")
    parts = pl.coalesce(
        _written(year_first.struct.field("3"), year_first.struct.field("2"), year_first.struct.field("1")),
        _written(day_first.struct.field("1"), day_first.struct.field("2"), day_first.struct.field("3")),
    )
    return pl.when(day_of(parts).is_not_null()).then(parts).otherwise(text)


def _written(day: pl.Expr, month: pl.Expr, year: pl.Expr) -> pl.Expr:
    return day.str.zfill(2) + "/" + month.str.zfill(2) + "/" + year


MENDS = (
    Mend("spaces", "Spaces around the value left out", lambda text: text.str.strip_chars(), _any_column),
    Mend("case", "Letters in upper case", lambda text: text.str.to_uppercase(), _any_column),
    Mend("date", "Date as dd/mm/yyyy", _day_written_otherwise, _is_date),
    Mend(
        "sex",
        "Sex as a letter (from 2024-25)",
        lambda text: text.replace({"1": "M", "2": "F"}),
        lambda column: column.name == "SEX",
        RECODED_FROM,
    ),
    Mend(
        "supported",
        "Supported accommodation as K3 (from 2024-25)",
        lambda text: text.replace({"H5": "K3"}),
        lambda column: column.name == "PLACE" and column.type is ColumnType.CODE,
        RECODED_FROM,
    ),
)


@dataclass(frozen=True)
class Mended:
    """A return's text after mending, and each change: mend, table, line, column, was, becomes."""

    text: TextReturn
    changes: pl.DataFrame


def mended(text: TextReturn, *, year: CollectionYear, chosen: Iterable[str] | None = None) -> Mended:
    """Apply the chosen mends (all of them unless named) to a copy; the text given stays as it is."""
    codes = set(chosen) if chosen is not None else {mend.code for mend in MENDS}
    fitting = [mend for mend in MENDS if mend.code in codes and mend.from_year <= year.ending]
    tables, changes = {}, [pl.DataFrame(schema=SCHEMA)]
    for name, table in text.tables.items():
        tables[name], found = _mended_table(table, fitting)
        changes.extend(found)
    return Mended(replace(text, tables=tables), pl.concat(changes))


def _mended_table(table: TextTable, mends: list[Mend]) -> tuple[TextTable, list[pl.DataFrame]]:
    frame, changes = table.frame, []
    for mend in mends:
        for column in table.table.columns:
            if mend.suits(column):
                before = frame
                frame = frame.with_columns(mend.becomes(pl.col(column.name)).alias(column.name))
                changes.append(_changes(mend, table, column.name, before, frame))
    return replace(table, frame=frame), changes


def _changes(
    mend: Mend, table: TextTable, column: str, before: pl.DataFrame, after: pl.DataFrame
) -> pl.DataFrame:
    both = before.select(LINE, pl.col(column).alias("was")).with_columns(after[column].alias("becomes"))
    return both.filter(pl.col("was") != pl.col("becomes")).select(
        pl.lit(mend.code).alias("mend"),
        pl.lit(table.table.name).alias("table"),
        pl.col(LINE).alias("line"),
        pl.lit(column).alias("column"),
        "was",
        "becomes",
    )
