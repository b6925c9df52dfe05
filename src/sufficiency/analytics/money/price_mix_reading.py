"""Reads one side of a price–mix comparison: kinds of placement with shares (or children) and weekly prices."""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from sufficiency.analytics.money.price_mix import Part
from sufficiency.analytics.money.prices import PriceError, kind_named
from sufficiency.analytics.money.reading import text_of
from sufficiency.analytics.reference.kinds import Kind

PRICES: Final = ("weekly_price", "price")
WEIGHTS: Final = ("share", "children")
# Shares printed to a tenth of a per cent may miss 1 by this much when a dozen are added up.
SHARES_WITHIN: Final = Decimal("0.02")
HOW: Final = "The first line should read kind,share,weekly_price or kind,children,weekly_price."

Row = tuple[str, Mapping[str, str]]  # where, cells


def read_parts(path: Path) -> tuple[Part, ...]:
    """Kinds with their share of children and weekly price; PriceError says what is wrong and where.

    Shares may be written as 0.25 or 25%, or as numbers of children; they are made to add up to 1.
    """
    rows = list(_rows(path))
    weight, price = _column(rows, WEIGHTS, path), _column(rows, PRICES, path)
    found: dict[Kind, tuple[Decimal, Decimal]] = {}
    for where, cells in rows:
        kind = _kind(cells.get("kind", ""), where)
        if kind in found:
            raise PriceError(
                f"{kind.label} is there twice.", where=where, what_next="Put its children together."
            )
        found[kind] = (
            _number(cells.get(weight, ""), weight, where),
            _number(cells.get(price, ""), price, where),
        )
    total = sum((share for share, _ in found.values()), Decimal(0))
    _refuse_total(total, weight, path)
    return tuple(Part(kind, share / total, paid) for kind, (share, paid) in found.items())


def _rows(path: Path) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text_of(path), newline=""))
    try:
        heading = [name.strip().lower().replace(" ", "_") for name in next(reader, [])]
        if "kind" not in heading:
            raise PriceError("There is no column kind.", where=f"{path.name}, line 1", what_next=HOW)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield f"{path.name}, line {reader.line_num}", dict(zip(heading, cells, strict=False))
    except csv.Error as error:
        where = f"{path.name}, line {reader.line_num}"
        raise PriceError(f"{error}.", where=where, what_next="Save the sheet as CSV again.") from None


def _column(rows: list[Row], names: tuple[str, ...], path: Path) -> str:
    if not rows:
        raise PriceError("There is no kind of placement in it.", where=path.name, what_next=HOW)
    found = next((name for name in names if name in rows[0][1]), None)
    if found is None:
        raise PriceError(
            f"There is no column {' or '.join(names)}.", where=f"{path.name}, line 1", what_next=HOW
        )
    return found


def _kind(text: str, where: str) -> Kind:
    kind = kind_named(text)
    if kind is None:
        known = ", ".join(Kind)
        raise PriceError(f"“{text}” is no kind of placement.", where=where, what_next=f"Use one of {known}.")
    return kind


def _number(text: str, column: str, where: str) -> Decimal:
    plain = text.replace("£", "").replace(",", "").strip()
    try:
        number = Decimal(plain.removesuffix("%"))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise PriceError(
            f"{column} “{text}” is no number from 0.", where=where, what_next="Write it like 0.25 or 25%."
        )
    return number / 100 if plain.endswith("%") else number


def _refuse_total(total: Decimal, weight: str, path: Path) -> None:
    if total <= 0:
        raise PriceError("There are no children in it.", where=path.name, what_next="Check the shares.")
    if weight == "share" and min(abs(total - 1), abs(total / 100 - 1)) > SHARES_WITHIN:
        raise PriceError(
            f"The shares add up to {total:.1%}.", where=path.name, what_next="They should add up to 100%."
        )
