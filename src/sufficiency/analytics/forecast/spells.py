"""From a history to spells: a child's stay in one kind of placement, as known on the day of the forecast."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Self

import numpy as np
import polars as pl

from sufficiency.analytics.forecast.bands import ADULT_AT, KIND_INDEX, Bools, Ints, birthday
from sufficiency.analytics.forecast.causes import LEAVING, Cause, cause_codes
from sufficiency.analytics.histories.history import History

STILL_THERE = -1
STARTS_CARE = "S"  # RNE: the first episode of a period of care
_ABOUT_EIGHTEEN_DAYS = 7  # many records end a day or a few before the birthday that ended them
_TYPICAL_AGE_DAYS = 3650  # on entering, for the few without a date of birth


@dataclass(frozen=True)
class Spells:
    """Stays in one kind of placement, oldest first within each child; days are counted from `day_zero`.

    `entered` is when the period of care began, or the earliest day known where `entry_unseen`. `ended` is the
    day on which the stay ended, or `day_zero` for stays that go on. `next_kind` says where the child moved,
    `cause` why the child left (places in `LEAVING`); both are STILL_THERE for neither.
    """

    day_zero: date
    child: Ints
    born: Ints
    born_unknown: Bools
    uasc: Bools
    entered: Ints
    entry_unseen: Bools
    started: Ints
    ended: Ints
    is_open: Bools
    kind: Ints
    next_kind: Ints
    cause: Ints

    def __len__(self) -> int:
        return len(self.child)

    def where(self, chosen: Bools) -> Self:
        """These spells alone."""
        arrays = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "day_zero"}
        return replace(self, **{name: array[chosen] for name, array in arrays.items()})


def spells(history: History, *, start: date) -> Spells:
    """The spells of a history as they stood at the end of the day `start`; short breaks are left out.

    Nobody is followed past the 18th birthday, whatever the records say.
    """
    stays = _stays(history, start=start)
    found = _as_arrays(stays, day_zero=start + timedelta(days=1))
    grown_up = birthday(found.day_zero, found.born, ADULT_AT)
    left_early = found.ended < grown_up - _ABOUT_EIGHTEEN_DAYS
    followed = replace(
        found,
        ended=np.minimum(found.ended, grown_up),
        is_open=found.is_open & (grown_up >= 0),
        next_kind=np.where(left_early, found.next_kind, STILL_THERE),
        cause=np.where(left_early, found.cause, STILL_THERE),
    )
    return followed.where(found.started < grown_up)


def _stays(history: History, *, start: date) -> pl.DataFrame:
    """A row for each run of episodes of one placement and kind, cut off at the end of `start`."""
    known = history.episodes.filter(pl.col("period").is_not_null() & (pl.col("started") <= start))
    here = pl.struct("placement", "kind")
    # A change of kind without a move (a carer joins an agency) begins a new spell, as cost and counts change.
    runs = known.sort("child", "started", "ended", nulls_last=True).with_columns(
        ended=pl.when(pl.col("ended") <= start).then(pl.col("ended")),
        run=(here != here.shift(1)).fill_null(value=True).cum_sum(),
    )
    first, last = ("started", "reason_started"), ("ended", "reason_ended")
    stays = runs.group_by("run", "period", "child", "kind", maintain_order=True).agg(
        *(pl.col(name).first() for name in first), *(pl.col(name).last() for name in last)
    )
    unseen = (pl.col("reason_started").first() != STARTS_CARE).fill_null(value=True).over("period")
    entered = pl.col("started").first().over("period")
    together = stays.with_columns(
        entered=entered,
        entry_unseen=unseen & (entered < history.years[0].start),
        next_kind=pl.col("kind").shift(-1).over("period"),
    )
    # UASC at any time is known from the latest return, as the status is often recorded late.
    who = history.children.select("child", "born", "uasc")
    return together.join(who, on="child", how="left", maintain_order="left")


def _as_arrays(stays: pl.DataFrame, *, day_zero: date) -> Spells:
    def days(name: str, *, missing: date) -> Ints:
        return (stays[name].fill_null(missing) - day_zero).dt.total_days().to_numpy().astype(np.int64)

    def kinds(name: str) -> Ints:
        return stays[name].replace_strict(KIND_INDEX, default=STILL_THERE, return_dtype=pl.Int64).to_numpy()

    entered = days("entered", missing=day_zero)
    no_birth = stays["born"].is_null().to_numpy()
    born = np.where(no_birth, entered - _TYPICAL_AGE_DAYS, days("born", missing=day_zero))
    return Spells(
        day_zero=day_zero,
        child=stays["child"].rank("dense").to_numpy().astype(np.int64),
        born=np.minimum(born, entered),  # nobody enters care unborn
        born_unknown=no_birth,
        uasc=stays["uasc"].fill_null(value=False).to_numpy(),
        entered=entered,
        entry_unseen=stays["entry_unseen"].to_numpy(),
        started=days("started", missing=day_zero),
        ended=days("ended", missing=day_zero),
        is_open=stays["ended"].is_null().to_numpy(),
        kind=kinds("kind"),
        next_kind=kinds("next_kind"),
        cause=_causes(stays),
    )


def _causes(stays: pl.DataFrame) -> Ints:
    """Why a child left, for the last stay of a period of care that is over."""
    other = LEAVING.index(Cause.OTHER)
    known = pl.col("reason_ended").replace_strict(cause_codes(), default=other, return_dtype=pl.Int64)
    left = pl.col("next_kind").is_null() & pl.col("ended").is_not_null()
    return stays.select(pl.when(left).then(known).otherwise(STILL_THERE).alias("cause"))["cause"].to_numpy()
