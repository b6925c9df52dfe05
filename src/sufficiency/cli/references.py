"""Postcodes and provider lists for a check, with copies kept in the user's own cache."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import platformdirs
import polars as pl

from sufficiency.analytics.reference.postcodes import find_postcodes
from sufficiency.analytics.returns.returned import Return


def cache_folder() -> Path:
    """Where copies of reference data are kept."""
    return Path(platformdirs.user_cache_dir("sufficiency", appauthor=False))


def postcodes_of(returns: Iterable[Return], *, beside: pl.Series | None = None) -> pl.DataFrame:
    """The known postcodes among those that the returns mention, and some `beside` them."""
    columns = ("HOME_POST", "PL_POST")
    episodes = [source.tables["Episodes"] for source in returns if "Episodes" in source.tables]
    mentioned = [frame[column].rename("postcode") for frame in episodes for column in columns]
    others = pl.Series([], dtype=pl.String) if beside is None else beside.cast(pl.String)
    return find_postcodes(pl.concat([*mentioned, others.rename("postcode")]), cache=cache_folder())


def references(returns: Iterable[Return], *, authority: str | None, providers: Path | None) -> dict[str, Any]:
    """What a check can be given beside the returns."""
    from sufficiency.analytics.returns.providers import read_providers

    listed = read_providers(providers) if providers else None
    theirs = None if listed is None else listed["postcode"]
    return {
        "postcodes": postcodes_of(returns, beside=theirs),
        "authority": authority,
        "providers": listed,
    }
