"""Notions about where and with whom: placement authority, distance, the provider list."""

from collections.abc import Callable
from typing import Any

import narwhals as nw
from narwhals import col

from sufficiency.analytics.reference.authorities import codes_today
from sufficiency.analytics.reference.postcodes import KILOMETRES_IN_A_MILE
from sufficiency.analytics.returns.rules.terms import LAST, filled, one_of

Frame = nw.LazyFrame[Any]

# What stands in PL_LA for postcodes outside England, by the first letter of their authority's code.
NATIONS = {"S": "SCO", "W": "WAL", "N": "NIR", "L": "NUK", "M": "NUK"}
NO_NUMBER = "XXXXXXX"  # written where a home abroad or in another nation has no Ofsted number


def plain(name: str) -> nw.Expr:
    """A postcode as it is looked up: upper case, no spaces."""
    return col(name).str.to_uppercase().str.replace_all(" ", "", literal=True)


def located(episodes: Frame, postcodes: Frame, *, suffix: str = "") -> Frame:
    """Episodes with PL_LA and PL_DISTANCE (miles) as the Department derives them, and what is known of postcodes.

    `home_known` and `placement_known` are filled where the postcode is in the reference. The suffix is that of the
    postcodes' columns, and of all that is added.
    """
    home, placement = f"home{suffix}", f"placement{suffix}"
    looked_up = episodes.with_columns(
        plain(f"HOME_POST{suffix}").alias(home), plain(f"PL_POST{suffix}").alias(placement)
    )
    with_home = looked_up.join(_places(postcodes, home, suffix), on=home, how="left")
    both = with_home.join(_places(postcodes, placement, suffix), on=placement, how="left")
    miles = _miles(
        *(f"{end}_{way}{suffix}" for way in ("easting", "northing") for end in ("home", "placement"))
    )
    authority = _nation_or_authority(f"placement_authority{suffix}")
    return both.with_columns(authority.alias(f"PL_LA{suffix}"), miles.alias(f"PL_DISTANCE{suffix}"))


def _places(postcodes: Frame, key: str, suffix: str) -> Frame:
    """The reference under the names of one end of the way; the key is the end's name with the suffix."""
    end = key.removesuffix(suffix)
    return postcodes.select(
        col("postcode").alias(key),
        col("postcode").alias(f"{end}_known{suffix}"),
        *(col(name).alias(f"{end}_{name}{suffix}") for name in ("easting", "northing", "authority")),
    )


def _miles(easting: str, other_easting: str, northing: str, other_northing: str) -> nw.Expr:
    east, north = col(easting) - col(other_easting), col(northing) - col(other_northing)
    return ((east * east + north * north).sqrt() / 1000 / KILOMETRES_IN_A_MILE).round(1)


def _nation_or_authority(name: str) -> nw.Expr:
    found = col(name)
    for letter, nation in NATIONS.items():
        found = nw.when(col(name).str.slice(0, 1) == letter).then(nw.lit(nation)).otherwise(found)
    return found


def is_ours(name: str, authority: str) -> nw.Expr:
    """The authority in a column is ours, under whatever code today's postcodes give us; false where not known."""
    return one_of(name, codes_today(authority))


def pl_location(name: str, authority: str) -> nw.Expr:
    """PL_LOCATION by a column of placement authorities: IN our authority or OUT of it, blank where not known."""
    # An authority that was recoded or split is still ours under its newer codes.
    inside = nw.when(is_ours(name, authority)).then(nw.lit("IN")).otherwise(nw.lit("OUT"))
    return nw.when(filled(name)).then(inside)


def episodes_located(episodes: Frame, postcodes: Frame) -> Frame:
    """This year's episodes with PL_LA and PL_DISTANCE."""
    return located(episodes, postcodes)


def continuing_located(continuing: Frame, postcodes: Frame) -> Frame:
    """The `continuing` pairs with PL_LA and PL_DISTANCE of both years."""
    return located(located(continuing, postcodes), postcodes, suffix=LAST)


def episodes_with_provider(episodes: Frame, providers: Frame) -> Frame:
    """Episodes with an Ofsted number, beside each provider in the list that has it, or none (`listed` blank)."""
    numbered = episodes.filter(filled("URN") & ~one_of("URN", [NO_NUMBER]))
    # Some engines take urn and URN for one name, so only one of them goes on.
    listed = providers.select(
        "place_codes", "provider_codes", "closed_on", "postcode", URN="urn", listed="urn"
    )
    return numbered.join(listed, on="URN", how="left")


NOTIONS: tuple[Callable[..., Frame], ...] = (episodes_located, continuing_located, episodes_with_provider)
