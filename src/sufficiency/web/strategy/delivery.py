"""What is written about delivery: business cases, stages of workstreams, risks, issues and exceptions."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import actions as governance
from sufficiency.web.governance.models import Group
from sufficiency.web.governance.states import Origin
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.models import BusinessCase, Concern, Version, Workstream
from sufficiency.web.strategy.states import (
    CASE_SUBJECT,
    CONCERN_SUBJECT,
    STAGE_MOVES,
    CaseKind,
    CaseState,
    ConcernState,
    Stage,
)

SPONSORS = "sponsor_group"


@transaction.atomic
def write_case(workstream: Workstream, *, by: Actor, **values: Any) -> BusinessCase:
    """Write a brief or business case for a workstream."""
    case = BusinessCase.objects.create(
        authority=workstream.authority, workstream=workstream, written_by=by.name, **values
    )
    record(Verb.CASE_WRITTEN, by=by, on=case, reason=str(case))
    return case


@transaction.atomic
def submit(case: BusinessCase, *, by: Actor) -> BusinessCase:
    """Send a case to the sponsors: it goes on their next agenda where there is a sponsor group."""
    case = BusinessCase.objects.select_for_update().get(pk=case.pk)
    if case.state != CaseState.DRAFT:
        raise NotYetError(f"This case is {case.get_state_display().lower()}: it was sent before.")
    case.state = CaseState.SUBMITTED
    case.save(update_fields=["state"])
    sponsors = _sponsors(case.authority)
    if sponsors is not None:
        title = f"{case.get_kind_display()}: {case.workstream.title}"[:300]
        governance.put_on_agenda(
            sponsors, title=title, by=by, origin=Origin.TRIGGER, trigger=f"{case.get_kind_display()} to agree",
            subject_kind=CASE_SUBJECT, subject_key=str(case.pk),
        )  # fmt: skip
    record(Verb.CASE_SUBMITTED, by=by, on=case, reason=str(case))
    return case


@transaction.atomic
def decide(
    case: BusinessCase, *, agreed: bool, decided_by: str, on: date, reasons: str, by: Actor
) -> BusinessCase:
    """Record what the sponsors said of a case. A workstream is agreed with its business case."""
    case = BusinessCase.objects.select_for_update().get(pk=case.pk)
    if case.state != CaseState.SUBMITTED:
        raise NotYetError("Only a case that was sent to the sponsors can be decided.")
    case.state = CaseState.AGREED if agreed else CaseState.REFUSED
    case.decided_by, case.decided_on, case.reasons = decided_by, on, reasons
    case.save()
    workstream = case.workstream
    if agreed and case.kind == CaseKind.CASE and workstream.stage == Stage.PROPOSED:
        workstream.stage = Stage.AGREED
        workstream.save(update_fields=["stage"])
    record(Verb.CASE_DECIDED, by=by, on=case, reason=f"{case.get_state_display()}: {reasons}")
    return case


@transaction.atomic
def move(workstream: Workstream, stage: Stage, *, by: Actor) -> Workstream:
    """Move a workstream on. None goes live before its business case is agreed."""
    workstream = Workstream.objects.select_for_update().get(pk=workstream.pk)
    now = Stage(workstream.stage)
    if stage == Stage.LIVE and not _is_agreed(workstream):
        raise NotYetError("No business case is agreed. Write one and have it agreed before the work begins.")
    if stage not in STAGE_MOVES[now]:
        raise NotYetError(f"A workstream that is {now.label.lower()} cannot become {stage.label.lower()}.")
    workstream.stage = stage
    workstream.save(update_fields=["stage"])
    record(Verb.WORKSTREAM_MOVED, by=by, on=workstream, reason=f"{now.label} to {stage.label}")
    return workstream


@transaction.atomic
def note(version: Version, *, by: Actor, **values: Any) -> Concern:
    """Write down a risk, an issue or an exception."""
    concern = Concern.objects.create(authority=version.authority, version=version, noted_by=by.name, **values)
    record(Verb.CONCERN_NOTED, by=by, on=concern, reason=str(concern))
    return concern


@transaction.atomic
def send_up(concern: Concern, *, by: Actor) -> Concern:
    """Send a concern up: it goes on the sponsors' next agenda."""
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    if concern.state != ConcernState.OPEN:
        raise NotYetError(f"It is {concern.get_state_display().lower()} already.")
    sponsors = _sponsors(concern.authority)
    if sponsors is None:
        raise NotYetError("There is no sponsor group to send it to. Set one up under Groups first.")
    title = f"{concern.get_kind_display()}: {concern.text}"[:300]
    trigger = f"{concern.get_kind_display()}, {concern.get_severity_display().lower()}"
    item = governance.put_on_agenda(
        sponsors, title=title, by=by, origin=Origin.ESCALATED, trigger=trigger, subject_kind=CONCERN_SUBJECT,
        subject_key=str(concern.pk),
    )  # fmt: skip
    concern.state, concern.raised_at, concern.agenda_item = ConcernState.RAISED, timezone.now(), item.pk
    concern.save(update_fields=["state", "raised_at", "agenda_item"])
    record(Verb.CONCERN_RAISED, by=by, on=concern, reason=str(concern))
    return concern


@transaction.atomic
def close(concern: Concern, *, because: str, by: Actor) -> Concern:
    """Close a concern, and say why."""
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    if concern.state == ConcernState.CLOSED:
        raise NotYetError("It is closed already.")
    concern.state, concern.closed_at, concern.closed_because = ConcernState.CLOSED, timezone.now(), because
    concern.save(update_fields=["state", "closed_at", "closed_because"])
    record(Verb.CONCERN_CLOSED, by=by, on=concern, reason=because)
    return concern


def _sponsors(authority: Any) -> Group | None:
    return Group.objects.of(authority).filter(kind=SPONSORS).first()


def _is_agreed(workstream: Workstream) -> bool:
    return workstream.cases.filter(kind=CaseKind.CASE, state=CaseState.AGREED).exists()
