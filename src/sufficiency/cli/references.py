"""Postcodes and provider lists for a check, with copies kept in the user's own cache."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import platformdirs
import polars as pl

from sufficiency.analytics.reference.postcodes import find_postcodes
from sufficiency.analytics.returns.places import needed_postcodes
from sufficiency.analytics.returns.providers import read_providers
from sufficiency.analytics.returns.returned import Return


def cache_folder() -> Path:
    """Where copies of reference data are kept."""
    return Path(platformdirs.user_cache_dir("sufficiency", appauthor=False))


def postcodes_of(returns: Iterable[Return], *, providers: pl.DataFrame | None = None) -> pl.DataFrame:
    """The known postcodes among those that the returns and the provider list mention."""
    return find_postcodes(needed_postcodes(returns, providers=providers), cache=cache_folder())


def references(returns: Iterable[Return], *, authority: str | None, providers: Path | None) -> dict[str, Any]:
    """What a check can be given beside the returns."""
    listed = read_providers(providers) if providers else None
    return {
        "postcodes": postcodes_of(list(returns), providers=listed),
        "authority": authority,
        "providers": listed,
    }
