"""Who the child is: sex, birth and ethnicity, now and in last year's return."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    ONE_DAY,
    differs,
    joined,
    no_date,
    one_of,
    suffixed,
    turned,
)


@rule("101", flags="Header: SEX", confirmed_from=2025)
def sex_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """Sex is not one of the allowed codes."""
    return ~one_of("SEX", year.codes("SEX"))


@rule("102", flags="Header: DOB")
def date_of_birth_is_no_date() -> nw.Expr:
    """The date of birth is missing or not a real date."""
    return no_date("DOB")


@rule("103", flags="Header: ETHNIC")
def ethnicity_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """The ethnic group is not one of the allowed codes."""
    return ~one_of("ETHNIC", year.codes("ETHNIC"))


@rule("301", flags="Header: DOB")
def born_after_the_year(year: CheckedYear) -> nw.Expr:
    """The date of birth is after the end of the collection year."""
    return col("DOB") > nw.lit(year.end)


@rule("232", flags="Header: SEX", from_year=2025)
def sex_is_unknown() -> nw.Expr:
    """The sex is given as unknown (U): please check whether it really is."""
    return one_of("SEX", ["U"])


@rule("351", flags="Header: DOB")
def twenty_five_before_the_year(year: CheckedYear) -> nw.Expr:
    """The young person was over 25 when the year started, too old for the return."""
    return turned(25, by=year.start - ONE_DAY)


LETTERS_SINCE = 2025  # 2024-25: M and F in place of 1 and 2
_SAME_SEX = {"1": "M", "2": "F"}


@rule("202", flags="Header: SEX", why="SEX was {SEX_last} last year and is {SEX} now.")
def sex_changed(header: Frame, header_last: Frame, year: CheckedYear) -> Frame:
    """The sex differs from last year’s return."""
    both = joined(header, suffixed(header_last, LAST))
    changed = both.filter(differs(col("SEX"), col("SEX_last")))
    if year.ending == LETTERS_SINCE:
        # The codes themselves changed that year: a 1 that became an M is the same child's sex.
        for number, letter in _SAME_SEX.items():
            changed = changed.filter(~(one_of("SEX_last", [number]) & one_of("SEX", [letter])))
    return changed


@rule("203", flags="Header: DOB", why="DOB was {DOB_last} last year and is {DOB} now.")
def birth_changed(header: Frame, header_last: Frame) -> Frame:
    """The date of birth differs from last year’s return."""
    both = joined(header, suffixed(header_last, LAST))
    return both.filter(differs(col("DOB"), col("DOB_last")))


@rule("204", flags="Header: ETHNIC", why="ETHNIC was {ETHNIC_last} last year and is {ETHNIC} now.")
def ethnicity_changed(header: Frame, header_last: Frame) -> Frame:
    """The ethnic group differs from last year’s return."""
    both = joined(header, suffixed(header_last, LAST))
    return both.filter(differs(col("ETHNIC"), col("ETHNIC_last")))
