"""A file of the authority's own prices, as CSV or YAML, read with every mistake told."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import yaml

from sufficiency.analytics.money.prices import (
    ASSUMED,
    CERTAINTIES,
    DEFAULT_INFLATION,
    READ,
    Price,
    PriceError,
    PriceSet,
    in_order,
    kind_named,
)
from sufficiency.analytics.reference.kinds import Kind

COLUMNS: Final = ("kind", "weekly_price", "from", "inflation_per_year", "source")
_NEEDED: Final = ("kind", "weekly_price", "from")
_HIGHEST_WEEKLY = Decimal(100_000)  # pounds; above any placement, so a yearly or mistyped sum
_HIGHEST_INFLATION = Decimal("0.5")
_LARGEST_FILE = 1_000_000  # bytes; a price list has some dozens of lines


@dataclass(frozen=True)
class _Row:
    where: str
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        """The cell as text, blank where there is none."""
        value = self.cells.get(column)
        return "" if value is None else str(value).strip()

    def wrong(self, what: str, what_next: str) -> PriceError:
        """The error to raise about this row."""
        return PriceError(what, where=self.where, what_next=what_next)


def read_prices(path: Path) -> PriceSet:
    """Read a file with the columns kind, weekly_price, from, inflation_per_year and source.

    Kinds may be in our words, in words as on screen, or in words of other documents (“IFA”). Without inflation,
    3% a year is assumed. Raises PriceError that says what is wrong, in which line, and what to do.
    """
    rows = list(_yaml_rows(path) if path.suffix.lower() in (".yaml", ".yml") else _csv_rows(path))
    if not rows:
        raise PriceError(
            "There are no prices in it.", where=path.name, what_next=f"Add rows of {', '.join(COLUMNS)}."
        )
    seen: dict[tuple[Kind, date], str] = {}
    prices = []
    for row in rows:
        price = _price(row, source=path.name)
        # The first row of a kind and day is kept in mind with its line, for the second to point at.
        before = seen.setdefault((price.kind, price.from_date), row.where)
        if before != row.where:
            what = f"{price.kind.label} from {price.from_date:%d/%m/%Y} already has a price ({before})."
            raise row.wrong(what, "Keep one of the two, or give the later one its own date.")
        prices.append(price)
    return PriceSet(path.stem, path.name, in_order(prices), {})


def text_of(path: Path) -> str:
    """The text of a file that a person saved, from Excel perhaps; PriceError where it is none."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "It could not be opened"
        raise PriceError(f"{reason}.", where=str(path), what_next="Check the name and the folder.") from None
    if len(raw) > _LARGEST_FILE or b"\0" in raw:
        raise PriceError(
            "It is no CSV or YAML file.", where=path.name, what_next="Save the sheet as CSV and give that."
        )
    # Excel writes a mark at the start of UTF-8, or the letters of Windows.
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _csv_rows(path: Path) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text_of(path), newline=""))
    try:
        heading = [name.strip().lower().replace(" ", "_") for name in next(reader, [])]
        _refuse_heading(heading, path.name)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(f"{path.name}, line {reader.line_num}", dict(zip(heading, cells, strict=False)))
    except csv.Error as error:
        where = f"{path.name}, line {reader.line_num}"
        raise PriceError(f"{error}.", where=where, what_next="Save the sheet as CSV again.") from None


def _refuse_heading(heading: list[str], file: str) -> None:
    lacking = [name for name in _NEEDED if name not in heading]
    if lacking:
        found = ", ".join(heading) or "nothing"
        raise PriceError(
            f"There is no column {', '.join(lacking)} (found: {found}).",
            where=f"{file}, line 1",
            what_next=f"The first line should read {','.join(COLUMNS)}.",
        )


def _yaml_rows(path: Path) -> Iterator[_Row]:
    try:
        told = yaml.safe_load(text_of(path))
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        where = f"{path.name}, line {line}" if line else path.name
        raise PriceError(
            "It is not YAML.", where=where, what_next="Check indents and colons there."
        ) from None
    entries = told.get("prices") if isinstance(told, dict) else told
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PriceError(
            "It is no list of prices.",
            where=path.name,
            what_next="Write “prices:” and under it one “- kind: …” entry for each price.",
        )
    for number, entry in enumerate(entries, start=1):
        yield _Row(f"{path.name}, entry {number}", entry)


def _price(row: _Row, *, source: str) -> Price:
    kind = kind_named(row.text("kind"))
    if kind is None:
        known = ", ".join(Kind)
        raise row.wrong(f"“{row.text('kind')}” is no kind of placement.", f"Use one of {known}.")
    inflation = row.text("inflation_per_year")
    return Price(
        kind=kind,
        weekly_price=_pounds(row),
        from_date=_day(row),
        inflation_per_year=_share(row) if inflation else DEFAULT_INFLATION,
        source=row.text("source") or source,
        certainty=_certainty(row),
    )


def _certainty(row: _Row) -> str:
    told = row.text("certainty").upper() or (READ if row.text("source") else ASSUMED)
    if told not in CERTAINTIES:
        what = f"certainty “{told}” is not one of {', '.join(CERTAINTIES)}."
        raise row.wrong(what, "A is read in the source, B derived from it, C assumed.")
    return told


def _number(row: _Row, column: str, text: str, *, example: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise row.wrong(f"{column} “{row.text(column)}” is not a number.", f"Write it like {example}.")
    return number


def _pounds(row: _Row) -> Decimal:
    text = row.text("weekly_price").replace("£", "").replace(",", "").strip()
    price = _number(row, "weekly_price", text, example="1080 or 1080.50")
    if not 0 <= price <= _HIGHEST_WEEKLY:
        what = f"weekly_price is {price}, which cannot be pounds a week for one child."
        raise row.wrong(what, "Give the price of one week, 0 or more.")
    return price


def _share(row: _Row) -> Decimal:
    text = row.text("inflation_per_year")
    number = _number(row, "inflation_per_year", text.removesuffix("%").strip(), example="0.03 or 3%")
    share = number / 100 if text.endswith("%") else number
    if abs(share) > _HIGHEST_INFLATION:
        raise row.wrong(
            f"inflation_per_year is {text}, which is {share:.0%} a year.", "Write 0.03 or 3% for 3%."
        )
    return share


def _day(row: _Row) -> date:
    value = row.cells.get("from")
    # YAML reads dates itself; a datetime is also a date, so it comes first.
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for layout in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(row.text("from"), layout).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise row.wrong(f"from “{row.text('from')}” is not a date.", "Write it like 01/04/2026 or 2026-04-01.")
