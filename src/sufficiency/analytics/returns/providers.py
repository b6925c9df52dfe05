"""The list of homes and agencies that Ofsted registers, as the Department sends it to authorities: one frame.

A workbook or CSV file with a row for each registration: URN, what kinds of placement and provider it may stand for,
when it closed and where it is. A number may stand there as a number or as text; both are the same text here.
"""

from collections.abc import Iterator
from pathlib import Path, PurePath

import fastexcel
import polars as pl

from sufficiency.analytics.returns.csv_text import read_csv_text
from sufficiency.analytics.returns.parsing import day_of
from sufficiency.analytics.returns.returned import ReadingError

PROVIDER_SCHEMA = {
    "urn": pl.String,
    "provider_type": pl.String,
    "authority": pl.String,
    "place_codes": pl.String,
    "provider_codes": pl.String,
    "closed_on": pl.Date,
    "postcode": pl.String,
}

_HEADINGS = {
    "urn": ("URN",),
    "provider_type": ("PROVIDER TYPE",),
    "authority": ("LOCAL AUTHORITY",),
    "place_codes": ("PLACEMENT CODE", "PLACEMENT CODES"),
    "provider_codes": ("PLACEMENT PROVIDER CODE", "PLACEMENT PROVIDER CODES"),
    "closed_on": ("DEREGISTRATION DATE",),
    "postcode": ("SETTING ADDRESS POSTCODE", "POSTCODE"),
}
_OPTIONAL = ("provider_type", "authority")
_HEADING_WITHIN_ROWS = 20  # a title or a note may stand above the headings
_SPREADSHEET_DAY_ZERO = pl.date(1899, 12, 30)


def read_providers(path: Path) -> pl.DataFrame:
    """Read the list of providers in a file; see `providers_in`."""
    try:
        return providers_in(path.read_bytes(), where=str(path))
    except OSError as problem:
        raise _cannot_be_opened(str(path)) from problem


def providers_in(content: bytes, *, where: str) -> pl.DataFrame:
    """The list of providers (columns as in PROVIDER_SCHEMA), a row for each registration.

    `place_codes` and `provider_codes` are codes with commas between them; `authority` is a name as written. A file
    whose name, `where`, ends in .csv or .txt is read as CSV, any other as a workbook. Raises ReadingError where it is
    no list of providers.
    """
    is_csv = PurePath(where).suffix.lower() in (".csv", ".txt")
    sheets = _csv_rows(content, where) if is_csv else _workbook_rows(content, where)
    found = next((rows for rows in sheets if rows is not None), None)
    if found is None:
        raise ReadingError(
            "No list of providers is here: no row of headings has URN in it.",
            where=where,
            what_next="Give the list of Ofsted’s numbers that the Department sends for this return.",
        )
    _refuse_lacking(found.columns, where)
    return _typed(found)


def _csv_rows(content: bytes, where: str) -> Iterator[pl.DataFrame | None]:
    frame = read_csv_text(content, where=where).frame
    headings = {name: [name] for name in frame.columns}
    yield _below_headings(pl.concat([pl.DataFrame(headings), frame.cast(pl.String)]))


def _workbook_rows(content: bytes, where: str) -> Iterator[pl.DataFrame | None]:
    try:
        workbook = fastexcel.read_excel(content)
        for name in workbook.sheet_names:
            yield _below_headings(workbook.load_sheet(name, header_row=None, dtypes="string").to_polars())
    except fastexcel.FastExcelError as problem:
        raise _cannot_be_opened(where) from problem


def _cannot_be_opened(where: str) -> ReadingError:
    return ReadingError(
        "The list of providers cannot be opened.",
        where=where,
        what_next="Give an Excel workbook (.xlsx) or a CSV file; a workbook with a password must be saved without.",
    )


def _below_headings(cells: pl.DataFrame) -> pl.DataFrame | None:
    """The known columns of a sheet, below the first row that has URN in it; None where there is no such row."""
    for place, row in enumerate(cells.head(_HEADING_WITHIN_ROWS).iter_rows()):
        written = [" ".join((value or "").replace("_", " ").upper().split()) for value in row]
        # A sheet of notes may come first, or a title above the table.
        if "URN" in written:
            return cells.slice(place + 1).select(**_columns(cells.columns, written))
    return None


def _columns(names: list[str], written: list[str]) -> dict[str, pl.Expr]:
    at = {
        column: next((written.index(heading) for heading in headings if heading in written), None)
        for column, headings in _HEADINGS.items()
    }
    return {column: pl.col(names[place]) for column, place in at.items() if place is not None}


def _refuse_lacking(columns: list[str], where: str) -> None:
    lacking = [
        headings[0].capitalize()
        for column, headings in _HEADINGS.items()
        if column not in (*columns, *_OPTIONAL)
    ]
    if lacking:
        raise ReadingError(
            f"The list of providers has no column {', '.join(lacking)}.",
            where=where,
            what_next="Give the list as the Department sends it, with all its columns.",
        )


def _typed(found: pl.DataFrame) -> pl.DataFrame:
    trimmed = found.select(pl.all().str.strip_chars())
    stripped = trimmed.select(pl.when(pl.all() != "").then(pl.all()))
    # Codes are compared in upper case, as everything in the return is; names stay as they are written.
    texts = {name: _text(name, stripped) for name in PROVIDER_SCHEMA if name != "closed_on"}
    typed = stripped.select(closed_on=_day(pl.col("closed_on")), **texts)
    return typed.filter(pl.col("urn").is_not_null()).select(*PROVIDER_SCHEMA)


def _text(name: str, frame: pl.DataFrame) -> pl.Expr:
    if name not in frame.columns:
        return pl.lit(None, dtype=pl.String)
    cell = pl.col(name)
    return cell if name in _OPTIONAL else cell.str.to_uppercase()


def _day(text: pl.Expr) -> pl.Expr:
    """A day as a workbook or a person writes it: 2026-09-01 (with a time or not), 01/09/2026 or a count of days."""
    iso = text.str.head(10).str.to_date("%Y-%m-%d", strict=False)
    counted = pl.when(text.str.contains(r"^\d{5}(\.\d+)?$")).then(text.str.head(5)).cast(pl.Int32)
    return pl.coalesce(day_of(text), iso, _SPREADSHEET_DAY_ZERO + pl.duration(days=counted))
