"""Notions about being looked after: twelve months in care, periods of care, the UASC flag."""

from collections.abc import Callable
from typing import Any

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.terms import (
    BEFORE,
    SHORT_BREAKS,
    any_filled,
    children,
    fails,
    filled,
    holds,
    one_of,
    without_row,
)

Frame = nw.LazyFrame[Any]
FLAG = "UASC"
FLAG_ABSENT = "0"
FLAG_PRESENT = "1"


def care_for_twelve_months(episodes: Frame, year: CheckedYear) -> Frame:
    """The children (CHILD) looked after all year, by this year's episodes alone and without short breaks.

    An episode of theirs falls in the year, none starts care or ends it within the year, and none is a short break.
    """
    first, last = nw.lit(year.start), nw.lit(year.end)
    starts, ends = col("DECOM"), col("DEC")
    overlaps = holds(starts <= last) & (ends.is_null() | holds(ends >= first))
    came = one_of("RNE", ["S"]) & holds((starts > first) & (starts <= last))
    left = ~one_of("REC", ["X1"]) & holds((ends >= first) & (ends < last))
    broken = episodes.filter(came | left | (one_of("LS", SHORT_BREAKS) & overlaps))
    return without_row(children(episodes.filter(overlaps)), broken)


def periods_of_care(episodes_with_before: Frame) -> Frame:
    """Unbroken times in care by this year's episodes: CHILD, period_start, period_end (blank while open).

    An episode opens a new period when it starts after the one before it ended; a period ends as its last episode
    does, even where an earlier one ends later.
    """
    line = "episodes_line"
    dated = episodes_with_before.filter(~col("DECOM").is_null())
    new = col(f"{line}{BEFORE}").is_null() | holds(col("DECOM") > col(f"DEC{BEFORE}"))
    opened = dated.with_columns(_opens=nw.when(new).then(nw.lit(1)).otherwise(nw.lit(0)))
    placed = opened.with_columns(_period=col("_opens").cum_sum().over("CHILD", order_by=["DECOM", line]))
    last = col("place_in_order").max().over("CHILD", "_period")
    ended = placed.with_columns(period_start=col("DECOM").min().over("CHILD", "_period"), _last=last)
    return ended.filter(col("place_in_order") == col("_last")).select(
        "CHILD", "period_start", period_end=col("DEC")
    )


def children_in_main_care(episodes: Frame) -> Frame:
    """The children (CHILD) with an episode this year that is not a short break; a blank legal status is none."""
    return children(episodes.filter(~one_of("LS", SHORT_BREAKS)))


def header_uasc(uasc: Frame, header: Frame | None = None) -> Frame:
    """This year's flag of unaccompanied children seeking asylum: CHILD, header_line, header_uasc ("1", "0").

    Without a Header table each row of the UASC table stands in for one, flagged where it holds anything.
    """
    return flagged(uasc, header, told_by=("SEX", "DOB_text", "DUC_text"))


def header_uasc_last(uasc_last: Frame, header_last: Frame | None = None) -> Frame:
    """The flag of `header_uasc` by last year's return."""
    return flagged(uasc_last, header_last, told_by=("SEX", "DOB_text", "DUC_text"))


def header_uasc_beyond_birth(uasc: Frame, header: Frame | None = None) -> Frame:
    """The flag of `header_uasc`, but a date of birth alone does not make a stand-in row count."""
    return flagged(uasc, header, told_by=("SEX", "DUC_text"))


def header_uasc_beyond_birth_last(uasc_last: Frame, header_last: Frame | None = None) -> Frame:
    """The flag of `header_uasc_beyond_birth` by last year's return."""
    return flagged(uasc_last, header_last, told_by=("SEX", "DUC_text"))


def flagged(uasc: Frame, header: Frame | None, *, told_by: tuple[str, ...]) -> Frame:
    """Each Header row with its UASC flag; without that table, each UASC row flagged by the columns named."""
    if header is None:
        standing_in = uasc.with_columns(header_line=nw.lit(None, dtype=nw.Int64))
        return standing_in.select("CHILD", "header_line", header_uasc=_flag(any_filled(*told_by)))
    if FLAG in header.collect_schema().names():  # read from XML, where the flag is an element of its own
        return header.select("CHILD", "header_line", header_uasc=col(FLAG))
    listed = children(uasc).with_columns(_listed=nw.lit(FLAG_PRESENT))
    marked = header.join(listed, on="CHILD", how="left")
    return marked.select("CHILD", "header_line", header_uasc=_flag(filled("_listed")))


def not_flagged(name: str) -> nw.Expr:
    """The flag is not 1: something else, or missing."""
    return fails(col(name) == FLAG_PRESENT)


def _flag(present: nw.Expr) -> nw.Expr:
    return nw.when(present).then(nw.lit(FLAG_PRESENT)).otherwise(nw.lit(FLAG_ABSENT))


NOTIONS: tuple[Callable[..., Frame], ...] = (
    care_for_twelve_months,
    periods_of_care,
    children_in_main_care,
    header_uasc,
    header_uasc_last,
    header_uasc_beyond_birth,
    header_uasc_beyond_birth_last,
)
