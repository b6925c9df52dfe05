"""Flat records written as a text table, CSV or a spreadsheet, for people and for other programs."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    # Either is slow to import, and a command needs one of them at most.
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Record = Mapping[str, object]
Records = Sequence[Record] | pl.DataFrame

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ROWS_IN_A_SHEET, SHEET_NAME_LENGTH = 1_048_576, 31  # Excel's limits
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
# Excel writes when a file was made; a fixed day keeps the same figures the same bytes.
_MADE_ON = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zones


class TooManyRowsError(ValueError):
    """A spreadsheet has no room for this many rows."""


def text_table(records: Sequence[Record], *, title: str = "", width: int = 100) -> str:
    """The records as a table for the terminal, numbers to the right."""
    if not records:
        return f"{title}: nothing to show\n" if title else "Nothing to show\n"
    from rich import box
    from rich.console import Console
    from rich.table import Table

    # Without edges the columns can be copied into a message.
    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in _columns(records):
        is_number = all(isinstance(row.get(name), int | float | None) for row in records)
        table.add_column(_heading(name), justify="right" if is_number else "left")
    for row in records:
        table.add_row(*(_in_words(row.get(name)) for name in _columns(records)))
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def csv_text(records: Records) -> str:
    """The records as CSV; text a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(records, pl.DataFrame):
        return _harmless_frame(records).write_csv(None, line_terminator="\r\n")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = _columns(records)
    writer.writerow(columns)
    writer.writerows([_harmless(_plain(row.get(name))) for name in columns] for row in records)
    return out.getvalue()


def write_csv(records: Records, path: Path) -> None:
    """The CSV as a file that Excel opens with its accents whole."""
    if isinstance(records, pl.DataFrame):
        _harmless_frame(records).write_csv(path, include_bom=True, line_terminator="\r\n")
        return
    path.write_bytes(csv_text(records).encode("utf-8-sig"))


def write_xlsx(sheets: Mapping[str, Records], path: Path) -> None:
    """Each table as a sheet: headings kept in sight, filters on, every text as text and never a formula."""
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": _MADE_ON})
        heading = book.add_format({"bold": True, "bottom": 1})
        for name, records in sheets.items():
            rows = records.to_dicts() if isinstance(records, pl.DataFrame) else records
            _write_sheet(book.add_worksheet(_sheet_name(name)), rows, heading)


def _write_sheet(sheet: "Worksheet", records: Sequence[Record], heading: "Format") -> None:
    columns = _columns(records)
    if len(records) >= ROWS_IN_A_SHEET:
        raise TooManyRowsError(
            f"{len(records):,} rows do not fit a sheet, which holds {ROWS_IN_A_SHEET - 1:,}. Write CSV instead."
        )
    sheet.write_row(0, 0, [_heading(name) for name in columns], heading)
    for line, row in enumerate(records, start=1):
        for place, name in enumerate(columns):
            sheet.write(line, place, _plain(row.get(name)))
    sheet.freeze_panes(1, 0)
    if records:
        sheet.autofilter(0, 0, len(records), len(columns) - 1)
        sheet.autofit()


def _columns(records: Sequence[Record]) -> list[str]:
    return list(dict.fromkeys(name for row in records for name in row))


def _heading(name: str) -> str:
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:]


def _plain(value: object) -> str | int | float | date | None:
    # Before numbers: to Python, true is one.
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | float | date):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(str(item) for item in value)
    return str(value)


def _in_words(value: object) -> str:
    plain = _plain(value)
    if isinstance(plain, float):
        return f"{plain:,.2f}".rstrip("0").rstrip(".")
    return f"{plain:,}" if isinstance(plain, int) else str(plain if plain is not None else "")


def _harmless(value: object) -> object:
    # Opened in a spreadsheet, text with these first letters would be calculated.
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _harmless_frame(frame: pl.DataFrame) -> pl.DataFrame:
    texts = pl.col(pl.String)
    would_run = texts.str.head(1).is_in(FORMULA_STARTS)
    return frame.with_columns(pl.when(would_run).then("'" + texts).otherwise(texts).name.keep())


def _sheet_name(name: str) -> str:
    return _NOT_IN_SHEET_NAMES.sub(" ", _heading(name))[:SHEET_NAME_LENGTH]
