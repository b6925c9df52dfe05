"""Where the child is placed, from one year to the next: an open episode does not move by itself."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived_places import pl_location
from sufficiency.analytics.returns.rules.terms import LAST, blank, differs, same

MOVED_MILES = 0.2


def moved() -> nw.Expr:
    """Both distances are known and differ by 0.2 miles or more, or only this year's is known."""
    now, before = col("PL_DISTANCE"), col(f"PL_DISTANCE{LAST}")
    # Plain subtraction, as the Department's validator does it: a difference of just 0.2 may fall on either side.
    return ((now - before).abs() >= MOVED_MILES) | (before.is_null() & ~now.is_null())


def same_reason() -> nw.Expr:
    """The reason the episode started is filled and unchanged."""
    return same(col("RNE"), col(f"RNE{LAST}"))


AUTHORITY_CHANGED = "PL_POST {PL_POST} is in {PL_LA}; last year it was {PL_POST_last}, in {PL_LA_last}."
DISTANCE_CHANGED = (
    "The distance is {PL_DISTANCE} miles (HOME_POST {HOME_POST}, PL_POST {PL_POST}); "
    "last year {PL_DISTANCE_last} ({HOME_POST_last}, {PL_POST_last})."
)


@rule("452", flags="Episodes: RNE PL_POST", why=AUTHORITY_CHANGED)
def authority_changed_with_the_same_start(continuing_located: Frame) -> Frame:
    """The open episode goes on with the same reason for its start, but in another authority."""
    # Here an end that is no real day is an end; the other rules take it for none.
    kept = continuing_located.filter(blank(f"DEC_text{LAST}") & same_reason())
    return kept.filter(differs(col("PL_LA"), col(f"PL_LA{LAST}")))


@rule("453", flags="Episodes: RNE HOME_POST PL_POST", why=DISTANCE_CHANGED)
def distance_changed_with_the_same_start(continuing_located: Frame) -> Frame:
    """The open episode goes on with the same reason for its start, but at another distance from home."""
    return continuing_located.filter(same_reason() & moved())


@rule("503G", flags="Episodes: HOME_POST PL_POST", why=DISTANCE_CHANGED)
def distance_changed(continuing_located: Frame) -> Frame:
    """The distance from home in the open episode differs from last year’s return."""
    return continuing_located.filter(moved())


@rule("503H", flags="Episodes: PL_POST", why=AUTHORITY_CHANGED)
def authority_changed(continuing_located: Frame) -> Frame:
    """The authority of the placement in the open episode differs from last year’s return."""
    return continuing_located.filter(differs(col("PL_LA"), col(f"PL_LA{LAST}")))


@rule("503J", flags="Episodes: PL_POST", why=AUTHORITY_CHANGED)
def inside_or_outside_changed(continuing_located: Frame, authority: str) -> Frame:
    """Whether the open episode’s placement is in the authority differs from last year’s return."""
    # A placement that can no longer be located counts as changed, one that never could does not.
    now, before = pl_location("PL_LA", authority), pl_location(f"PL_LA{LAST}", authority)
    return continuing_located.filter(differs(now, before))
