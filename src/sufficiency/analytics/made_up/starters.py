"""Permanence before care, for children who start to be looked after (the PrevPerm table)."""

import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.county import COUNTY
from sufficiency.analytics.made_up.draws import Random, days_between, pick_from
from sufficiency.analytics.made_up.states import Exit
from sufficiency.analytics.reference.authorities import authorities

_NOT_KNOWN = {"PREV_PERM": "P4", "LA_PERM": "999", "DATE_PERM": "ZZ/ZZ/ZZZZ"}
_AFTER_ORDER = {Exit.GUARDIANSHIP: "P2", Exit.ARRANGEMENTS: "P3"}
_OLD_ENOUGH = 3 * 365  # days; younger children have no earlier order
_ELSEWHERE = ("926", "874", "935", "881", "919", "823")


def previous_permanence(rng: Random, periods: pl.DataFrame) -> pl.DataFrame:
    """For every start: person, started, PREV_PERM, LA_PERM, DATE_PERM, the last two blank where there was none.

    A child who left us under an order and came back has that order.
    """
    drawn = pl.Series(pick_from(rng, given.PREVIOUS_PERMANENCE, periods.height).tolist(), dtype=pl.String)
    by_exit = {int(way): code for way, code in _AFTER_ORDER.items()}
    before = {name: pl.col(name).shift(1).over("person") for name in ("exit", "ended")}
    ours = before["exit"].replace_strict(by_exit, default=None, return_dtype=pl.String)
    age = pl.col("started") - pl.col("born")
    known = periods.sort("person", "started").with_columns(ours=ours, order_date=before["ended"], age=age)
    elsewhere = pl.Series(
        pick_from(rng, dict.fromkeys(_ELSEWHERE, 1.0), periods.height).tolist(), dtype=pl.String
    )
    first_order = pl.col("born") + 200 + pl.Series(days_between(rng, 0, 500, periods.height)).cast(pl.Int32)
    number = authorities()[COUNTY].number
    plausible = (
        pl.when((pl.col("age") < _OLD_ENOUGH) & drawn.is_in(["P1", "P2", "P3"]))
        .then(pl.lit("Z1"))
        .otherwise(drawn)
    )
    # Only the first start is asked about an order elsewhere: later ones would contradict it.
    code = pl.coalesce("ours", pl.when(pl.col("number") == 1).then(plausible).otherwise(pl.lit("Z1")))
    dated = known.with_columns(
        PREV_PERM=code, order_date=pl.coalesce(_if(pl.col("ours"), "order_date"), first_order)
    )
    blank = pl.col("PREV_PERM") == "Z1"
    unknown = pl.col("PREV_PERM") == _NOT_KNOWN["PREV_PERM"]
    authority = pl.when(pl.col("ours").is_not_null()).then(pl.lit(number)).otherwise(elsewhere)
    return dated.select(
        "person",
        "started",
        "PREV_PERM",
        LA_PERM=pl.when(unknown).then(pl.lit(_NOT_KNOWN["LA_PERM"])).when(~blank).then(authority),
        DATE_PERM=pl.when(unknown)
        .then(pl.lit(_NOT_KNOWN["DATE_PERM"]))
        .when(~blank)
        .then(days.text("order_date")),
    )


def _if(condition: pl.Expr, column: str) -> pl.Expr:
    return pl.when(condition.is_not_null()).then(column)
