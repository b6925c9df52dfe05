"""Make a forecast: fit a history up to a day, play the years after it out many times, and cost them."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.blocks import Opening
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.flows import Flows
from sufficiency.analytics.forecast.held import Counted
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.projection import Projection, by_year
from sufficiency.analytics.forecast.recalibrating import recalibrated
from sufficiency.analytics.forecast.remarks import on_pulls, on_ranges, remarks
from sufficiency.analytics.forecast.simulating import played
from sufficiency.analytics.forecast.steering import Steering, leads_to
from sufficiency.analytics.forecast.turning import Turned, turn, turned
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.money.blocks import Block
from sufficiency.analytics.money.costs import cost_by_month, sums_by_year
from sufficiency.analytics.money.prices import PriceSet, built_in, built_in_names
from sufficiency.analytics.returns.returned import Note

MOST_YEARS: Final = 25
MOST_REPLICATIONS: Final = 100_000
_INFLATION_STREAM: Final = 10**6  # apart from the streams of the blocks, which are numbered from 0
_SHORTEST_DAYS: Final = 180  # of records before the start


@dataclass(frozen=True)
class Basis:
    """All that a forecast and its scenarios share: the fitted history, the months ahead, prices, chance."""

    opening: Opening
    months: Months
    replications: int
    seed: int
    prices: PriceSet
    notes: tuple[Note, ...]
    workers: int


def project(
    history: History,
    *,
    start: date | None = None,
    years: int = 5,
    replications: int = 1000,
    seed: int = 1,
    prices: PriceSet | None = None,
    scenario: Callable[[Flows], Flows] | None = None,
    recalibrate: bool = False,
    workers: int | None = None,
) -> Projection:
    """Forecast children in care from the end of `start` (the last 31 March in the data unless given).

    Only what was known by `start` is used. With `recalibrate`, ranges are made wider or narrower after forecasts of
    the authority's own past, which takes several times as long. A scenario changes the fitted flows; everything else
    stays the same, chance included. The result depends on the seed but not on the number of workers (threads).
    Raises ForecastError where the history cannot carry a forecast.
    """
    basis = basis_of(
        history,
        start=start,
        years=years,
        replications=replications,
        seed=seed,
        prices=prices,
        recalibrate=recalibrate,
        workers=workers,
    )
    if scenario is not None:
        opening = replace(basis.opening, flows=scenario(basis.opening.flows))
        basis = replace(basis, opening=opening)
    return projection_of(basis, counted(basis))


def basis_of(
    history: History,
    *,
    start: date | None = None,
    years: int = 5,
    replications: int = 1000,
    seed: int = 1,
    prices: PriceSet | None = None,
    recalibrate: bool = False,
    workers: int | None = None,
) -> Basis:
    """Fit the history and lay out the months ahead; as `project`, without playing anything out."""
    _refuse(years=years, replications=replications, seed=seed)
    begins = _start(history, start)
    opening = opening_of(history, start=begins, years=years)
    threads = workers or os.cpu_count() or 1
    default = built_in(built_in_names()[0])
    notes = [*remarks(history, opening.known, prices=prices or default), *on_pulls(opening.pulls)]
    if recalibrate:
        returned = [year for year in history.years if year.end <= begins]
        opening, found = recalibrated(opening, returned=returned, seed=seed, workers=threads)
        notes.append(on_ranges(found, returns=len(returned)))
    return Basis(
        opening=opening,
        months=Months.after(begins, years=years),
        replications=replications,
        seed=seed,
        # A kind without a price would make the cost look lower than it is.
        prices=(prices or default).filled_from(default),
        notes=tuple(notes),
        workers=threads,
    )


def counted(basis: Basis, steering: Steering | None = None) -> Counted:
    """Play the years ahead out, steered by levers or not."""
    return _as_turned(basis, *_free_and_turned(basis, steering))


def counted_both(basis: Basis, steering: Steering) -> tuple[Counted, Counted]:
    """The years ahead without levers and with them.

    A lever that sends children to own places brings the places with it, as nobody would plan it otherwise: as many
    are turned away then as without it.
    """
    free, away = _free_and_turned(basis)
    steered, away_steered = _free_and_turned(basis, steering)
    leads_there = any(leads_to(steering, pull.own) for pull in basis.opening.pulls)
    return _as_turned(basis, free, away), _as_turned(basis, steered, away if leads_there else away_steered)


def _free_and_turned(basis: Basis, steering: Steering | None = None) -> tuple[Counted, Turned]:
    opening = basis.opening if steering is None else replace(basis.opening, steering=steering)
    free = played(opening, replications=basis.replications, seed=basis.seed, workers=basis.workers)
    return free, turned(free, opening.pulls, seed=basis.seed)


def _as_turned(basis: Basis, free: Counted, away: Turned) -> Counted:
    """The numbers with so many turned away from own places."""
    opening = basis.opening
    return turn(free, opening.pulls, away, month_days=opening.world.month_days)


def projection_of(
    basis: Basis,
    numbers: Counted,
    *,
    price_times: Floats | None = None,
    blocks: Sequence[Block] = (),
    notes: tuple[Note, ...] = (),
) -> Projection:
    """What was counted, costed and summed up by year; the same chance of inflation for every scenario."""
    months = basis.months
    inflation = np.random.default_rng(np.random.SeedSequence(basis.seed, spawn_key=(_INFLATION_STREAM,)))
    monthly = cost_by_month(
        numbers.days,
        month_ends=months.ends,
        prices=basis.prices,
        generator=inflation,
        price_times=price_times,
        blocks=blocks,
    )
    return Projection(
        months=months,
        seed=basis.seed,
        stock=numbers.stock,
        days=numbers.days,
        entrants=by_year(numbers.entrants, months),
        leavers=by_year(numbers.leavers, months),
        cost=sums_by_year(monthly, months.ends),
        monthly_cost=monthly.sum(axis=2),
        prices=basis.prices,
        notes=(*basis.notes, *notes),
    )


def _refuse(*, years: int, replications: int, seed: int) -> None:
    wrong = [
        f"{name} is {value}; it must be from {least} to {most}."
        for name, value, least, most in (
            ("years", years, 1, MOST_YEARS),
            ("replications", replications, 1, MOST_REPLICATIONS),
            ("seed", seed, 0, 2**63 - 1),
        )
        if not least <= value <= most
    ]
    if wrong:
        raise ForecastError(" ".join(wrong), where="the forecast", what_next="Give a number in that range.")


def _start(history: History, start: date | None) -> date:
    last = history.last_year.end
    begins = start or last
    earliest = history.years[0].start + timedelta(days=_SHORTEST_DAYS)
    if not earliest <= begins <= last:
        raise ForecastError(
            f"It cannot start on {begins:%d/%m/%Y}: the returns run from {history.years[0].start:%d/%m/%Y} "
            f"to {last:%d/%m/%Y}.",
            where="the start of the forecast",
            what_next=f"Choose a day from {earliest:%d/%m/%Y} to {last:%d/%m/%Y}, or add returns.",
        )
    return begins
