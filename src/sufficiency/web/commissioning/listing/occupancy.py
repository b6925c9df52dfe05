"""Homes with their days used and empty, by kind and one by one, and our own carers' places month by month."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sufficiency.analytics.homes.occupancy import Occupancy, together
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.reports.charts import Bar, bars
from sufficiency.reports.figures import Column as FigureColumn, Figure, Table as FigureTable, drawn
from sufficiency.reports.palette import colour_of
from sufficiency.reports.results import figure_and_unit
from sufficiency.reports.wording import number, percentage
from sufficiency.web.commissioning.analytics.occupancy import Fostering, HomeUse
from sufficiency.web.commissioning.listing.contracts import EDGE, ROW, level
from sufficiency.web.ui import drawings
from sufficiency.web.ui.components import Cell, Column, Fact, Table

DAYS = (
    Column("Place-days", is_number=True), Column("Used", is_number=True), Column("Empty", is_number=True),
    Column("Stopped", is_number=True), Column("Beyond the places", is_number=True), Column("Use", is_number=True),
)  # fmt: skip
KINDS = (Column("Kind of placement"), Column("Homes", is_number=True), *DAYS)
HOMES = (Column("Home"), Column("Provider"), Column("Kind"), *DAYS)
FOSTERING = ("Month", "Approved", "With a child", "Out of use", "Free")


def by_kind(found: Sequence[HomeUse]) -> Table:
    """The days of all homes of a kind of placement together."""
    groups: dict[str, list[HomeUse]] = {}
    for one in found:
        groups.setdefault(one.home.placement_kind.label, []).append(one)
    rows = [
        [label, len(homes), *_days(together(one.days for one in homes))]
        for label, homes in sorted(groups.items())
    ]
    return Table("Use by kind of placement", KINDS, rows)


def homes(found: Iterable[HomeUse]) -> Table:
    """Each home."""
    rows = [
        [
            Cell(str(one.home), href=one.home.get_absolute_url()),
            one.home.provider.name,
            one.home.placement_kind.label,
            *_days(one.days),
        ]
        for one in found
    ]
    return Table("Use of each home", HOMES, rows)


def records(found: Iterable[HomeUse]) -> list[dict[str, Any]]:
    """One flat record a home."""
    return [
        {
            "home": one.home.reference, "provider": one.home.provider.name, "kind": one.home.placement_kind.label,
            "place-days": one.days.place_days, "used": one.days.used, "empty": one.days.empty,
            "stopped": one.days.stopped, "beyond the places": one.days.over, "use %": one.days.level,
        }
        for one in found
    ]  # fmt: skip


def measures(found: Iterable[MeasureResult], *, definitions: Mapping[str, str]) -> list[Fact]:
    """The measures of our own homes, each leading to its definition."""
    return [Fact(one.label, _figure(one), href=definitions[one.id], action="Definition") for one in found]


def _figure(one: MeasureResult) -> str:
    if one.value is None:
        return one.not_computed_because or "not known"
    figure, unit = figure_and_unit(one)
    out_of = f" ({number(one.numerator or 0)} of {number(one.denominator)})" if one.denominator else ""
    return f"{figure} {unit}".strip() + out_of


def fostering(found: Sequence[Fostering]) -> Figure | None:
    """Our own carers' places with a child at the end of each month, beside those approved; None for one month."""
    if len(found) < 2 or not found[-1].approved:
        return None
    rows = [Bar(f"{one.day:%b %Y}", one.filled, _of(one), colour_of("in_house_fostering")) for one in found]
    table = tuple(
        (f"{one.day:%b %Y}", *(number(n) for n in (one.approved, one.filled, one.stopped, one.free)))
        for one in found
    )
    last = found[-1]
    title = f"Our own foster carers: {number(last.filled)} of {number(last.approved)} approved places have a child"
    columns = tuple(FigureColumn(name, is_number=at > 0) for at, name in enumerate(FOSTERING))
    content = FigureTable("Places with our own foster carers at the end of each month", columns, table)

    def draw() -> Figure:
        height = EDGE + ROW * len(rows)
        return drawn(title, lambda size: bars(rows, size=size, alt_text=title), table=content, height=height)

    return drawings.kept(draw, shows=("fostering", title, rows, table))


def _of(one: Fostering) -> str:
    share = percentage(100 * one.filled / one.approved) if one.approved else "no place"
    return f"{number(one.filled)} of {number(one.approved)} ({share})"


def _days(days: Occupancy) -> list[Any]:
    return [days.place_days, days.used, days.empty, days.stopped, days.over, level(days)]
