"""What is written about returns. Each function is one transaction and records one event."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.returns.checking import CheckResult
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.actions import replace_year
from sufficiency.web.returns import analytics, queries
from sufficiency.web.returns.comparing import carry_over
from sufficiency.web.returns.models import Finding, Original, ProviderList, RuleOutcome, Upload
from sufficiency.web.returns.packing import Given, packed
from sufficiency.web.returns.signals import return_stored
from sufficiency.web.returns.states import MOVES, State

STALE_AFTER = timedelta(
    minutes=10
)  # a check of 80,000 children takes seconds: the program was stopped meanwhile
AT_ONCE = 2_000  # rows to an INSERT


class BusyError(Exception):
    """Another upload of the authority is being checked."""

    def __init__(self, other: Upload | None) -> None:
        super().__init__("Another upload is being checked.")
        self.other = other


class MovedOnError(Exception):
    """An upload is no longer where it was when this began, or cannot go where it should."""


@transaction.atomic
def begin(authority: Authority, files: Sequence[Given], *, by: Actor) -> Upload:
    """Note that files came and are being checked; raises BusyError where others are. What comes of it is recorded."""
    _release_stale(authority)
    sizes = [{"name": file.name, "size": len(file.content)} for file in files]
    try:
        with transaction.atomic():
            return Upload.objects.create(
                authority=authority, uploaded_by=by.name, uploader=by.user, files=sizes
            )
    except IntegrityError as taken:
        raise BusyError(queries.being_checked(authority)) from taken


@transaction.atomic
def wait(upload: Upload, source: Return, files: Sequence[Given], *, by: Actor) -> Upload:
    """Keep the files until someone says whether the stored return of that year is to be replaced."""
    tables = [{"name": name, "file": one.file, "rows": one.rows} for name, one in source.sources.items()]
    _move(upload, State.WAITING, by=by, year=source.year.ending, tables=tables)
    _keep_files(upload, files)
    return upload


@transaction.atomic
def go_on(upload: Upload, *, by: Actor) -> Upload:
    """Check a waiting upload after all; raises BusyError where another is being checked."""
    _release_stale(upload.authority)
    try:
        with transaction.atomic():
            return _move(upload, State.CHECKING, by=by, began_at=timezone.now())
    except IntegrityError as taken:
        raise BusyError(queries.being_checked(upload.authority)) from taken


@transaction.atomic
def refuse(upload: Upload, problem: ReadingError, *, by: Actor) -> Upload:
    """Keep why an upload was not stored, and nothing else of it."""
    texts = {name: analytics.storable(getattr(problem, name)) for name in ("what", "where", "what_next")}
    _move(upload, State.REFUSED, by=by, **texts)
    Original.objects.of(upload.authority).filter(upload=upload).delete()
    return upload


@transaction.atomic
def store(
    upload: Upload,
    result: CheckResult,
    files: Sequence[Given],
    *,
    providers: ProviderList | None,
    by: Actor,
) -> Upload:
    """Store a checked return in the place of what is stored of its year: all of it or nothing."""
    before = queries.stored_upload(upload.authority, result.year)
    against = queries.stored_upload(upload.authority, result.year.previous)
    if before is not None:
        _move(before, State.REPLACED, by=by)
    replace_year(upload.authority, result.source, upload=upload.pk)
    compared = _write_findings(upload, result, before=before)
    reason = f"{result.year}, in the place of upload {before.pk}" if before else str(result.year)
    beside = {"checked_against": against, "providers": providers}
    values = {**analytics.counts(result), **compared, **beside}
    _move(upload, State.STORED, by=by, reason=reason, **values)
    _keep_files(upload, files)
    _tell(upload, result)
    return upload


@transaction.atomic
def keep_providers(file: Given, *, numbers: int, by: Actor) -> ProviderList:
    """Keep a list of providers in the place of the one that was there."""
    ProviderList.objects.of(by.here).delete()
    kept = ProviderList.objects.create(
        authority=by.here, file=file.name, content=file.content, providers=numbers, given_by=by.name
    )
    record(Verb.PROVIDER_LIST_KEPT, by=by, on=kept, reason=file.name)
    return kept


@transaction.atomic
def remove_providers(kept: ProviderList, *, by: Actor) -> None:
    """Do without a list of providers."""
    record(Verb.PROVIDER_LIST_REMOVED, by=by, on=kept, reason=kept.file)
    kept.delete()


@transaction.atomic
def renew_findings(
    upload: Upload, result: CheckResult, *, providers: ProviderList | None, by: Actor
) -> Upload:
    """Put what a new check of a stored return found in the place of what was found before."""
    if not upload.is_stored:
        raise MovedOnError("Only a stored return is checked again.")
    upload.checked_against = queries.stored_upload(upload.authority, result.year.previous)
    upload.providers = providers
    before = list(upload.findings.all())
    _forget_findings(upload)
    _write_findings(upload, result, before=None, known=before)
    for name, value in analytics.counts(result).items():
        setattr(upload, name, value)
    upload.save()
    record(Verb.RETURN_CHECKED_AGAIN, by=by, on=upload, reason=str(result.year))
    _tell(upload, result)
    return upload


@transaction.atomic
def accept(finding: Finding, *, reason: str, by: Actor) -> Finding:
    """Say that a row is right as it is, and why."""
    _refuse_past(finding)
    finding.accepted_reason, finding.accepted_by, finding.accepted_at = reason, by.name, timezone.now()
    finding.save()
    record(Verb.FINDING_ACCEPTED, by=by, on=finding, child=finding.child, reason=reason)
    return finding


@transaction.atomic
def reopen(finding: Finding, *, by: Actor) -> Finding:
    """Take an acceptance back."""
    _refuse_past(finding)
    finding.accepted_reason, finding.accepted_by, finding.accepted_at = "", "", None
    finding.save()
    record(Verb.FINDING_REOPENED, by=by, on=finding, child=finding.child)
    return finding


def _refuse_past(finding: Finding) -> None:
    if not finding.upload.is_stored:
        raise MovedOnError("Another upload has replaced this one.")


def _move(upload: Upload, to: State, *, by: Actor, reason: str = "", **values: Any) -> Upload:
    """Move an upload as states.py allows, unless it has moved meanwhile, and record it where that is an event."""
    here = State(upload.state)
    move = MOVES[here].get(to)
    if move is None:
        raise MovedOnError(f"An upload that is {here.label.lower()} cannot become {to.label.lower()}.")
    if by.user is not None and not by.may(move.permission):
        raise PermissionDenied
    if not Upload.objects.filter(pk=upload.pk, state=here).update(state=to, **values):
        raise MovedOnError("Someone else moved this upload meanwhile.")
    for name, value in {"state": to, **values}.items():
        setattr(upload, name, value)
    if move.records is not None:
        record(move.records, by=by, on=upload, reason=reason)
    return upload


def _release_stale(authority: Authority) -> None:
    """Let go of an upload whose check was cut off, so that others are not kept waiting for it."""
    other = queries.being_checked(authority)
    if other is None or timezone.now() - other.began_at < STALE_AFTER:
        return
    problem = ReadingError(
        "Checking was cut off, because the program was stopped.",
        where="",
        what_next="Upload the files again.",
    )
    with suppress(MovedOnError):  # someone else let go of it in the same moment
        refuse(other, problem, by=Actor(name="Sufficiency", authority=authority))


def _keep_files(upload: Upload, files: Sequence[Given]) -> None:
    content = {"authority": upload.authority, "content": packed(files)}
    Original.objects.update_or_create(upload=upload, defaults=content)


def _write_findings(
    upload: Upload, result: CheckResult, *, before: Upload | None, known: Iterable[Finding] = ()
) -> Mapping[str, int | None]:
    """Write outcomes and findings; what they are beside those of an earlier upload."""
    earlier = list(before.findings.all()) if before else list(known)
    own = {"authority": upload.authority, "upload": upload}
    findings = [Finding(**own, **values) for values in analytics.findings(result)]
    compared = carry_over(findings, earlier)
    RuleOutcome.objects.bulk_create(
        [RuleOutcome(**own, **one) for one in analytics.outcomes(result)], AT_ONCE
    )
    Finding.objects.bulk_create(findings, AT_ONCE)
    if before is None:
        return {}
    return {"newly_found": compared.newly_found, "mended": compared.mended}


def _forget_findings(upload: Upload) -> None:
    upload.outcomes.all().delete()
    upload.findings.all().delete()


def _tell(upload: Upload, result: CheckResult) -> None:
    """Tell other apps once all is committed; what they do with it undoes nothing here."""
    told = partial(return_stored.send_robust, sender=Upload, authority=upload.authority, year=result.year)
    transaction.on_commit(told)
