"""Young people who are mothers: whether, since when, and what other answers that allows."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.leavers import ANSWERS
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    SHORT_BREAKS,
    any_filled,
    blank,
    children,
    day_or,
    differs,
    fails,
    filled,
    holds,
    joined,
    one_of,
    suffixed,
    text,
    turns_after,
    unreadable,
    with_row,
    without_row,
    wrong_code,
)

LETTERS_SINCE = 2025  # 2024-25: sex is M, F or U; 1 (male) and 2 (female) before


def male(year: CheckedYear) -> nw.Expr:
    """The sex is male, in that year's codes."""
    return one_of("SEX", ["M" if year.ending >= LETTERS_SINCE else "1"])


def female(year: CheckedYear) -> nw.Expr:
    """The sex is female, in that year's codes."""
    return one_of("SEX", ["F" if year.ending >= LETTERS_SINCE else "2"])


@rule("165", flags={"Header": "MOTHER SEX", "OC3": " ".join(ANSWERS)}, why="SEX {SEX}, MOTHER {MOTHER}.")
def motherhood_does_not_fit(header: Frame, episodes: Frame, oc3: Frame, year: CheckedYear) -> Frame:
    """Whether the young person is a mother is invalid, missing, or not to be given for them."""
    main = episodes.filter(~one_of("LS", SHORT_BREAKS))
    unended = day_or("DEC", year.end) >= nw.lit(year.start)
    in_year = children(main.filter(unended & holds(col("DECOM") <= nw.lit(year.end))))
    marked = with_row(header, main).join(in_year.with_columns(in_year=nw.lit(1)), on="CHILD", how="left")
    known, cared_for = filled("MOTHER"), filled("in_year")
    wrong = wrong_code("MOTHER", year.codes("MOTHER")) | (known & male(year))
    missing = female(year) & ~known & cared_for
    leaver = female(year) & known & ~cared_for & any_filled(*ANSWERS)
    return joined(marked, oc3, how="left", suffix="_oc3").filter(wrong | missing | leaver)


@rule("171", flags="Header: MC_DOB")
def childs_birth_is_no_date() -> nw.Expr:
    """The date of birth of the young person’s child is not a real date."""
    return unreadable("MC_DOB")


@rule("174", flags="Header: SEX MC_DOB", confirmed_from=LETTERS_SINCE)
def child_of_a_young_man(year: CheckedYear) -> nw.Expr:
    """A child’s date of birth is given for a young man; only mothers are asked."""
    return male(year) & filled("MC_DOB_text")


@rule("207", flags="Header: MOTHER", why="MOTHER was {MOTHER_last} last year and is {MOTHER} now.")
def no_longer_a_mother(header: Frame, header_last: Frame, episodes: Frame) -> Frame:
    """The young person was a mother in last year’s return, but not in this one."""
    mothers = suffixed(header_last.filter(one_of("MOTHER", ["1"])), LAST)
    return with_row(joined(header.filter(~one_of("MOTHER", ["1"])), mothers), episodes)


@rule("393", flags="Header: SEX MOTHER", confirmed_from=LETTERS_SINCE)
def motherhood_is_missing(header: Frame, children_in_main_care: Frame, year: CheckedYear) -> Frame:
    """The girl was looked after; whether she is a mother is missing."""
    return with_row(header.filter(female(year) & blank("MOTHER")), children_in_main_care)


@rule("611", flags="Header: MOTHER MC_DOB")
def childs_birth_is_missing() -> nw.Expr:
    """The young person is a mother, but her child’s date of birth is missing."""
    return one_of("MOTHER", ["1"]) & text("MC_DOB").is_null()


@rule("612", flags="Header: SEX MOTHER MC_DOB", confirmed_from=LETTERS_SINCE)
def childs_birth_without_motherhood(year: CheckedYear) -> nw.Expr:
    """A child’s date of birth is given, but not that the young person is a mother."""
    no_mother = blank("MOTHER") | one_of("MOTHER", ["0"])
    return female(year) & no_mother & filled("MC_DOB_text")


@rule("620", flags="Header: DOB MOTHER")
def mother_under_eleven(year: CheckedYear) -> nw.Expr:
    """The mother was under 11 when the year started."""
    return one_of("MOTHER", ["1"]) & turns_after(11, year.start)


@rule("621", flags="Header: DOB MC_DOB")
def child_not_younger_than_mother() -> nw.Expr:
    """The child’s date of birth is not after its mother’s."""
    return filled("MC_DOB") & fails(col("MC_DOB") > col("DOB"))


@rule("624", flags="Header: MC_DOB", why="MC_DOB was {MC_DOB_last} last year and is {MC_DOB} now.")
def childs_birth_changed(header: Frame, header_last: Frame) -> Frame:
    """The date of birth of the young person’s child differs from last year’s return."""
    both = joined(header, suffixed(header_last.filter(filled("MC_DOB_text")), LAST))
    return both.filter(differs(col("MC_DOB_text"), col("MC_DOB_text_last")))


@rule(
    "626",
    flags="Header: MOTHER MC_DOB",
    why="MOTHER was 0 last year and is 1 now, with a child born on {MC_DOB}, before this year.",
)
def motherhood_came_late(header: Frame, header_last: Frame, year: CheckedYear) -> Frame:
    """The young person became a mother before this year, but last year’s return says she was not one."""
    became = header.filter(one_of("MOTHER", ["1"]) & holds(col("MC_DOB") < nw.lit(year.start)))
    return joined(became, suffixed(header_last.filter(one_of("MOTHER", ["0"])), LAST))


@rule("628", flags="Header: MOTHER")
def motherhood_of_a_care_leaver(header: Frame, oc3: Frame, episodes: Frame) -> Frame:
    """Whether the young person is a mother is given for a care leaver who was not looked after in the year."""
    leavers = with_row(header.filter(filled("MOTHER")), oc3.filter(any_filled(*ANSWERS)))
    return without_row(leavers, episodes)
