"""What pages read about runs."""

from collections.abc import Iterable

from django.db.models import QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.runs.models import Run, RunKind


def latest(authority: Authority, kind: RunKind) -> Run | None:
    """The newest run of a kind; None where there is none yet."""
    return Run.objects.of(authority).filter(kind=kind).first()


def runs_of(authority: Authority, kinds: Iterable[RunKind]) -> "QuerySet[Run]":
    """An authority's runs of some kinds, newest first, without their figures."""
    return Run.objects.of(authority).filter(kind__in=list(kinds)).defer("figures", "assumptions")
