"""Series of short breaks (V3, V4): how long, how often, and what is not recorded for them."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.placements import TEMPORARY
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    any_filled,
    day_or_if_blank,
    days_between,
    holds,
    later,
    one_of,
)

LONGEST_BREAK_DAYS = 17
LONGEST_YEAR_DAYS = 75


@rule("214", flags="Episodes: LS PL_POST URN")
def place_of_a_short_break_is_recorded() -> nw.Expr:
    """For short breaks (V3, V4) neither the postcode of the placement nor an Ofsted number is recorded."""
    return one_of("LS", SHORT_BREAKS) & any_filled("PL_POST", "URN")


@rule("398", flags="Episodes: LS HOME_POST PL_POST")
def postcode_of_a_short_break_is_recorded() -> nw.Expr:
    """For short breaks (V3, V4) no postcode is recorded."""
    return one_of("LS", SHORT_BREAKS) & any_filled("HOME_POST", "PL_POST")


@rule("366", flags="Episodes: LS RNE")
def short_break_does_not_start_care() -> nw.Expr:
    """Each short break (V3) is a start of care, so the reason must be S."""
    return one_of("LS", ["V3"]) & ~one_of("RNE", ["S"])


@rule("382", flags="Episodes: LS PLACE")
def temporary_stay_in_a_short_break() -> nw.Expr:
    """A child having short breaks (V3, V4) cannot be in a temporary placement (T0 to T4)."""
    return one_of("LS", SHORT_BREAKS) & one_of("PLACE", TEMPORARY)


@rule("384", flags="Episodes: LS PLACE")
def long_term_fostering_in_a_short_break() -> nw.Expr:
    """A child having short breaks (V3, V4) cannot be in long-term foster care (U1, U4)."""
    return one_of("LS", SHORT_BREAKS) & one_of("PLACE", ["U1", "U4"])


@rule(
    "365",
    flags="Episodes: LS DECOM DEC",
    why="The break has DECOM {DECOM} and DEC {DEC}: more than 17 days.",
    suggestion="Record a longer stay as a single period of accommodation (V2).",
)
def short_break_is_long(year: CheckedYear) -> nw.Expr:
    """A short break (V3) lasts more than 17 days."""
    ended = day_or_if_blank("DEC", year.end)
    return one_of("LS", ["V3"]) & holds(ended > later(col("DECOM"), days=LONGEST_BREAK_DAYS))


@rule(
    "367",
    flags="Episodes: LS DECOM DEC",
    why="The child’s short breaks come to {days} days in the year.",
    suggestion="Beyond 75 days the child is looked after continuously: record V2 instead.",
)
def short_breaks_add_up_to_more(episodes: Frame, year: CheckedYear) -> Frame:
    """The child’s short breaks (V3) come to more than 75 days in the year."""
    first, last = nw.lit(year.start), nw.lit(year.end)
    # Only days within the year count, and breaks with an unreadable day are left out.
    started = nw.when(col("DECOM") < first).then(first).otherwise(col("DECOM"))
    ended = day_or_if_blank("DEC", year.end)
    ended = nw.when(ended > last).then(last).otherwise(ended)
    breaks = episodes.filter(one_of("LS", ["V3"])).with_columns(length=days_between(started, ended))
    counted = breaks.filter(col("length") > 0).with_columns(days=col("length").sum().over("CHILD"))
    return counted.filter(col("days") > LONGEST_YEAR_DAYS)


@rule("426", flags="Episodes: LS")
def both_kinds_of_short_breaks(episodes: Frame) -> Frame:
    """The child has both kinds of short breaks, each recorded (V3) and only agreed (V4)."""
    breaks = episodes.filter(one_of("LS", SHORT_BREAKS))
    fewest, most = col("LS").min().over("CHILD"), col("LS").max().over("CHILD")
    return breaks.with_columns(fewest=fewest, most=most).filter(col("fewest") != col("most"))
