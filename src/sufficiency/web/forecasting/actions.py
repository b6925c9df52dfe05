"""What is written about forecasts: one is run and kept."""

import time
from collections.abc import Mapping
from typing import Any

from sufficiency.reports.wording import as_date, day, plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.forecasting import analytics, queries
from sufficiency.web.forecasting.analytics import Asked
from sufficiency.web.performance.actions import bring_up_to_date
from sufficiency.web.runs.actions import keep
from sufficiency.web.runs.models import Run, RunKind


def run(authority: Authority, asked: Asked, *, by: Actor) -> Run:
    """Forecast from what is stored now, and keep it with the scorecard it goes with.

    Raises ReadingError or ForecastError where the stored returns cannot carry a forecast.
    """
    scorecard = bring_up_to_date(authority, by=by)
    began = time.perf_counter()
    made = analytics.forecast(authority, asked)
    took = time.perf_counter() - began
    return keep(
        authority,
        kind=RunKind.FORECAST,
        title=f"Forecast of {plural(asked.years, 'year')} from {day(as_date(made['from']))}",
        fingerprint=scorecard.fingerprint,
        seed=asked.seed,
        assumptions=assumptions_of(authority, asked, scorecard, took_seconds=round(took, 1)),
        figures={**made, "rules": queries.rules_of_latest(authority)},
        by=by,
    )


def assumptions_of(
    authority: Authority, asked: Asked, scorecard: Run, *, took_seconds: float
) -> Mapping[str, Any]:
    """What a forecast rests on, to keep with its figures."""
    latest = queries.latest_upload(authority)
    return {
        "years_ahead": asked.years,
        "replications": asked.replications,
        "prices": asked.prices.label,
        "price_set": asked.prices.name,
        "recalibrate": asked.recalibrate,
        "years": scorecard.assumptions["years"],
        "returns": scorecard.assumptions["returns"],
        "scorecard": scorecard.pk,
        "files": queries.files(authority),
        "checked": str(latest.collection_year) if latest else "",
        "notes_on_reading": latest.notes if latest else [],
        "took_seconds": took_seconds,
    }
