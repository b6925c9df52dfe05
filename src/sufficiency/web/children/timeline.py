"""A child's time in care as a picture: a bar a placement, in the colour of its kind, over shaded periods of care."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from sufficiency.reports import palette
from sufficiency.reports.drawing import NARROW, WIDE
from sufficiency.reports.figures import Column, Figure, Table
from sufficiency.reports.wording import plural
from sufficiency.web.children.lives import Life, Stay
from sufficiency.web.ui.wording import full_day

ROW, TOP, BAR = 40, 28, 12  # pixels: of a placement with its words above the bar, for the years, of the bar
LETTERS, LETTER_WIDTH = 13, 0.5  # pixels; a letter's width as a share of its height
SIDE = 8  # pixels kept free left and right
YEAR_ROOM = 52  # pixels a year's number needs
LONG_AGO = 40  # years: a start before that is a slip of the pen and would squeeze all the rest
COLUMNS = tuple(
    Column(heading) for heading in ("From", "To", "Kind", "Placement", "Provider", "Why it ended")
)


@dataclass(frozen=True)
class Mark:
    """A rectangle or a line of the picture, in pixels, with its words."""

    x: float
    y: float
    width: float = 0
    colour: str = ""
    words: str = ""
    words_at: float = 0


def figure(life: Life) -> Figure:
    """The picture, and the placements as a table."""
    title = f"{plural(len(life.stays), 'placement')} in {plural(len(life.periods), 'period')} of care"
    rows = tuple(_row(stay) for stay in reversed(life.stays))
    table = Table("Placements, newest first", COLUMNS, rows)
    return Figure(title, _svg(life, WIDE.width), table, _svg(life, NARROW.width), _note(life))


def _note(life: Life) -> str:
    return f"Shaded: in care. A bar that reaches the right edge goes on at {full_day(life.until)}."


def _row(stay: Stay) -> tuple[str, ...]:
    ended = full_day(stay.ended) if stay.ended else "goes on"
    return full_day(stay.started), ended, stay.kind.label, stay.place, stay.provider, stay.why_ended


def _svg(life: Life, width: int) -> str:
    scale = _Scale(_first_day(life), life.until, width)
    height = TOP + ROW * len(life.stays) + SIDE
    shown = {
        "width": width,
        "height": height,
        "top": TOP,
        "alt": _in_words(life.stays),
        "years": scale.years(),
        "periods": [scale.mark(one.started, one.ended, y=TOP, colour=palette.RULE) for one in life.periods],
        "stays": [_stay(stay, scale, place) for place, stay in enumerate(life.stays)],
        "bar": BAR,
        "letters": LETTERS,
    }
    return render_to_string("children/timeline.svg", shown)


def _stay(stay: Stay, scale: "_Scale", place: int) -> Mark:
    until = f"{stay.ended:%b %Y}" if stay.ended else "goes on"
    words = f"{stay.kind.label}, {stay.started:%b %Y}–{until}"
    colour = palette.colour_of(stay.kind)
    return scale.mark(stay.started, stay.ended, y=TOP + ROW * (place + 1) - BAR, colour=colour, words=words)


def _first_day(life: Life) -> date:
    earliest = date(life.until.year - LONG_AGO, 1, 1)
    starts = [stay.started for stay in life.stays] + [one.started for one in life.periods]
    return min((day for day in starts if day > earliest), default=earliest)


def _in_words(stays: Sequence[Stay]) -> str:
    """What the picture says, for those who cannot see it."""
    last = stays[-1] if stays else None
    if last is None:
        return "No placements."
    until = "still there" if last.ended is None else f"until {full_day(last.ended)}"
    count, kind = plural(len(stays), "placement"), last.kind.label.lower()
    return f"{count}; the latest in {kind} since {full_day(last.started)}, {until}."


@dataclass(frozen=True)
class _Scale:
    """Days to pixels."""

    first: date
    last: date
    width: int

    def at(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / days, 0), 1)
        return round(SIDE + share * (self.width - 2 * SIDE), 1)

    def mark(self, started: date, ended: date | None, *, y: float, colour: str, words: str = "") -> Mark:
        left, right = self.at(started), self.at(ended or self.last)
        room = self.width - len(words) * LETTERS * LETTER_WIDTH
        # A day is less than a pixel in a long life: it is still drawn.
        return Mark(left, y, max(right - left, 2), colour, words, max(min(left, room), 0))

    def years(self) -> list[Mark]:
        all_years = range(self.first.year + 1, self.last.year + 1)
        step = max(1, -(-len(all_years) * YEAR_ROOM // self.width))
        return [Mark(self.at(date(year, 1, 1)), TOP, words=str(year)) for year in all_years[::-1][::step]]
