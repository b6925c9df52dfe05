"""Social workers allocated to children, one after another."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import (
    Flags,
    Random,
    Whole,
    each_of,
    never_twice_running,
    pick_from,
    running_total,
)
from sufficiency.analytics.made_up.eras import SOCIAL_WORKERS_SINCE
from sufficiency.analytics.reference.years import CollectionYear

FIRST_NUMBER = 9_000_000  # longer than the numbers in use, so that no real worker is named
_BEFORE_TABLE = 400  # days; of those in care when the table began, workers this far back are made up
_LEAST_DAYS = 10
_FIRST_REASON = "FCONTA"
_LAST_DAYS_OF_MARCH = 5  # the return queries a worker whose time ends in them
_AFTER_MARCH = 8
_REMEMBERED = 30  # days of the next year until the worker of a child who left care is let go


def worker_spells(rng: Random, periods: pl.DataFrame, *, children: int) -> pl.DataFrame:
    """Time with each worker in periods of care: person, SW_ID, begun, over (null while it goes on), SW_REASON."""
    table_starts = days.number(CollectionYear(SOCIAL_WORKERS_SINCE).start)
    recent = periods.filter(pl.col("ended") >= table_starts).sort("person", "started")
    back = table_starts - rng.integers(_LEAST_DAYS, _BEFORE_TABLE, size=recent.height)
    since = np.maximum(recent["started"].to_numpy(), back).astype(np.int64)
    spells = _spells(rng, recent, since).sort("person", "begun")
    number = never_twice_running(
        rng, spells["person"].to_numpy(), max(children // given.CHILDREN_A_WORKER, 2)
    )
    reason = pl.Series(pick_from(rng, given.WORKER_REASONS, spells.height), dtype=pl.String)
    # The reason is asked for only of allocations since the table began (rule SW01b).
    asked = pl.col("begun") >= table_starts
    return spells.with_columns(
        SW_ID="SW" + pl.Series(FIRST_NUMBER + 13 * number).cast(pl.String),
        over=_over(spells),
        SW_REASON=pl.when(asked & pl.col("first")).then(pl.lit(_FIRST_REASON)).when(asked).then(reason),
    ).select("person", "SW_ID", "begun", "over", "SW_REASON")


def _spells(rng: Random, periods: pl.DataFrame, since: Whole) -> pl.DataFrame:
    ended = periods["ended"].to_numpy().astype(np.int64)
    owner, number = each_of(2 + rng.poisson(given.WORKER_CHANGES_A_YEAR * (ended - since) / days.YEAR + 2))
    waits = _LEAST_DAYS + rng.exponential(days.YEAR / given.WORKER_CHANGES_A_YEAR, len(owner)).astype(
        np.int64
    )
    begun = since[owner] + np.where(number == 0, 0, running_total(np.where(number == 0, 0, waits), owner))
    # A child's first worker starts with the care itself, whenever that is.
    begun = np.where(number == 0, begun, _clear_of_march(begun))
    kept = begun < ended[owner]
    return pl.DataFrame(
        {
            "person": periods["person"].to_numpy()[owner],
            "begun": begun.astype(np.int32),
            "left": ended[owner].astype(np.int32),
            "first": number == 0,
        }
    ).filter(pl.Series(kept))


def _clear_of_march(begun: Whole) -> Whole:
    return np.where(_late_in_march(begun), begun + _AFTER_MARCH, begun)


def _late_in_march(dates: Whole) -> Flags:
    ending = days.collection_year(dates.astype(np.int32))
    april = (
        ((ending - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 3)
        .astype("datetime64[D]")
        .astype(np.int64)
    )
    return april - dates <= _LAST_DAYS_OF_MARCH + 1


def _over(spells: pl.DataFrame) -> pl.Series:
    """When the next worker comes; for a child who comes back years later, soon after the year of leaving."""
    left = pl.col("left").cast(pl.Date)
    march = pl.date(left.dt.year() + (left.dt.month().cast(pl.Int32) >= 4).cast(pl.Int32), 3, 31)
    # Within a period the next worker always comes before the old one is let go.
    let_go = march.cast(pl.Int32) + _REMEMBERED
    following = pl.col("begun").shift(-1).over("person")
    over = spells.select(
        "begun", over=pl.when(following.is_not_null()).then(pl.min_horizontal(following, let_go))
    )
    late = pl.Series(_late_in_march(over["over"].fill_null(0).to_numpy().astype(np.int64)))
    sooner = pl.col("over") - _AFTER_MARCH
    return over.select(pl.when(late & (sooner > pl.col("begun"))).then(sooner).otherwise("over")).to_series()
