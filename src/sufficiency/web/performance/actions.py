"""What is written about performance: a scorecard is computed and kept."""

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.performance import analytics, queries
from sufficiency.web.runs.actions import keep
from sufficiency.web.runs.models import Run, RunKind


def compute(authority: Authority, *, by: Actor) -> Run:
    """Compute the scorecard of what is stored now, and keep it."""
    made = analytics.compute(authority)
    return keep(
        authority,
        kind=RunKind.SCORECARD,
        title=f"Scorecard of {made.years[0]} to {made.years[-1]}",
        fingerprint=made.fingerprint,
        assumptions=made.assumptions,
        figures=made.figures,
        by=by,
    )


def bring_up_to_date(authority: Authority, *, by: Actor) -> Run:
    """The scorecard of what is stored now: the one that is kept, else a new one."""
    kept = queries.latest(authority)
    return kept if kept and queries.is_up_to_date(kept) else compute(authority, by=by)
