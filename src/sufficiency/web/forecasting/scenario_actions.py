"""What is written about scenarios: one is made, changed, and played out beside doing nothing."""

import time
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.reports.backtest_words import sentence
from sufficiency.reports.scenario_words import headline
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import analytics, queries
from sufficiency.web.forecasting.actions import assumptions_of
from sufficiency.web.forecasting.analytics import Asked
from sufficiency.web.forecasting.models import Scenario
from sufficiency.web.performance.actions import bring_up_to_date
from sufficiency.web.runs.actions import keep
from sufficiency.web.runs.models import Run, RunKind


@transaction.atomic
def make(authority: Authority, content: Mapping[str, Any], *, by: Actor) -> Scenario:
    """Keep a new scenario; a name that is taken gets a number behind it."""
    name = queries.free_name(authority, str(content["name"]))
    made = Scenario.objects.create(
        authority=authority,
        name=name,
        content={**content, "name": name},
        made_by=by.name,
        changed_by=by.name,
    )
    record(Verb.SCENARIO_SAVED, by=by, on=made)
    return made


@transaction.atomic
def change(scenario: Scenario, content: Mapping[str, Any], *, by: Actor) -> Scenario:
    """Keep a scenario as it is now. Runs made from it before stay as they were."""
    scenario.content = dict(content)
    scenario.name = str(content["name"])
    scenario.changed_at, scenario.changed_by = timezone.now(), by.name
    scenario.save()
    record(Verb.SCENARIO_SAVED, by=by, on=scenario)
    return scenario


@transaction.atomic
def remove(scenario: Scenario, *, by: Actor) -> None:
    """Take a scenario off the list. Runs made from it stay."""
    record(Verb.SCENARIO_REMOVED, by=by, on=scenario, reason=scenario.name)
    scenario.delete()


def play_out(scenario: Scenario, asked: Asked, *, by: Actor) -> Run:
    """Compare a scenario with doing nothing on what is stored now, and keep the result.

    Raises ReadingError or ForecastError where the stored returns or the scenario cannot carry it.
    """
    authority = scenario.authority
    scorecard = bring_up_to_date(authority, by=by)
    began = time.perf_counter()
    made = analytics.compare(authority, scenario.content, asked)
    took = round(time.perf_counter() - began, 1)
    return keep(
        authority,
        kind=RunKind.SCENARIO,
        title=scenario.name,
        fingerprint=scorecard.fingerprint,
        seed=asked.seed,
        assumptions={
            **assumptions_of(authority, asked, scorecard, took_seconds=took),
            "scenario": scenario.pk,
            "stated": scenario.content,
            "says": headline(made["scenario"]),
        },
        figures=made,
        by=by,
    )


def back_test(authority: Authority, *, by: Actor) -> Run:
    """Make the forecasts of past years anew, score them against what came, and keep the scores.

    Raises ReadingError or ForecastError where there are too few returns.
    """
    scorecard = bring_up_to_date(authority, by=by)
    began = time.perf_counter()
    scores = analytics.back_test(authority)
    took = round(time.perf_counter() - began, 1)
    return keep(
        authority,
        kind=RunKind.BACK_TEST,
        title="Back-test of the forecast",
        fingerprint=scorecard.fingerprint,
        seed=analytics.BACK_TEST_SEED,
        assumptions={
            "replications": scores["replications"],
            "years": scorecard.assumptions["years"],
            "returns": scorecard.assumptions["returns"],  # by these it is told whether the data moved on
            "scorecard": scorecard.pk,
            "says": sentence(scores),
            "took_seconds": took,
        },
        figures=scores,
        by=by,
    )
