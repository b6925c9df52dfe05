"""Children who stay away from home in series of short breaks; they are in no other care."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import Random, Whole, days_between, each_of, happens, running_total

_STATUSES = {"V3": "each break is returned", "V4": "only the agreement is returned"}
_AGES = (4, 15)
_BIRTHDAY_ROOM = 10  # days between the end of a series and the 18th birthday
_CODES = {
    # A setting that needs no Ofsted number, for a short break is returned without one.
    "RNE": "S", "CIN": "N2", "PLACE": "R1", "PLACE_PROVIDER": "PR4", "REC": "E8",
}  # fmt: skip


def families(rng: Random, *, children: int, since: int, until: int, first_person: int) -> pl.DataFrame:
    """Children with series of breaks, a row a series as `entrants` has people, with begins and ends (day numbers)."""
    low, high = given.BREAK_SERIES_YEARS
    span = (until - since) / days.YEAR
    count = round(children * given.SHORT_BREAKS_PER_CHILD * (1 + 2 * span / (low + high)))
    begins = days_between(rng, since - int(high * days.YEAR / 2), until - 60, count)
    ages = rng.uniform(*_AGES, size=count) * days.YEAR
    born = days.not_leap_day((begins - ages).astype(np.int32))
    ends = begins + (rng.uniform(low, high, size=count) * days.YEAR).astype(np.int64)
    # Series stop before the child is of age.
    ends = np.minimum(ends, days.birthday(born, 18) - _BIRTHDAY_ROOM)
    return pl.DataFrame(
        {
            "person": np.arange(first_person, first_person + count, dtype=np.int64),
            "born": born,
            "entered": begins.astype(np.int32),
            "alone": np.zeros(count, dtype=bool),
            "male": happens(rng, 0.62, count),
            "need": ["N2"] * count,
            "ethnicity": ["WBRI"] * count,
            "ends": ends.astype(np.int32),
        }
    )


def breaks(rng: Random, children: pl.DataFrame) -> pl.DataFrame:
    """Their episodes, in the columns of `episodes.episodes`, without postcodes and numbers."""
    unrecorded = happens(rng, given.BREAKS_UNRECORDED, children.height)
    agreements = children.filter(pl.Series(unrecorded)).select(
        "person", decom="entered", dec="ends", LS=pl.lit("V4")
    )
    recorded = _each_break(rng, children.filter(pl.Series(~unrecorded)))
    return pl.concat([agreements, recorded]).with_columns(
        *[pl.lit(code).alias(name) for name, code in _CODES.items()],
        *[
            pl.lit(None, dtype=pl.String).alias(name)
            for name in ("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")
        ],
    )


def _each_break(rng: Random, children: pl.DataFrame) -> pl.DataFrame:
    begins, ends = (children[name].to_numpy().astype(np.int64) for name in ("entered", "ends"))
    a_year = days_between(rng, *given.BREAKS_A_YEAR, children.height)
    owner, number = each_of((ends - begins) * a_year // int(days.YEAR) + 1)
    started = begins[owner] + _waits(rng, a_year, owner, number)
    over = started + days_between(rng, *given.BREAK_DAYS, len(owner))
    kept = over <= ends[owner]
    return pl.DataFrame(
        {
            "person": children["person"].to_numpy()[owner],
            "decom": started.astype(np.int32),
            "dec": over.astype(np.int32),
            "LS": ["V3"] * len(owner),
        }
    ).filter(pl.Series(kept))


def _waits(rng: Random, a_year: Whole, owner: Whole, number: Whole) -> Whole:
    usual = (days.YEAR / a_year)[owner]
    waits = np.rint(usual * rng.uniform(0.7, 1.3, len(owner))).astype(np.int64)
    return running_total(np.where(number == 0, 0, waits), owner)
