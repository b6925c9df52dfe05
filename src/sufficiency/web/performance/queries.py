"""What pages read about the scorecard. Nothing is computed here: a scorecard is read as it was kept."""

from collections.abc import Mapping

from django.db.models import QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.children.models import StoredReturn
from sufficiency.web.runs.models import Run, RunKind


def scorecards_of(authority: Authority) -> "QuerySet[Run]":
    """The scorecards of an authority, newest first."""
    return Run.objects.of(authority).filter(kind=RunKind.SCORECARD)


def latest(authority: Authority) -> Run | None:
    """The newest scorecard; None where there is none yet."""
    return scorecards_of(authority).first()


def kept(authority: Authority, pk: int) -> Run | None:
    """One scorecard that was kept; None where there is none of that number."""
    return scorecards_of(authority).filter(pk=pk).first()


def stored(authority: Authority) -> Mapping[str, str]:
    """The fingerprint of each stored return, by collection year."""
    returns = StoredReturn.objects.of(authority).only("year", "fingerprint")
    return {one.collection_year.label: one.fingerprint for one in returns}


def is_up_to_date(run: Run) -> bool:
    """Whether a result was made from the returns as they are stored now."""
    return run.assumptions.get("returns") == dict(stored(run.authority))
