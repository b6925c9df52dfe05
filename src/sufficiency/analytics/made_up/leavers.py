"""Care leavers around their 17th to 21st birthdays (the OC3 table)."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import Random, happens, pick_from
from sufficiency.analytics.made_up.eras import activity_in
from sufficiency.analytics.made_up.states import Exit
from sufficiency.analytics.reference.years import CollectionYear

AGES = range(17, 22)
_OLDER_FROM = 19
_WEEKS_SINCE_14 = 13
# After these the authority has no duty to a care leaver; adopted children and the dead are not care leavers.
_NOT_LEAVERS = (Exit.ADOPTED, Exit.DIED, Exit.TRANSFER, Exit.AGE_ASSESSED, Exit.ABROAD, Exit.GUARDIANSHIP)


def entitled(periods: pl.DataFrame) -> pl.DataFrame:
    """Care leavers with a claim on support, 13 weeks in care since 14 and some of it since 16: person, born, left."""
    born = periods["born"].to_numpy()
    since = {age: np.maximum(periods["started"].to_numpy(), days.birthday(born, age)) for age in (14, 16)}
    days_in_care = {
        f"since_{age}": pl.Series(np.maximum(periods["ended"].to_numpy() - start, 0))
        for age, start in since.items()
    }
    by_person = (
        periods.with_columns(**days_in_care).sort("person", "started").group_by("person", maintain_order=True)
    )
    totals = by_person.agg(
        pl.col("born").first(),
        pl.col("since_14", "since_16").sum(),
        left=pl.col("ended").last(),
        way=pl.col("exit").last(),
    )
    owed = (pl.col("since_14") >= 7 * _WEEKS_SINCE_14) & (pl.col("since_16") >= 1)
    return totals.filter(owed & ~pl.col("way").is_in([int(way) for way in _NOT_LEAVERS])).select(
        "person", "born", "left"
    )


def oc3(rng: Random, leavers: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The OC3 columns of one year for those whose birthday falls in it, after they left care for good.

    `leavers` are those of `entitled` whose last period of care, seen from this year, is over, with `stayed`: whether
    they stayed with their carers as they left.
    """
    parts = [_of_age(rng, leavers, year, age) for age in AGES]
    return pl.concat(parts).sort("person")


def _of_age(rng: Random, leavers: pl.DataFrame, year: CollectionYear, age: int) -> pl.DataFrame:
    birthday = pl.Series(days.birthday(leavers["born"].to_numpy(), age))
    this_year = (birthday >= days.number(year.start)) & (birthday <= days.number(year.end))
    # Somebody who left on the 18th birthday is first reported at 19.
    due = leavers.filter(this_year & (leavers["left"] < birthday))
    band = int(age >= _OLDER_FROM)
    touch = pick_from(rng, given.IN_TOUCH[band], due.height)
    activity = pick_from(rng, given.ACTIVITIES[band], due.height)
    with_carers = happens(rng, given.STILL_WITH_CARERS.get(age, 0.0), due.height) & due["stayed"].to_numpy()
    accommodation = np.where(with_carers, "Z1", pick_from(rng, given.ACCOMMODATION[band], due.height))
    # Of whom nothing is heard, nothing is known (rule 345).
    heard_of = np.isin(touch, ["YES"])
    answers = {
        "IN_TOUCH": pl.Series(touch.tolist(), dtype=pl.String),
        "ACTIV": pl.Series(np.where(heard_of, activity, "0").tolist(), dtype=pl.String),
        "ACCOM": pl.Series(np.where(heard_of, accommodation, "0").tolist(), dtype=pl.String),
    }
    return due.select("person").with_columns(**answers).with_columns(ACTIV=activity_in(year, pl.col("ACTIV")))
