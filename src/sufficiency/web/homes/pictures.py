"""The approvals of a home on a line of time, in the manner of a child's time in care."""

from collections.abc import Sequence
from datetime import date

from django.template.loader import render_to_string

from sufficiency.reports import palette
from sufficiency.reports.drawing import NARROW, WIDE
from sufficiency.reports.figures import Column, Figure, Table
from sufficiency.reports.wording import plural
from sufficiency.web.homes.models import Approval
from sufficiency.web.homes.wording import ages
from sufficiency.web.ui.wording import full_day

ROW, TOP, BAR, SIDE = (
    40,
    28,
    12,
    8,
)  # pixels: of an approval with its words, for the years, of the bar, kept free
LETTERS = 13
YEAR_ROOM = 52  # pixels a year's number needs


def approvals(found: Sequence[Approval], *, today: date) -> Figure | None:
    """The picture with its table; None where there is no approval."""
    if not found:
        return None
    rows = tuple(
        (full_day(one.starts_on), full_day(one.ends_on) if one.ends_on else "goes on", str(one.places))
        for one in reversed(found)
    )
    table = Table("Approvals, newest first", (Column("From"), Column("To"), Column("Places")), rows)
    title = f"{plural(len(found), 'approval')} since {full_day(found[0].starts_on)}"
    return Figure(title, _svg(found, today, WIDE.width), table, _svg(found, today, NARROW.width))


def _svg(found: Sequence[Approval], today: date, width: int) -> str:
    first = min(one.starts_on for one in found)
    last = max([today, *(one.ends_on or today for one in found)])
    days = max((last - first).days, 1)

    def at(day: date) -> float:
        return round(SIDE + (day - first).days / days * (width - 2 * SIDE), 1)

    marks = [
        {
            "x": at(one.starts_on),
            "y": TOP + ROW * (place + 1) - BAR,
            "width": max(at(one.ends_on or last) - at(one.starts_on), 2),
            "colour": palette.ACCENT if one.holds_on(today) else palette.QUIET,
            "words": _words(one),
            "words_at": max(min(at(one.starts_on), width - len(_words(one)) * LETTERS * 0.5), 0),
        }
        for place, one in enumerate(found)
    ]
    years = list(range(first.year + 1, last.year + 1))
    step = max(1, -(-len(years) * YEAR_ROOM // width))
    return render_to_string(
        "homes/approvals.svg",
        {
            "width": width, "height": TOP + ROW * len(found) + SIDE, "top": TOP, "bar": BAR, "letters": LETTERS,
            "marks": marks, "alt": f"{plural(len(found), 'approval')}; the latest for {_words(found[-1])}.",
            "years": [{"x": at(date(year, 1, 1)), "words": year} for year in years[::-1][::step]],
        },
    )  # fmt: skip


def _words(approval: Approval) -> str:
    return f"{plural(approval.places, 'place')}, ages {ages(approval.youngest, approval.oldest)}"
