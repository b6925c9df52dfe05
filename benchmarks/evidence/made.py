"""An authority of the process as the forecast sees it, and what its futures come to."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from benchmarks.evidence.process import WEEK, YEAR, Authority, nature
from sufficiency.analytics.forecast.backtest.rolling import Known
from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.spells import Spells
from sufficiency.analytics.reference.years import CollectionYear

ORIGIN: Final = CollectionYear(2024)
RETURNS: Final = 8
_WARM_UP_YEARS: Final = 16  # after which hardly anyone of the beginning is left
HORIZONS: Final = (1, 2, 3)


@dataclass(frozen=True)
class Made:
    """What is known at the origin, and children in care in each future [future, year ahead, kind].

    `extra` are those among them who would not have come but for `more` [future, year ahead].
    """

    known: Known
    futures: Floats
    extra: Floats


def made(*, children: int, seed: int, futures: int, more: float = 1.0) -> Made:
    """Make up an authority; `more` multiplies new entrants from the origin on, with the same past."""
    past = np.random.default_rng([seed, children, 1])
    like = nature(past, children=children)
    authority = Authority(like, past, more=more)
    authority.play(-int(_WARM_UP_YEARS * YEAR) // WEEK * WEEK, 0)
    known = _known(authority)
    authority.branch(futures)
    authority.chance = np.random.default_rng([seed, children, 2])
    stocks, extra = [], []
    for ahead in HORIZONS:
        authority.play(round((ahead - 1) * YEAR / WEEK) * WEEK, round(ahead * YEAR / WEEK) * WEEK)
        stocks.append(authority.stock())
        extra.append(authority.extra())
    return Made(known, np.stack(stocks, axis=1), np.stack(extra, axis=1))


def _known(authority: Authority) -> Known:
    """What the returns of the last years show: nothing that ended before them."""
    over = authority.people.spells
    size = len(authority.people)
    open_now = {
        **authority.people.columns,
        "ended": np.zeros(size),
        "cause": -np.ones(size),
        "to": -np.ones(size),
    }
    parts = [*over, open_now]
    every = {name: np.concatenate([part[name] for part in parts]).astype(np.int64) for name in open_now}
    is_open = np.concatenate([np.zeros(sum(len(part["child"]) for part in over)), np.ones(size)]) == 1
    years = tuple(CollectionYear(ORIGIN.ending - back) for back in reversed(range(RETURNS)))
    first_day = (years[0].start - ORIGIN.next.start).days
    seen = is_open | (every["ended"] >= first_day)
    order = np.lexsort((every["placed"], every["entered"], every["child"]))
    order = order[seen[order]]
    return Known(_spells({name: values[order] for name, values in every.items()}, is_open[order]), years)


def _spells(every: dict[str, np.ndarray], is_open: np.ndarray) -> Spells:
    same = np.zeros(len(is_open), dtype=np.bool_)
    same[1:] = (every["child"][1:] == every["child"][:-1]) & (every["entered"][1:] == every["entered"][:-1])
    # Returns hold whole placements, not whole periods: a period whose first placement is gone began unseen.
    first = np.flatnonzero(~same)
    period = np.cumsum(~same) - 1
    unseen = (every["placed"] > every["entered"])[first][period]
    entered = np.where(unseen, every["placed"][first][period], every["entered"])
    return Spells(
        day_zero=date(ORIGIN.ending, 4, 1),
        child=every["child"],
        born=every["born"],
        born_unknown=np.zeros(len(is_open), dtype=np.bool_),
        uasc=every["uasc"] == 1,
        entered=entered,
        entry_unseen=unseen,
        started=every["placed"],
        ended=np.where(is_open, 0, np.minimum(every["ended"], 0)),
        is_open=is_open,
        kind=every["kind"],
        next_kind=every["to"],
        cause=every["cause"],
    )
