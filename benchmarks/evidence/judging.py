"""Every method on one made-up authority: scores against many futures, so that luck is taken out of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from benchmarks.evidence.made import HORIZONS, Made
from sufficiency.analytics.forecast.backtest.counted import expected
from sufficiency.analytics.forecast.backtest.memoryless import fit_memoryless
from sufficiency.analytics.forecast.backtest.rolling import MEMORYLESS, OURS
from sufficiency.analytics.forecast.backtest.series_methods import SERIES_METHODS
from sufficiency.analytics.forecast.bands import KIND_INDEX, Floats
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.opening import opening_from
from sufficiency.analytics.forecast.simulating import simulate
from sufficiency.analytics.reference.kinds import Kind

TRUE: Final = "true process"
REPLICATIONS: Final = 150
_FOSTERING: Final = (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING)
TARGETS: Final[dict[str, tuple[Kind, ...]]] = {
    "All children": tuple(Kind),
    "Fostering, all kinds": _FOSTERING,
    **{kind.label: (kind,) for kind in _FOSTERING},
    "Children’s homes": (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL),
    Kind.SUPPORTED_ACCOMMODATION.label: (Kind.SUPPORTED_ACCOMMODATION,),
}
_QUANTILES: Final = (0.025, 0.1, 0.5, 0.9, 0.975)


def judged(found: Made) -> Iterator[dict[str, Any]]:
    """A row for each target, years ahead and method."""
    past = found.known.happened().stock
    flows = {OURS: _ours(found), MEMORYLESS: _memoryless(found)}
    for target, kinds in TARGETS.items():
        places = [KIND_INDEX[kind.value] for kind in kinds]
        drawn = {name: stock[:, :, places].sum(axis=(2, 3)) for name, stock in flows.items()}
        seen = past[:, places].sum(axis=(1, 2))
        drawn |= {method.id: method.draws(seen, len(HORIZONS)) for method in SERIES_METHODS}
        futures = found.futures[:, :, places].sum(axis=2)
        for place, ahead in enumerate(HORIZONS):
            came = futures[:, place]
            yield {"target": target, "ahead": ahead, "method": TRUE, "crps": _spread(came)}
            for name, draws in drawn.items():
                yield {"target": target, "ahead": ahead, "method": name, **_scores(draws[:, place], came)}


def _scores(draws: Floats, came: Floats) -> dict[str, float]:
    low95, low80, middle, high80, high95 = np.quantile(draws, _QUANTILES)
    error = np.abs(np.subtract.outer(draws, came)).mean()
    return {
        "crps": float(error) - _spread(draws),
        "bias": float(draws.mean() - came.mean()),
        "error": float(np.abs(middle - came).mean()),
        "coverage80": float(((low80 <= came) & (came <= high80)).mean()),
        "coverage95": float(((low95 <= came) & (came <= high95)).mean()),
        "width80": float(high80 - low80),
    }


def _spread(draws: Floats) -> float:
    """Half the mean distance between two draws: what the truth itself would score."""
    size = len(draws)
    ordered = np.sort(draws)
    return float((ordered * (2 * np.arange(1, size + 1) - size - 1)).sum()) / (size * (size - 1))


def _ours(found: Made) -> Floats:
    known = found.known
    years = len(HORIZONS)
    opening = opening_from(known.spells, returned=known.returned, start=known.origin, years=years)
    tallies = simulate(opening, replications=REPLICATIONS, seed=1, workers=1)
    return expected(tallies, Months.after(known.origin, years=years)).stock


def _memoryless(found: Made) -> Floats:
    known = found.known
    fitted = fit_memoryless(known.spells, window=known.window, birthdays=known.birthdays)
    return fitted.draws(np.random.default_rng(1), size=REPLICATIONS, years=len(HORIZONS)).stock


def extra(found: Made, *, times: float) -> list[dict[str, Any]]:
    """Extra children in care with so many times the entrants: truth, this forecast and memoryless flows."""
    truth = found.extra.mean(axis=0).tolist()
    ours, memoryless = _extra_of_ours(found, times), _extra_of_memoryless(found, times)
    return [
        {"ahead": ahead, "true": truth[place], OURS: ours[place], MEMORYLESS: memoryless[place]}
        for place, ahead in enumerate(HORIZONS)
    ]


def _extra_of_ours(found: Made, times: float) -> list[float]:
    known, years = found.known, len(HORIZONS)
    opening = opening_from(known.spells, returned=known.returned, start=known.origin, years=years)
    other = replace(opening, flows=opening.flows.with_entrants(times=times))
    months = Months.after(known.origin, years=years)
    stocks = [
        expected(simulate(one, replications=REPLICATIONS, seed=1, workers=1), months).stock.sum(axis=(2, 3))
        for one in (opening, other)
    ]
    change: list[float] = (stocks[1] - stocks[0]).mean(axis=0).tolist()
    return change


def _extra_of_memoryless(found: Made, times: float) -> list[float]:
    known = found.known
    fitted = fit_memoryless(known.spells, window=known.window, birthdays=known.birthdays)
    more = replace(fitted, entrants=fitted.entrants * times)
    stocks = [
        one.draws(np.random.default_rng(1), size=20 * REPLICATIONS, years=len(HORIZONS)).stock.sum(
            axis=(2, 3)
        )
        for one in (fitted, more)
    ]
    change: list[float] = (stocks[1].mean(axis=0) - stocks[0].mean(axis=0)).tolist()
    return change
