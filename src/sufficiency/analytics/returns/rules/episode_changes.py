"""What an episode says has changed has changed, and nothing else: legal status, placement, carer."""

from functools import reduce
from operator import and_

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import PLACE_IN_ORDER
from sufficiency.analytics.returns.rules.terms import BEFORE, differs, filled, one_of, same

PLACEMENT = ("PLACE", "PL_POST", "URN", "PLACE_PROVIDER")
FLAGGED = "Episodes: RNE LS PLACE PL_POST URN PLACE_PROVIDER"
BOTH = (
    "RNE is {RNE}. Before and now: LS {LS_before}, {LS}; PLACE {PLACE_before}, {PLACE}; PL_POST {PL_POST_before}, "
    "{PL_POST}; URN {URN_before}, {URN}; PLACE_PROVIDER {PLACE_PROVIDER_before}, {PLACE_PROVIDER}."
)


def equal_with_before(name: str) -> nw.Expr:
    """The cell is filled and the same as in the episode before."""
    return same(col(name), col(f"{name}{BEFORE}"))


def unchanged(name: str) -> nw.Expr:
    """The cell is as in the episode before; blank equals blank."""
    return ~differs(col(name), col(f"{name}{BEFORE}"))


def following(episodes_with_before: Frame, *reasons: str) -> Frame:
    """Episodes that start for one of the reasons and have an episode of the child before them."""
    return episodes_with_before.filter(one_of("RNE", reasons) & filled(f"{PLACE_IN_ORDER}{BEFORE}"))


@rule("434", flags=FLAGGED, why=BOTH)
def more_or_less_than_the_status_changed(episodes_with_before: Frame) -> Frame:
    """The start says that only the legal status changed (L): it must have, and the placement must not."""
    placement_stays = reduce(and_, (unchanged(name) for name in PLACEMENT))
    return following(episodes_with_before, "L").filter(equal_with_before("LS") | ~placement_stays)


@rule("435", flags=FLAGGED, why=BOTH)
def more_or_less_than_the_placement_changed(episodes_with_before: Frame) -> Frame:
    """The start says that only the placement changed (P, T): it must have, and the legal status must not."""
    # Four filled and equal cells prove that nothing moved; a blank one proves nothing.
    placement_stays = reduce(and_, (equal_with_before(name) for name in PLACEMENT))
    return following(episodes_with_before, "P", "T").filter(~equal_with_before("LS") | placement_stays)


@rule("436", flags=FLAGGED, why=BOTH)
def not_both_changed(episodes_with_before: Frame) -> Frame:
    """The start says that legal status and placement changed (B, U), but one of them did not."""
    placement_stays = reduce(and_, (unchanged(name) for name in PLACEMENT))
    return following(episodes_with_before, "B", "U").filter(unchanged("LS") | placement_stays)
