"""A child's episodes one after another: each ends where the next starts, and says why."""

from datetime import date

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE, PLACE_IN_ORDER, beside, numbered
from sufficiency.analytics.returns.rules.terms import (
    AFTER,
    closing_rows,
    filled,
    holds,
    one_of,
    same,
)

STAYS = "X1"
UNDATED = date(1901, 1, 1)  # where rule 388 puts an episode without a start


@rule(
    "142",
    flags="Episodes: DEC REC",
    why="The episode that starts on {DECOM} has DEC {DEC} and REC {REC}, but the child has another one.",
)
def earlier_episode_is_left_open(episodes_with_after: Frame) -> Frame:
    """An episode that is not the child’s last has no end or no reason for its end."""
    closing = closing_rows(episodes_with_after, "DECOM", LINE)
    dated = episodes_with_after.filter(~col("DECOM").is_null())
    return dated.join(closing, on=LINE, how="anti").filter(col("DEC").is_null() | col("REC").is_null())


@rule("357", flags="Episodes: DECOM RNE")
def first_episode_does_not_start_care(earliest_episodes: Frame, year: CheckedYear) -> Frame:
    """The child’s first episode of the year is new but does not say that care started (S)."""
    return earliest_episodes.filter((col("DECOM") >= year.start) & ~one_of("RNE", ["S"]))


@rule(
    "431",
    flags="Episodes: DECOM RNE",
    why="RNE is S on {DECOM}, but the episode before ended on {DEC_before}.",
)
def care_starts_without_a_break(episodes_with_before: Frame) -> Frame:
    """Care starts (S) although the episode before it had not ended the day before."""
    return episodes_with_before.filter(one_of("RNE", ["S"]) & holds(col("DEC_before") >= col("DECOM")))


@rule("432", flags="Episodes: RNE", why="The episode before ended with {REC_before}, and RNE here is {RNE}.")
def care_goes_on_after_leaving(episodes_with_before: Frame, year: CheckedYear) -> Frame:
    """The child had left care, so this episode must say that care started (S)."""
    left_care = one_of("REC_before", year.codes("REC") - {STAYS})
    return episodes_with_before.filter(left_care & ~one_of("RNE", ["S"]))


@rule("433", flags="Episodes: DECOM RNE", why="It starts on {DECOM}; the one before ended on {DEC_before}.")
def care_goes_on_after_a_gap(episodes_by_end_with_before: Frame) -> Frame:
    """The episode continues care but does not start on the day the one before it ended."""
    here, before = col("DECOM_text"), col("DEC_text_before")
    apart = here.is_null() | before.is_null() | holds(here != before)
    goes_on = one_of("RNE", ["P", "L", "T", "U", "B"]) & filled(f"{PLACE_IN_ORDER}_before")
    return episodes_by_end_with_before.filter(goes_on & apart)


@rule("501", flags="Episodes: DECOM DEC", why="It starts on {DECOM}; the one before ended on {DEC_before}.")
def episodes_overlap(episodes_with_before: Frame) -> Frame:
    """The episode starts before the one before it ended."""
    return episodes_with_before.filter(holds(col("DECOM") < col("DEC_before")))


@rule("504", flags="Episodes: CIN", why="CIN is {CIN}; the episode before had {CIN_before}.")
def need_changes_within_care(episodes_with_before: Frame) -> Frame:
    """The category of need changes within a period of care."""
    follows = one_of("REC_before", [STAYS]) & holds(col("DEC_before") == col("DECOM"))
    # Two blanks count as a change: neither says that the need is the same.
    same = holds(col("CIN") == col("CIN_before"))
    return episodes_with_before.filter(follows & ~same)


@rule("225", flags="Episodes: REASON_PLACE_CHANGE", why="The next episode starts with {RNE_after}.")
def reason_for_change_is_missing(episodes_with_after: Frame, year: CheckedYear) -> Frame:
    """The placement changed, but the reason for the change is missing."""
    temporary = year.codes("PLACE") & {"T0", "T1", "T2", "T3", "T4"}
    ended_for_a_move = one_of("REC", [STAYS]) & one_of("RNE_after", ["P", "B", "T", "U"])
    neither_temporary = ~one_of("PLACE", temporary) & ~one_of("PLACE_after", temporary)
    return episodes_with_after.filter(
        ended_for_a_move & neither_temporary & col("REASON_PLACE_CHANGE").is_null()
    )


@rule(
    "388",
    flags="Episodes: DEC REC",
    why="The episode ends on {DEC} with {REC}; the child’s next one starts on {DECOM_after}.",
    suggestion="Use X1 exactly where the next episode starts on the day this one ends.",
)
def end_contradicts_what_follows(episodes: Frame) -> Frame:
    """The reason for the end does not agree with whether another episode starts on that day."""
    ordered = numbered(
        episodes.with_columns(DECOM=nw.coalesce(col("DECOM"), nw.lit(UNDATED))), "DECOM", line=LINE
    )
    pairs = beside(ordered, suffix=AFTER, step=1)
    # Without a next episode X1 is wrong as soon as there is an end, and any other reason right.
    follows = filled(f"{PLACE_IN_ORDER}{AFTER}")
    at_once = same(col("DEC"), col(f"DECOM{AFTER}"))
    stays, leaves = one_of("REC", [STAYS]), filled("REC") & ~one_of("REC", [STAYS])
    return pairs.filter((stays & ~col("DEC").is_null() & ~at_once) | (leaves & follows & at_once))


@rule("437", flags="Episodes: REC", why="REC is {REC}, but another episode follows.")
def care_goes_on_after_death_or_adulthood(episodes_with_after: Frame) -> Frame:
    """The child died or was found to be an adult, yet another episode follows."""
    dated = episodes_with_after.filter(~col("DECOM").is_null())
    return dated.filter(one_of("REC", ["E2", "E15"]) & filled(f"{PLACE_IN_ORDER}{AFTER}"))
