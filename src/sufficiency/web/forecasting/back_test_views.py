"""Back-tests: how good forecasts of past years would have been, beside simpler methods; also where those win."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.reports.backtest_words import Tested, told_plainly
from sufficiency.reports.position import NUMBER
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import queries, scenario_actions
from sufficiency.web.forecasting.showing import measures_with
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.downloads import csv_download

SECONDS = 30  # of waiting, before a first one has shown how long it takes here
_PARTED = {"kinds": "kind", "ages": "age"}  # groups of targets whose counts may be small


@needs(Permission.FORECAST_SEE)
def back_test(request: SiteRequest) -> HttpResponse:
    """The newest back-test, or how to make one."""
    return _page(request, queries.back_tests_of(request.actor.here).first())


@needs(Permission.FORECAST_SEE)
def back_test_run(request: SiteRequest, pk: int) -> HttpResponse:
    """One back-test as it was made."""
    return _page(request, _found(request, pk))


@needs(Permission.FORECAST_RUN)
@require_POST
def run(request: SiteRequest) -> HttpResponse:
    """Make a back-test from what is stored now."""
    try:
        made = scenario_actions.back_test(request.actor.here, by=request.actor)
    except (ReadingError, ForecastError) as problem:
        messages.warning(request, f"{problem.what} {problem.what_next}")
        return redirect("forecasting:back_test")
    messages.success(request, "The back-test was made and kept.")
    return redirect("forecasting:back_test_run", pk=made.pk)


@needs(Permission.FORECAST_SEE)
def download(request: SiteRequest, pk: int) -> HttpResponse:
    """Every score as CSV; those of groups with small counts left out for who may not see them."""
    found = _found(request, pk)
    hides = not request.actor.may(Permission.SMALL_NUMBERS_SEE)
    shown = {target["target"] for target in found.figures["targets"] if _is_shown(found, target, hides=hides)}
    seen(Verb.FORECAST_EXPORTED, by=request.actor, on=found)
    rows = [row for row in found.figures["scores"] if row["target"] in shown]
    return csv_download(csv_text(rows), name=f"back-test-{found.pk}")


def _page(request: SiteRequest, found: Run | None) -> HttpResponse:
    shown = {
        "run": found,
        "says": _tested(found, hides=not request.actor.may(Permission.SMALL_NUMBERS_SEE)) if found else None,
        "is_up_to_date": found is None or queries.is_up_to_date(found),
        "may_run": request.actor.may(Permission.FORECAST_RUN),
        "seconds": found.assumptions["took_seconds"] if found else SECONDS,
    }
    return render(request, "forecasting/back_test.html", shown)


def _tested(found: Run, *, hides: bool) -> Tested:
    return told_plainly(found.figures, is_shown=lambda target: _is_shown(found, target, hides=hides))


def _is_shown(found: Run, target: Mapping[str, Any], *, hides: bool) -> bool:
    dimension = _PARTED.get(target["group"])
    if not hides or dimension is None:
        return True
    value = str(target["target"]).removeprefix("age ")
    return measures_with(found, hides=True).part_points(NUMBER, dimension, value) is not None


def _found(request: SiteRequest, pk: int) -> Run:
    return get_object_or_404(queries.back_tests_of(request.actor.here), pk=pk)
