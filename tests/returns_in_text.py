"""Returns written as small text tables, so that an example shows what matters and nothing else.

A table has a heading row and one row a line, cells parted by `|`. Columns that are left out are blank, apart
from these: an episode starts for S under C2 with need N1 in U6 with PR1, and a child of an episode who is in no
header is a girl born on 1 June 2012.
"""

from collections.abc import Mapping

import polars as pl

from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import BY_SNAKE, HEADER, Table

YEAR = "2023-24"
DEFAULTS = {
    "episodes": {"RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U6", "PLACE_PROVIDER": "PR1"},
    "header": {"SEX": "2", "DOB": "01/06/2012", "ETHNIC": "WBRI"},
}
Texts = str | Mapping[str, str]


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a text table, by heading."""
    heading, *lines = (
        [cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()
    )
    return [dict(zip(heading, line, strict=True)) for line in lines]


def table_of(rows: list[dict[str, str]], table: Table) -> pl.DataFrame:
    """The rows as the reader gives them."""
    unknown = {name for row in rows for name in row} - set(table.column_names)
    assert not unknown, f"{table.name} has no {', '.join(sorted(unknown))}"
    filled = [DEFAULTS.get(table.snake, {}) | row for row in rows]
    raw = {name: [row.get(name, "") for row in filled] for name in table.column_names}
    lines = pl.Series(LINE, range(2, len(rows) + 2), dtype=pl.Int64)
    frame = pl.DataFrame(raw, schema=dict.fromkeys(raw, pl.String)).with_columns(lines)
    return parse_table(frame, table, where=table.file_name).frame


def return_of(year: str, **texts: str) -> Return:
    """The return of a year from text tables, each named as in `BY_SNAKE`."""
    rows = {name: rows_of(text) for name, text in texts.items()}
    known = {row["CHILD"] for row in rows.get("header", [])}
    unlisted = dict.fromkeys(row["CHILD"] for row in rows.get("episodes", []) if row["CHILD"] not in known)
    rows["header"] = [*rows.get("header", []), *({"CHILD": child} for child in unlisted)]
    tables = {BY_SNAKE[name].name: table_of(found, BY_SNAKE[name]) for name, found in rows.items()}
    assert HEADER.name in tables
    return Return(CollectionYear.parse(year), tables)


def history_of(**texts: Texts) -> History:
    """A history from text tables of 2023-24, or of the years that each is given for."""
    by_year: dict[str, dict[str, str]] = {}
    for name, given in texts.items():
        for year, text in ({YEAR: given} if isinstance(given, str) else given).items():
            by_year.setdefault(year, {})[name] = text
    return history([return_of(year, **tables) for year, tables in by_year.items()])


def places(**found: tuple[float, float, str]) -> pl.DataFrame:
    """A list of postcodes: easting and northing in miles from an origin, and authority."""
    rows = [
        (code, east * 1609.3, north * 1609.3, authority) for code, (east, north, authority) in found.items()
    ]
    return pl.DataFrame(rows, schema=["postcode", "easting", "northing", "authority"], orient="row")
