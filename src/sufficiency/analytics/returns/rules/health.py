"""Health of children looked after for a year (OC2): codes, and answers that must fit together."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import rule
from sufficiency.analytics.returns.rules.terms import (
    ONE_DAY,
    any_blank,
    any_filled,
    any_of,
    blank,
    filled,
    holds,
    one_of,
    turned,
    turns_after,
    wrong_code,
)

SDQ = ("SDQ_SCORE", "SDQ_REASON")
ALWAYS_ASKED = ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE")
HELP = ("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
SOMETIMES_ASKED = ("CONVICTED", "HEALTH_CHECK", *HELP)
YES_OR_NO = ("CONVICTED", "HEALTH_CHECK", *ALWAYS_ASKED, *HELP)
ZERO_TO_FORTY = r"^\+?0*(\d|[123]\d|40)(\.0*)?$"


@rule(
    "158",
    flags="OC2: INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    suggestion="Leave INTERVENTION_OFFERED blank where help was received.",
)
def offer_beside_help_received() -> nw.Expr:
    """Help with substance misuse was received, so whether it was offered must be left blank."""
    return one_of("INTERVENTION_RECEIVED", ["1"]) & filled("INTERVENTION_OFFERED")


@rule("159", flags="OC2: SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
def offer_of_help_is_missing() -> nw.Expr:
    """The child did not receive help with substance misuse; whether it was offered is missing."""
    no_help = one_of("SUBSTANCE_MISUSE", ["1"]) & one_of("INTERVENTION_RECEIVED", ["0"])
    return no_help & blank("INTERVENTION_OFFERED")


@rule("180", flags="OC2: SDQ_SCORE")
def score_is_not_from_0_to_40() -> nw.Expr:
    """The strengths and difficulties score is not a whole number from 0 to 40."""
    return filled("SDQ_SCORE") & ~holds(col("SDQ_SCORE").str.contains(ZERO_TO_FORTY))


@rule("181", flags=f"OC2: {' '.join(YES_OR_NO)}")
def answer_is_neither_yes_nor_no(year: CheckedYear) -> nw.Expr:
    """An answer about health or convictions is neither 0 (no) nor 1 (yes)."""
    return any_of(*(wrong_code(name, year.codes("YESNO01")) for name in YES_OR_NO))


@rule("182", flags=f"OC2: {' '.join(YES_OR_NO)}")
def some_health_answers_are_missing() -> nw.Expr:
    """Some answers about health are given, but one that every child needs is missing."""
    return any_blank(*ALWAYS_ASKED) & any_filled(*SOMETIMES_ASKED)


@rule("188", flags="OC2: DOB SDQ_SCORE SDQ_REASON")
def strengths_and_difficulties_under_four(year: CheckedYear) -> nw.Expr:
    """The child was under 4 all year, so neither a score nor a reason for its absence is expected."""
    return any_filled(*SDQ) & turns_after(4, year.end)


@rule("189", flags="OC2: DOB SDQ_SCORE SDQ_REASON")
def strengths_and_difficulties_over_sixteen(year: CheckedYear) -> nw.Expr:
    """The young person was over 16 all year, so neither a score nor a reason for its absence is expected."""
    return any_filled(*SDQ) & turned(17, by=year.start - ONE_DAY)


@rule("192", flags="OC2: SUBSTANCE_MISUSE INTERVENTION_RECEIVED")
def help_received_is_missing() -> nw.Expr:
    """The child has a substance misuse problem; whether they received help is missing."""
    return one_of("SUBSTANCE_MISUSE", ["1"]) & blank("INTERVENTION_RECEIVED")


@rule("193", flags="OC2: SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
def help_without_misuse() -> nw.Expr:
    """Help with substance misuse is answered for a child without such a problem."""
    return (blank("SUBSTANCE_MISUSE") | one_of("SUBSTANCE_MISUSE", ["0"])) & any_filled(*HELP)


@rule("196", flags="OC2: SDQ_REASON")
def reason_for_no_score_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """The reason for having no strengths and difficulties score is not one of the allowed codes."""
    return wrong_code("SDQ_REASON", year.codes("SDQ_REASON"))


@rule("197a", flags="OC2: SDQ_SCORE SDQ_REASON")
def score_and_reason_for_none() -> nw.Expr:
    """There is a strengths and difficulties score and also a reason for having none."""
    return filled("SDQ_SCORE") & filled("SDQ_REASON")


@rule("542", flags="OC2: DOB CONVICTED")
def conviction_answered_under_ten(year: CheckedYear) -> nw.Expr:
    """The child was under 10 at the end of the year, so convictions must be left blank."""
    return filled("CONVICTED") & turns_after(10, year.end)


@rule("544", flags=f"OC2: CONVICTED {' '.join(ALWAYS_ASKED)}")
def convicted_without_health_answers() -> nw.Expr:
    """Convictions are answered with yes, but an answer about health is missing."""
    return one_of("CONVICTED", ["1"]) & any_blank(*ALWAYS_ASKED)


@rule("547", flags=f"OC2: HEALTH_CHECK {' '.join(ALWAYS_ASKED)}")
def development_checks_without_health_answers() -> nw.Expr:
    """Development checks are answered with yes, but another answer about health is missing."""
    return one_of("HEALTH_CHECK", ["1"]) & any_blank(*ALWAYS_ASKED)
