"""Faults put into a return on purpose, as they come out of real systems and spreadsheets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from sufficiency.analytics.made_up.draws import Random
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import TABLES, Column, ColumnType, Table

Cells = dict[str, list[str | None]]
Change = Callable[["Place"], str | None]

HEADING_LINE = 1
_NOBODY = "9999999"  # an identifier that no header has
_SPANS = (("DECOM", "DEC"), ("MIS_START", "MIS_END"), ("SW_DECOM", "SW_DEC"), ("DOLO_START", "DOLO_END"))
_TRIES = 6


@dataclass(frozen=True)
class Planted:
    """One fault: the table, the line in its file (the heading is line 1), the column and what was done."""

    table: str
    line: int
    column: str
    fault: str


@dataclass(frozen=True)
class Place:
    """A row in which a fault is about to be put."""

    cells: Cells
    row: int
    table: Table
    year: CollectionYear
    rng: Random

    def value(self, column: str) -> str | None:
        """The text of a cell of the row."""
        return self.cells[column][self.row] if column in self.cells else None

    def put(self, column: str, value: str | None) -> str:
        """Write a cell; gives the column's name."""
        self.cells[column][self.row] = value
        return column

    def one_of(self, *types: ColumnType) -> str | None:
        """A filled column of some types, drawn; None where there is none."""
        fitting = [
            column.name for column in self.table.columns if column.type in types and self._filled(column)
        ]
        return fitting[int(self.rng.integers(len(fitting)))] if fitting else None

    def _filled(self, column: Column) -> bool:
        return self.value(column.name) is not None


def with_faults(
    tables: Mapping[str, pl.DataFrame], year: CollectionYear, *, share: float, rng: Random
) -> tuple[dict[str, pl.DataFrame], tuple[Planted, ...]]:
    """The tables with one fault in about that share of the rows of each, and a list of what was planted."""
    faulty, planted = dict(tables), []
    for name, frame in tables.items() if share else ():
        faulty[name], found = _in_table(frame, TABLES[name], year, share=share, rng=rng)
        planted += found
    return faulty, tuple(planted)


def _in_table(
    frame: pl.DataFrame, table: Table, year: CollectionYear, *, share: float, rng: Random
) -> tuple[pl.DataFrame, list[Planted]]:
    cells: Cells = {column: frame[column].to_list() for column in frame.columns}
    rows = [row for row, drawn in enumerate(rng.random(frame.height)) if drawn < share]
    planted = [_put_one(Place(cells, row, table, year, rng)) for row in rows]
    return pl.DataFrame(cells, schema=frame.schema), planted


def _put_one(place: Place) -> Planted:
    """Put one fault in the row: kinds are tried until one fits it; a blank child fits any."""
    kinds = list(FAULTS.items())
    for _ in range(_TRIES):
        name, change = kinds[int(place.rng.integers(len(kinds)))]
        column = change(place)
        if column is not None:
            return Planted(place.table.name, _line(place, name), column, name)
    return Planted(place.table.name, _line(place, ""), place.put("CHILD", None), "blank")


def _line(place: Place, fault: str) -> int:
    row = len(place.cells["CHILD"]) - 1 if fault == _REPEATED else place.row
    return row + 1 + HEADING_LINE


def _impossible_date(place: Place) -> str | None:
    column = place.one_of(ColumnType.DATE)
    value = place.value(column) if column else None
    return place.put(column, f"31/02/{value[-4:]}") if column and value else None


def _iso_date(place: Place) -> str | None:
    column = place.one_of(ColumnType.DATE)
    parts = (place.value(column) or "").split("/") if column else []
    return place.put(column, "-".join(reversed(parts))) if column and parts else None


def _after_the_year(place: Place) -> str | None:
    column = place.one_of(ColumnType.DATE)
    later: date = place.year.end + timedelta(days=int(place.rng.integers(1, 300)))
    return place.put(column, f"{later:%d/%m/%Y}") if column else None


def _swapped(place: Place) -> str | None:
    for begun, over in _SPANS:
        values = place.value(begun), place.value(over)
        if None not in values and values[0] != values[1]:
            place.put(begun, values[1])
            return place.put(over, values[0])
    return None


def _unknown_code(place: Place) -> str | None:
    column = place.one_of(ColumnType.CODE)
    return place.put(column, "QQ") if column else None


def _blank(place: Place) -> str | None:
    column = place.one_of(ColumnType.CODE, ColumnType.DATE, ColumnType.TEXT, ColumnType.POSTCODE)
    return place.put(column, None) if column else None


def _lower_case(place: Place) -> str | None:
    column = place.one_of(ColumnType.CODE, ColumnType.POSTCODE)
    value = place.value(column) if column else None
    return place.put(column, value.lower()) if column and value and value != value.lower() else None


def _padded(place: Place) -> str | None:
    column = place.one_of(ColumnType.CODE, ColumnType.TEXT)
    return place.put(column, f" {place.value(column)} ") if column else None


def _wrong_postcode(place: Place) -> str | None:
    column = place.one_of(ColumnType.POSTCODE)
    return place.put(column, "ZZ99 9ZZ") if column else None


def _other_birth(place: Place) -> str | None:
    born = place.value("DOB")
    return place.put("DOB", f"{born[:-4]}{int(born[-4:]) - 1}") if born and born[-4:].isdigit() else None


def _unknown_child(place: Place) -> str | None:
    return place.put("CHILD", _NOBODY)


def _row_again(place: Place) -> str | None:
    # At the end of the table, so that no other row changes its line.
    for values in place.cells.values():
        values.append(values[place.row])
    return "CHILD"


_REPEATED = "row twice"
FAULTS: Mapping[str, Change] = {
    "impossible date": _impossible_date,
    "date as year-month-day": _iso_date,
    "date after the year": _after_the_year,
    "dates swapped": _swapped,
    "unknown code": _unknown_code,
    "blank": _blank,
    "lower case": _lower_case,
    "spaces around": _padded,
    "wrong postcode": _wrong_postcode,
    "another date of birth": _other_birth,
    "unknown child": _unknown_child,
    _REPEATED: _row_again,
}
