"""The back-test: forecast from each past 31 March with what was known then, and judge what came of it."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.backtest.counted import Counted, expected, happened
from sufficiency.analytics.forecast.backtest.memoryless import fit_memoryless
from sufficiency.analytics.forecast.backtest.scores import Judged, Score, judged, score
from sufficiency.analytics.forecast.backtest.series_methods import SERIES_METHODS
from sufficiency.analytics.forecast.backtest.targets import POUNDS_A_YEAR, Target, targets
from sufficiency.analytics.forecast.bands import Birthdays, Floats
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.opening import opening_from
from sufficiency.analytics.forecast.simulating import simulate
from sufficiency.analytics.forecast.spells import Spells, spells
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history as joined
from sufficiency.analytics.money.prices import PriceSet, built_in, built_in_names
from sufficiency.analytics.reference.years import CollectionYear

OURS: Final = "sufficiency"
MEMORYLESS: Final = "memoryless"
METHODS: Final = {
    OURS: "This forecast",
    **{method.id: method.label for method in SERIES_METHODS},
    MEMORYLESS: "Memoryless flows",
}
HORIZONS: Final = (1, 2, 3)
FEWEST_RETURNS: Final = 4  # to fit on
REPLICATIONS: Final = 400
_MEMORYLESS_DRAWS: Final = 400
Key = tuple[str, int, str]  # target, years ahead, method


@dataclass(frozen=True)
class Known:
    """What the returns up to a 31 March say: spells, and the years that were returned."""

    spells: Spells
    returned: tuple[CollectionYear, ...]

    @property
    def origin(self) -> date:
        """The last day known."""
        return self.returned[-1].end

    @property
    def window(self) -> Window:
        """The days that the returns could see."""
        return Window.of(self.returned, day_zero=self.spells.day_zero)

    @property
    def birthdays(self) -> Birthdays:
        """The birthdays of all children known."""
        first = int(self.spells.born.min())
        return Birthdays.around(self.spells.day_zero, first_birth=first, years_ahead=max(HORIZONS))

    def happened(self) -> Counted:
        """What is known to have happened, by year."""
        return happened(self.spells, window=self.window, birthdays=self.birthdays)


@dataclass(frozen=True)
class Backtest:
    """Scores by target, years ahead and method; `targets` and `methods` have what each is called."""

    origins: tuple[date, ...]
    scores: tuple[Score, ...]
    targets: Mapping[str, Target]
    methods: Mapping[str, str]
    replications: int

    def of(self, target: str, horizon: int, method: str) -> Score | None:
        """One score, or None where that could not be judged."""
        wanted = (target, horizon, method)
        return next((s for s in self.scores if (s.target, s.horizon, s.method) == wanted), None)

    def best(self, target: str, horizon: int) -> Score | None:
        """The method with the lowest CRPS."""
        found = [s for s in self.scores if (s.target, s.horizon) == (target, horizon)]
        return min(found, key=lambda s: s.crps, default=None)


def backtest(
    history: History,
    *,
    prices: PriceSet | None = None,
    replications: int = REPLICATIONS,
    seed: int = 1,
    workers: int | None = None,
    progress: Callable[[date], object] | None = None,
) -> Backtest:
    """Forecast from every 31 March that has four returns up to it and one after, and score what came.

    Each forecast is fitted to the returns up to its day alone, joined anew. `progress` hears of each day.
    Raises ForecastError where there are too few returns.
    """
    default = built_in(built_in_names()[0])
    wanted = targets((prices or default).filled_from(default), on=history.last_year.end)
    every = known_from(history, history.years)
    found: dict[Key, list[Judged]] = {}
    origins = _origins(history)
    for years in origins:
        if progress is not None:
            progress(years[-1].end)
        known = known_from(joined([history.returns[year] for year in years]), years)
        for key, one in judge(known, every, wanted, replications=replications, seed=seed, workers=workers):
            found.setdefault(key, []).append(one)
    scores = tuple(score(*key, ones) for key, ones in found.items())
    told = {target.id: target for target in wanted if target.id in {key[0] for key in found}}
    return Backtest(tuple(years[-1].end for years in origins), scores, told, METHODS, replications)


def _origins(history: History) -> list[tuple[CollectionYear, ...]]:
    """The years known at each day to forecast from."""
    years = history.years
    origins = [years[:count] for count in range(FEWEST_RETURNS, len(years))]
    if not origins:
        raise ForecastError(
            f"A back-test needs {FEWEST_RETURNS} returns to fit on and one to compare with, but here "
            f"{'is' if len(years) == 1 else 'are'} {len(years)}.",
            where="the back-test",
            what_next=f"Add returns of earlier years, so that there are at least {FEWEST_RETURNS + 1}.",
        )
    return origins


def known_from(history: History, years: Sequence[CollectionYear]) -> Known:
    """What a history says up to the end of the last of these years."""
    return Known(spells(history, start=years[-1].end), tuple(years))


def judge(
    known: Known,
    later: Known,
    wanted: Sequence[Target],
    *,
    replications: int,
    seed: int,
    workers: int | None = None,
) -> Iterator[tuple[Key, Judged]]:
    """Forecast from the last day of `known` by every method and set each number beside what `later` knows."""
    came, past = later.happened(), known.happened()
    flows = {
        OURS: _ours(known, replications=replications, seed=seed, workers=workers),
        MEMORYLESS: _memoryless(known, seed=seed),
    }
    outcomes = {year.ending: place for place, year in enumerate(later.returned)}
    for target in wanted:
        seen, actual = target.of(past), target.of(came)
        if not seen.any():
            continue
        drawn = _drawn(target, seen, flows)
        change = float(np.abs(np.diff(seen)).mean())
        for horizon in HORIZONS:
            place = outcomes.get(known.returned[-1].ending + horizon)
            if place is None:
                continue
            for method, draws in drawn.items():
                one = judged(draws[:, horizon - 1], float(actual[place]), usual_change=change)
                yield (target.id, horizon, method), one


def _drawn(target: Target, seen: Floats, flows: Mapping[str, Counted]) -> dict[str, Floats]:
    """Every method's draws of a target [draw, year ahead], in the order of `METHODS`."""
    is_count = target.unit != POUNDS_A_YEAR
    drawn = {method: target.of(counted) for method, counted in flows.items()}
    for method in SERIES_METHODS:
        drawn[method.id] = method.draws(seen, max(HORIZONS), is_count=is_count)
    return {method: drawn[method] for method in METHODS}


def _ours(known: Known, *, replications: int, seed: int, workers: int | None) -> Counted:
    years = max(HORIZONS)
    opening = opening_from(known.spells, returned=known.returned, start=known.origin, years=years)
    tallies = simulate(opening, replications=replications, seed=seed, workers=workers or os.cpu_count() or 1)
    return expected(tallies, Months.after(known.origin, years=years))


def _memoryless(known: Known, *, seed: int) -> Counted:
    fitted = fit_memoryless(known.spells, window=known.window, birthdays=known.birthdays)
    return fitted.draws(np.random.default_rng(seed), size=_MEMORYLESS_DRAWS, years=max(HORIZONS))
