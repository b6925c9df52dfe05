"""How saved forecasts are opened again."""

from django.urls import reverse

from sufficiency.web.runs.models import Run, RunKind
from sufficiency.web.runs.opening import Opening


def _address(run: Run) -> str:
    return reverse("forecasting:forecast", args=[run.pk])


OPENINGS = [Opening(RunKind.FORECAST, "Open the forecast as it was", _address)]
