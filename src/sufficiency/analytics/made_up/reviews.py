"""Reviews of children's care, mostly in time, and how the child took part."""

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
    running_total,
)

_SPEAKS_FROM = 4  # years of age; younger children are not asked for their views


def reviews(rng: Random, periods: pl.DataFrame) -> pl.DataFrame:
    """Every review held in periods of care: person, date (day number), REVIEW_CODE."""
    started, ended, born = (
        periods[name].to_numpy().astype(np.int64) for name in ("started", "ended", "born")
    )
    # As many as could be held if all came at the shortest gap.
    owner, number = each_of(3 + (ended - started) // given.REVIEW_DAYS[-1][0])
    held = started[owner] + running_total(_gaps(rng, number), owner)
    kept = held < ended[owner]
    owner, held = owner[kept], held[kept]
    spoke = held >= days.birthday(born.astype(np.int32), _SPEAKS_FROM)[owner]
    return pl.DataFrame(
        {
            "person": periods["person"].to_numpy()[owner],
            "date": held.astype(np.int32),
            "REVIEW_CODE": np.where(spoke, pick_from(rng, given.PARTICIPATION, len(held)), "PN0"),
        }
    )


def _gaps(rng: Random, number: Whole) -> Whole:
    bounds = np.array(given.REVIEW_DAYS)[np.minimum(number, len(given.REVIEW_DAYS) - 1)]
    in_time = days_between(rng, bounds[:, 0], bounds[:, 1], len(number))
    late = happens(rng, given.REVIEW_LATE, len(number))
    # Late is beyond the longest the law allows, not only beyond what is usual here.
    return in_time + late * (bounds[:, 1] - in_time + days_between(rng, *given.REVIEW_LATE_DAYS, len(number)))
