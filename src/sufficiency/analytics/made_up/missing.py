"""Times when a child was missing or away without authorisation."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import (
    Random,
    Whole,
    days_between,
    each_of,
    happens,
    pick_from,
    pick_number,
)
from sufficiency.analytics.reference.years import CollectionYear


def incidents(
    rng: Random, periods: pl.DataFrame, episodes: pl.DataFrame, years: list[CollectionYear]
) -> pl.DataFrame:
    """Every incident while in care, none overlapping another: person, began, returned (day numbers), MISSING."""
    begins, ends = _old_enough(periods, years)
    times = _how_often(rng, ends - begins)
    owner, _ = each_of(times)
    began = days_between(rng, begins[owner], ends[owner] - 1, len(owner))
    lasted = np.array(list(given.MISSING_DAYS))[
        pick_number(rng, list(given.MISSING_DAYS.values()), len(owner))
    ]
    found = pl.DataFrame(
        {
            "period": periods["period"].to_numpy()[owner],
            "person": periods["person"].to_numpy()[owner],
            "ends": periods["ended"].to_numpy()[owner],
            "began": began.astype(np.int32),
            "returned": (began + lasted).astype(np.int32),
            "MISSING": pick_from(
                rng, {"A": given.AWAY_NOT_MISSING, "M": 1 - given.AWAY_NOT_MISSING}, len(owner)
            ),
        }
    )
    apart = _apart(
        found.filter(pl.col("returned") < pl.col("ends") - 1).sort("period", "began", "returned", "MISSING")
    )
    return _settled_at_year_end(apart, episodes, years).drop("period", "ends")


def _old_enough(periods: pl.DataFrame, years: list[CollectionYear]) -> tuple[Whole, Whole]:
    """From when to when each child in care can go missing: old enough, and within the years returned."""
    born = periods["born"].to_numpy()
    since = np.maximum(periods["started"].to_numpy(), days.birthday(born, given.MISSING_FROM)) + 1
    # Some days earlier, so that somebody is missing as the first year begins.
    since = np.maximum(since, days.number(years[0].start) - 20)
    until = np.minimum(periods["ended"].to_numpy() - 1, days.number(years[-1].end))
    return since.astype(np.int64), np.maximum(since, until).astype(np.int64)


def _how_often(rng: Random, length: Whole) -> Whole:
    mean, shape = given.TIMES_MISSING_A_YEAR
    # A few children go missing again and again, most never.
    rate = rng.gamma(shape, mean / shape, len(length)) * happens(rng, given.EVER_MISSING, len(length))
    return rng.poisson(rate * length / days.YEAR)


def _apart(found: pl.DataFrame) -> pl.DataFrame:
    """Incidents that begin after every earlier one of the child is over."""
    before = pl.col("returned").cum_max().shift(1).over("period")
    return found.filter((pl.col("began") > before).fill_null(value=True))


def _settled_at_year_end(
    found: pl.DataFrame, episodes: pl.DataFrame, years: list[CollectionYear]
) -> pl.DataFrame:
    """Leaves out who is missing over a 31 March from another placement than the one they are then in.

    A return takes the missing from the episode that is open on 31 March.
    """
    starts = episodes.select("period", "decom").sort("decom")
    # Otherwise it would be missing from an episode that has ended (rule 575).
    for year in years:
        end = days.number(year.end)
        over = (pl.col("began") <= end) & (pl.col("returned") > end)
        latest = starts.filter(pl.col("decom") <= end).group_by("period").agg(pl.col("decom").max())
        found = found.join(latest, on="period", how="left", maintain_order="left")
        found = found.filter(~over | (pl.col("began") > pl.col("decom")).fill_null(value=False)).drop("decom")
    return found
