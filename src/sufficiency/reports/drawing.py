"""The ground every chart is drawn on: sizes, letters and grid, and SVG text out of it without a browser."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import disable_debug_mode

from sufficiency.reports import palette

FONT = "Arial, Helvetica, sans-serif"
LETTERS = 14  # pixels; labels stay readable because narrow screens get a chart of their own
_VEGA_LITE = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
_ROOT = re.compile(r'^<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>')
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


@dataclass(frozen=True)
class Size:
    """Outer width and height of a chart, in CSS pixels."""

    width: int
    height: int


WIDE = Size(900, 380)
NARROW = Size(284, 300)  # a phone, and the 320 pixels that WCAG 2.2, 1.4.10 asks for
SMALL = Size(284, 210)
SPARK = Size(240, 64)

Values = list[dict[str, Any]]

# Checking every part against the schema of Vega-Lite takes longer than drawing, and says nothing new: our charts
# have fixed forms, and the converter refuses what it cannot draw.
disable_debug_mode()


def layer(values: Values) -> alt.Chart:
    """A layer of a chart over plain records."""
    # A tuple: Altair copies every list anew in each step that builds a chart.
    return alt.Chart(alt.InlineData(values=tuple(values)))


def svg(chart: alt.Chart | alt.LayerChart, *, size: Size, alt_text: str) -> str:
    """The chart as one SVG element that says what it shows and shrinks with its column."""
    spec = {
        # Padding is part of the size, so that words at the edges are never cut off.
        **chart.to_dict(validate=False),
        "width": size.width,
        "height": size.height,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": 2,
        "config": _CONFIG,
    }
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE)
    return _with_words(drawn, alt_text=alt_text)


def _with_words(drawn: str, *, alt_text: str) -> str:
    found = _ROOT.match(drawn)
    if not found:  # pragma: no cover - a change in the drawing library, better loud than unreadable
        raise ValueError("The drawing library returned something that does not begin as an SVG.")
    width, height = found["width"], found["height"]
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(alt_text)}"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    )
    # The element says it all at once; five hundred graphics symbols inside it would say nothing.
    return root + _ROLES.sub("", drawn[found.end() :])


_CONFIG = {
    # The page is the background: a chart on tinted ground or on paper looks alike.
    "background": None,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": LETTERS,
        "labelColor": palette.QUIET,
        "title": None,
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "gridColor": palette.RULE,
        "gridWidth": 1,
    },
    "axisX": {"grid": False},
    "text": {"fontSize": LETTERS, "color": palette.INK},
}
