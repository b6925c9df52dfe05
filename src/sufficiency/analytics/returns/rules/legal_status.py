"""Legal statuses: how long the short ones may last, and what a placement order goes with."""

from datetime import date

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE, PLACE_IN_ORDER
from sufficiency.analytics.returns.rules.terms import (
    AFTER,
    birthday,
    both_differ,
    day_or,
    day_or_if_blank,
    days_between,
    holds,
    joined,
    one_of,
    same,
)

PLACEMENT_ORDERS_BEGAN = date(2005, 12, 1)
LASTED = "It is one of the child’s episodes with LS {LS} that together lasted {days} days."


@rule("408", flags="Episodes: PLACE LS")
def placed_without_placement_order() -> nw.Expr:
    """A child placed for adoption under a placement order (A5, A6) must have that legal status (E1)."""
    return one_of("PLACE", ["A5", "A6"]) & ~one_of("LS", ["E1"])


@rule("446", flags="Episodes: LS DECOM")
def placement_order_before_there_were_any() -> nw.Expr:
    """Placement orders (E1) did not exist before 1 December 2005."""
    return one_of("LS", ["E1"]) & (col("DECOM") < nw.lit(PLACEMENT_ORDERS_BEGAN))


@rule(
    "358",
    flags={"Episodes": "LS DECOM", "Header": "DOB"},
    why="The child was born on {DOB}; the episode with LS {LS} starts on {DECOM}.",
)
def youth_justice_at_ten_or_under(episodes: Frame, header: Frame) -> Frame:
    """A child of 10 or younger cannot have a youth justice status (J1 to J3)."""
    held = joined(episodes.filter(one_of("LS", ["J1", "J2", "J3"])), header)
    # Criminal responsibility begins at 10; the birthday itself is named as well, as it is by other validators.
    return held.filter(birthday(col("DOB"), 10) >= col("DECOM"))


@rule("361", flags="Episodes: LS DECOM DEC", why=LASTED)
def police_protection_is_long(episodes_with_after: Frame, year: CheckedYear) -> Frame:
    """Police protection (L1) lasts no more than three days."""
    return chains(episodes_with_after, year, status="L1").filter(col("days") > 3)


@rule("362", flags="Episodes: LS DECOM DEC", why=LASTED)
def emergency_protection_is_long(episodes_with_after: Frame, year: CheckedYear) -> Frame:
    """An emergency protection order (L2) lasts no more than 21 days."""
    return chains(episodes_with_after, year, status="L2").filter(col("days") > 21)


@rule("363", flags="Episodes: LS DECOM DEC", why=LASTED)
def assessment_order_is_long(episodes: Frame, year: CheckedYear) -> Frame:
    """A child assessment order (L3) lasts no more than seven days."""
    return spells(episodes, year, status="L3").filter(col("days") > 7)


@rule("364", flags="Episodes: LS DECOM DEC", why=LASTED)
def police_detention_is_long(episodes: Frame, year: CheckedYear) -> Frame:
    """Accommodation after police detention (J2) lasts no more than 21 days."""
    return spells(episodes, year, status="J2").filter(col("days") > 21)


def chains(episodes_with_after: Frame, year: CheckedYear, *, status: str) -> Frame:
    """Episodes of one legal status with the `days` from the first start to the last end of their chain.

    An episode joins the one of that status before it when that one ended on the day the child's next episode,
    of whatever status, started.
    """
    ended = episodes_with_after.filter(one_of("LS", [status])).with_columns(ended=day_or("DEC", year.end))
    flows_on = same(col("ended"), col(f"DECOM{AFTER}"))
    breaks = ended.with_columns(breaks=nw.when(flows_on).then(nw.lit(0)).otherwise(nw.lit(1)))
    # A row that does not flow on closes its chain, so the breaks above a row number its chain.
    so_far = col("breaks").cum_sum().over("CHILD", order_by=PLACE_IN_ORDER)
    chained = breaks.with_columns(chain=so_far - col("breaks"))
    first, last = col("DECOM").min().over("CHILD", "chain"), col("ended").max().over("CHILD", "chain")
    return chained.with_columns(days=days_between(first, last))


def spells(episodes: Frame, year: CheckedYear, *, status: str) -> Frame:
    """Episodes of one legal status with the `days` of their spell added up.

    Read down the file: a new spell begins with another child, or with a start after the end of the row before.
    """
    dated = episodes.filter(one_of("LS", [status]) & ~col("DECOM").is_null())
    ended = dated.with_columns(ended=day_or_if_blank("DEC", year.end))
    # The agreed check reads rows as they stand in the file; ordered by date, other rows would be named.
    above = ended.with_columns(
        child_above=col("CHILD").shift(1).over(order_by=LINE),
        ended_above=col("ended").shift(1).over(order_by=LINE),
    )
    other = both_differ(col("CHILD"), col("child_above")) | holds(col("DECOM") > col("ended_above"))
    opened = above.with_columns(opens=nw.when(other).then(nw.lit(1)).otherwise(nw.lit(0)))
    length = days_between(col("DECOM"), col("ended")).fill_null(0)
    numbered = opened.with_columns(spell=col("opens").cum_sum().over(order_by=LINE), length=length)
    return numbered.with_columns(days=col("length").sum().over("spell"))
