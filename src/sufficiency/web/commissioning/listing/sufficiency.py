"""Places beside children as tables, the gap as a chart, the mix beside the plan."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sufficiency.analytics.homes.sufficiency import Gap, Line, Mix, MixPlan
from sufficiency.analytics.small_numbers import Sum, Table as Counts, hidden_cells
from sufficiency.reports.charts import Bar, bars
from sufficiency.reports.figures import Column as FigureColumn, Figure, Table as FigureTable, drawn
from sufficiency.reports.palette import QUIET, colour_of
from sufficiency.reports.wording import change, number, percentage, plural, span
from sufficiency.web.commissioning.listing.contracts import EDGE, ROW
from sufficiency.web.ui import drawings
from sufficiency.web.ui.components import Cell, Column, Table, Tone
from sufficiency.web.ui.wording import full_day, most_likely

BESIDE = (
    Column("Our children", is_number=True), Column("Outside our area", is_number=True),
    Column("Approved places", is_number=True), Column("Free now", is_number=True),
)  # fmt: skip
GAPS = (
    Column("Kind of placement"), Column("Children expected"), Column("Places counted on", is_number=True),
    Column("Known in the register", is_number=True), Column("Short by"), Column("Range"),
)  # fmt: skip
MIX = (
    Column("Kind"), Column("At the start", is_number=True), Column("Planned by today", is_number=True),
    Column("Now", is_number=True), Column("Share now", is_number=True), Column("Beside the plan"),
)  # fmt: skip
CONFIDENTIAL = "c"


def lines(found: Iterable[Line], *, of: str, caption: str, told: Sequence[str] = ()) -> Table:
    """Children and places of each group. Where `told` is given, children of other groups are not recorded."""
    rows = [
        [
            one.label,
            *(_children(one) if not told or one.label in told else ["not recorded", ""]),
            one.places,
            one.free,
        ]
        for one in found
    ]
    return Table(caption, (Column(of), *BESIDE), rows)


def _children(one: Line) -> list[Any]:
    return [one.children, one.outside]


def distances(found: Mapping[str, int]) -> Figure:
    """How far from their family's home our children live."""
    total = sum(found.values())
    rows = [Bar(label, count, _share(count, total)) for label, count in found.items()]
    facts = tuple((label, number(count), _percent(count, total)) for label, count in found.items())
    far, known = found["Over 20 miles"], total - found["Not known"]
    title = f"{number(far)} of {number(known)} children whose distance is known live over 20 miles from home"
    columns = (
        FigureColumn("Distance"),
        FigureColumn("Children", is_number=True),
        FigureColumn("Share", is_number=True),
    )
    content = FigureTable("Straight line from the family’s home", columns, facts)
    return _figure(
        title, rows, content, note="Miles in a straight line, from the latest stored return’s home postcode."
    )


def gaps(found: Iterable[Gap]) -> Table:
    """The gap of each kind on one day."""
    rows = [_gap(one) for one in found]
    return Table("Children expected beside places", GAPS, rows)


def _gap(one: Gap) -> list[Any]:
    expected = one.expected
    words = most_likely(round(expected.low), round(expected.high), round(expected.middle))
    short = one.short
    verdict = (
        Cell(number(short), tone=Tone.BAD)
        if short > 0
        else Cell(f"{number(-short)} to spare", tone=Tone.GOOD)
    )
    low, high = one.short_range
    return [expected.kind.label, words, one.counted_on, one.known, verdict, span(number(low), number(high))]


def gap_picture(found: Sequence[Gap], on: date) -> Figure:
    """Expected children and places counted on, kind by kind, on one day."""
    rows: list[Bar] = []
    for one in found:
        middle = round(one.expected.middle)
        label = one.expected.kind.label
        rows.append(Bar(f"{label}", middle, f"{number(middle)} expected", colour_of(one.expected.kind)))
        rows.append(Bar(f"{label}: places", one.counted_on, f"{plural(one.counted_on, 'place')}", QUIET))
    facts = tuple(
        (one.expected.kind.label, number(round(one.expected.middle)), number(one.counted_on)) for one in found
    )
    worst = max(found, key=lambda one: one.short)
    title = f"On {full_day(on)} {worst.expected.kind.label.lower()} is short by {plural(max(worst.short, 0), 'place')}"
    columns = (
        FigureColumn("Kind"),
        FigureColumn("Children expected", is_number=True),
        FigureColumn("Places counted on", is_number=True),
    )
    return _figure(title, rows, FigureTable("Expected children and places counted on", columns, facts))


def mix(found: Iterable[Mix], plan: MixPlan) -> Table:
    """The mix now beside the plan."""
    rows = [
        [
            one.label,
            one.at_start,
            one.planned,
            one.now,
            "" if one.share is None else percentage(one.share),
            _off(one),
        ]
        for one in found
    ]
    return Table(f"{plan.label}, from {plan.first_year}", MIX, rows)


def _off(one: Mix) -> str:
    return "as planned" if one.off_plan == 0 else f"{change(one.off_plan)} than planned"


def records(groups: Mapping[str, Sequence[Line]]) -> list[dict[str, Any]]:
    """Flat records for a file that leaves the service: small counts of children, and what gives them away, are "c"."""
    return [row for by, found in groups.items() for row in _suppressed(by, found)]


def _suppressed(by: str, found: Sequence[Line]) -> list[dict[str, Any]]:
    labels = tuple(one.label for one in found)
    counts: dict[Hashable, int] = {one.label: one.children for one in found}
    counts[""] = sum(counts.values())
    table = Counts(counts, [Sum("", labels)])
    hidden = hidden_cells(table)
    return [
        {
            "by": by, "group": one.label, "our children": CONFIDENTIAL if one.label in hidden else one.children,
            "approved places": one.places, "free now": one.free,
        }
        for one in found
    ]  # fmt: skip


def _figure(title: str, rows: Sequence[Bar], content: FigureTable, *, note: str = "") -> Figure:
    def draw() -> Figure:
        height = EDGE + ROW * len(rows)
        return drawn(
            title, lambda size: bars(rows, size=size, alt_text=title), table=content, height=height, note=note
        )

    return drawings.kept(draw, shows=("enough", title, tuple(rows), content, note))


def _share(count: int, total: int) -> str:
    return f"{number(count)} ({_percent(count, total)})"


def _percent(count: int, total: int) -> str:
    return percentage(100 * count / total) if total else "0.0%"
