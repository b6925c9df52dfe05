"""Values of one episode: dates that are dates, codes that are codes, an end that fits its start."""

from datetime import date

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import rule
from sufficiency.analytics.returns.rules.terms import differs, text, unreadable, wrong_code

CHILDREN_ACT_IN_FORCE = date(1991, 10, 14)


@rule("141", flags="Episodes: DECOM")
def start_is_no_date() -> nw.Expr:
    """The start of the episode is not a real date."""
    return unreadable("DECOM")


@rule("147", flags="Episodes: DEC")
def end_is_no_date() -> nw.Expr:
    """The end of the episode is not a real date."""
    return unreadable("DEC")


@rule("143", flags="Episodes: RNE")
def reason_for_start_is_unknown(year: CheckedYear) -> nw.Expr:
    """The reason the episode started is not one of the allowed codes."""
    return wrong_code("RNE", year.codes("RNE"))


@rule("144", flags="Episodes: LS")
def legal_status_is_unknown(year: CheckedYear) -> nw.Expr:
    """The legal status is not one of the allowed codes."""
    return wrong_code("LS", year.codes("LS"))


@rule("145", flags="Episodes: CIN")
def need_is_unknown(year: CheckedYear) -> nw.Expr:
    """The category of need is not one of the allowed codes."""
    return wrong_code("CIN", year.codes("CIN"))


@rule("146", flags="Episodes: PLACE", confirmed_from=2026)
def placement_is_unknown(year: CheckedYear) -> nw.Expr:
    """The placement is not one of the allowed codes."""
    return wrong_code("PLACE", year.codes("PLACE"))


@rule("149", flags="Episodes: REC")
def reason_for_end_is_unknown(year: CheckedYear) -> nw.Expr:
    """The reason the episode ended is not one of the allowed codes."""
    return wrong_code("REC", year.codes("REC"))


@rule("148", flags="Episodes: DEC REC")
def end_without_reason_or_reason_without_end() -> nw.Expr:
    """The end of the episode and its reason must both be there or both be blank."""
    return text("DEC").is_null() != col("REC").is_null()


@rule("1009", flags="Episodes: REASON_PLACE_CHANGE")
def reason_for_change_is_unknown(year: CheckedYear) -> nw.Expr:
    """The reason the placement changed is not one of the allowed codes."""
    return wrong_code("REASON_PLACE_CHANGE", year.codes("REASON_PLACE_CHANGE"))


@rule("353", flags="Episodes: DECOM")
def starts_before_the_act() -> nw.Expr:
    """The episode starts before the Children Act 1989 was in force (14 October 1991)."""
    return col("DECOM") < nw.lit(CHILDREN_ACT_IN_FORCE)


@rule("354", flags="Episodes: DECOM")
def starts_after_the_year(year: CheckedYear) -> nw.Expr:
    """The episode starts after the end of the collection year."""
    return col("DECOM") > nw.lit(year.end)


@rule("385", flags="Episodes: DEC")
def ends_after_the_year(year: CheckedYear) -> nw.Expr:
    """The episode ends after the end of the collection year."""
    return col("DEC") > nw.lit(year.end)


@rule(
    "355",
    flags="Episodes: DECOM DEC",
    suggestion="An episode lasts at least one night: drop the row if another starts that day, or mend a date.",
)
def lasts_no_night() -> nw.Expr:
    """The episode starts and ends on the same day."""
    return ~differs(text("DECOM"), text("DEC"))


@rule("356", flags="Episodes: DECOM DEC", why="It starts on {DECOM} and ends on {DEC}.")
def ends_before_it_starts() -> nw.Expr:
    """The episode ends before it starts."""
    return col("DEC") < col("DECOM")
