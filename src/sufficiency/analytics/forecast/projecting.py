"""Make a forecast: fit a history up to a day, play the years after it out many times, and cost them."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.flows import Flows
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.projection import Projection, by_year
from sufficiency.analytics.forecast.remarks import remarks
from sufficiency.analytics.forecast.simulating import simulate
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.money.costs import cost_by_year
from sufficiency.analytics.money.prices import PriceSet, built_in, built_in_names

MOST_YEARS: Final = 25
MOST_REPLICATIONS: Final = 100_000
_INFLATION_STREAM: Final = 10**6  # apart from the streams of the blocks, which are numbered from 0
_SHORTEST_DAYS: Final = 180  # of records before the start


def project(
    history: History,
    *,
    start: date | None = None,
    years: int = 5,
    replications: int = 1000,
    seed: int = 1,
    prices: PriceSet | None = None,
    scenario: Callable[[Flows], Flows] | None = None,
    workers: int | None = None,
) -> Projection:
    """Forecast children in care from the end of `start` (the last 31 March in the data unless given).

    Only what was known by `start` is used. A scenario changes the fitted flows; everything else stays the same,
    chance included. The result depends on the seed but not on the number of workers (threads).
    Raises ForecastError where the history cannot carry a forecast.
    """
    _refuse(years=years, replications=replications, seed=seed)
    begins = _start(history, start)
    opening = opening_of(history, start=begins, years=years)
    if scenario is not None:
        opening = replace(opening, flows=scenario(opening.flows))
    stock, days, entrants, leavers = simulate(
        opening, replications=replications, seed=seed, workers=workers or os.cpu_count() or 1
    )
    months = Months.after(begins, years=years)
    default = built_in(built_in_names()[0])
    # A kind without a price would make the cost look lower than it is.
    full = (prices or default).filled_from(default)
    inflation = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_INFLATION_STREAM,)))
    return Projection(
        months=months,
        seed=seed,
        stock=stock,
        days=days,
        entrants=by_year(entrants, months),
        leavers=by_year(leavers, months),
        cost=cost_by_year(days, month_ends=months.ends, prices=full, generator=inflation),
        prices=full,
        notes=remarks(history, opening.known, prices=prices or default),
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
