"""What is written about runs: each is kept once."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from django.db import transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.runs.models import Run, RunKind


@transaction.atomic
def keep(
    authority: Authority,
    *,
    kind: RunKind,
    title: str,
    fingerprint: str,
    figures: Mapping[str, Any],
    by: Actor,
    assumptions: Mapping[str, Any] | None = None,
    seed: int | None = None,
) -> Run:
    """Keep a result as it is now. `fingerprint` is that of the returns it was made from."""
    run = Run.objects.create(
        authority=authority,
        kind=kind,
        title=title,
        made_by=by.name,
        maker=by.user,
        fingerprint=fingerprint,
        version=version("sufficiency"),
        seed=seed,
        assumptions=dict(assumptions or {}),
        figures=dict(figures),
    )
    record(Verb.RUN_KEPT, by=by, on=run)
    return run
