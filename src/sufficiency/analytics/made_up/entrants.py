"""Who comes into care for the first time, when and at what age."""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import children as given
from sufficiency.analytics.made_up.draws import (
    Flags,
    Random,
    Whole,
    days_between,
    happens,
    pick_from,
    pick_number,
)
from sufficiency.analytics.reference.years import CollectionYear

NEWBORN_DAYS = 14


def entrants(rng: Random, *, first: CollectionYear, last: CollectionYear, per_year: float) -> pl.DataFrame:
    """People who come into care in the years from first to last, oldest entry first.

    Columns: person, born and entered (day numbers), alone (unaccompanied and seeking asylum), sex, need, ethnicity.
    `per_year` is the number, unaccompanied children left out, in a year like 2024.
    """
    endings = np.arange(first.ending, last.ending + 1)
    others = rng.poisson(per_year * _trend(given.ENTRIES_TREND, endings))
    alone = rng.poisson(per_year * _trend(given.ENTRIES_TREND, endings) * _trend(given.ALONE_TREND, endings))
    ending = np.concatenate([np.repeat(endings, others), np.repeat(endings, alone)])
    is_alone = np.arange(len(ending)) >= others.sum()
    entered = _days_in(rng, ending)
    # Identifiers will run in the order of coming, as in a real register.
    order = np.argsort(entered, kind="stable")
    return _people(rng, entered=entered[order], alone=is_alone[order])


def _people(rng: Random, *, entered: Whole, alone: Flags) -> pl.DataFrame:
    born = days.not_leap_day((entered - _age_days(rng, alone)).astype(np.int32))
    return pl.DataFrame(
        {
            "person": np.arange(len(born), dtype=np.int64),
            "born": born,
            "entered": entered.astype(np.int32),
            "alone": alone,
            "male": happens(rng, np.where(alone, given.MALE_ALONE, given.MALE), len(born)),
            "need": _by(
                alone, pick_from(rng, given.NEEDS_ALONE, len(born)), pick_from(rng, given.NEEDS, len(born))
            ),
            "ethnicity": _by(
                alone,
                pick_from(rng, given.ETHNICITIES_ALONE, len(born)),
                pick_from(rng, given.ETHNICITIES, len(born)),
            ),
        }
    )


def _trend(knots: dict[int, float], endings: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.interp(endings, list(knots), list(knots.values()))


def _days_in(rng: Random, endings: Whole) -> Whole:
    starts = {ending: days.number(CollectionYear(int(ending)).start) for ending in np.unique(endings)}
    lengths = {
        ending: days.number(CollectionYear(int(ending)).end) - start for ending, start in starts.items()
    }
    start = np.array([starts[ending] for ending in endings], dtype=np.int64)
    return days_between(rng, start, start + np.array([lengths[ending] for ending in endings]), len(endings))


def _age_days(rng: Random, alone: Flags) -> Whole:
    size = len(alone)
    of_others = _within_bands(rng, given.ENTRY_AGES, size)
    # Nearly half of the babies come from hospital.
    newborn = (of_others < days.YEAR) & happens(rng, given.NEWBORN_OF_BABIES, size)
    of_others = np.where(newborn, days_between(rng, 1, NEWBORN_DAYS, size), of_others)
    ages = np.where(alone, _within_bands(rng, given.ENTRY_AGES_ALONE, size), of_others)
    return np.clip(ages, 1, 18 * days.YEAR - 8).astype(np.int64)


def _within_bands(rng: Random, bands: dict[tuple[int, int], float], size: int) -> NDArray[np.float64]:
    band = pick_number(rng, list(bands.values()), size)
    low, high = (np.array([band[end] for band in bands]) * days.YEAR for end in (0, 1))
    return low[band] + rng.random(size) * (high[band] - low[band])


def _by(condition: Flags, if_so: NDArray[Any], if_not: NDArray[Any]) -> NDArray[Any]:
    return np.where(condition, if_so, if_not)
