"""Reviews of a child's care: when, and how the child took part."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    any_filled,
    birthday,
    blank,
    holds,
    joined,
    no_date,
    one_of,
    text,
    without_row,
)

UNDER_FOUR = "PN0"


@rule("166", flags="Reviews: REVIEW")
def review_is_no_date() -> nw.Expr:
    """The date of the review is missing or not a real date."""
    return no_date("REVIEW")


@rule("167", flags="Reviews: REVIEW REVIEW_CODE")
def review_and_code_do_not_go_together(year: CheckedYear) -> nw.Expr:
    """A review needs both its date and a valid code for how the child took part."""
    held = ~text("REVIEW").is_null() & one_of("REVIEW_CODE", year.codes("REVIEW_CODE"))
    return ~held & ~(text("REVIEW").is_null() & blank("REVIEW_CODE"))


@rule("440", flags="Reviews: DOB REVIEW REVIEW_CODE", suggestion="Use PN1 to PN7 from the fourth birthday.")
def under_four_code_after_fourth_birthday() -> nw.Expr:
    """The child was 4 or over at the review, but its code is the one for under 4."""
    older = holds(col("REVIEW") > birthday(col("DOB"), 4))
    return one_of("REVIEW_CODE", [UNDER_FOUR]) & older


@rule("441", flags="Reviews: DOB REVIEW REVIEW_CODE", suggestion="Use PN0 before the fourth birthday.")
def taking_part_before_fourth_birthday(year: CheckedYear) -> nw.Expr:
    """The child was under 4 at the review, but its code is one for older children."""
    younger = holds(col("REVIEW") < birthday(col("DOB"), 4))
    return one_of("REVIEW_CODE", year.codes("REVIEW_CODE") - {UNDER_FOUR}) & younger


@rule(
    "399",
    flags={"Episodes": "LS", "Header": "MOTHER", "Reviews": "REVIEW REVIEW_CODE"},
    why="All episodes of the child are short breaks (V3, V4); MOTHER {MOTHER}, review {REVIEW} {REVIEW_CODE}.",
)
def short_breaks_with_review_or_motherhood(episodes: Frame, header: Frame, reviews: Frame) -> Frame:
    """The child only had short breaks, so neither a review nor motherhood is expected."""
    only_breaks = without_row(episodes, episodes.filter(~one_of("LS", SHORT_BREAKS)))
    known = joined(only_breaks, header, how="left")
    both = joined(known, reviews, how="left", suffix="_review")
    return both.filter(any_filled("MOTHER", "REVIEW_text", "REVIEW_CODE"))
