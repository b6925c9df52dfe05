"""Care leavers (OC3): their answers, and what else goes with them."""

import narwhals as nw

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.adopters import ADOPTION_FIELDS
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.health import YES_OR_NO
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    any_blank,
    any_filled,
    joined,
    one_of,
    stacked,
    suffixed,
    turns,
    turns_after,
    under_age,
    with_row,
)

ANSWERS = ("IN_TOUCH", "ACTIV", "ACCOM")
FLAGGED = f"OC3: {' '.join(ANSWERS)}"
ADOPTION = " ".join(name.removesuffix("_text") for name in ADOPTION_FIELDS)
NO_INFORMATION = "0"


@rule("131", flags="OC3: IN_TOUCH")
def in_touch_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """Whether the authority is in touch is not one of the allowed codes."""
    return ~one_of("IN_TOUCH", year.codes("IN_TOUCH"))


@rule("132", flags="OC3: ACTIV")
def activity_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """The care leaver’s main activity is not one of the allowed codes."""
    return ~one_of("ACTIV", year.codes("ACTIV"))


@rule("133", flags="OC3: ACCOM")
def accommodation_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """The care leaver’s accommodation is not one of the allowed codes."""
    return ~one_of("ACCOM", year.codes("ACCOM"))


@rule("134", flags={"AD1": ADOPTION})
def adopted_and_leaver(ad1: Frame, oc3: Frame) -> Frame:
    """The child has an adoption record and also answers for care leavers."""
    return with_row(ad1, oc3.filter(any_filled(*ANSWERS))).filter(any_filled(*ADOPTION_FIELDS))


@rule("153", flags=FLAGGED)
def some_answers_are_missing() -> nw.Expr:
    """Some of the three answers for a care leaver are given and others are missing."""
    return any_filled(*ANSWERS) & any_blank(*ANSWERS)


@rule("187", flags={"AD1": ADOPTION, "OC3": " ".join(ANSWERS)})
def still_in_care_but_adopted_or_leaver(ad1: Frame, oc3: Frame, care_for_twelve_months: Frame) -> Frame:
    """The child was looked after for all twelve months, yet has an adoption or care leaver’s record."""
    adopted, left = ad1.filter(any_filled(*ADOPTION_FIELDS)), oc3.filter(any_filled(*ANSWERS))
    return stacked(with_row(adopted, care_for_twelve_months), with_row(left, care_for_twelve_months))


@rule("215", flags={"OC3": " ".join(ANSWERS), "OC2": " ".join(YES_OR_NO)})
def leaver_with_health_answers(oc3: Frame, oc2: Frame) -> Frame:
    """The young person has answers for care leavers and also for children looked after all year."""
    return joined(oc3.filter(any_filled(*ANSWERS)), oc2.filter(any_filled(*YES_OR_NO)), suffix="_oc2")


@rule("344", flags=FLAGGED, suggestion="Give 0 in ACTIV and ACCOM.")
def information_on_one_who_died_or_returned_home() -> nw.Expr:
    """The care leaver died or returned home, so activity and accommodation must be 0."""
    known = ~one_of("ACTIV", [NO_INFORMATION]) | ~one_of("ACCOM", [NO_INFORMATION])
    return one_of("IN_TOUCH", ["DIED", "RHOM"]) & known


@rule("345", flags=FLAGGED)
def in_touch_without_information() -> nw.Expr:
    """The authority is in touch, so activity and accommodation must be known (not 0)."""
    unknown = one_of("ACTIV", [NO_INFORMATION]) | one_of("ACCOM", [NO_INFORMATION])
    return one_of("IN_TOUCH", ["YES"]) & unknown


@rule("347", flags="OC3: DOB ACCOM")
def foyer_under_eighteen(year: CheckedYear) -> nw.Expr:
    """The young person was under 18 when the year started, so accommodation T is not allowed."""
    return one_of("ACCOM", ["T"]) & under_age(18, on=year.start)


@rule(
    "348",
    flags="OC3: IN_TOUCH",
    why="IN_TOUCH was {IN_TOUCH_last} last year and is {IN_TOUCH} now.",
    from_year=2026,
)
def died_last_year_but_not_now(oc3: Frame, oc3_last: Frame) -> Frame:
    """Last year’s return says that the young person had died; this year’s does not."""
    died = suffixed(oc3_last.filter(one_of("IN_TOUCH", ["DIED"])), LAST)
    return joined(oc3.filter(~one_of("IN_TOUCH", ["DIED"])), died)


@rule("391", flags="OC3: DOB IN_TOUCH ACTIV ACCOM")
def leaver_under_seventeen(year: CheckedYear) -> nw.Expr:
    """The young person was under 17 at the end of the year, so no answers for care leavers are expected."""
    return any_filled(*ANSWERS) & turns_after(17, year.end)


@rule(
    "3001",
    flags="OC3: ACCOM",
    why="The young person was born on {DOB} and turned 17 in the year; ACCOM {ACCOM}.",
)
def with_former_carers_at_seventeen(oc3: Frame, header: Frame, year: CheckedYear) -> Frame:
    """A 17-year-old cannot live with former foster carers (Z1, Z2)."""
    staying = joined(oc3.filter(one_of("ACCOM", ["Z1", "Z2"])).drop("DOB", "DOB_text"), header)
    return staying.filter(turns(17, first=year.start, last=year.end))
