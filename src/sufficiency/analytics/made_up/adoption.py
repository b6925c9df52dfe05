"""Adoptions and decisions that children should be placed for adoption, as returned (AD1 and PlacedAdoption)."""

import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import law as given
from sufficiency.analytics.made_up.draws import Random, pick_number
from sufficiency.analytics.reference.years import CollectionYear

_ADOPTED = ("E11", "E12")
_BY_CARER = ("A3", "A5")


def adopters(rng: Random, plans: pl.DataFrame) -> pl.DataFrame:
    """The plans with who adopts: NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR."""
    kinds = list(given.ADOPTERS)
    drawn = pick_number(rng, list(given.ADOPTERS.values()), plans.height)
    names = ("NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
    columns = {
        name: pl.Series([kinds[number][place] for number in drawn], dtype=pl.String)
        for place, name in enumerate(names)
    }
    return plans.with_columns(**columns)


def adopted_in_year(plans: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """The AD1 rows for those whose episode ended in the year with an adoption order: person and the columns."""
    adopted = episodes.filter(pl.col("REC").is_in(_ADOPTED)).select("period", "person", "PLACE")
    carer = pl.when(pl.col("PLACE").is_in(_BY_CARER)).then(pl.lit("1")).otherwise(pl.lit("0"))
    return adopted.join(plans, on="period", maintain_order="left").select(
        "person",
        DATE_INT=days.text("decided"),
        DATE_MATCH=days.text("matched"),
        FOSTER_CARE=carer,
        NB_ADOPTR="NB_ADOPTR",
        SEX_ADOPTR="SEX_ADOPTR",
        LS_ADOPTR="LS_ADOPTR",
    )


def decisions_in_year(plans: pl.DataFrame, episodes: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The PlacedAdoption rows: decisions in force at some time in the year, with those reversed in it."""
    first, last = days.number(year.start), days.number(year.end)
    in_file = episodes.select("period", "person").unique("period", keep="first", maintain_order=True)
    made = in_file.join(plans, on="period", maintain_order="left").filter(pl.col("decided") <= last)
    standing = made.filter(pl.col("reversed").is_null() | (pl.col("reversed") >= first))
    reversed_by_now = pl.col("reversed") <= last
    return standing.select(
        "person",
        DATE_PLACED=days.text("decided"),
        DATE_PLACED_CEASED=pl.when(reversed_by_now).then(days.text("reversed")),
        REASON_PLACED_CEASED=pl.when(reversed_by_now).then("why_reversed"),
    )
