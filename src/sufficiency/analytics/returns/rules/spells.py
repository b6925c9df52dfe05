"""Times that begin and end: whether one begins before the last is over, and whether it lies within care."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame
from sufficiency.analytics.returns.rules.derived import beside, numbered
from sufficiency.analytics.returns.rules.terms import BEFORE, filled, holds, joined, with_row

UNTIL = "_until"


def by_end(frame: Frame, *, start: str, end: str) -> Frame:
    """The frame with `_until`, the end of each time, or its start where it has no real end."""
    return frame.with_columns(nw.coalesce(col(end), col(start)).alias(UNTIL))


def after_an_unfinished_one(frame: Frame, *order: str, start: str, end: str, line: str) -> Frame:
    """Rows that start before the child's row before them, in that order, ended; or it has no real end."""
    pairs = beside(numbered(frame, *order, line=line), suffix=BEFORE, step=-1)
    ended = col(f"{end}{BEFORE}")
    return pairs.filter(filled(f"{line}{BEFORE}") & (ended.is_null() | holds(ended > col(start))))


def outside_every_period(frame: Frame, periods_of_care: Frame, *, start: str, end: str, line: str) -> Frame:
    """Rows with a real start that fit into none of the child's periods of care, of which there is at least one."""
    begun = with_row(frame.filter(filled(start)), periods_of_care)
    opened, closed = col("period_start"), col("period_end")
    unended = col(end).is_null() & (filled("period_end") | holds(col(start) < opened))
    outside = unended | holds(col(end) > closed) | holds(col(end) < opened)
    return without_lines(begun, joined(begun, periods_of_care).filter(~outside), line)


def without_lines(frame: Frame, others: Frame, line: str) -> Frame:
    """The rows of a table that are not among others of it."""
    return frame.join(others.select(line).unique(line), on=line, how="anti")
