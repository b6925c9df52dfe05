"""Which postcodes checking a return needs, so that no more of the country's two million are read."""

from collections.abc import Iterable

import polars as pl

from sufficiency.analytics.reference.postcodes import plain
from sufficiency.analytics.returns.returned import Return


def needed_postcodes(returns: Iterable[Return], *, providers: pl.DataFrame | None = None) -> pl.Series:
    """The postcodes of homes, placements and providers, each once, in upper case without spaces.

    `find_postcodes` of the postcode reference makes of them the frame that `check` takes as `postcodes`.
    """
    frames = [r.tables["Episodes"] for r in returns if "Episodes" in r.tables]
    mentioned = [frame[name] for frame in frames for name in ("HOME_POST", "PL_POST")]
    if providers is not None:
        mentioned.append(providers["postcode"])
    column = [pl.DataFrame({"postcode": cells}, schema={"postcode": pl.String}) for cells in mentioned]
    told = pl.concat([pl.DataFrame(schema={"postcode": pl.String}), *column])
    return told.select(plain(pl.col("postcode"))).drop_nulls().unique().sort("postcode")["postcode"]
