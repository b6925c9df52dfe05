"""Placements over time: how many a child had, since when it is settled, how long they lasted."""

from datetime import date

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.care import (
    children_in_care,
    falls_in,
    last_of_child,
    overlaps,
    there_on,
)
from sufficiency.analytics.measures.dates import days_between
from sufficiency.analytics.measures.inputs import Frame, Frames, Inputs
from sufficiency.analytics.measures.placement_codes import (
    ADOPTION,
    BREAKDOWNS,
    STATUS_ONLY,
    WITH_CURRENT_CARER,
)

SEEN_TO_START = ("S", "P", "B")
# Periods that grew out of short breaks are left out of long-term stability since 2021 (data guidance).
SHORT_BREAKS_LEFT_OUT_FROM = 2021


def placements_between(frames: Frames, start: date, end: date) -> Frame:
    """How many placements of a night or more each child had, those under way at the start included.

    Being placed for adoption with the foster carer the child lives with already is not a new placement.
    """
    # Days are all the return has, so that "24 hours or more" means: not ended on the day it began.
    lasted = col("ended").is_null() | (col("ended") > col("started"))
    same_carer = _is_in("place", WITH_CURRENT_CARER) & (col("started") > start)
    counted = frames.placements.filter(overlaps(start, end) & lasted & ~same_carer)
    return counted.group_by("child").agg(placements=nw.len())


def _is_in(column: str, codes: tuple[str, ...]) -> Expr:
    return ~col(column).is_null() & col(column).is_in(codes)


def _with_placements(children: Frame, counts: Frame) -> Frame:
    joined = children.join(counts, on="child", how="left")
    return joined.with_columns(placements=nw.coalesce(col("placements"), nw.lit(0)))


def children_by_placements(inputs: Inputs) -> Frame:
    """Children in care with the number of placements they had in the year, in any period of care."""
    year = inputs.year
    return _with_placements(children_in_care(inputs), placements_between(inputs.own, year.start, year.end))


def two_years_by_placements(inputs: Inputs) -> Frame:
    """Children in care for two years or more with the number of placements they had in them."""
    start, end = inputs.year.previous.start, inputs.year.end
    children = children_in_care(inputs).filter(col("care_started") < start)
    return _with_placements(children, placements_between(inputs.joined, start, end))


def long_looked_after(inputs: Inputs) -> Frame:
    """Under-16s in care for two and a half years, with the day since when they are settled.

    Settled counts from the start of the placement; for a child placed for adoption, from the start of the
    placement before, when the one led straight to the other.
    """
    by_then = date(inputs.year.ending - 3, 9, 30)
    children = children_in_care(inputs).filter((col("age") < 16) & (col("care_started") <= by_then))
    if inputs.year.ending >= SHORT_BREAKS_LEFT_OUT_FROM:
        children = _without_former_short_breaks(children, inputs)
    joined = children.join(_settled(inputs), on="child", how="left")
    return joined.with_columns(settled_since=nw.coalesce("settled_since", "placement_started"))


def _without_former_short_breaks(children: Frame, inputs: Inputs) -> Frame:
    breaks = inputs.joined.short_breaks.select("child", care_started=col("ended")).unique(keep="any")
    return children.join(breaks, on=["child", "care_started"], how="anti")


def _settled(inputs: Inputs) -> Frame:
    placements = inputs.joined.placements
    now = last_of_child(placements.filter(there_on(inputs.year.end)), "started", "placement")
    before = placements.select("period", before_started=col("started"), started=col("ended"))
    before = before.filter(col("before_started") < col("started"))
    both = now.join(before, on=["period", "started"], how="left")
    led_to_adoption = _is_in("place", ADOPTION) & ~col("before_started").is_null()
    since = nw.when(led_to_adoption).then(col("before_started")).otherwise(col("started"))
    return last_of_child(both.with_columns(settled_since=since), "before_started", "placement").select(
        "child", "settled_since"
    )


def placements_ended(inputs: Inputs) -> Frame:
    """Placements that ended in the year, with the days they lasted and whether their start was seen."""
    year = inputs.year
    # Without a reason the end is one that was inferred: the child was not in the next return.
    ended = falls_in("ended", year.start, year.end) & ~col("reason_ended").is_null()
    return inputs.joined.placements.filter(ended).with_columns(
        days=days_between(col("started"), col("ended")),
        start_seen=col("reason_started").is_in(SEEN_TO_START),
    )


def placement_changes(inputs: Inputs) -> Frame:
    """Changes of placement in the year that have a reason; a mere change of the carer's status is none."""
    year = inputs.year
    moved = ~col("reason_changed").is_null() & (col("reason_changed") != STATUS_ONLY)
    return inputs.own.episodes.filter(moved & falls_in("ended", year.start, year.end))


def placement_days(inputs: Inputs) -> Frame:
    """Placements of the year with the days of the year they cover and whether they broke down in it."""
    year = inputs.year
    after = year.next.start
    first = nw.when(col("started") < year.start).then(nw.lit(year.start)).otherwise(col("started"))
    runs_on = col("ended").is_null() | (col("ended") > after)
    last = nw.when(runs_on).then(nw.lit(after)).otherwise(col("ended"))
    broke_down = _is_in("reason_changed", BREAKDOWNS) & falls_in("ended", year.start, year.end)
    return inputs.joined.placements.filter(overlaps(year.start, year.end)).with_columns(
        days=days_between(first, last),
        breakdowns=nw.when(broke_down).then(nw.lit(1)).otherwise(nw.lit(0)),
    )


def children_by_social_workers(inputs: Inputs) -> Frame:
    """Children in care with the number of social workers they had in the year, in care or not."""
    spells = inputs.table("SWEpisodes").with_columns(started=col("SW_DECOM"), ended=col("SW_DEC"))
    here = spells.filter(overlaps(inputs.year.start, inputs.year.end))
    workers = here.group_by("child").agg(social_workers=col("SW_ID").n_unique())
    joined = children_in_care(inputs).join(workers, on="child", how="left")
    return joined.with_columns(social_workers=nw.coalesce(col("social_workers"), nw.lit(0)))
