"""High Court orders that deprive a child of liberty (the DoLo table, from 2026-27)."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import Random, days_between, happens
from sufficiency.analytics.made_up.eras import DEPRIVATION_OF_LIBERTY_SINCE
from sufficiency.analytics.reference.years import CollectionYear

_EXPECTED_IN = ("K2",)
_OLD_ENOUGH = 10  # years
_LEAST_STAY = 14  # days left in the setting after the order takes effect


def orders(rng: Random, episodes: pl.DataFrame, years: list[CollectionYear]) -> pl.DataFrame:
    """Orders within one episode in a children’s home: person, begun, over."""
    asked = [year for year in years if year.ending >= DEPRIVATION_OF_LIBERTY_SINCE]
    first = days.number(asked[0].start if asked else years[-1].next.start)
    last = days.number(years[-1].end)
    stays = episodes.filter(pl.col("PLACE").is_in(_EXPECTED_IN) & (pl.col("decom") <= last - _LEAST_STAY))
    since = np.maximum(stays["decom"].to_numpy(), first).astype(np.int64) + 1
    # Past the age for it and some days before the stay ends.
    since = np.maximum(since, days.birthday(stays["born"].to_numpy(), _OLD_ENOUGH))
    begun = since + days_between(rng, 0, 60, stays.height)
    # Within the episode, for the order is expected in a children's home and no other place (rule 709).
    over = np.minimum(
        begun + days_between(rng, *given.DEPRIVED_DAYS, stays.height), stays["dec"].to_numpy() - 1
    )
    fits = (over - begun >= _LEAST_STAY) & (begun <= last)
    made = fits & happens(rng, given.DEPRIVED_OF_LIBERTY, stays.height)
    found = stays.select(
        "person", begun=pl.Series(begun.astype(np.int32)), over=pl.Series(over.astype(np.int32))
    )
    return found.filter(pl.Series(made)).unique("person", keep="first", maintain_order=True)
