"""Which collection year a return is of: its dates decide, a folder's name is only a hint."""

from collections.abc import Mapping

import polars as pl

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import ReadingError

# Days that must fall inside the year of their return; the first column with any of them decides, because
# exports are seen whose reviews run over many years while the ends of their episodes do not.
_WITHIN_THE_YEAR = (("Episodes", "DEC"), ("Missing", "MIS_START"), ("Reviews", "REVIEW"))
SECOND_YEAR_SHARE = 0.3  # above it, rows of another year are no stray fault
ENOUGH_DAYS = 20


def year_of(tables: Mapping[str, pl.DataFrame], *, where: str) -> CollectionYear:
    """The collection year most of the return's days fall in.

    Raises ReadingError where there is no day to tell it by, or where two years stand together.
    """
    votes = _votes(tables)
    if not votes:
        raise ReadingError(
            "The collection year cannot be told: no episode, review or missing episode has a date.",
            where=where,
            what_next="Check that episodes.csv holds rows, or name the year with --year 2024-25.",
        )
    (year, most), *others = votes
    if others and others[0][1] >= max(SECOND_YEAR_SHARE * (most + others[0][1]), ENOUGH_DAYS):
        first, second = sorted((year, others[0][0]))
        raise ReadingError(
            f"Dates of two collection years stand together, {first} and {second}.",
            where=where,
            what_next="Put each year’s files in a folder of its own.",
        )
    return CollectionYear(year.ending)


def _votes(tables: Mapping[str, pl.DataFrame]) -> list[tuple[CollectionYear, int]]:
    for table, column in _WITHIN_THE_YEAR:
        if table in tables and (counted := _by_year(tables[table][column].drop_nulls())):
            return counted
    # With nothing ended, reviewed or missing, the latest start is the best witness.
    return _by_year(tables["Episodes"]["DECOM"].drop_nulls().sort()[-1:]) if "Episodes" in tables else []


def _by_year(days: pl.Series) -> list[tuple[CollectionYear, int]]:
    day = pl.col("day")
    ending = day.dt.year().cast(pl.Int64) + (day.dt.month() >= 4).cast(pl.Int64)
    counts = (
        days.to_frame("day").group_by(ending.alias("ending")).len().sort("len", "ending", descending=True)
    )
    years = [(CollectionYear(ending), votes) for ending, votes in counts.iter_rows()]
    return [(year, votes) for year, votes in years if year.is_described] or years
