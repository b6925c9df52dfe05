"""The postcodes of returns: which are needed, and which authority they tell of."""

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


ENOUGH_HOMES = (
    0.5  # share of the known home postcodes that must lie in one authority for it to be taken as ours
)


def authority_by_homes(returns: Iterable[Return], postcodes: pl.DataFrame) -> str | None:
    """The upper-tier authority that most children's homes lie in: a guess to be shown as one; None without."""
    frames = [r.tables["Episodes"].select("CHILD", "HOME_POST") for r in returns if "Episodes" in r.tables]
    if not frames:
        return None
    homes = pl.concat(frames).select("CHILD", plain(pl.col("HOME_POST")).alias("postcode")).unique()
    known = homes.join(postcodes, on="postcode", how="inner")
    counts = known.group_by("authority").len().sort("len", "authority", descending=[True, False])
    if counts.is_empty() or counts["len"][0] < ENOUGH_HOMES * known.height:
        return None
    return str(counts["authority"][0])
