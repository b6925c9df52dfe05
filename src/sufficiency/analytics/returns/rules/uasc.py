"""Unaccompanied children seeking asylum: when they stopped being so, and what last year's return said.

From CSV files a child is one where the UASC table has them. XML has a flag of its own, which the reader keeps in the
Header table's column UASC; rules that can only fail on that flag find nothing in CSV files.
"""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.lacking import NotApplicableError
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived_care import FLAG, FLAG_PRESENT, not_flagged
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    birthday,
    fails,
    filled,
    holds,
    joined,
    one_of,
    same,
    suffixed,
    turns_after,
    unreadable,
    with_row,
    within,
)

WAS_AND_IS = "DUC was {DUC_last} last year and is {DUC} now."
CHECK_BOTH = "Check DUC and whether the child was unaccompanied, in both years."
DATE_AND_CHILD = {"UASC": "DUC", "Header": "CHILD"}
ZERO_OR_ONE = r"^\+?0*[01](\.0*)?$"


@rule("104", flags="UASC: DUC")
def end_is_no_date_or_before_the_year(year: CheckedYear) -> nw.Expr:
    """The date the child stopped being unaccompanied is not a real date, or lies before the year."""
    return unreadable("DUC") | holds(col("DUC") < nw.lit(year.start))


@rule("105", flags="Header: CHILD", why="The UASC element is {UASC}.")
def flag_is_neither_zero_nor_one(header: Frame) -> Frame:
    """Whether the child was unaccompanied is neither 0 nor 1."""
    if FLAG not in header.collect_schema().names():
        raise NotApplicableError("Only XML carries the flag; CSV files tell it by the UASC table.")
    return header.filter(fails(col(FLAG).str.contains(ZERO_OR_ONE)))


@rule("303", flags=DATE_AND_CHILD, why="DUC is {DUC}, but the child’s UASC element is not 1.")
def end_for_a_child_not_flagged(uasc: Frame, header: Frame, header_uasc: Frame) -> Frame:
    """There is a date the child stopped being unaccompanied, but the child is not flagged as such."""
    flagged = header.select("header_line").join(header_uasc, on="header_line", how="inner")
    return joined(uasc.filter(filled("DUC_text")), flagged).filter(not_flagged("header_uasc"))


@rule("304", flags="UASC: DOB DUC")
def end_after_eighteenth_birthday() -> nw.Expr:
    """The child stopped being unaccompanied after their eighteenth birthday."""
    return holds(col("DUC") > birthday(col("DOB"), 18))


@rule("231", flags="Header: DOB", from_year=2025)
def unaccompanied_under_eleven(header: Frame, header_uasc: Frame, year: CheckedYear) -> Frame:
    """The unaccompanied child was under 11 at the end of the year: please check."""
    flagged = header_uasc.filter(one_of("header_uasc", [FLAG_PRESENT])).select("header_line")
    young = header.filter(turns_after(11, year.end))
    return young.join(flagged, on="header_line", how="inner")


def flags_of_two_years(
    uasc: Frame, flags: Frame, uasc_last: Frame, flags_last: Frame, *, always: bool
) -> Frame:
    """Each UASC row with its flag, last year's dates and last year's flag; `always` keeps rows without them."""
    # A number that many children share would make as many pairs of rows as their squares: equal ones are told once.
    dates, marks = (
        uasc_last.select("CHILD", "DUC", "DOB").unique(),
        flags_last.select("CHILD", "header_uasc").unique(),
    )
    before = suffixed(joined(dates, marks, how="left" if always else "inner"), LAST)
    now = joined(uasc, flags, how="left")
    return joined(now, before, how="left" if always else "inner")


@rule("205A", flags=DATE_AND_CHILD, why=WAS_AND_IS, suggestion=CHECK_BOTH)
def no_longer_unaccompanied_without_reason(
    uasc: Frame,
    uasc_last: Frame,
    header_uasc_beyond_birth: Frame,
    header_uasc_beyond_birth_last: Frame,
    year: CheckedYear,
) -> Frame:
    """The child was unaccompanied last year and is not now, which the dates do not explain."""
    both = flags_of_two_years(
        uasc, header_uasc_beyond_birth, uasc_last, header_uasc_beyond_birth_last, always=False
    )
    was = one_of("header_uasc_last", [FLAG_PRESENT]) & not_flagged("header_uasc")
    ended_then = within("DUC_last", year.year.previous.start, year.year.previous.end)
    return both.filter(was & (filled("DUC") | ~ended_then))


@rule("205B", flags=DATE_AND_CHILD, why=WAS_AND_IS, suggestion=CHECK_BOTH)
def still_unaccompanied_with_other_dates(
    uasc: Frame,
    uasc_last: Frame,
    header_uasc_beyond_birth: Frame,
    header_uasc_beyond_birth_last: Frame,
    year: CheckedYear,
) -> Frame:
    """The child is unaccompanied in both years, but the dates they stopped being so do not fit."""
    both = flags_of_two_years(
        uasc, header_uasc_beyond_birth, uasc_last, header_uasc_beyond_birth_last, always=False
    )
    flagged = one_of("header_uasc", [FLAG_PRESENT]) & one_of("header_uasc_last", [FLAG_PRESENT])
    at_eighteen = holds(col("DUC_last") == birthday(col("DOB_last"), 18))
    fits = within("DUC", year.start, year.end) | same(col("DUC"), col("DUC_last"))
    return both.filter(flagged & (~at_eighteen | ~fits))


@rule("205C", flags=DATE_AND_CHILD, why=WAS_AND_IS, suggestion=CHECK_BOTH)
def end_for_a_child_never_unaccompanied(
    uasc: Frame, uasc_last: Frame, header_uasc_beyond_birth: Frame, header_uasc_beyond_birth_last: Frame
) -> Frame:
    """There is a date the child stopped being unaccompanied, but neither year says they were."""
    both = flags_of_two_years(
        uasc, header_uasc_beyond_birth, uasc_last, header_uasc_beyond_birth_last, always=True
    )
    never = not_flagged("header_uasc") & not_flagged("header_uasc_last")
    return both.filter(never & (filled("DUC") | filled("DUC_last")))


@rule(
    "205D",
    flags="Header: CHILD",
    why="The child is unaccompanied this year, but was not in last year’s return.",
)
def newly_unaccompanied(
    header: Frame, header_last: Frame, header_uasc: Frame, header_uasc_last: Frame
) -> Frame:
    """The child was in care last year without being unaccompanied, and is unaccompanied now."""
    flagged = header_uasc.filter(one_of("header_uasc", [FLAG_PRESENT])).select("header_line")
    now = header.select("CHILD", "header_line").join(flagged, on="header_line", how="inner")
    unflagged = header_uasc_last.filter(not_flagged("header_uasc")).select("header_line")
    return with_row(now, header_last.join(unflagged, on="header_line", how="inner"))
