"""High Court orders that deprive a child of liberty, collected from 2026-27, and custody."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.loose_dates import with_lenient_number
from sufficiency.analytics.returns.rules.spells import (
    UNTIL,
    after_an_unfinished_one,
    by_end,
    outside_every_period,
)
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    filled,
    holds,
    joined,
    no_date,
    one_of,
    suffixed,
    text,
    unreadable,
    within,
    years_on,
)

SINCE = 2027  # the collection year that first asks for the orders
LINE = "dolo_line"
EXPECTED_PLACEMENTS = ("K2", "Z12", "Z13")
UNFIT_PLACEMENTS = ("K1", "P1", "R5", "K3")


@rule("700", flags="DoLo: DOLO_START", from_year=SINCE)
def order_start_is_no_date() -> nw.Expr:
    """The date the order took effect is missing or not a real date."""
    return no_date("DOLO_START")


@rule("701", flags="DoLo: DOLO_END", from_year=SINCE)
def order_end_is_no_date() -> nw.Expr:
    """The date the order ended is not a real date."""
    return unreadable("DOLO_END")


@rule("702", flags="DoLo: DOLO_START DOLO_END", from_year=SINCE)
def order_ends_before_it_began() -> nw.Expr:
    """The order ended on or before the day it took effect."""
    return holds(col("DOLO_END") <= col("DOLO_START"))


@rule("703", flags="DoLo: DOLO_START", from_year=SINCE)
def order_starts_after_the_year(year: CheckedYear) -> nw.Expr:
    """The order took effect after the end of the collection year."""
    return holds(col("DOLO_START") > nw.lit(year.end))


@rule("704", flags="DoLo: DOLO_END", from_year=SINCE)
def order_ends_outside_the_year(year: CheckedYear) -> nw.Expr:
    """The order ended outside the collection year."""
    return filled("DOLO_END") & ~within("DOLO_END", year.start, year.end)


@rule("708", flags="DoLo: DOB DOLO_START", from_year=SINCE)
def order_starts_before_birth() -> nw.Expr:
    """The order took effect on or before the day the child was born."""
    return holds(col("DOLO_START") <= col("DOB"))


@rule(
    "705",
    flags="DoLo: CHILD DOLO_START DOLO_END",
    why="This order is of {DOLO_START}; the one before it, of {DOLO_START_before}, ended on {DOLO_END_before}.",
    from_year=SINCE,
)
def order_begins_before_the_one_before_ended(dolo: Frame) -> Frame:
    """The order took effect before the child’s earlier one ended."""
    ended = by_end(dolo, start="DOLO_START", end="DOLO_END")
    return after_an_unfinished_one(ended, UNTIL, "DOLO_START", start="DOLO_START", end="DOLO_END", line=LINE)


@rule(
    "706",
    flags={"Header": "CHILD", "DoLo": "DOLO_START"},
    why="Last year’s return leaves open an order of {DOLO_START_last}, which this year’s does not have.",
    suggestion="Give the same order again, with its end where it has ended.",
    from_year=SINCE,
)
def open_order_does_not_come_back(dolo: Frame, dolo_last: Frame, header: Frame) -> Frame:
    """The child had an open order last year that this year’s return does not continue."""
    left_open = suffixed(dolo_last.filter(text("DOLO_END").is_null()), LAST)
    back = dolo.select("CHILD", DOLO_START_text_last=text("DOLO_START"))
    gone = left_open.join(back, on=["CHILD", "DOLO_START_text_last"], how="anti")
    return joined(joined(gone, header), dolo, how="left", suffix="_dolo")


@rule("707", flags="DoLo: DOLO_START DOLO_END", from_year=SINCE)
def order_outside_care(dolo: Frame, periods_of_care: Frame) -> Frame:
    """The order did not end within a period in which the child was looked after."""
    return outside_every_period(dolo, periods_of_care, start="DOLO_START", end="DOLO_END", line=LINE)


def during_order(dolo: Frame, episodes: Frame) -> Frame:
    """Each ended order beside the episodes that it touches."""
    began = holds(col("DOLO_START") <= col("DEC")) | text("DEC").is_null()
    both_dates = filled("DOLO_START") & filled("DOLO_END")
    return joined(dolo.filter(both_dates), episodes).filter(began & holds(col("DOLO_END") >= col("DECOM")))


PLACED = "The order ran from {DOLO_START} to {DOLO_END}; the child was in {PLACE} from {DECOM} to {DEC}."


@rule(
    "709", flags={"DoLo": "DOLO_START DOLO_END", "Episodes": "PLACE DECOM DEC"}, why=PLACED, from_year=SINCE
)
def unexpected_placement_during_order(dolo: Frame, episodes: Frame) -> Frame:
    """The child was deprived of liberty in a placement other than K2, Z12 or Z13: please check."""
    return during_order(dolo, episodes).filter(~one_of("PLACE", EXPECTED_PLACEMENTS))


@rule(
    "710", flags={"DoLo": "DOLO_START DOLO_END", "Episodes": "PLACE DECOM DEC"}, why=PLACED, from_year=SINCE
)
def unfit_placement_during_order(dolo: Frame, episodes: Frame) -> Frame:
    """The child was in a placement in which a High Court order cannot be used (K1, K3, P1 or R5)."""
    return during_order(dolo, episodes).filter(one_of("PLACE", UNFIT_PLACEMENTS))


@rule(
    "234",
    flags={"Episodes": "DECOM REASON_PLACE_CHANGE", "Header": "DOB"},
    why="The child was born on {DOB}; the episode that ended in custody started on {DECOM}.",
    from_year=2026,
)
def custody_under_ten(episodes: Frame, header: Frame) -> Frame:
    """The placement changed because of custody, but the child was under 10 when the episode started."""
    custody = episodes.filter(one_of("REASON_PLACE_CHANGE", ["CUSTOD"]))
    started = with_lenient_number(custody, "DECOM", to="started")
    both = joined(started, with_lenient_number(header, "DOB", to="born"))
    return both.filter(holds(years_on(col("born"), 10) > col("started")))
