"""Permanence orders before this care: what kind, when and by which authority."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.reference.authorities import authorities
from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.loose_dates import with_zz_number
from sufficiency.analytics.returns.rules.terms import (
    any_blank,
    any_filled,
    blank,
    day_number,
    filled,
    joined,
    one_of,
    wrong_code,
)

NO_ORDER = "Z1"
NOT_KNOWN = "999"
OUTSIDE_ENGLAND = ("WAL", "SCO", "NIR", "NUK")


@rule("631", flags="PrevPerm: PREV_PERM")
def earlier_order_is_unknown(year: CheckedYear) -> nw.Expr:
    """The earlier permanence order is not one of the allowed codes."""
    return wrong_code("PREV_PERM", year.codes("PREV_PERM"))


@rule("633", flags="PrevPerm: LA_PERM")
def arranging_authority_is_unknown() -> nw.Expr:
    """The authority that arranged the earlier order is neither a number of an authority nor WAL, SCO, NIR or NUK."""
    numbers = {authority.number for authority in authorities().values()}
    return wrong_code("LA_PERM", (*numbers, NOT_KNOWN, *OUTSIDE_ENGLAND))


@rule(
    "635",
    flags="PrevPerm: PREV_PERM LA_PERM DATE_PERM",
    suggestion="Say which order it was, or clear the authority and the date.",
)
def order_without_its_kind() -> nw.Expr:
    """An authority or date of an earlier order is given, but not which order it was."""
    # Details beside Z1 (no order) would be wrong too, but the agreed check is of the blank only.
    return any_filled("LA_PERM", "DATE_PERM_text") & blank("PREV_PERM")


@rule(
    "630",
    flags="Episodes: RNE DECOM",
    why="Care started on {DECOM}; PREV_PERM {PREV_PERM}, LA_PERM {LA_PERM}, DATE_PERM {DATE_PERM}.",
    suggestion="Add the child to the PrevPerm table, with Z1 where there was no order.",
)
def start_of_care_without_earlier_order(episodes: Frame, prev_perm: Frame, year: CheckedYear) -> Frame:
    """Care started in the year, but it is not fully recorded whether there was a permanence order before."""
    # Z1 needs neither authority nor date; every other order needs both, the date with zz where not known.
    starts = episodes.filter(one_of("RNE", ["S"]) & (col("DECOM") >= nw.lit(year.start)))
    incomplete = ~one_of("PREV_PERM", [NO_ORDER]) & any_blank("LA_PERM", "DATE_PERM_text")
    return joined(starts, prev_perm, how="left").filter(blank("PREV_PERM") | incomplete)


@rule(
    "632",
    flags={"Episodes": "DECOM", "PrevPerm": "DATE_PERM"},
    why="DATE_PERM is {DATE_PERM}; the first episode starts on {DECOM}.",
    suggestion="Write dd/mm/yyyy, with zz for parts that are not known.",
)
def order_after_care_started(earliest_episodes: Frame, prev_perm: Frame) -> Frame:
    """The earlier order is dated on or after the start of the first episode, or its date cannot be read."""
    ordered = with_zz_number(prev_perm, "DATE_PERM", to="ordered")
    unreadable = filled("DATE_PERM_text") & blank("ordered")
    late = col("ordered") >= day_number(col("DECOM"))
    return joined(earliest_episodes, ordered).filter(late | unreadable)


@rule(
    "634",
    flags={"Episodes": "DECOM", "PrevPerm": "PREV_PERM LA_PERM DATE_PERM"},
    why="The child’s last episode starts before the year; PREV_PERM {PREV_PERM}, LA_PERM {LA_PERM}, "
    "DATE_PERM {DATE_PERM}.",
    suggestion="Give earlier orders only for children whose care started in the year.",
)
def earlier_order_without_start_of_care(
    episodes: Frame, latest_episodes: Frame, prev_perm: Frame, year: CheckedYear
) -> Frame:
    """An earlier order is recorded, but none of the child’s episodes started in the year."""
    # Earlier orders are asked for once, in the year in which care starts.
    recorded = prev_perm.filter(any_filled("PREV_PERM", "LA_PERM", "DATE_PERM_text"))
    settled = latest_episodes.filter(col("DECOM") < nw.lit(year.start)).select("CHILD")
    return joined(joined(episodes, recorded), settled)
