"""The adoption record (AD1): its dates, and adopters whose number, sex and legal status fit together."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import rule
from sufficiency.analytics.returns.rules.terms import any_blank, any_filled, one_of, unreadable, wrong_code

# The text of a date counts: a cell that holds no real day is filled in all the same.
ADOPTION_FIELDS = ("DATE_INT_text", "DATE_MATCH_text", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")


def any_field_blank() -> nw.Expr:
    """At least one of the six adoption fields is blank."""
    return any_blank(*ADOPTION_FIELDS)


def any_field_filled() -> nw.Expr:
    """At least one of the six adoption fields is filled."""
    return any_filled(*ADOPTION_FIELDS)


@rule("112", flags="AD1: DATE_INT")
def decision_date_is_no_date() -> nw.Expr:
    """The date of the decision that the child should be placed for adoption is not a real date."""
    return unreadable("DATE_INT")


@rule("113", flags="AD1: DATE_MATCH")
def matching_date_is_no_date() -> nw.Expr:
    """The date of the decision on the match with the adopters is not a real date."""
    return unreadable("DATE_MATCH")


@rule("114", flags="AD1: FOSTER_CARE")
def adopted_by_carer_is_unknown(year: CheckedYear) -> nw.Expr:
    """Whether the foster carer adopted the child is not one of the allowed codes."""
    return wrong_code("FOSTER_CARE", year.codes("FOSTER_CARE"))


@rule("175", flags="AD1: NB_ADOPTR")
def number_of_adopters_is_unknown(year: CheckedYear) -> nw.Expr:
    """The number of adopters is not one of the allowed codes."""
    return wrong_code("NB_ADOPTR", year.codes("NB_ADOPTR"))


@rule("176", flags="AD1: SEX_ADOPTR")
def sex_of_adopters_is_unknown(year: CheckedYear) -> nw.Expr:
    """The sex of the adopters is not one of the allowed codes."""
    return wrong_code("SEX_ADOPTR", year.codes("SEX_ADOPTR"))


@rule("177", flags="AD1: LS_ADOPTR")
def status_of_adopters_is_unknown(year: CheckedYear) -> nw.Expr:
    """The legal status of the adopters is not one of the allowed codes."""
    return wrong_code("LS_ADOPTR", year.codes("LS_ADOPTR"))


@rule(
    "151",
    flags="AD1: DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    suggestion="Fill in the rest, or clear all six where the child was not adopted this year.",
)
def adoption_is_recorded_in_part() -> nw.Expr:
    """Some of the six adoption details are filled in and others are blank."""
    return any_field_filled() & any_field_blank()


@rule(
    "333",
    flags="AD1: DATE_INT DATE_MATCH",
    why="The decision to place for adoption is dated {DATE_INT}, the match {DATE_MATCH}.",
)
def match_without_earlier_decision() -> nw.Expr:
    """The match is dated, but the decision to place for adoption is not, or is dated after it."""
    # Only a match with a real date can be too early; 113 names the others.
    later = col("DATE_INT") > col("DATE_MATCH")
    return ~col("DATE_MATCH").is_null() & (col("DATE_INT").is_null() | later)


@rule("511", flags="AD1: NB_ADOPTR SEX_ADOPTR")
def couple_with_one_sex() -> nw.Expr:
    """A couple adopted the child, but the sex given is that of a single adopter."""
    # A single adopter with the sex of a couple is left to 514, which goes by legal status.
    return one_of("NB_ADOPTR", ["2"]) & one_of("SEX_ADOPTR", ["M1", "F1"])


@rule("514", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def single_adopter_with_the_sex_of_a_couple() -> nw.Expr:
    """The adopter is single (L0), but the sex given is not that of one person."""
    return one_of("LS_ADOPTR", ["L0"]) & ~one_of("SEX_ADOPTR", ["M1", "F1"])


@rule("517", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def unmarried_mixed_couple_with_another_sex() -> nw.Expr:
    """An unmarried couple of different sexes (L3) must be a man and a woman (MF)."""
    return one_of("LS_ADOPTR", ["L3"]) & ~one_of("SEX_ADOPTR", ["MF"])


@rule("518", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def unmarried_couple_of_one_sex_with_another_sex() -> nw.Expr:
    """An unmarried couple of the same sex (L4) must be two men (MM) or two women (FF)."""
    return one_of("LS_ADOPTR", ["L4"]) & ~one_of("SEX_ADOPTR", ["MM", "FF"])


@rule("519", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def civil_partners_with_the_sex_of_one_person() -> nw.Expr:
    """Civil partners (L2) must be two people: MM, FF or MF."""
    return one_of("LS_ADOPTR", ["L2"]) & ~one_of("SEX_ADOPTR", ["MM", "FF", "MF"])


@rule("520", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def married_mixed_couple_with_another_sex() -> nw.Expr:
    """A married couple of different sexes (L11) must be a man and a woman (MF)."""
    return one_of("LS_ADOPTR", ["L11"]) & ~one_of("SEX_ADOPTR", ["MF"])


@rule("524", flags="AD1: LS_ADOPTR SEX_ADOPTR")
def married_couple_of_one_sex_with_another_sex() -> nw.Expr:
    """A married couple of the same sex (L12) must be two men (MM) or two women (FF)."""
    return one_of("LS_ADOPTR", ["L12"]) & ~one_of("SEX_ADOPTR", ["MM", "FF"])
