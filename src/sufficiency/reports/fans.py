"""The fan chart: what was counted as a solid line, what is expected as bands around a middle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import altair as alt

from sufficiency.reports import palette, scales
from sufficiency.reports.charts import Point, records
from sufficiency.reports.drawing import LETTERS, WIDE, Size, Values, layer, svg
from sufficiency.reports.scales import CHILDREN, Unit

BANDS = (("0.025", "0.975", 0.15), ("0.1", "0.9", 0.2), ("0.25", "0.75", 0.3))  # 95, 80, 50 in 100
ROOM_WIDE, ROOM = 0.22, 0.26  # share of the width kept for the words at the end
LOW, MIDDLE, HIGH = "0.1", "0.5", "0.9"  # the range that sentences and labels give: 80 in 100


@dataclass(frozen=True)
class Spread:
    """What is expected on a day: quantiles by their name, "0.025" to "0.975"."""

    on: date
    quantiles: Mapping[str, float]


@dataclass(frozen=True)
class _Ground:
    """What the layers of one fan share: its axes, colour and size."""

    x: alt.X
    domain: tuple[float, float]
    colour: str
    size: Size
    unit: Unit

    def y(self, field: str = "value") -> alt.Y:
        """The axis of figures, for one field of the records."""
        return scales.heights(field, self.domain, self.unit)


def fan(
    history: Sequence[Point],
    future: Sequence[Spread],
    *,
    size: Size,
    alt_text: str,
    colour: str = palette.ACCENT,
    beside: Sequence[Point] = (),
    beside_label: str = "",
    unit: Unit = CHILDREN,
) -> str:
    """History as a line, the future as bands of 50, 80 and 95 in 100; the ends carry their figures.

    `beside` is another future's middle, as a dotted line with its label; `unit` is what the figures count.
    """
    # Bands first, so that the lines and the figures lie on top of them.
    opened = [*_tip(history, future), *future]
    ground = _ground(history, opened, beside, colour=colour, size=size, unit=unit)
    line = layer(records(history)).mark_line(color=colour, strokeWidth=3)
    layers = [
        *(_band(opened, band, ground) for band in BANDS),
        _middle(opened, ground),
        line.encode(x=ground.x, y=ground.y()),
        *(_today(history, ground) if history else []),
        *(_beside(beside, ground, label=beside_label) if beside else []),
        *_ends(opened[-1], ground),
    ]
    return svg(alt.LayerChart(layer=layers), size=size, alt_text=alt_text)


def _ground(
    history: Sequence[Point],
    future: Sequence[Spread],
    beside: Sequence[Point],
    *,
    colour: str,
    size: Size,
    unit: Unit,
) -> _Ground:
    lowest, highest, _ = BANDS[0]
    edges = [spread.quantiles[edge] for spread in future for edge in (lowest, highest)]
    days = [point.on for point in history] + [spread.on for spread in future]
    room = ROOM_WIDE if size.width >= WIDE.width else ROOM
    x = scales.years([scales.place(day) for day in days], width=size.width, room=room)
    domain = scales.ends([*(point.value for point in (*history, *beside)), *edges])
    return _Ground(x, domain, colour, size, unit)


def _tip(history: Sequence[Point], future: Sequence[Spread]) -> list[Spread]:
    # The fan opens from the last count: on that day nothing is uncertain.
    if not history or history[-1].on >= future[0].on:
        return []
    return [Spread(history[-1].on, dict.fromkeys(future[0].quantiles, history[-1].value))]


def _band(future: Sequence[Spread], band: tuple[str, str, float], ground: _Ground) -> alt.Chart:
    low, high, opacity = band
    values: Values = [
        {"at": scales.place(spread.on), "low": spread.quantiles[low], "high": spread.quantiles[high]}
        for spread in future
    ]
    area = layer(values).mark_area(color=ground.colour, opacity=opacity, strokeWidth=0)
    drawn: alt.Chart = area.encode(x=ground.x, y=ground.y("low"), y2=alt.Y2("high:Q"))
    return drawn


def _middle(future: Sequence[Spread], ground: _Ground) -> alt.Chart:
    points = [Point(spread.on, spread.quantiles[MIDDLE]) for spread in future]
    line = layer(records(points)).mark_line(color=ground.colour, strokeWidth=2, strokeDash=[5, 4])
    drawn: alt.Chart = line.encode(x=ground.x, y=ground.y())
    return drawn


def _beside(points: Sequence[Point], ground: _Ground, *, label: str) -> list[alt.Chart]:
    line = layer(records(points)).mark_line(
        color=palette.INK, strokeWidth=2, strokeDash=[1, 4], strokeCap="round"
    )
    # In the middle of the line, where no figure of the fan stands.
    words = [{**row, "label": label} for row in records(points[len(points) // 2 :][:1])]
    told = layer(words).mark_text(color=palette.INK, dy=-10)
    return [
        line.encode(x=ground.x, y=ground.y()),
        told.encode(x=ground.x, y=ground.y(), text=alt.Text("label:N")),
    ]


def _today(history: Sequence[Point], ground: _Ground) -> list[alt.Chart]:
    base = layer(records(history[-1:])).encode(x=ground.x, y=ground.y())
    dot = base.mark_circle(color=ground.colour, size=70, opacity=1)
    told = base.mark_text(align="right", dx=4, dy=-14, fontWeight="bold").encode(text=alt.Text("text:N"))
    return [dot, told]


def _ends(end: Spread, ground: _Ground) -> list[alt.Chart]:
    said = {LOW: "low", MIDDLE: "most likely", HIGH: "high"}
    figures = [end.quantiles[name] for name in said]
    # Words keep the height of a letter between them, however close their figures fall.
    least = (ground.domain[1] - ground.domain[0]) * (LETTERS + 4) / (ground.size.height - 40)
    heights = scales.apart(figures, least=least, floor=ground.domain[0] + least / 3)
    values: Values = [
        {"at": scales.place(end.on), "value": height, "figure": ground.unit.say(figure), "words": words}
        for figure, height, words in zip(figures, heights, said.values(), strict=True)
    ]
    # There is room for words on a desk only; elsewhere the caption says what the three figures are.
    if ground.size.width >= WIDE.width:
        values = [{**row, "figure": f"{row['figure']} {row['words']}"} for row in values]
    low, middle, high = values
    return [_written([low, high], ground, weight="normal"), _written([middle], ground, weight="bold")]


def _written(values: Values, ground: _Ground, *, weight: Literal["normal", "bold"]) -> alt.Chart:
    words = layer(values).mark_text(align="left", dx=10, fontWeight=weight)
    drawn: alt.Chart = words.encode(x=ground.x, y=ground.y(), text=alt.Text("figure:N"))
    return drawn
