"""What pages read about forecasts. Nothing is computed here: a forecast is read as it was kept."""

from typing import Any

from django.db.models import QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.children.models import StoredReturn
from sufficiency.web.forecasting.models import Scenario
from sufficiency.web.performance import queries as performance
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.queries import latest_stored, outcomes_of
from sufficiency.web.runs.models import Run, RunKind


def forecasts_of(authority: Authority) -> "QuerySet[Run]":
    """The forecasts of an authority, newest first."""
    return Run.objects.of(authority).filter(kind=RunKind.FORECAST)


def latest(authority: Authority) -> Run | None:
    """The newest forecast; None where there is none yet."""
    return forecasts_of(authority).first()


def scorecard_of(forecast: Run) -> Run | None:
    """The scorecard that was kept with a forecast, of the same returns."""
    return performance.kept(forecast.authority, forecast.assumptions["scorecard"])


def is_up_to_date(forecast: Run) -> bool:
    """Whether a forecast was made from the returns as they are stored now."""
    return performance.is_up_to_date(forecast)


def latest_upload(authority: Authority) -> Upload | None:
    """The stored upload of the latest year, whose check a report shows."""
    return latest_stored(authority)


def rules_of_latest(authority: Authority) -> list[dict[str, Any]]:
    """What became of every rule on the latest return."""
    upload = latest_upload(authority)
    if upload is None:
        return []
    return [dict(one) for one in outcomes_of(upload).values("code", "outcome", "reason", "count")]


def files(authority: Authority) -> int:
    """How many files the stored returns were read from."""
    stored = StoredReturn.objects.of(authority).only("year", "sources")
    return len({(one.year, source["file"]) for one in stored for source in one.sources.values()})


def scenarios_of(authority: Authority) -> "QuerySet[Scenario]":
    """The scenarios of an authority by name."""
    return Scenario.objects.of(authority)


def free_name(authority: Authority, wanted: str) -> str:
    """The name, with a number behind it where a scenario has it already."""
    taken = set(scenarios_of(authority).values_list("name", flat=True))
    numbered = (f"{wanted[:190]} ({number})" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


def comparisons_of(authority: Authority) -> "QuerySet[Run]":
    """Scenarios as they were played out, newest first."""
    return Run.objects.of(authority).filter(kind=RunKind.SCENARIO)


def comparisons_from(scenario: Scenario) -> "QuerySet[Run]":
    """What was played out of one scenario, newest first."""
    return comparisons_of(scenario.authority).filter(assumptions__scenario=scenario.pk).defer("figures")


def back_tests_of(authority: Authority) -> "QuerySet[Run]":
    """The back-tests of an authority, newest first."""
    return Run.objects.of(authority).filter(kind=RunKind.BACK_TEST)
