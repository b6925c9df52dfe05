"""A made-up authority: its yearly returns and its register of homes, from a few numbers and a seed."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sufficiency.analytics.made_up.faults import Planted, with_faults
from sufficiency.analytics.made_up.providers import as_published
from sufficiency.analytics.made_up.world import register_of, streams, world
from sufficiency.analytics.made_up.yearly import tables_of
from sufficiency.analytics.reference.years import CollectionYear


@dataclass(frozen=True)
class MadeUpReturn:
    """One year's return: tables by official name, text columns in the official order; and the faults put in."""

    year: CollectionYear
    tables: Mapping[str, pl.DataFrame]
    planted: tuple[Planted, ...] = ()


@dataclass(frozen=True)
class MadeUpAuthority:
    """The returns in order of year, and the homes and agencies their placements are with.

    `providers` has a row each: urn (null in Wales), provider_type, authority (the name of the one it is in),
    placement_codes, provider_code, kind (of placement), in_house, places (null for agencies), opened, closed, postcode.
    """

    returns: list[MadeUpReturn]
    providers: pl.DataFrame


def make_up_authority(
    *, children: int = 1200, years: int = 8, last_year: CollectionYear, seed: int = 1, faults: float = 0.0
) -> MadeUpAuthority:
    """Make up an authority with so many children looked after on the last 31 March.

    `faults` is the share of rows, in every table of every year, in which one thing is wrong.
    """
    asked = _years(children=children, years=years, last_year=last_year, faults=faults)
    made = world(children=children, years=asked, seed=seed)
    draw = streams(seed)
    returns = []
    for year in asked:
        clean = tables_of(made, year, draw["yearly"])
        returns.append(MadeUpReturn(year, *with_faults(clean, year, share=faults, rng=draw["faults"])))
    return MadeUpAuthority(returns, as_published(made.homes))


def make_up(
    *, children: int = 1200, years: int = 8, last_year: CollectionYear, seed: int = 1, faults: float = 0.0
) -> list[MadeUpReturn]:
    """The returns of a made-up authority, in order of year."""
    return make_up_authority(
        children=children, years=years, last_year=last_year, seed=seed, faults=faults
    ).returns


def made_up_providers(
    *, children: int = 1200, years: int = 8, last_year: CollectionYear, seed: int = 1
) -> pl.DataFrame:
    """The homes and agencies of the authority that `make_up` makes of the same numbers."""
    asked = _years(children=children, years=years, last_year=last_year, faults=0.0)
    return as_published(register_of(children=children, years=asked, seed=seed))


def _years(*, children: int, years: int, last_year: CollectionYear, faults: float) -> list[CollectionYear]:
    asked = [CollectionYear(last_year.ending - back) for back in reversed(range(years))]
    if children < 1 or years < 1 or not 0 <= faults <= 1:
        raise ValueError("Ask for at least one child and one year, and for faults in a share from 0 to 1.")
    if not (asked[0].is_described and last_year.is_described):
        raise ValueError(f"The return is not described for all years from {asked[0]} to {last_year}.")
    return asked
