"""Who is in care, starts and ceases: the populations that most measures share.

Short breaks (V3, V4) are left out everywhere. A child is in care on a day when an episode started on or
before it and ended after it or not at all; someone who leaves on the day is not in care on it.
"""

from datetime import date

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.dates import age_at, days_between, month_key
from sufficiency.analytics.measures.inputs import Frame, Frames, Inputs, computed_once
from sufficiency.analytics.returns.tables import TABLES

STARTS = "S"
CONTINUES = "X1"
SETTLED = ("place", "provider", "urn", "placement_postcode")


def there_on(day: date) -> Expr:
    """Whether something that started and ended covers the night after a day."""
    return (col("started") <= day) & (col("ended").is_null() | (col("ended") > day))


def overlaps(start: date, end: date) -> Expr:
    """Whether something that started and ended covers a night from `start` to `end`."""
    return (col("started") <= end) & (col("ended").is_null() | (col("ended") > start))


def falls_in(column: str, start: date, end: date) -> Expr:
    """Whether a day lies from `start` to `end`, both included."""
    return (col(column) >= start) & (col(column) <= end)


def last_of_child(frame: Frame, *order: str) -> Frame:
    """The last row of each child in an order."""
    from_last = col("child").cum_count(reverse=True).over("child", order_by=order)
    return frame.with_columns(from_last=from_last).filter(col("from_last") == 1).drop("from_last")


def first_of_child(frame: Frame, *order: str) -> Frame:
    """The first row of each child in an order."""
    from_first = col("child").cum_count().over("child", order_by=order)
    return frame.with_columns(from_first=from_first).filter(col("from_first") == 1).drop("from_first")


@computed_once
def children_in_care(inputs: Inputs) -> Frame:
    """Children in care on 31 March by the year's own return, a row a child, as they were that day."""
    day = inputs.year.end
    # A faulty return can leave two episodes of a child open: the one that started last stands.
    episodes = last_of_child(inputs.own.episodes.filter(there_on(day)), "started", "placement")
    described = _with_settled_place(episodes, inputs).join(inputs.own.children, on="child", how="left")
    return _with_care_start(described, inputs).with_columns(
        age=age_at(col("born"), day),
        uasc=col("uasc") & (col("uasc_ended").is_null() | (col("uasc_ended") > day)),
        days_in_care=days_between(col("care_started"), day),
    )


def _with_settled_place(episodes: Frame, inputs: Inputs) -> Frame:
    """During a temporary stay (T0-T4) a child counts where the placement around it is."""
    around = inputs.own.placements.select(
        "placement",
        *(col(name).alias(f"settled_{name}") for name in SETTLED),
        placement_started=col("started"),
    )
    settled = (
        nw.when(col("temporary")).then(col(f"settled_{name}")).otherwise(col(name)).alias(name)
        for name in SETTLED
    )
    joined = episodes.join(around, on="placement", how="left")
    return joined.with_columns(*settled).drop(f"settled_{name}" for name in SETTLED)


def _with_care_start(children: Frame, inputs: Inputs) -> Frame:
    """Add care_started, from all years where they know the child's period of care, and start_seen."""
    joined = care_starts(inputs.joined, inputs.year.end)
    own = care_starts(inputs.own, inputs.year.end).rename(
        {"care_started": "own_care_started", "start_seen": "own_start_seen"}
    )
    both = children.join(own, on="child", how="left").join(joined, on="child", how="left")
    return both.with_columns(
        care_started=nw.coalesce("care_started", "own_care_started"),
        start_seen=nw.coalesce("start_seen", "own_start_seen"),
    ).drop("own_care_started", "own_start_seen")


def care_starts(frames: Frames, day: date) -> Frame:
    """When the period of care that covers a day began, and whether its first episode was seen (RNE is S)."""
    periods = last_of_child(frames.periods.filter(there_on(day)), "started", "period")
    return with_start_seen(periods, frames).select("child", "start_seen", care_started=col("started"))


def with_start_seen(periods: Frame, frames: Frames) -> Frame:
    """Add start_seen: the first episode read is where care began, not one of an earlier year's return."""
    entries = frames.episodes.filter(col("reason_started") == STARTS)
    entries = (
        entries.select("period", "started").unique(keep="any").with_columns(start_seen=nw.lit(value=True))
    )
    joined = periods.join(entries, on=["period", "started"], how="left")
    return joined.with_columns(start_seen=nw.coalesce(col("start_seen"), nw.lit(value=False)))


def one_row_a_child(inputs: Inputs, table: str) -> Frame:
    """A table that has a row a child: of a child with several, the first in the file."""
    return first_of_child(inputs.table(table), TABLES[table].line_column)


def starts(inputs: Inputs) -> Frame:
    """Episodes in the year with which a child started to be looked after; a child may start twice."""
    began = (col("reason_started") == STARTS) & falls_in("started", inputs.year.start, inputs.year.end)
    return _as_they_were(inputs.own.episodes.filter(began), "started", inputs)


def ceases(inputs: Inputs) -> Frame:
    """Episodes in the year with which a child ceased to be looked after; a child may cease twice."""
    left = col("reason_ended").is_null() | (col("reason_ended") == CONTINUES)
    ended = ~left & falls_in("ended", inputs.year.start, inputs.year.end)
    return _as_they_were(inputs.own.episodes.filter(ended), "ended", inputs)


def _as_they_were(events: Frame, on: str, inputs: Inputs) -> Frame:
    described = events.join(inputs.own.children, on="child", how="left")
    return described.with_columns(age=age_at(col("born"), col(on)), month=month_key(col(on)))


def children_starting(inputs: Inputs) -> Frame:
    """Children who started in the year, each once, at their first start."""
    return first_of_child(starts(inputs), "started", "placement")


def children_ceasing(inputs: Inputs) -> Frame:
    """Children who ceased in the year, each once, at their last cease."""
    return last_of_child(ceases(inputs), "ended", "placement")


def children_during_the_year(inputs: Inputs) -> Frame:
    """Children looked after on any day of the year, each once, as they last were."""
    year = inputs.year
    there = (col("started") <= year.end) & (col("ended").is_null() | (col("ended") >= year.start))
    episodes = last_of_child(inputs.own.episodes.filter(there), "started", "placement")
    described = episodes.join(inputs.own.children, on="child", how="left")
    return described.with_columns(age=age_at(col("born"), year.end))
