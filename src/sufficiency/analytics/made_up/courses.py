"""Periods of care: how long each lasts, how it ends, and whether the child comes back."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import children as given
from sufficiency.analytics.made_up.draws import (
    Flags,
    Floats,
    Random,
    Whole,
    days_around,
    happens,
    pick,
    table,
)
from sufficiency.analytics.made_up.states import AgeGroup, Course, Exit

_COURSES = table(AgeGroup, Course, given.COURSES)
_LONGEST_NEWBORN = 30  # days; older babies follow the courses of the under fives
_RETURN_GAP_BEFORE_18 = 7


def periods_of_care(rng: Random, people: pl.DataFrame, *, until: int) -> pl.DataFrame:
    """Every period of care that starts by the day `until`, in order of person and start.

    Columns: period, person, born, alone, started, ended (the day they left), course, exit, number (1 for the first).
    """
    starts = people.select("person", "born", "alone", started="entered")
    found = pl.concat(list(_generations(rng, starts, until=until)))
    return (
        found.sort("person", "started").with_row_index("period").with_columns(pl.col("period").cast(pl.Int64))
    )


def _generations(rng: Random, starts: pl.DataFrame, *, until: int) -> Iterator[pl.DataFrame]:
    for number in range(1, given.MOST_PERIODS + 1):
        stays = _stays(rng, starts.filter(pl.col("started") <= until), number=number)
        yield stays
        starts = _returners(rng, stays)


def _stays(rng: Random, starts: pl.DataFrame, *, number: int) -> pl.DataFrame:
    born, started = (starts[name].to_numpy() for name in ("born", "started"))
    course = _course(rng, started - born, starts["alone"].to_numpy(), days.collection_year(started))
    length, way = _fate(rng, course)
    ended, way = _by_eighteen(born, started + length, way)
    return starts.with_columns(
        ended=pl.Series(ended.astype(np.int32)),
        course=pl.Series(course),
        exit=pl.Series(way),
        number=pl.lit(number, dtype=pl.Int64),
    )


def age_group(age_days: Whole, alone: Flags) -> Whole:
    """The age group of each age in days."""
    own = np.digitize(age_days, [_LONGEST_NEWBORN, 5 * days.YEAR, 10 * days.YEAR, 16 * days.YEAR])
    on_their_own = np.where(own < AgeGroup.OLDEST, AgeGroup.ALONE_UNDER_16, AgeGroup.ALONE_OLDEST)
    return np.where(alone, on_their_own, own)


def _course(rng: Random, age_days: Whole, alone: Flags, ending: Whole) -> Whole:
    weights = _COURSES[age_group(age_days, alone)]
    settled = list(given.SETTLED_COURSES)
    # Long courses gain a little on the others every year.
    growth = (1 + given.LONGER_EACH_YEAR) ** (ending - given.TREND_YEAR)
    weights[:, settled] *= growth[:, None]
    weights[:, Course.REMAND] *= age_days >= given.REMAND_FROM * days.YEAR
    return pick(rng, weights)


def _fate(rng: Random, course: Whole) -> tuple[Whole, Whole]:
    """How many days each stays and the way each leaves, by course."""
    length, way = np.zeros(len(course), dtype=np.int64), np.zeros(len(course), dtype=np.int64)
    for one, fates in given.FATES.items():
        members = np.flatnonzero(course == one)
        exits, shares, medians, spreads = (np.array(column) for column in zip(*fates, strict=True))
        drawn = pick(rng, np.broadcast_to(shares.astype(float), (len(members), len(shares))))
        least = given.LEAST_DAYS.get(one, 1)
        length[members] = days_around(rng, medians[drawn], spreads[drawn], len(members), least=least)
        way[members] = exits[drawn]
    return length, way


def _by_eighteen(born: Whole, ended: Whole, way: Whole) -> tuple[Whole, Whole]:
    eighteen, independent_from = days.birthday(born, 18), days.birthday(born, given.INDEPENDENT_FROM)
    # An adoption order on the last day of the year would count the child as in care all year.
    ended = np.where((way == Exit.ADOPTED) & _on_31_march(ended), ended - 1, ended)
    too_young = (way == Exit.INDEPENDENT) & (ended < independent_from)
    way = np.where(too_young, Exit.HOME_PLANNED, way)
    return np.minimum(ended, eighteen), np.where(ended >= eighteen, Exit.EIGHTEEN, way)


def _on_31_march(dates: Whole) -> Flags:
    last: Flags = days.collection_year(dates) != days.collection_year(dates + 1)
    return last


def _returners(rng: Random, stays: pl.DataFrame) -> pl.DataFrame:
    """Those who come back, with the day they do; never on the day they left, never after 18."""
    chance, median, spread, least = (_by_exit(column)[stays["exit"].to_numpy()] for column in range(4))
    back = stays["ended"].to_numpy() + days_around(rng, median, spread, stays.height, least=least)
    young = back < days.birthday(stays["born"].to_numpy(), 18) - _RETURN_GAP_BEFORE_18
    # Whoever is too old by then would have come back, and does not.
    comes = happens(rng, chance, stays.height) & young
    return stays.select("person", "born", "alone", started=pl.Series(back.astype(np.int32))).filter(
        pl.Series(comes)
    )


def _by_exit(column: int) -> Floats:
    values = np.ones(len(Exit)) if column else np.zeros(len(Exit))
    for way, figures in given.RETURNS.items():
        values[way] = figures[column]
    return values
