"""Who may see which kind of run: those who may see the page it was made for."""

from collections.abc import Mapping

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.runs.models import RunKind

NEEDED: Mapping[RunKind, Permission] = {
    RunKind.SCORECARD: Permission.PERFORMANCE_SEE,
    RunKind.FORECAST: Permission.FORECAST_SEE,
    RunKind.REPORT: Permission.REPORT_DOWNLOAD,
    RunKind.SCENARIO: Permission.FORECAST_SEE,
    RunKind.BACK_TEST: Permission.FORECAST_SEE,
}


def kinds_for(actor: Actor) -> list[RunKind]:
    """The kinds of run that someone may see."""
    return [kind for kind, permission in NEEDED.items() if actor.may(permission)]
