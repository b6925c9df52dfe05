"""Notions that many rules share, worked out once: rows in order, the row before, last year's open row.

Each function is named as rules ask for it, and its own parameters name what it is made of.
"""

from collections.abc import Callable, Mapping
from typing import Any

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules import derived_care, derived_places
from sufficiency.analytics.returns.rules.terms import AFTER, BEFORE, LAST, earliest, joined, latest, suffixed

Frame = nw.LazyFrame[Any]
LINE = "episodes_line"
PLACE_IN_ORDER = "place_in_order"


def episodes_in_order(episodes: Frame) -> Frame:
    """Episodes with their place (from 1) among the child's, by start; undated last, ties in file order."""
    return numbered(episodes, "DECOM", line=LINE)


def numbered(frame: Frame, *days: str, line: str) -> Frame:
    """A table with each row's place among its child's rows by those days; undated last, ties in file order."""
    undated = {f"_no_{day}": nw.when(col(day).is_null()).then(nw.lit(1)).otherwise(nw.lit(0)) for day in days}
    order = [name for day in days for name in (f"_no_{day}", day)]
    place = col(line).cum_count().over("CHILD", order_by=[*order, line]).cast(nw.Int64)
    return frame.with_columns(**undated).with_columns(place.alias(PLACE_IN_ORDER)).drop(*undated)


def beside(frame: Frame, *, suffix: str, step: int) -> Frame:
    """Each row with the child's row `step` places on (negative: back), whose columns get the suffix."""
    key = "_key"
    other = suffixed(frame, suffix).with_columns((col(f"{PLACE_IN_ORDER}{suffix}") - step).alias(key))
    here = frame.with_columns(col(PLACE_IN_ORDER).alias(key))
    return here.join(other, on=["CHILD", key], how="left").drop(key)


def episodes_with_before(episodes_in_order: Frame) -> Frame:
    """Each episode with the child's episode before it (columns with _before; blank for the first)."""
    return beside(episodes_in_order, suffix=BEFORE, step=-1)


def episodes_by_end_with_before(episodes: Frame) -> Frame:
    """Each episode with the one before it where equal starts are ordered by their ends."""
    return beside(numbered(episodes, "DECOM", "DEC", line=LINE), suffix=BEFORE, step=-1)


def episodes_with_after(episodes_in_order: Frame) -> Frame:
    """Each episode with the child's episode after it (columns with _after; blank for the last)."""
    return beside(episodes_in_order, suffix=AFTER, step=1)


def earliest_episodes(episodes: Frame) -> Frame:
    """Each child's earliest episode with a real start."""
    return earliest(episodes, "DECOM", LINE)


def latest_episodes(episodes: Frame) -> Frame:
    """Each child's latest episode with a real start."""
    return latest(episodes, "DECOM", LINE)


def latest_episodes_last(episodes_last: Frame) -> Frame:
    """Each child's latest episode with a real start in last year's return."""
    return latest(episodes_last, "DECOM", LINE)


def boundary(earliest_episodes: Frame, latest_episodes_last: Frame) -> Frame:
    """Each child's first episode this year beside its last one of last year (columns with _last)."""
    return joined(earliest_episodes, suffixed(latest_episodes_last, LAST))


def continuing(boundary: Frame) -> Frame:
    """The boundary pairs whose episode of last year was still open: it must come back unchanged."""
    return boundary.filter(col(f"DEC{LAST}").is_null())


Notion = Callable[..., Frame]

_IN_ORDER: tuple[Notion, ...] = (
    episodes_in_order,
    episodes_with_before,
    episodes_by_end_with_before,
    episodes_with_after,
    earliest_episodes,
    latest_episodes,
    latest_episodes_last,
    boundary,
    continuing,
)

DERIVED: Mapping[str, Notion] = {
    notion.__qualname__: notion for notion in (*_IN_ORDER, *derived_care.NOTIONS, *derived_places.NOTIONS)
}
