"""A projection as the command line's JSON: plain lists and numbers with the keys that callers rely on."""

from collections.abc import Iterable, Sequence
from typing import Any

from sufficiency.analytics.forecast.bands import AGE_GROUPS, Counts, Floats
from sufficiency.analytics.forecast.causes import CAUSES
from sufficiency.analytics.forecast.projection import Projection, Summary, summarise
from sufficiency.analytics.money.prices import Price
from sufficiency.analytics.reference.kinds import Kind

ALL = "all"
_DECIMALS = 3  # of children
_PENCE = 2


def as_json(projection: Projection, *, years: int) -> dict[str, Any]:
    """The forecast with the keys of the command line, and by_age, leavers_by_cause, prices and notes besides.

    The same seed gives the same text, to the last digit.
    """
    series = [(ALL, projection.in_care()), *((str(kind), projection.in_care(kind)) for kind in Kind)]
    ages = [(group, projection.of_age(group)) for group in AGE_GROUPS]
    causes = [(str(cause), projection.leavers[:, :, place]) for place, cause in enumerate(CAUSES)]
    labels = [str(year) for year in projection.years]
    dates = [end.isoformat() for end in projection.month_ends]
    return {
        "from": projection.start.isoformat(),
        "years": years,
        "replications": projection.replications,
        "seed": projection.seed,
        "series": _rows("date", dates, "kind", series),
        "entrants": _by_year(labels, projection.entrants.sum(axis=2)),
        "leavers": _by_year(labels, projection.leavers.sum(axis=2)),
        "cost": _by_year(labels, projection.total_cost(), decimals=_PENCE),
        "cost_by_month": _by_month(dates[1:], projection.monthly_cost),
        "by_age": _rows("date", dates, "age", ages),
        "leavers_by_cause": _rows("year", labels, "cause", causes),
        "prices": [_price(price) for price in projection.prices.prices],
        "notes": [
            {"message": note.message, "where": note.where, "count": note.count} for note in projection.notes
        ],
    }


def _rows(
    when: str, labels: Sequence[str], of: str, series: Iterable[tuple[str, Counts]]
) -> list[dict[str, Any]]:
    return [
        {when: label, of: name, **numbers(summary, _DECIMALS)}
        for name, values in series
        for label, summary in zip(labels, summarise(values), strict=True)
    ]


def _by_year(
    labels: Sequence[str], values: Counts | Floats, *, decimals: int = _DECIMALS
) -> list[dict[str, Any]]:
    return [
        {"year": label, **numbers(summary, decimals)}
        for label, summary in zip(labels, summarise(values), strict=True)
    ]


def _by_month(dates: Sequence[str], values: Floats) -> list[dict[str, Any]]:
    return [
        {"date": label, **numbers(summary, _PENCE)}
        for label, summary in zip(dates, summarise(values), strict=True)
    ]


def numbers(summary: Summary, decimals: int) -> dict[str, Any]:
    """A summary with its quantiles by name."""
    quantiles = {str(share): round(value, decimals) for share, value in summary.quantiles.items()}
    return {"mean": round(summary.mean, decimals), "quantiles": quantiles}


def _price(price: Price) -> dict[str, Any]:
    return {
        "kind": str(price.kind),
        "weekly_price": float(price.weekly_price),
        "from": price.from_date.isoformat(),
        "inflation_per_year": float(price.inflation_per_year),
        "source": price.source,
        "certainty": price.certainty,
    }
