"""A comparison as the command line's JSON: the scenario's forecast with the usual keys, and `scenario` besides."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import numpy as np

from sufficiency.analytics.forecast.bands import AGE_GROUPS, KIND_INDEX, Counts, Floats
from sufficiency.analytics.forecast.capacity import UNLIMITED, places_needed, weeks_by_year
from sufficiency.analytics.forecast.comparing import Comparison
from sufficiency.analytics.forecast.contract import ALL, as_json, numbers
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.projection import summarise
from sufficiency.analytics.forecast.scenario import Plan
from sufficiency.analytics.forecast.scenario_files import as_record
from sufficiency.analytics.money.mix_pricing import priced_mix
from sufficiency.analytics.money.splitting import Pounds, Split, added, in_pounds
from sufficiency.analytics.reference.kinds import Kind

UNMET_SHARES: Final = (0.01, 0.02, 0.05, 0.1, 0.2)  # of the weeks needed, for the inverse question
_CHILDREN, _PENCE = 3, 2
_KINDS: Final = tuple((Kind(name), place) for name, place in KIND_INDEX.items())


def comparison_as_json(
    comparison: Comparison, *, years: int, unmet_shares: Sequence[float] = UNMET_SHARES
) -> dict[str, Any]:
    """The scenario's forecast as `forecast` gives it, with `scenario`: what it changes, and doing nothing beside it.

    `unmet_shares` are the shares of the weeks needed for which the places that would be needed are told.
    """
    told = as_json(comparison.projection, years=years)
    return {**told, "scenario": _scenario(comparison, years=years, unmet_shares=unmet_shares)}


def _scenario(comparison: Comparison, *, years: int, unmet_shares: Sequence[float]) -> dict[str, Any]:
    scenario, nothing = comparison.scenario, as_json(comparison.baseline, years=years)
    known = levers()
    return {
        "name": scenario.name,
        "about": scenario.about,
        "stated": as_record(scenario),
        "levers": [
            {"lever": one.lever, "sentence": said, "why": one.why, "source": known[one.lever].source}
            for one, said in zip(scenario.levers, scenario.sentences, strict=True)
        ],
        "baseline": {
            name: nothing[name]
            for name in ("series", "by_age", "entrants", "leavers", "cost", "cost_by_month")
        },
        "difference": _differences(comparison),
        "mix_table": _mix_table(comparison),
        "mix_priced": _mix_priced(comparison),
        "split": _split(comparison),
        "capacity": _capacity(comparison),
        "places_needed": _places_needed(comparison, unmet_shares),
        "plan": _plan(scenario.plan, comparison),
        "shortfalls": [
            {
                "kinds": [str(kind) for kind in one.held.who.kinds],
                "planned": one.planned,
                "found": round(one.found, 1),
            }
            for one in comparison.shortfalls
        ],
    }


def _differences(comparison: Comparison) -> dict[str, Any]:
    """The scenario less doing nothing: by kind and age at each month end, and in pounds by year and by month."""
    change, ends = comparison.difference, comparison.projection.month_ends
    both = (comparison.projection.stock, comparison.baseline.stock)
    ages = [
        (group, both[0][..., g].sum(axis=2) - both[1][..., g].sum(axis=2))
        for g, group in enumerate(AGE_GROUPS)
    ]
    kinds = [(ALL, change.sum(axis=2)), *((str(kind), change[:, :, place]) for kind, place in _KINDS)]
    cost = comparison.projection.total_cost() - comparison.baseline.total_cost()
    # Not the two ranges less each other: the same chances rule both, so that most of their width falls away.
    monthly = comparison.projection.monthly_cost - comparison.baseline.monthly_cost
    years = [str(year) for year in comparison.projection.years]
    return {
        "series": list(_by_date(ends, "kind", kinds)),
        "by_age": list(_by_date(ends, "age", ages)),
        "cost": [
            {"year": year, **numbers(one, _PENCE)} for year, one in zip(years, summarise(cost), strict=True)
        ],
        "cost_by_month": [
            {"date": end.isoformat(), **numbers(one, _PENCE)}
            for end, one in zip(ends[1:], summarise(monthly), strict=True)
        ],
    }


def _by_date(ends: Iterable[date], of: str, series: Iterable[tuple[str, Counts]]) -> Iterator[dict[str, Any]]:
    for name, values in series:
        for end, one in zip(ends, summarise(values), strict=True):
            yield {"date": end.isoformat(), of: name, **numbers(one, _CHILDREN)}


def _mix_table(comparison: Comparison) -> list[dict[str, Any]]:
    """The expected change in children by kind in each year of the forecast, and the net."""
    means = comparison.difference.mean(axis=0)
    springs = comparison.projection.months.year_ends
    changes = np.diff(means[springs], axis=0)
    years = [str(year) for year in comparison.projection.years]
    rows = [(str(kind), changes[:, place]) for kind, place in _KINDS] + [(ALL, changes.sum(axis=1))]
    return [
        {
            "kind": kind,
            "by_year": dict(zip(years, np.round(row, 2).tolist(), strict=True)),
            "total": round(float(row.sum()), 2),
        }
        for kind, row in rows
    ]


def _mix_priced(comparison: Comparison) -> dict[str, Any]:
    """What each year's change in the mix saves at the weekly prices of the price set, as placement strategies count."""
    rows = [row for row in _mix_table(comparison) if row["kind"] != ALL]
    changes = {Kind(row["kind"]): [Decimal(str(n)) for n in row["by_year"].values()] for row in rows}
    priced = priced_mix(changes, comparison.projection.prices)
    years = [str(year) for year in comparison.projection.years]
    by_year = dict(zip(years, (float(round(one, _PENCE)) for one in priced.by_year), strict=True))
    return {"by_year": by_year, "total": float(round(priced.total, _PENCE))}


