"""Where a child lives over a period of care: placements one after another, drawn for all children at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import living as given
from sufficiency.analytics.made_up.assumptions.children import TREND_YEAR
from sufficiency.analytics.made_up.courses import age_group
from sufficiency.analytics.made_up.draws import Flags, Floats, Random, Whole, happens, pick, table
from sufficiency.analytics.made_up.states import AgeGroup, Course, Exit, Setting

_FIRST = table(AgeGroup, Setting, given.FIRST_SETTINGS)
_NEXT = table(AgeGroup, Setting, given.NEXT_SETTINGS)
_NEXT[AgeGroup.NEWBORN] = _NEXT[AgeGroup.UNDER_5]
_NEXT[AgeGroup.ALONE_UNDER_16] = _NEXT[AgeGroup.UNDER_16]
_NEXT[AgeGroup.ALONE_OLDEST] = _NEXT[AgeGroup.OLDEST]
_NUMBERS = ("period", "started", "until", "born", "course")
_SECURE_FROM = 12  # years of age


@dataclass(frozen=True)
class Stays:
    """Periods of care as arrays, with what bears on where the child may live."""

    period: Whole
    started: Whole
    until: Whole  # when the last, planned placement begins, or the end of the period
    born: Whole
    alone: Flags
    course: Whole
    restless: Floats
    order_from: Whole  # from here to order_until the child may live with parents
    order_until: Whole
    protected: Whole  # days until a move that comes with the end of police protection; 0 for none
    by_consent: Flags

    def take(self, rows: Whole) -> "Stays":
        """Some of the periods."""
        return Stays(**{name: values[rows] for name, values in vars(self).items()})


def placements(
    rng: Random, periods: pl.DataFrame, plans: pl.DataFrame, orders: pl.DataFrame, protection: pl.DataFrame
) -> pl.DataFrame:
    """Every placement: placement, period, number (1 for the first), started, ended, setting.

    `orders` and `protection` are `legal.under_care_order` and `legal.protection_ends` of the same periods.
    """
    last = _planned_last(rng, periods, plans, orders)
    consent = periods.select("period").join(plans, on="period", how="left", maintain_order="left")[
        "by_consent"
    ]
    bearing = {
        "until": last["date"],
        "lasts": protection["lasts"],
        "by_consent": consent.fill_null(value=False),
    }
    stays = _stays(rng, periods.with_columns(**bearing), orders)
    planned = last.filter(pl.col("setting") >= 0).with_columns(planned=True)
    found = pl.concat([*_sequences(rng, stays), planned], how="diagonal").sort("period", "date")
    # Who lives there already need not move there.
    there = pl.col("planned") & (pl.col("setting") == pl.col("setting").shift(1).over("period"))
    ordered = found.filter(~there.fill_null(value=False)).rename({"date": "started"})
    ends = periods.select("period", period_ended="ended")
    following = pl.col("started").shift(-1).over("period")
    return (
        ordered.join(ends, on="period", maintain_order="left")
        .with_columns(
            ended=pl.coalesce(following, "period_ended"), number=pl.int_range(1, pl.len() + 1).over("period")
        )
        .with_row_index("placement")
        .select(pl.col("placement").cast(pl.Int64), "period", "number", "started", "ended", "setting")
    )


def _stays(rng: Random, periods: pl.DataFrame, orders: pl.DataFrame) -> Stays:
    numbers = {name: periods[name].to_numpy().astype(np.int64) for name in _NUMBERS}
    spans = {name: orders[name].to_numpy().astype(np.int64) for name in ("order_from", "order_until")}
    # Restlessness has mean one over children, so that the usual time until a move means what it says.
    shape = 1 / given.RESTLESSNESS
    moving_day = happens(rng, given.MOVE_WITH_PROTECTION_END, periods.height)
    return Stays(
        **numbers,
        **spans,
        alone=periods["alone"].to_numpy(),
        restless=rng.gamma(shape, 1 / shape, periods.height),
        protected=np.where(moving_day, periods["lasts"].to_numpy(), 0).astype(np.int64),
        by_consent=periods["by_consent"].to_numpy(),
    )


def _planned_last(
    rng: Random, periods: pl.DataFrame, plans: pl.DataFrame, orders: pl.DataFrame
) -> pl.DataFrame:
    """For each period the planned last placement: period, date, setting; setting -1 and the end where none is."""
    placed = periods.select("period").join(
        plans.select("period", "placed"), on="period", how="left", maintain_order="left"
    )
    started, ended = (periods[name].to_numpy().astype(np.int64) for name in ("started", "ended"))
    course, way = periods["course"].to_numpy(), periods["exit"].to_numpy()
    going_home, home_date = _part_way(rng, given.HOME_BEFORE_DISCHARGE, started, ended)
    to_kin, kin_date = _part_way(rng, given.KIN_BEFORE_ORDER, started, ended)
    ordered_by_then = (orders["order_from"].to_numpy() <= home_date) & (
        orders["order_until"].to_numpy() > home_date
    )
    home = going_home & (way == Exit.HOME_PLANNED) & ordered_by_then & (course != Course.SHORT)
    kin = to_kin & (course == Course.ORDER) & (ended - started > days.YEAR / 4)
    adopters = placed["placed"].is_not_null().to_numpy()
    # The first that holds: a plan for adoption goes before all else.
    conditions = [adopters, home, kin]
    choices = [placed["placed"].fill_null(0).to_numpy(), home_date, kin_date]
    settings = [int(Setting.ADOPTERS), int(Setting.PARENTS), int(Setting.KIN)]
    return pl.DataFrame(
        {
            "period": periods["period"],
            "date": np.select(conditions, choices, default=ended).astype(np.int32),
            "setting": np.select(conditions, settings, default=-1),
        }
    )


def _part_way(
    rng: Random, plan: tuple[float, float, float], started: Whole, ended: Whole
) -> tuple[Flags, Whole]:
    share, low, high = plan
    through = low + (high - low) * rng.random(len(started))
    date = started + np.rint(through * (ended - started)).astype(np.int64)
    return happens(rng, share, len(started)) & (date > started) & (date < ended), date


def _sequences(rng: Random, stays: Stays) -> Iterator[pl.DataFrame]:
    """First placements, then second ones, and so on until nobody moves any more."""
    setting = _first_settings(rng, stays)
    now = stays.started
    yield _found(stays.period, now, setting)
    due = np.where(stays.protected > 0, now + stays.protected, _next_move(rng, stays, now, setting))
    while len(going := np.flatnonzero(due < stays.until)):
        stays, now, setting = stays.take(going), due[going], setting[going]
        # Nobody moves because of a birthday: only the clock starts afresh.
        moves = now != days.birthday(stays.born.astype(np.int32), 16)
        moved = _next_settings(rng, stays, now, setting)
        yield _found(stays.period[moves], now[moves], moved[moves])
        setting = np.where(moves, moved, setting)
        due = _next_move(rng, stays, now, setting)


def _found(period: Whole, date: Whole, setting: Whole) -> pl.DataFrame:
    return pl.DataFrame(
        {"period": period, "date": date.astype(np.int32), "setting": setting.astype(np.int64)}
    )


def _next_move(rng: Random, stays: Stays, now: Whole, setting: Whole) -> Whole:
    """The day of the next move; the 16th birthday comes first and starts the clock afresh, for habits change then."""
    scale = _by(given.DAYS_TO_MOVE, Setting)[setting] * _by(given.SETTLED_FOR_COURSE, Course)[stays.course]
    # A Weibull time of shape below one: the longer a placement has held, the likelier it holds on.
    waited = (
        scale / np.maximum(stays.restless, 0.05) * rng.standard_exponential(len(now)) ** (1 / given.SETTLING)
    )
    due = now + np.ceil(np.minimum(waited, 30 * days.YEAR)).astype(np.int64)
    sixteen = days.birthday(stays.born.astype(np.int32), 16).astype(np.int64)
    return np.where((now < sixteen) & (due > sixteen), sixteen, due)


def _first_settings(rng: Random, stays: Stays) -> Whole:
    weights = _FIRST[age_group(stays.started - stays.born, stays.alone)]
    special = {
        Course.REMAND: given.FIRST_ON_REMAND, Course.ORDER: given.FIRST_FOR_ORDER, Course.ADOPTION: given.FIRST_FOR_ADOPTION,
    }  # fmt: skip
    for course, shares in special.items():
        weights[stays.course == course] = table(Course, Setting, {course: shares})[course]
    # Nobody is placed for adoption by consent but from carers.
    weights[stays.by_consent] = np.eye(len(Setting))[Setting.OWN_CARER]
    return pick(rng, _lawful(weights, stays, stays.started))


def _next_settings(rng: Random, stays: Stays, now: Whole, setting: Whole) -> Whole:
    # From a children's home the next is often another home, seldom a family.
    leaving = np.ones((len(Setting), len(Setting)))
    for one, factors in given.MOVING_FROM.items():
        for other, factor in factors.items():
            leaving[one, other] = factor
    weights = _NEXT[age_group(now - stays.born, stays.alone)] * leaving[setting]
    # Children who wait for adopters stay with foster carers.
    staying_little = np.isin(stays.course, [Course.ADOPTION])
    carers = np.isin(np.arange(len(Setting)), [Setting.OWN_CARER, Setting.AGENCY_CARER])
    weights = np.where(staying_little[:, None], weights * carers, weights)
    return pick(rng, _lawful(weights, stays, now))


def _lawful(weights: Floats, stays: Stays, now: Whole) -> Floats:
    """The weights with the trend of the year, and nought for what law or age rules out."""
    trend = _by(given.SETTING_TREND, Setting)[None, :] ** (days.collection_year(now) - TREND_YEAR)[:, None]
    weights = weights * trend
    # By agreement a child cannot be placed with parents (rule 378): it would have gone home.
    weights[:, Setting.PARENTS] *= (stays.order_from <= now) & (now < stays.order_until) & ~stays.alone
    weights[:, Setting.SECURE] *= now - stays.born >= _SECURE_FROM * days.YEAR
    return weights


def _by(figures: Mapping[Any, float], states: type[IntEnum]) -> Floats:
    return np.array([figures.get(state, 1.0) for state in states])
