"""A waterfall: from one sum to another, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from sufficiency.reports import palette
from sufficiency.reports.drawing import WIDE, Size, Values, layer, svg

_UP, _DOWN = "#a8174f", "#0a7d74"  # dearer and cheaper; the figure beside each bar says the same
_MARGIN = 0.12  # of the height, for the figures above and below the bars


@dataclass(frozen=True)
class Fall:
    """One bar: from a height to another, with its words; a whole stands on the ground in the accent's colour."""

    label: str
    begins: float
    ends: float
    text: str
    is_whole: bool = False


def waterfall(bars: Sequence[Fall], *, size: Size, alt_text: str) -> str:
    """Bars side by side, each step hanging where the last one ended."""
    floor, ceiling = _domain(bars)
    values: Values = [
        {
            "label": bar.label,
            # A whole reaches down to the floor of the chart, not out of it.
            "low": max(min(bar.begins, bar.ends), floor),
            "high": max(bar.begins, bar.ends),
            "text": bar.text,
            "colour": palette.ACCENT if bar.is_whole else _UP if bar.ends > bar.begins else _DOWN,
        }
        for bar in bars
    ]
    angle = 0 if size.width >= WIDE.width else -40
    axis = alt.Axis(labelAngle=angle, labelLimit=200, labelColor=palette.INK)
    x = alt.X("label:N", sort=None, axis=axis, scale=alt.Scale(paddingInner=0.35))
    scale = alt.Scale(domain=[floor, ceiling], nice=False, zero=False)
    base = layer(values).encode(x=x)
    blocks = base.mark_bar().encode(
        y=alt.Y("low:Q", axis=None, scale=scale), y2=alt.Y2("high:Q"), color=alt.Color("colour:N", scale=None)
    )
    # Steps carry their figure below, wholes above, so that neighbours on a phone do not touch.
    words = [
        layer([row for row, bar in zip(values, bars, strict=True) if bar.is_whole is whole])
        .mark_text(dy=-10 if whole else 12, fontWeight="bold")
        .encode(x=x, y=alt.Y("high:Q" if whole else "low:Q", scale=scale), text=alt.Text("text:N"))
        for whole in (True, False)
    ]
    return svg(alt.LayerChart(layer=[blocks, *words]), size=size, alt_text=alt_text)


def _domain(bars: Sequence[Fall]) -> tuple[float, float]:
    """Heights that show the steps: where they are small beside the whole, the ground is left out of sight."""
    heights = [height for bar in bars for height in ((bar.ends,) if bar.is_whole else (bar.begins, bar.ends))]
    low, high = min(heights), max(heights)
    room = (high - low) * 2 * _MARGIN or 1.0
    return max(0.0, low - 3 * room), high + room
