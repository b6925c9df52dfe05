"""Temporary placements (T0 to T4): short, away from a home the child returns to, and no end of care."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE, beside, numbered
from sufficiency.analytics.returns.rules.loose_dates import with_lenient_number
from sufficiency.analytics.returns.rules.placements import TEMPORARY
from sufficiency.analytics.returns.rules.terms import (
    BEFORE,
    any_filled,
    filled,
    joined,
    later,
    one_of,
    same,
    with_row,
)

TWICE_BEFORE = "_two_before"


@rule("380", flags="Episodes: PLACE RNE")
def temporary_stay_starts_otherwise() -> nw.Expr:
    """A temporary placement (T0 to T4) starts with a change of placement: RNE must be P or B."""
    return one_of("PLACE", TEMPORARY) & ~one_of("RNE", ["P", "B"])


@rule("381", flags="Episodes: PLACE REC")
def care_ends_in_a_temporary_stay() -> nw.Expr:
    """After a temporary placement (T0 to T4) the child goes on being looked after: REC must be X1."""
    return one_of("PLACE", TEMPORARY) & filled("REC") & ~one_of("REC", ["X1"])


def longer_than(episodes: Frame, header: Frame, *, place: str, days: int) -> Frame:
    """Ended stays of one kind that took more days; only children whose birth is known are tested."""
    # Why birth matters here is not said anywhere; the agreed check leaves the others out.
    born = header.filter(~col("DOB").is_null())
    stays = joined(episodes.filter(one_of("PLACE", [place])), born)
    return stays.filter(col("DEC") > later(col("DECOM"), days=days))


@rule("375", flags="Episodes: PLACE DECOM DEC", why="The stay lasted from {DECOM} to {DEC}.")
def hospital_stay_is_long(episodes: Frame, header: Frame) -> Frame:
    """A temporary stay in hospital (T1) lasted more than 42 days."""
    return longer_than(episodes, header, place="T1", days=42)


@rule("376", flags="Episodes: PLACE DECOM DEC", why="The stay lasted from {DECOM} to {DEC}.")
def stay_while_carer_is_away_is_long(episodes: Frame, header: Frame) -> Frame:
    """A temporary stay while the foster carer is on holiday (T3) lasted more than 21 days."""
    return longer_than(episodes, header, place="T3", days=21)


@rule("379", flags="Episodes: PLACE DECOM DEC", why="The stay lasted from {DECOM} to {DEC}.")
def other_temporary_stay_is_long(episodes: Frame, header: Frame) -> Frame:
    """A temporary stay for any other reason (T4) lasted more than 7 days."""
    return longer_than(episodes, header, place="T4", days=7)


@rule("377", flags="Episodes: PLACE", why="The child has {stays} stays with PLACE T3 in the return.")
def carer_is_often_away(episodes: Frame) -> Frame:
    """The child had more than two temporary stays while the foster carer was on holiday (T3)."""
    # All stays in the file count, in whatever twelve months they were.
    stays = episodes.filter(one_of("PLACE", ["T3"]) & filled("CHILD"))
    counted = stays.with_columns(stays=col(LINE).count().over("CHILD"))
    return counted.filter(col("stays") > 2)


@rule(
    "226",
    flags="Episodes: PLACE REASON_PLACE_CHANGE",
    why="PLACE is {PLACE}, REASON_PLACE_CHANGE {REASON_PLACE_CHANGE} and {REASON_PLACE_CHANGE_before} before it.",
    suggestion="Leave REASON_PLACE_CHANGE blank here and in the episode before.",
    confirmed_from=2026,
)
def temporary_stay_has_a_reason_for_change(episodes_with_before: Frame) -> Frame:
    """Going to and from a temporary placement needs no reason for the change of placement."""
    reason = any_filled("REASON_PLACE_CHANGE", f"REASON_PLACE_CHANGE{BEFORE}")
    return episodes_with_before.filter(one_of("PLACE", TEMPORARY) & reason)


@rule(
    "383",
    flags="Episodes: PLACE RNE PL_POST",
    why="RNE {RNE}, PLACE {PLACE}, PL_POST {PL_POST}; before the temporary stay ({PLACE_before}) PLACE was "
    "{PLACE_two_before}, PL_POST {PL_POST_two_before}.",
    confirmed_from=2026,
)
def child_does_not_return_from_a_temporary_stay(episodes: Frame) -> Frame:
    """After a temporary placement the child must return (RNE P) to the placement left for it."""
    theirs = with_row(episodes, episodes.filter(one_of("PLACE", TEMPORARY)))
    # Unlike elsewhere, starts written in another way than dd/mm/yyyy are put in their place here.
    ordered = numbered(with_lenient_number(theirs, "DECOM", to="started"), "started", line=LINE)
    three = beside(beside(ordered, suffix=BEFORE, step=-1), suffix=TWICE_BEFORE, step=-2)
    return three.filter(one_of(f"PLACE{BEFORE}", TEMPORARY) & filled(f"{LINE}{TWICE_BEFORE}") & ~_returned())


def _returned() -> nw.Expr:
    # Two blank postcodes do not show that the child is back.
    to_it = same(col("PLACE"), col(f"PLACE{TWICE_BEFORE}")) & same(
        col("PL_POST"), col(f"PL_POST{TWICE_BEFORE}")
    )
    return one_of("RNE", ["P"]) & to_it
