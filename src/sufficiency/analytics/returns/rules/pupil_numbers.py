"""The unique pupil number, or the code for why there is none (UN1 to UN5)."""

from datetime import date

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    blank,
    differs,
    filled,
    holds,
    joined,
    one_of,
    suffixed,
    turned,
    with_row,
)

PUPIL_NUMBER = r"^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-Z])$"
TOO_YOUNG, NEWLY_IN_CARE = "UN1", "UN4"


@rule("168", flags="Header: UPN")
def pupil_number_is_malformed(year: CheckedYear) -> nw.Expr:
    """The unique pupil number is not in a valid form, nor a code for why there is none."""
    well_formed = col("UPN").str.contains(PUPIL_NUMBER)
    return filled("UPN") & ~well_formed & ~one_of("UPN", year.codes("UPN_UNKNOWN"))


@rule("208", flags="Header: UPN", why="UPN was {UPN_last} last year and is {UPN} now.")
def pupil_number_changed(header: Frame, header_last: Frame, year: CheckedYear) -> Frame:
    """The unique pupil number differs from last year’s, which had one or gave a code that cannot change so."""
    unknown = year.codes("UPN_UNKNOWN")
    both = joined(header, suffixed(header_last, LAST))
    no_longer_young = (blank("UPN_last") | one_of("UPN_last", [TOO_YOUNG])) & one_of(
        "UPN", unknown - {TOO_YOUNG}
    )
    had_none = blank("UPN_last") | one_of("UPN_last", unknown)
    found = had_none & filled("UPN") & ~one_of("UPN", unknown)
    return both.filter(differs(col("UPN"), col("UPN_last")) & ~no_longer_young & ~found)


@rule("209", flags="Header: DOB UPN", suggestion="Give the number, or UN2 to UN5.")
def too_young_for_a_number_at_school_age(year: CheckedYear) -> nw.Expr:
    """The child is said to be too young for a pupil number (UN1), but has been of school age."""
    last_before = date(year.start.year - 1, 8, 31)
    return one_of("UPN", [TOO_YOUNG]) & turned(4, by=last_before)


@rule(
    "210",
    flags={"Header": "UPN", "Episodes": "DECOM"},
    why="The number is not known yet (UN4), but an episode started on {DECOM}, more than a week before the year’s end.",
    suggestion="Give the number, or another code for why there is none.",
)
def number_unknown_after_a_week_in_care(header: Frame, episodes: Frame, year: CheckedYear) -> Frame:
    """The pupil number is said to be not known yet (UN4), but the child was in care for more than a week."""
    a_week_before = date(year.ending, 3, 24)
    unknown = header.filter(one_of("UPN", [NEWLY_IN_CARE]))
    return joined(unknown, episodes.filter(holds(col("DECOM") < nw.lit(a_week_before))))


@rule("442", flags="Header: UPN", suggestion="Give the number, or UN1 to UN5.")
def pupil_number_is_missing(header: Frame, children_in_main_care: Frame) -> Frame:
    """The child was looked after, but has neither a pupil number nor a code for why there is none."""
    return with_row(header.filter(blank("UPN")), children_in_main_care)


@rule("444", flags="Header: UPN", from_year=2026)
def pupil_number_of_several_children(header: Frame, year: CheckedYear) -> Frame:
    """The same pupil number is given more than once."""
    numbers = header.filter(filled("UPN") & ~one_of("UPN", year.codes("UPN_UNKNOWN")))
    return numbers.with_columns(times=col("UPN").count().over("UPN")).filter(col("times") > 1)
