"""Notions about where and with whom: placement authority, distance, the provider list."""

from collections.abc import Callable
from typing import Any

import narwhals as nw
from narwhals import col

from sufficiency.analytics.reference.authorities import codes_today
from sufficiency.analytics.reference.postcodes import KILOMETRES_IN_A_MILE
from sufficiency.analytics.returns.rules.terms import LAST, filled, joined, one_of, suffixed

Frame = nw.LazyFrame[Any]

# What stands in PL_LA for postcodes outside England, by the first letter of their authority's code.
NATIONS = {"S": "SCO", "W": "WAL", "N": "NIR", "L": "NUK", "M": "NUK"}
NO_NUMBER = "XXXXXXX"  # written where a home abroad or in another nation has no Ofsted number


def plain(name: str) -> nw.Expr:
    """A postcode as it is looked up: upper case, no spaces."""
    return col(name).str.to_uppercase().str.replace_all(" ", "", literal=True)


def located(episodes: Frame, postcodes: Frame) -> Frame:
    """Episodes with PL_LA and PL_DISTANCE (miles) as the Department derives them, and what is known of postcodes.

    `home_known` and `placement_known` are filled where the postcode is in the reference.
    """
    looked_up = episodes.with_columns(home=plain("HOME_POST"), placement=plain("PL_POST"))
    home, placement = _places(postcodes, "home"), _places(postcodes, "placement")
    both = looked_up.join(home, on="home", how="left").join(placement, on="placement", how="left")
    east = col("home_easting") - col("placement_easting")
    north = col("home_northing") - col("placement_northing")
    miles = (east * east + north * north).sqrt() / 1000 / KILOMETRES_IN_A_MILE
    return both.with_columns(PL_LA=_nation_or_authority(), PL_DISTANCE=miles.round(1))


def _places(postcodes: Frame, prefix: str) -> Frame:
    names = ("easting", "northing", "authority")
    return postcodes.select(
        col("postcode").alias(prefix),
        col("postcode").alias(f"{prefix}_known"),
        *(col(name).alias(f"{prefix}_{name}") for name in names),
    )


def _nation_or_authority() -> nw.Expr:
    authority = col("placement_authority")
    found = authority
    for letter, nation in NATIONS.items():
        found = nw.when(authority.str.slice(0, 1) == letter).then(nw.lit(nation)).otherwise(found)
    return found


def is_ours(name: str, authority: str) -> nw.Expr:
    """The authority in a column is ours, under whatever code today's postcodes give us; false where not known."""
    return one_of(name, codes_today(authority))


def pl_location(name: str, authority: str) -> nw.Expr:
    """PL_LOCATION by a column of placement authorities: IN our authority or OUT of it, blank where not known."""
    inside = nw.when(is_ours(name, authority)).then(nw.lit("IN")).otherwise(nw.lit("OUT"))
    return nw.when(filled(name)).then(inside)


def episodes_located(episodes: Frame, postcodes: Frame) -> Frame:
    """This year's episodes with PL_LA and PL_DISTANCE."""
    return located(episodes, postcodes)


def boundary_located(earliest_episodes: Frame, latest_episodes_last: Frame, postcodes: Frame) -> Frame:
    """The `boundary` pairs with PL_LA and PL_DISTANCE of both years."""
    last = located(latest_episodes_last, postcodes)
    return joined(located(earliest_episodes, postcodes), suffixed(last, LAST))


def episodes_with_provider(episodes: Frame, providers: Frame) -> Frame:
    """Episodes with an Ofsted number, beside each provider in the list that has it, or none (`urn` blank)."""
    numbered = episodes.filter(filled("URN") & ~one_of("URN", [NO_NUMBER]))
    listed = providers.with_columns(URN=col("urn"))
    return numbered.join(listed, on="URN", how="left")


NOTIONS: tuple[Callable[..., Frame], ...] = (episodes_located, boundary_located, episodes_with_provider)
