"""The decision to place a child for adoption: its dates, its reversal, and last year's record of it."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.spells import after_an_unfinished_one
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    any_filled,
    blank,
    differs,
    fails,
    filled,
    joined,
    latest,
    same,
    suffixed,
    unreadable,
    wrong_code,
)

LINE = "placed_adoption_line"


@rule("115", flags="PlacedAdoption: DATE_PLACED")
def decision_is_no_date() -> nw.Expr:
    """The date of the decision to place the child for adoption is not a real date."""
    return unreadable("DATE_PLACED")


@rule("116", flags="PlacedAdoption: DATE_PLACED_CEASED")
def reversal_is_no_date() -> nw.Expr:
    """The date on which the decision to place the child was reversed is not a real date."""
    return unreadable("DATE_PLACED_CEASED")


@rule("120", flags="PlacedAdoption: REASON_PLACED_CEASED")
def reason_for_reversal_is_unknown(year: CheckedYear) -> nw.Expr:
    """The reason why the decision was reversed is not one of the allowed codes."""
    return wrong_code("REASON_PLACED_CEASED", year.codes("REASON_PLACED_CEASED"))


@rule("119", flags="PlacedAdoption: DATE_PLACED_CEASED REASON_PLACED_CEASED")
def reversal_without_reason_or_reason_without_reversal() -> nw.Expr:
    """The date of the reversal and its reason must both be there or both be blank."""
    return blank("DATE_PLACED_CEASED_text") != blank("REASON_PLACED_CEASED")


@rule(
    "522",
    flags="PlacedAdoption: DATE_PLACED DATE_PLACED_CEASED",
    why="The decision is dated {DATE_PLACED}, its reversal {DATE_PLACED_CEASED}.",
)
def reversed_before_it_was_made() -> nw.Expr:
    """The decision to place the child was reversed before it was made."""
    return col("DATE_PLACED_CEASED") < col("DATE_PLACED")


@rule("563", flags="PlacedAdoption: DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED")
def reversed_but_never_made() -> nw.Expr:
    """A decision is recorded as reversed, but the date on which it was made is missing."""
    reversed_ = filled("DATE_PLACED_CEASED_text") & filled("REASON_PLACED_CEASED")
    return reversed_ & blank("DATE_PLACED_text")


@rule(
    "559",
    flags="PlacedAdoption: DATE_PLACED",
    why="The decision is dated {DATE_PLACED}, before the year; last year’s DATE_PLACED is {DATE_PLACED_last}.",
)
def earlier_decision_is_unknown_last_year(
    placed_adoption: Frame, placed_adoption_last: Frame, year: CheckedYear
) -> Frame:
    """The decision was made before this year, but last year’s return does not have it."""
    # Decisions from before the year must have been reported when they were made.
    earlier = placed_adoption.filter(col("DATE_PLACED") < nw.lit(year.start))
    return joined(earlier, suffixed(placed_adoption_last, LAST), how="left").filter(
        col(f"DATE_PLACED{LAST}").is_null()
    )


@rule(
    "560",
    flags="PlacedAdoption: DATE_PLACED",
    why="DATE_PLACED was {DATE_PLACED_last} last year and is {DATE_PLACED} now.",
)
def decision_date_changed(placed_adoption: Frame, placed_adoption_last: Frame) -> Frame:
    """The date of a decision that stood at the end of last year has changed."""
    standing = filled(f"DATE_PLACED_text{LAST}") & blank(f"DATE_PLACED_CEASED_text{LAST}")
    both = joined(placed_adoption, suffixed(placed_adoption_last, LAST)).filter(standing)
    return both.filter(differs(col("DATE_PLACED_text"), col(f"DATE_PLACED_text{LAST}")))


@rule(
    "561",
    flags="PlacedAdoption: DATE_PLACED",
    why="The decision of {DATE_PLACED} was reversed last year (DATE_PLACED_CEASED {DATE_PLACED_CEASED_last}, "
    "REASON_PLACED_CEASED {REASON_PLACED_CEASED_last}).",
    suggestion="Leave the row out, or give the date of the new decision.",
)
def reversed_decision_comes_back(placed_adoption: Frame, placed_adoption_last: Frame) -> Frame:
    """The decision was already reversed in last year’s return."""
    both = joined(placed_adoption, _reversed(placed_adoption_last))
    return both.filter(same(col("DATE_PLACED_text"), col(f"DATE_PLACED_text{LAST}")))


@rule("184", flags="PlacedAdoption: DATE_PLACED", why="DOB is {DOB}; DATE_PLACED is {DATE_PLACED}.")
def decision_before_birth() -> nw.Expr:
    """The decision to place the child for adoption was made before the child was born."""
    return filled("DATE_PLACED") & fails(col("DATE_PLACED") >= col("DOB"))


@rule(
    "579",
    flags="PlacedAdoption: CHILD DATE_PLACED DATE_PLACED_CEASED",
    why="This decision is of {DATE_PLACED}; the one before it, of {DATE_PLACED_before}, was reversed on "
    "{DATE_PLACED_CEASED_before}.",
)
def decided_before_the_last_decision_was_reversed(placed_adoption: Frame) -> Frame:
    """A new decision to place the child was made before the earlier one was reversed."""
    return after_an_unfinished_one(
        placed_adoption, "DATE_PLACED", start="DATE_PLACED", end="DATE_PLACED_CEASED", line=LINE
    )


@rule(
    "583",
    flags="PlacedAdoption: DATE_PLACED DATE_PLACED_CEASED",
    why="DATE_PLACED is {DATE_PLACED} and DATE_PLACED_CEASED blank, but the child has another decision.",
)
def earlier_decision_is_left_standing(placed_adoption: Frame) -> Frame:
    """The child has a later decision, so this earlier one should have been reversed."""
    # Where no decision has a real date, the first in the file is the one that may stand.
    newest = latest(placed_adoption, "DATE_PLACED", LINE).select("CHILD", col(LINE).alias("newest_line"))
    first = placed_adoption.group_by("CHILD").agg(col(LINE).min().alias("first_line"))
    known = placed_adoption.join(newest, on="CHILD", how="left").join(first, on="CHILD", how="left")
    kept = nw.coalesce(col("newest_line"), col("first_line"))
    return known.filter((col(LINE) != kept) & blank("DATE_PLACED_CEASED_text"))


@rule(
    "584",
    flags="PlacedAdoption: DATE_PLACED",
    why="DATE_PLACED is {DATE_PLACED}; the decision of {DATE_PLACED_last} was reversed last year.",
)
def decision_is_not_later_than_the_reversed_one(placed_adoption: Frame, placed_adoption_last: Frame) -> Frame:
    """A decision was reversed last year, so this year’s must be a later one."""
    both = joined(placed_adoption, _reversed(placed_adoption_last))
    not_later = col("DATE_PLACED") <= col(f"DATE_PLACED{LAST}")
    return both.filter(blank("DATE_PLACED_text") | not_later)


def _reversed(placed_adoption_last: Frame) -> Frame:
    """Last year's decisions that have a date or a reason of reversal, with the suffix on their columns."""
    ceased = placed_adoption_last.filter(any_filled("DATE_PLACED_CEASED_text", "REASON_PLACED_CEASED"))
    return suffixed(ceased, LAST)
