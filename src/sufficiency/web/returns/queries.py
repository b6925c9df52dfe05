"""What pages read about returns."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.web.access.models import Authority
from sufficiency.web.children.models import Record
from sufficiency.web.returns.models import Finding, ProviderList, RuleOutcome, Upload
from sufficiency.web.returns.states import State

OPEN = Q(accepted_at=None)


def uploads_of(authority: Authority) -> "QuerySet[Upload]":
    """Every upload of an authority, newest first."""
    return Upload.objects.of(authority)


def stored_upload(authority: Authority, year: CollectionYear) -> Upload | None:
    """The upload that counts for a year."""
    return uploads_of(authority).filter(year=year.ending, state=State.STORED).first()


def latest_stored(authority: Authority) -> Upload | None:
    """The stored upload of the latest year."""
    return uploads_of(authority).filter(state=State.STORED).order_by("-year").first()


def being_checked(authority: Authority) -> Upload | None:
    """The upload that is being checked now."""
    return uploads_of(authority).filter(state=State.CHECKING).first()


def provider_list(authority: Authority) -> ProviderList | None:
    """The list of providers that an authority gave; the file itself is fetched when it is asked for."""
    return ProviderList.objects.of(authority).defer("content").first()


def is_outdated(upload: Upload) -> bool:
    """Whether it would be checked beside another return of the year before, or with another list of providers, now."""
    if not upload.is_stored or upload.collection_year is None:
        return False
    before = stored_upload(upload.authority, upload.collection_year.previous)
    listed = ProviderList.objects.of(upload.authority).values_list("pk", flat=True).first()
    return (before.pk if before else None, listed) != (upload.checked_against_id, upload.providers_id)


def uploads_of_year(upload: Upload) -> list[Upload]:
    """The uploads that were stored of the same year, oldest first."""
    same = uploads_of(upload.authority).filter(year=upload.year, state__in=[State.STORED, State.REPLACED])
    return list(same.order_by("pk"))


def failed_rules(upload: Upload) -> Sequence[Mapping[str, Any]]:
    """Each rule that failed: code, message, rows and how many of them are still open; most rows first."""
    counted = upload.findings.values("code", "message").annotate(
        rows=Count("pk"), open=Count("pk", filter=OPEN)
    )
    return list(counted.order_by("-rows", "code"))


def by_child(upload: Upload) -> "QuerySet[Any, Any]":
    """Each child with findings: how many rows and rules, and how many rows are open; most first."""
    counted = upload.findings.values("child").annotate(
        rows=Count("pk"), rules=Count("code", distinct=True), open=Count("pk", filter=OPEN)
    )
    return counted.order_by("-rows", "child")


def by_table(upload: Upload) -> Sequence[Mapping[str, Any]]:
    """Each table with findings: how many rows and rules, and how many rows are open; most first."""
    counted = upload.findings.values("table").annotate(
        rows=Count("pk"), rules=Count("code", distinct=True), open=Count("pk", filter=OPEN)
    )
    return list(counted.order_by("-rows", "table"))


def not_run(upload: Upload) -> dict[str, list[str]]:
    """The rules that could not run, by reason."""
    reasons: dict[str, list[str]] = {}
    for one in upload.outcomes.filter(outcome=Outcome.COULD_NOT_RUN):
        reasons.setdefault(one.reason, []).append(one.code)
    return reasons


def outcomes_of(upload: Upload) -> "QuerySet[RuleOutcome]":
    """What became of every rule."""
    return upload.outcomes.all()


def next_finding(finding: Finding) -> Finding | None:
    """The finding after this one of the same rule, in the order of the files."""
    later = Q(table__gt=finding.table) | Q(table=finding.table, line__gt=finding.line)
    return Finding.objects.filter(later & OPEN, upload_id=finding.upload_id, code=finding.code).first()


def rows_of_child(finding: Finding, *, tables: Sequence[str], years: Sequence[int]) -> list[Record]:
    """The stored rows about a finding's child in some tables and years, in the order of the files."""
    rows = Record.objects.of(finding.authority).filter(table__in=tables, year__in=years)
    own = Q(table=finding.table, year=finding.upload.year, line=finding.line)
    wanted = own | Q(child=finding.child) if finding.child else own
    return list(rows.filter(wanted).order_by("-year", "line", "pk"))
