"""From mended episodes to periods of care and placements.

A period of care is a chain of a child's episodes without a gap, whatever the codes say (`notes_on_gaps` counts
where they disagree). A placement is a run of episodes in one place with one carer: a new one begins with the
period, or where an episode starts for P or B. Temporary stays (T0-T4) belong to the placement around them, changes
with the same carer (T, U) are no move, nor is a change that only records the carer's new status (reason PLACE).
"""

from datetime import date

import polars as pl

from sufficiency.analytics.histories.plain import ROW
from sufficiency.analytics.reference.kinds import Kind, kind_expression
from sufficiency.analytics.returns.returned import Note

GOES_ON = "X1"
_MOVES = ("P", "B")
_STATUS_ONLY = "PLACE"
_SAME_HOME = ("place", "provider", "urn", "placement_postcode")


def with_periods(episodes: pl.DataFrame) -> pl.DataFrame:
    """Add period, placement and kind to mended episodes; short breaks get none but a kind."""
    breaks = episodes.filter(pl.col("short_break"))
    lasting = episodes.filter(~pl.col("short_break")).sort("child", "started", ROW)
    numbered = _with_placement(_with_kind(_with_period(lasting)))
    blank = pl.lit(None, dtype=pl.Int64)
    plain = breaks.with_columns(
        kind_expression(pl.col("place"), pl.col("provider")).alias("kind"),
        blank.alias("period"),
        blank.alias("placement"),
    )
    return pl.concat([numbered, plain.select(numbered.columns)]).sort("child", "started", ROW)


def notes_on_gaps(episodes: pl.DataFrame, *, last_day: date) -> list[Note]:
    """How many episodes say that care goes on although a gap or nothing follows by `last_day`."""
    lasting = episodes.filter(~pl.col("short_break")).sort("child", "started", ROW)
    following = pl.col("started").shift(-1).over("child")
    goes_on = lasting.with_columns(following.alias("following")).filter(pl.col("reason_ended") == GOES_ON)
    gaps = goes_on.filter(pl.col("following") > pl.col("ended")).height
    ends = goes_on.filter(pl.col("following").is_null() & (pl.col("ended") <= last_day)).height
    counted = {
        "Episodes that say care goes on before a gap; a new period of care begins after it.": gaps,
        "Episodes that say care goes on, but nothing follows; care ended there.": ends,
    }
    return [Note(message, "all years", count) for message, count in counted.items() if count]


def _with_period(lasting: pl.DataFrame) -> pl.DataFrame:
    # In one return alone an episode may be left open although another follows: that is no gap.
    joins_on = (pl.col("ended").shift(1) >= pl.col("started")).fill_null(value=True)
    begins = ~((pl.col("child") == pl.col("child").shift(1)).fill_null(value=False) & joins_on)
    return lasting.with_columns(begins.cum_sum().cast(pl.Int64).alias("period"))


def _with_kind(lasting: pl.DataFrame) -> pl.DataFrame:
    own = pl.when(~pl.col("temporary")).then(kind_expression(pl.col("place"), pl.col("provider")))
    around = own.alias("kind").forward_fill().over("period")
    either = pl.coalesce(around, own.backward_fill().over("period"), pl.lit(Kind.OTHER.value))
    return lasting.with_columns(either.alias("kind"))


def _with_placement(lasting: pl.DataFrame) -> pl.DataFrame:
    """Number placements; the home before a temporary stay is compared with the one after it."""
    home = {
        f"before_{name}": _before(pl.when(~pl.col("temporary")).then(pl.col(name))) for name in _SAME_HOME
    }
    known = lasting.with_columns(
        **home,
        after_stay=pl.col("temporary").shift(1).over("period"),
        change=pl.col("reason_changed").shift(1).over("period"),
        first=pl.col("period").is_first_distinct(),
    )
    returned = pl.col("after_stay") & pl.all_horizontal(
        pl.col(name).eq_missing(pl.col(f"before_{name}")) for name in _SAME_HOME
    )
    moved = pl.col("reason_started").is_in(_MOVES) & ~pl.col("temporary") & ~returned.fill_null(value=False)
    moved = moved & (pl.col("change") != _STATUS_ONLY).fill_null(value=True)
    # A stay that begins care has no home before it: it belongs to the one that follows.
    only_stays_before = pl.col("after_stay") & pl.col("before_place").is_null()
    moved = moved & ~only_stays_before.fill_null(value=False)
    begins = pl.col("first") | moved.fill_null(value=False)
    numbered = known.with_columns(begins.cum_sum().cast(pl.Int64).alias("placement"))
    return numbered.drop(*home, "after_stay", "change", "first")


def _before(value: pl.Expr) -> pl.Expr:
    return value.forward_fill().shift(1).over("period")


def placements_of(episodes: pl.DataFrame) -> pl.DataFrame:
    """A row for each placement (columns as in `History`); place and kind are those it began with."""
    lasting = episodes.filter(pl.col("placement").is_not_null())
    settled = pl.col("temporary").sort_by("temporary", maintain_order=True).first()
    homes = [
        pl.col(name).sort_by("temporary", maintain_order=True).first()
        for name in ("kind", "place", "provider", "urn", "placement_postcode")
    ]
    ends = [pl.col(name).last() for name in ("ended", "reason_ended", "reason_changed")]
    return (
        lasting.sort("child", "started", ROW)
        .group_by("placement", "period", "child", maintain_order=True)
        .agg(*homes, pl.col("started").first(), pl.col("reason_started").first(), *ends, settled)
        .drop("temporary")
    )


def periods_of(episodes: pl.DataFrame, *, first_day: date) -> pl.DataFrame:
    """A row for each period of care; `first_day` is the first day of the first return's year."""
    lasting = episodes.filter(pl.col("period").is_not_null())
    return (
        lasting.sort("child", "started", ROW)
        .group_by("period", "child", maintain_order=True)
        .agg(pl.col("started").first(), pl.col("ended").last(), pl.col("reason_ended").last())
        .with_columns((pl.col("started") < first_day).alias("began_before"))
    )
