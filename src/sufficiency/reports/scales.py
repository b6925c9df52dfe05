"""The axes charts share: years by their 31 March, heights that do not overstate a change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, inf

import altair as alt

from sufficiency.reports.wording import money, number

_DAYS_A_YEAR = 365.25
_ROOM_A_YEAR = 58  # pixels a year needs before its label crowds the next
_FROM_ZERO_BELOW = (
    0.6  # where the lowest figure is under this share of the highest, the axis starts at nought
)
_FLOOR = 0.75  # otherwise it starts no higher than this share of the highest: a small change looks small
_LINES = 4
_SIDE = 24  # pixels kept free on both sides, for half a label


@dataclass(frozen=True)
class Unit:
    """What a chart's figures count: how one is said, and how Vega writes the axis's."""

    say: Callable[[float], str]
    label: str  # a Vega expression of datum.value


# Half a child would be written as a whole one, so that two lines of the grid read alike.
CHILDREN = Unit(number, "datum.value % 1 ? '' : format(datum.value, ',d')")
# As `money` says pounds, so that the axis and the figures at the ends read alike.
POUNDS = Unit(
    money,
    "datum.value >= 1e6 ? '£' + format(datum.value / 1e6, ',.1f') + 'm' : '£' + format(datum.value, ',.0f')",
)


def place(on: date) -> float:
    """A day on the axis of years, where 2024.0 is 31 March 2024."""
    return on.year + (on - date(on.year, 3, 31)).days / _DAYS_A_YEAR


def years(places: Sequence[float], *, width: float, room: float = 0) -> alt.X:
    """The axis of years; `room` is the share kept free on the right for words."""
    first, last = min(places), max(places)
    # Counted back from the last year, which is the one that readers look for.
    step = max(1, ceil(_ROOM_A_YEAR * (last - first) / (width * (1 - room))))
    ticks = [year for year in range(round(first), round(last) + 1) if (round(last) - year) % step == 0]
    margin = (last - first) * _SIDE / width or 0.5
    ends = [first - margin, last + margin + (last - first) * room]
    axis = alt.Axis(values=ticks, format="d", labelOverlap=False, labelFlush=False)
    return alt.X("at:Q", axis=axis, scale=alt.Scale(domain=ends, nice=False))


def ends(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest of an axis of figures, with a margin on both sides."""
    # Lines need not start at nought, but a change of 1% must not look like a doubling.
    low, high = min(values), max(values)
    margin = max((high - low) * 0.15, 1)
    floor = min(low - margin, high * _FLOOR)
    return (0 if low < high * _FROM_ZERO_BELOW else floor), high + margin


def heights(field: str, domain: tuple[float, float], unit: Unit = CHILDREN) -> alt.Y:
    """The axis of figures."""
    axis = alt.Axis(tickCount=_LINES, labelExpr=unit.label)
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=list(domain), nice=False))


def apart(values: Sequence[float], *, least: float, floor: float = -inf) -> list[float]:
    """The values, ascending, moved apart just enough that words set at them do not touch, nor lie under a floor."""
    moved: list[float] = []
    for value in values:
        moved.append(max(value, moved[-1] + least) if moved else value)
    # Moved up together, they are set back by their mean, so that none strays far from its figure.
    shift = (sum(moved) - sum(values)) / len(moved) if moved else 0
    lift = max(0.0, floor - (moved[0] - shift)) if moved else 0
    return [value - shift + lift for value in moved]
