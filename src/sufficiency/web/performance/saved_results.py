"""How saved scorecards are opened again."""

from django.urls import reverse

from sufficiency.web.runs.models import Run, RunKind
from sufficiency.web.runs.opening import Opening


def _address(run: Run) -> str:
    return f"{reverse('performance:scorecard')}?run={run.pk}"


OPENINGS = [Opening(RunKind.SCORECARD, "Open the scorecard as it was", _address)]
