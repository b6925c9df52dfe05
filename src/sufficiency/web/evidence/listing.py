"""The library as a table."""

from collections.abc import Iterable

from sufficiency.web.evidence.models import Item
from sufficiency.web.evidence.states import STRENGTH_TONES
from sufficiency.web.ui.components import Cell, Column, Fact, Table

COLUMNS = (Column("Title"), Column("Kind"), Column("Source and place"), Column("Year"), Column("Strength"),
           Column("Status"), Column("Supports", is_number=True))  # fmt: skip


def of(items: Iterable[Item]) -> Table:
    """The page's table."""
    return Table("Evidence", COLUMNS, [_row(item) for item in items])


def _row(item: Item) -> list[object]:
    return [
        Cell(item.title, href=item.get_absolute_url()),
        item.get_kind_display(),
        ", ".join(part for part in (item.source, item.place) if part),
        item.year,
        Cell(item.get_strength_display(), tone=STRENGTH_TONES[item.strength]),
        item.get_status_display(),
        item.supported,  # type: ignore[attr-defined]  # annotated by the query
    ]


def facts(item: Item) -> list[Fact]:
    """One item in a few lines."""
    told = [
        Fact("Kind", item.get_kind_display()),
        Fact("Source", item.source or "Not known"),
        Fact("Place", item.place or "Not known"),
        Fact("Year", item.year or "Not known"),
        Fact("Strength", item.get_strength_display()),
        Fact("Status", item.get_status_display()),
        Fact("What it says", item.says or "Not written down yet"),
        Fact("What it means for us", item.effect or "Not written down yet"),
    ]
    if item.entitlement is not None:
        told.append(Fact("Ages it covers", item.entitlement.in_words))
    return [*told, Fact("Link", item.link, item.link, "Open")] if item.link else told


def covered(items: Iterable[Item], *, age: int, has_send: bool) -> list[tuple[Item, str]]:
    """Each policy with what it means for someone of an age; nothing is said where it names no ages."""
    return [(item, _covered(item, age=age, has_send=has_send)) for item in items]


def _covered(item: Item, *, age: int, has_send: bool) -> str:
    if item.entitlement is None:
        return ""
    return "Covered" if item.entitlement.covers(age, has_send=has_send) else "Not covered"
