"""Workbooks that people filled in, as rows of text by heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import fastexcel

FIRST_ROW = 2  # the heading is row 1
MOST_ROWS = 10_000


class WorkbookError(Exception):
    """A workbook that cannot be read; the message says what to do."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet, and its cells as text by heading in small letters."""

    number: int
    cells: Mapping[str, str]

    def get(self, heading: str) -> str:
        """A cell's text; blank where the column is not there."""
        return self.cells.get(heading, "")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row, and in which column."""

    row: int
    heading: str
    message: str


def rows_in(content: bytes, *, needed: Sequence[str], sheet: str = "") -> list[Row]:
    """The rows that are not blank, of the sheet of a name or else the first. Raises WorkbookError: what to do."""
    try:
        book = fastexcel.read_excel(content)
        wanted = sheet if sheet in book.sheet_names else 0
        frame = book.load_sheet(wanted, header_row=0, dtypes="string").to_polars()
    except (fastexcel.FastExcelError, ValueError, IndexError) as problem:
        raise WorkbookError(
            "This is no workbook that can be read. Save it as .xlsx and try again."
        ) from problem
    columns = {name: name.strip().lower() for name in frame.columns}
    missing = [heading for heading in needed if heading not in columns.values()]
    if missing:
        raise WorkbookError(f"These columns are not there: {', '.join(missing)}. Start from the template.")
    if frame.height > MOST_ROWS:
        raise WorkbookError(f"More than {MOST_ROWS:,} rows. Import them in parts.")
    found = [
        Row(at, {columns[name]: as_text(value) for name, value in row.items()})
        for at, row in enumerate(frame.iter_rows(named=True), start=FIRST_ROW)
    ]
    return [row for row in found if any(row.cells.values())]


def as_text(value: Any) -> str:
    """A cell as people write it: a day that the workbook holds as a day as 24/11/2026, a whole number without ".0"."""
    text = "" if value is None else str(value).strip()
    if text.endswith(".0") and text[:-2].isdigit():
        return text[:-2]
    try:
        when = datetime.fromisoformat(text) if len(text) > 9 and text[4:5] == "-" else None
    except ValueError:
        return text
    return f"{when:%d/%m/%Y}" if when else text


def said_twice(rows: Sequence[Row], heading: str) -> list[Fault]:
    """A fault for each row that names what an earlier row names."""
    first: dict[str, int] = {}
    faults = []
    for row in rows:
        name = row.get(heading).strip().lower()
        if name and name in first:
            faults.append(Fault(row.number, heading, f"Row {first[name]} has the same {heading}."))
        first.setdefault(name, row.number)
    return faults


def packed(rows: Sequence[Row]) -> list[tuple[int, dict[str, str]]]:
    """Rows as plain values, to be carried from the preview to the keeping of them."""
    return [(row.number, dict(row.cells)) for row in rows]


def unpacked(told: Any) -> list[Row]:
    """What `packed` made."""
    return [Row(number, cells) for number, cells in told]
