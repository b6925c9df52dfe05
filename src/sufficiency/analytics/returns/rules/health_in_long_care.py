"""Health and twelve months in care: who needs a record (OC2), who needs which answer, who needs none."""

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.health import ALWAYS_ASKED, SDQ, YES_OR_NO
from sufficiency.analytics.returns.rules.terms import (
    ONE_DAY,
    all_blank,
    any_blank,
    any_filled,
    any_of,
    blank,
    filled,
    one_of,
    stacked,
    turned,
    turns,
    turns_after,
    with_row,
    without_row,
)


@rule(
    "157",
    flags="OC2: DOB SDQ_SCORE SDQ_REASON",
    why="The child was born on {DOB}, so was from 4 to 16 all year; SDQ1 means too young or too old.",
)
def wrong_age_given_for_no_score(oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear) -> Frame:
    """The child was of an age for a strengths and difficulties score, but their age is given for having none."""
    old_enough = turned(4, by=year.start)
    young_enough = turns_after(16, year.end - ONE_DAY)
    excused = blank("SDQ_SCORE") & one_of("SDQ_REASON", ["SDQ1"])
    return with_row(oc2, care_for_twelve_months).filter(old_enough & young_enough & excused)


@rule("185", flags="OC2: SDQ_SCORE")
def score_without_twelve_months_in_care(oc2: Frame, care_for_twelve_months: Frame) -> Frame:
    """There is a strengths and difficulties score for a child not looked after for all twelve months."""
    return without_row(oc2, care_for_twelve_months).filter(filled("SDQ_SCORE"))


@rule(
    "186",
    flags="OC2: DOB SDQ_SCORE SDQ_REASON",
    why="The child was born on {DOB}; SDQ_SCORE and SDQ_REASON are both blank.",
)
def score_is_missing(oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear) -> Frame:
    """The child was from 4 to 16 all year; the strengths and difficulties score or a reason for none is missing."""
    old_enough = turned(4, by=year.start)
    young_enough = turns_after(17, year.end)
    return with_row(oc2, care_for_twelve_months).filter(old_enough & young_enough & all_blank(*SDQ))


@rule("190", flags=f"OC2: {' '.join(YES_OR_NO)}")
def health_answers_without_twelve_months_in_care(oc2: Frame, care_for_twelve_months: Frame) -> Frame:
    """Health or convictions are answered for a child not looked after for all twelve months."""
    return without_row(oc2, care_for_twelve_months).filter(any_filled(*YES_OR_NO))


@rule("191", flags={"OC2": " ".join(ALWAYS_ASKED), "Episodes": "CHILD"})
def health_record_is_missing_or_incomplete(
    oc2: Frame, earliest_episodes: Frame, care_for_twelve_months: Frame
) -> Frame:
    """The child was looked after for all twelve months, but answers about their health are missing."""
    incomplete = with_row(oc2, care_for_twelve_months).filter(any_blank(*ALWAYS_ASKED))
    return stacked(incomplete, without_row(with_row(earliest_episodes, care_for_twelve_months), oc2))


@rule(
    "197B",
    flags="OC2: DOB SDQ_SCORE SDQ_REASON",
    why="The child was born on {DOB}; SDQ_SCORE and SDQ_REASON are both blank.",
)
def score_is_missing_near_an_age_limit(oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear) -> Frame:
    """The child turned 4 or 17 in the year; the strengths and difficulties score or a reason is missing."""
    at_limit = any_of(*(turns(age, first=year.start, last=year.end) for age in (4, 17)))
    return with_row(oc2, care_for_twelve_months).filter(at_limit & all_blank(*SDQ))


@rule("198", flags="OC2: SDQ_REASON")
def reason_for_no_score_without_twelve_months_in_care(oc2: Frame, care_for_twelve_months: Frame) -> Frame:
    """There is a reason for no score for a child not looked after for all twelve months."""
    return without_row(oc2, care_for_twelve_months).filter(filled("SDQ_REASON"))


@rule("543", flags="OC2: DOB CONVICTED", why="The child was born on {DOB}; CONVICTED is blank.")
def conviction_is_missing(oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear) -> Frame:
    """The child was over 10 at the end of the year; whether they were convicted is missing."""
    older = turned(10, by=year.end - ONE_DAY)
    return with_row(oc2, care_for_twelve_months).filter(older & blank("CONVICTED"))


@rule("545", flags="OC2: DOB HEALTH_CHECK", why="The child was born on {DOB}; HEALTH_CHECK is blank.")
def development_checks_are_missing(oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear) -> Frame:
    """The child was under 5 at the end of the year; whether development checks are up to date is missing."""
    younger = turns_after(5, year.end)
    return with_row(oc2, care_for_twelve_months).filter(younger & blank("HEALTH_CHECK"))


@rule(
    "546", flags="OC2: DOB HEALTH_CHECK", why="The child was born on {DOB}; HEALTH_CHECK is {HEALTH_CHECK}."
)
def development_checks_answered_from_five(
    oc2: Frame, care_for_twelve_months: Frame, year: CheckedYear
) -> Frame:
    """The child was 5 or over at the end of the year, so development checks must be left blank."""
    older = turned(5, by=year.end)
    return with_row(oc2, care_for_twelve_months).filter(older & filled("HEALTH_CHECK"))