def _split(comparison: Comparison) -> dict[str, Any]:
    """What the scenario adds to the cost by year, in volume, mix and price that add up to the penny."""
    found = comparison.split()
    means = [column.mean(axis=0) for column in (found.volume, found.mix, found.total)]
    pounds = [in_pounds(*column) for column in zip(*means, strict=True)]
    years = [str(year) for year in comparison.projection.years]
    return {
        "years": [{"year": year, **_amounts(one)} for year, one in zip(years, pounds, strict=True)],
        "total": _amounts(added(pounds)),
        "ranges": _ranges(found),
    }


def _ranges(found: Split) -> dict[str, Any]:
    return {
        name: numbers(summarise(getattr(found, name).sum(axis=1)[:, None])[0], _PENCE)
        for name in ("volume", "mix", "price", "total")
    }


def _amounts(pounds: Pounds) -> dict[str, float]:
    return {name: float(getattr(pounds, name)) for name in ("volume", "mix", "price", "total")}


def _capacity(comparison: Comparison) -> list[dict[str, Any]]:
    """Places, children who need the kind, and weeks displaced and unmet, by limited kind and financial year."""
    capacity, fitted = comparison.capacity, comparison.fitted
    if capacity is None or fitted is None:
        return []
    months = comparison.projection.months
    needed: Floats = weeks_by_year(comparison.projection.stock.sum(axis=3, dtype=np.int32), months)
    displaced, unmet = weeks_by_year(fitted.displaced, months), weeks_by_year(fitted.unmet, months)
    rows = []
    for kind in Kind:
        place = KIND_INDEX[kind]
        for number, year in enumerate(months.years):
            if not unmet[:, number, place].any() and kind not in capacity.limited:
                continue
            places = int(capacity.places[months.year_ends[number + 1], place])
            rows.append(
                {
                    "kind": str(kind),
                    "year": str(year),
                    "places": places if places < UNLIMITED else None,
                    "weeks_needed": numbers(summarise(needed[:, number, place][:, None])[0], 1),
                    "weeks_displaced": numbers(summarise(displaced[:, number, place][:, None])[0], 1),
                    "weeks_unmet": numbers(summarise(unmet[:, number, place][:, None])[0], 1),
                }
            )
    return rows


def _places_needed(comparison: Comparison, shares: Sequence[float]) -> list[dict[str, Any]]:
    """How many places of each kind, in each year, would keep unmet need below a share of the weeks needed."""
    months = comparison.projection.months
    needed = comparison.projection.stock.sum(axis=3, dtype=np.int32)
    found = {share: places_needed(needed, months, share_unmet=share) for share in shares}
    return [
        {
            "kind": str(kind),
            "year": str(year),
            "places": {f"{share:g}": int(found[share][number, place]) for share in shares},
        }
        for kind, place in _KINDS
        for number, year in enumerate(months.years)
        if needed[:, :, place].any()
    ]


def _plan(plan: Plan, comparison: Comparison) -> list[dict[str, Any]]:
    """What is put in and is to be saved, beside what the scenario saves in the forecast, by year."""
    saved = (comparison.baseline.total_cost() - comparison.projection.total_cost()).mean(axis=0)
    if not plan.investment and not plan.savings_targets:
        return []
    return [
        {
            "year": str(year),
            "investment": float(plan.investment.get(number, 0)),
            "savings_target": float(plan.savings_targets.get(number, 0)),
            "forecast_saving": round(float(saved[number - 1]), _PENCE),
            "new_saving": round(
                float(saved[number - 1] - (saved[number - 2] if number > 1 else 0.0)), _PENCE
            ),
        }
        for number, year in enumerate(comparison.projection.years, 1)
    ]
