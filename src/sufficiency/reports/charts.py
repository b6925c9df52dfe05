"""The charts: one idea each, labelled directly, drawn as SVG from plain numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import altair as alt

from sufficiency.reports import palette, scales
from sufficiency.reports.drawing import SPARK, WIDE, Size, Values, layer, svg
from sufficiency.reports.wording import number

ROW, ROW_NARROW, BAR = 32, 46, 20  # pixels a line takes, with the words before or above; of its bar
LABELS, FIGURES = 180, 84  # pixels for the words before a bar and for the figure after it


@dataclass(frozen=True)
class Point:
    """A figure on a day."""

    on: date
    value: float


@dataclass(frozen=True)
class Bar:
    """One bar, with the words at its end; no length where the figure may not be shown."""

    label: str
    value: float | None
    text: str
    colour: str = palette.ACCENT


@dataclass(frozen=True)
class Reach:
    """What is expected of one year: the middle, and the low and high of an 80% range, with their words."""

    label: str
    low: float
    middle: float
    high: float
    text: str


def bars(rows: Sequence[Bar], *, size: Size, alt_text: str) -> str:
    """Horizontal bars in the order given, the figure at each bar's end."""
    values: Values = [
        {"label": row.label, "value": row.value or 0, "text": row.text, "colour": row.colour} for row in rows
    ]
    # Where every figure is hidden there is no longest bar, and a scale from nought to nought draws nothing.
    longest = max((row["value"] for row in values), default=0) or 1
    lines = _lines(values, size)
    across = alt.X("value:Q", axis=None, scale=_leaving_room(longest, lines.pixels))
    base = layer(values).encode(x=across, y=lines.y)
    blocks = base.mark_bar(height=BAR, yOffset=lines.drop).encode(color=alt.Color("colour:N", scale=None))
    words = base.mark_text(align="left", dx=6, yOffset=lines.drop).encode(text=alt.Text("text:N"))
    return svg(blocks + words + lines.labels, size=Size(size.width, lines.height), alt_text=alt_text)


def trend(
    points: Sequence[Point], *, size: Size, alt_text: str, colour: str = palette.ACCENT, places: int = 0
) -> str:
    """A line through yearly figures, each labelled where there is room, else the first and the last."""
    values = records(points, places=places)
    x = scales.years([row["at"] for row in values], width=size.width)
    y = scales.heights("value", scales.ends([row["value"] for row in values]))
    # Eight labels crowd a phone; the ends carry the finding, the table has the rest.
    labelled = values if size.width >= WIDE.width else [values[0], values[-1]]
    line = layer(values).mark_line(color=colour, strokeWidth=3).encode(x=x, y=y)
    dots = layer(values).mark_circle(color=colour, size=70, opacity=1).encode(x=x, y=y)
    words = layer(labelled).mark_text(dy=-16, fontWeight="bold").encode(x=x, y=y, text=alt.Text("text:N"))
    return svg(line + dots + words, size=size, alt_text=alt_text)


def spark(points: Sequence[Point], *, alt_text: str, colour: str = palette.ACCENT) -> str:
    """A small line without axes; the last year has a dot."""
    values = records(points)
    x = alt.X("at:Q", axis=None, scale=alt.Scale(zero=False, nice=False, padding=8))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, nice=False, padding=8))
    line = layer(values).mark_line(color=colour, strokeWidth=2.5).encode(x=x, y=y)
    dot = layer(values[-1:]).mark_circle(color=colour, size=80, opacity=1).encode(x=x, y=y)
    return svg(line + dot, size=SPARK, alt_text=alt_text)


def reaches(years: Sequence[Reach], *, size: Size, alt_text: str) -> str:
    """A bar a year, solid to the low end of its range and paler to the high end, the middle marked."""
    values: Values = [
        {"label": year.label, "low": year.low, "middle": year.middle, "high": year.high, "text": year.text}
        for year in years
    ]
    lines = _lines(values, size)
    scale = _leaving_room(max(year.high for year in years), lines.pixels)
    base = layer(values).encode(y=lines.y)
    sure = base.mark_bar(color=palette.ACCENT, height=BAR, yOffset=lines.drop, opacity=0.75).encode(
        x=alt.X("low:Q", axis=None, scale=scale)
    )
    likely = base.mark_bar(color=palette.ACCENT, height=BAR, yOffset=lines.drop, opacity=0.3).encode(
        x=alt.X("low:Q", scale=scale), x2=alt.X2("high:Q")
    )
    middle = base.mark_tick(color=palette.INK, thickness=3, size=BAR + 6, yOffset=lines.drop)
    words = base.mark_text(align="left", dx=8, yOffset=lines.drop)
    return svg(
        alt.LayerChart(
            layer=[
                sure,
                likely,
                middle.encode(x=alt.X("middle:Q", scale=scale)),
                words.encode(x=alt.X("high:Q", scale=scale), text=alt.Text("text:N")),
                lines.labels,
            ]
        ),
        size=Size(size.width, lines.height),
        alt_text=alt_text,
    )


@dataclass(frozen=True)
class _Lines:
    """How the lines of a bar chart are set: the words before the bar, or above it on a narrow screen."""

    y: alt.Y
    labels: alt.Chart
    drop: int  # pixels the bar sits below the middle of its line
    pixels: int  # that the bars have
    height: int  # of the whole chart


def _lines(values: Values, size: Size) -> _Lines:
    # Beside their bars the names would take half of a phone, so there they stand above them.
    narrow = size.width < WIDE.width
    axis = None if narrow else alt.Axis(labelLimit=LABELS, labelColor=palette.INK)
    y = alt.Y("label:N", sort=None, axis=axis)
    above = layer(values if narrow else []).mark_text(align="left", dy=-12)
    return _Lines(
        y=y,
        labels=above.encode(x=alt.value(0), y=y, text=alt.Text("label:N")),
        drop=8 if narrow else 0,
        pixels=size.width - (0 if narrow else LABELS),
        height=8 + (ROW_NARROW if narrow else ROW) * len(values),
    )


def _leaving_room(longest: float, pixels: float) -> alt.Scale:
    return alt.Scale(domain=[0, longest * pixels / (pixels - FIGURES)], nice=False)


def records(points: Sequence[Point], *, places: int = 0) -> Values:
    """Points as the drawing library wants them: place on the axis of years, figure, figure in words."""
    return [
        {"at": scales.place(point.on), "value": point.value, "text": number(point.value, places=places)}
        for point in points
    ]
