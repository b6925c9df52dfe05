"""Who the child is: sex, birth, ethnicity, pupil number."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    differs,
    filled,
    joined,
    no_date,
    one_of,
    suffixed,
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


PUPIL_NUMBER = r"^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-Z])$"


@rule("168", flags="Header: UPN")
def pupil_number_is_malformed(year: CheckedYear) -> nw.Expr:
    """The unique pupil number is not in a valid form, nor a code for why there is none."""
    well_formed = col("UPN").str.contains(PUPIL_NUMBER)
    return filled("UPN") & ~well_formed & ~one_of("UPN", year.codes("UPN_UNKNOWN"))


@rule("301", flags="Header: DOB")
def born_after_the_year(year: CheckedYear) -> nw.Expr:
    """The date of birth is after the end of the collection year."""
    return col("DOB") > nw.lit(year.end)


@rule("611", flags="Header: MOTHER MC_DOB")
def childs_birth_is_missing() -> nw.Expr:
    """The young person is a mother, but her child’s date of birth is missing."""
    return one_of("MOTHER", ["1"]) & col("MC_DOB_text").is_null()


@rule("202", flags="Header: SEX", why="SEX was {SEX_last} last year and is {SEX} now.")
def sex_changed(header: Frame, header_last: Frame) -> Frame:
    """The sex differs from last year’s return."""
    both = joined(header, suffixed(header_last, LAST))
    return both.filter(differs(col("SEX"), col("SEX_last")))


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
