"""How saved forecasts are opened again."""

from django.urls import reverse

from sufficiency.web.runs.models import Run, RunKind
from sufficiency.web.runs.opening import Opening


def _address(run: Run) -> str:
    return reverse("forecasting:forecast", args=[run.pk])


def _comparison(run: Run) -> str:
    return reverse("forecasting:comparison", args=[run.pk])


def _back_test(run: Run) -> str:
    return reverse("forecasting:back_test_run", args=[run.pk])


OPENINGS = [
    Opening(RunKind.FORECAST, "Open the forecast as it was", _address),
    Opening(RunKind.SCENARIO, "Open the comparison as it was", _comparison),
    Opening(RunKind.BACK_TEST, "Open the back-test as it was", _back_test),
]
