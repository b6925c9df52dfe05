"""Where the child is placed: postcodes, the authority they are in, the distance from home."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.lacking import LackingError
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived_places import NATIONS, is_ours, pl_location
from sufficiency.analytics.returns.rules.placements import FOSTERING, PLACED_FOR_ADOPTION, without_number
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    any_blank,
    blank,
    children,
    filled,
    one_of,
    same,
    text,
)

FARTHEST_MILES = 999.9
FAR_MILES = 350
ABROAD = (*NATIONS.values(), "CON")


def unaccompanied(*flags: Frame | None) -> Frame:
    """The children (CHILD) flagged in any of the years whose UASC table is there.

    Raises LackingError where no year's is.
    """
    # A year without the table says nothing about anybody, so the other year decides alone.
    known = [flag for flag in flags if flag is not None]
    if not known:
        raise LackingError("Needs the UASC table, of this year or last.")
    flagged = [flag.filter(one_of("header_uasc", ["1"])).select("CHILD") for flag in known]
    return children(nw.concat(flagged))


def accompanied(episodes: Frame, *flags: Frame | None) -> Frame:
    """The episodes of all other children."""
    return episodes.join(unaccompanied(*flags), on="CHILD", how="anti")


@rule("169", flags="Episodes: PL_POST", why="PL_POST is {PL_POST}, for which no authority is known.")
def authority_cannot_be_told(episodes_located: Frame) -> Frame:
    """The authority the child is placed in cannot be told from the postcode of the placement."""
    return episodes_located.filter(~one_of("LS", SHORT_BREAKS) & blank("PL_LA"))


@rule("179", flags="Episodes: PL_POST", why="PL_POST is {PL_POST}, for which no authority is known.")
def inside_or_outside_cannot_be_told(episodes_located: Frame) -> Frame:
    """Whether the placement is in the authority cannot be told from its postcode."""
    return episodes_located.filter(~one_of("LS", SHORT_BREAKS) & blank("PL_LA"))


@rule("164", flags="Episodes: HOME_POST PL_POST", why="The distance comes to {PL_DISTANCE} miles.")
def distance_is_impossible(
    episodes_located: Frame, header_uasc: Frame | None = None, header_uasc_last: Frame | None = None
) -> Frame:
    """The distance between home and placement is not possible."""
    # Cannot happen within Great Britain; kept, so that the list of checks is whole.
    impossible = (col("PL_DISTANCE") < 0) | (col("PL_DISTANCE") > FARTHEST_MILES)
    return accompanied(episodes_located, header_uasc, header_uasc_last).filter(impossible)


@rule("392a", flags="Episodes: HOME_POST PL_POST")
def distance_cannot_be_told(
    episodes_located: Frame, header_uasc: Frame | None = None, header_uasc_last: Frame | None = None
) -> Frame:
    """The distance between home and placement cannot be told from their postcodes."""
    unknown = ~one_of("LS", SHORT_BREAKS) & blank("PL_DISTANCE")
    return accompanied(episodes_located, header_uasc, header_uasc_last).filter(unknown)


@rule("392b", flags="Episodes: HOME_POST PL_POST")
def postcode_is_missing(
    episodes: Frame, header_uasc: Frame | None = None, header_uasc_last: Frame | None = None
) -> Frame:
    """The postcode of the home or of the placement is missing."""
    missing = episodes.filter(~one_of("LS", SHORT_BREAKS) & any_blank("HOME_POST", "PL_POST"))
    if header_uasc is None and header_uasc_last is None:
        return missing
    return accompanied(missing, header_uasc, header_uasc_last)


@rule("392c", flags="Episodes: HOME_POST PL_POST")
def postcode_is_unknown(episodes_located: Frame) -> Frame:
    """The postcode of the home or of the placement does not exist, as far as is known."""
    home = filled("HOME_POST") & blank("home_known")
    return episodes_located.filter(home | (filled("PL_POST") & blank("placement_known")))


@rule(
    "406",
    flags="Episodes: HOME_POST PL_POST",
    why="HOME_POST is {HOME_POST}, {PL_DISTANCE} miles from PL_POST {PL_POST}.",
    suggestion="Leave HOME_POST blank for unaccompanied children seeking asylum.",
)
def distance_of_an_unaccompanied_child(
    episodes_located: Frame, header_uasc: Frame | None = None, header_uasc_last: Frame | None = None
) -> Frame:
    """An unaccompanied child seeking asylum has no home to be at a distance from."""
    flagged = unaccompanied(header_uasc, header_uasc_last)
    return episodes_located.join(flagged, on="CHILD", how="inner").filter(filled("PL_DISTANCE"))


@rule("411", flags="Episodes: PL_POST", why="PL_POST {PL_POST} is in {PL_LA}.")
def inside_but_of_another_authority(episodes_located: Frame, authority: str) -> Frame:
    """The placement is in the authority, but the authority derived for it is another."""
    # Both come from one postcode here, so this only guards against a fault in the reference.
    inside = same(pl_location("PL_LA", authority), nw.lit("IN"))
    return episodes_located.filter(inside & ~is_ours("PL_LA", authority))


@rule("420", flags="Episodes: LS PL_POST", why="LS is {LS}, and PL_POST {PL_POST} is in {PL_LA}.")
def authority_of_a_short_break(episodes_located: Frame) -> Frame:
    """For short breaks (V3, V4) no authority of the placement is recorded."""
    return episodes_located.filter(one_of("LS", SHORT_BREAKS) & filled("PL_LA"))


@rule(
    "454",
    flags="Episodes: HOME_POST PL_POST",
    why="HOME_POST {HOME_POST} is {PL_DISTANCE} miles from PL_POST {PL_POST}.",
    from_year=2026,
)
def placed_very_far_away(episodes_located: Frame) -> Frame:
    """The child is placed more than 350 miles from home."""
    # 999.9 once stood for “not known”. Unaccompanied children are not left out.
    return episodes_located.filter((col("PL_DISTANCE") > FAR_MILES) & (col("PL_DISTANCE") != FARTHEST_MILES))


@rule("218", flags="Episodes: URN PLACE DEC PL_POST", confirmed_from=2026)
def ofsted_number_is_missing(episodes_located: Frame, year: CheckedYear) -> Frame:
    """The placement is in England and of a kind that Ofsted registers, but its number is missing."""
    # Short breaks are tested too, although 214 forbids their number: the agreed checks contradict each other there.
    current = text("DEC").is_null() | (col("DEC") >= nw.lit(year.start))
    needed = ~one_of("PLACE", without_number(year)) & ~one_of("PL_LA", ABROAD)
    return episodes_located.filter(blank("URN") & current & needed)


@rule(
    "1015",
    flags="Episodes: PLACE PLACE_PROVIDER PL_POST",
    why="PLACE {PLACE} is said to be own provision (PR1), but PL_POST {PL_POST} is in {PL_LA}.",
)
def own_provision_outside_the_authority(episodes_located: Frame, authority: str) -> Frame:
    """The authority’s own provision (PR1) other than family placements should be within the authority."""
    # A placement that cannot be located is not shown to be ours, so it is named.
    own = one_of("PLACE_PROVIDER", ["PR1"]) & filled("PLACE") & filled("LS")
    not_family = ~one_of("PLACE", (*PLACED_FOR_ADOPTION, *FOSTERING)) & ~one_of("LS", SHORT_BREAKS)
    return episodes_located.filter(own & not_family & ~is_ours("PL_LA", authority))
