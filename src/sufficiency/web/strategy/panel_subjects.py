"""What the sponsors are shown of a brief or business case, and what their decision does to it."""

from collections.abc import Sequence

from django.urls import reverse

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.evidence import queries as evidence
from sufficiency.web.governance.models import AgendaItem, Decision
from sufficiency.web.governance.states import Outcome
from sufficiency.web.governance.subjects import Subject, SubjectKind
from sufficiency.web.strategy import delivery, queries
from sufficiency.web.strategy.evidence_subjects import subject_key
from sufficiency.web.strategy.models import BusinessCase, Concern
from sufficiency.web.strategy.states import CASE_SUBJECT, CONCERN_SUBJECT
from sufficiency.web.ui.asked import number_in
from sufficiency.web.ui.components import Fact

SETTLED = (Outcome.AGREED, Outcome.CONDITIONS, Outcome.REFUSED)


def _found(authority: Authority, key: str) -> BusinessCase | None:
    number = number_in(key)
    return None if number is None else queries.cases_here(authority).filter(pk=number).first()


def find(authority: Authority, key: str) -> Subject | None:
    """A case as the sponsors see it, with the evidence behind its workstream."""
    case = _found(authority, key)
    if case is None:
        return None
    told = [
        Fact("What it is for", case.purpose),
        Fact("Options considered", case.options),
        Fact("Costs", case.costs),
        Fact("Benefits", case.benefits),
        Fact("How we shall know that it worked", case.outcome_measure or "No outcome measure is named"),
    ]
    return Subject(
        label=f"{case.get_kind_display()}: {case.workstream}",
        href=case.get_absolute_url(),
        opens_with=Permission.STRATEGY_SEE,
        facts=[*told, *evidence.facts_about(authority, subject_key(case.workstream))],
    )


def decided(decision: Decision, by: Actor) -> None:
    """The case is agreed or refused as the group decided; what was put off waits on."""
    case = _found(decision.authority, decision.item.subject_key)
    if case is None or decision.outcome not in SETTLED:
        return
    meeting = decision.item.meeting
    delivery.decide(
        case,
        agreed=decision.agrees,
        decided_by=str(decision.item.group),
        on=meeting.on if meeting is not None else decision.decided_at.date(),
        reasons=decision.reasons,
        by=by,
    )


def lacks(item: AgendaItem) -> Sequence[str]:
    """What a case lacks before it is decided."""
    case = _found(item.authority, item.subject_key)
    return [] if case is not None else ["The case is no longer there."]


def find_concern(authority: Authority, key: str) -> Subject | None:
    """A risk, issue or exception as the sponsors see it."""
    number = number_in(key)
    found = None if number is None else Concern.objects.of(authority).filter(pk=number).first()
    if found is None:
        return None
    facts = [
        Fact("How grave", found.get_severity_display()),
        Fact("Owner", found.owner),
        Fact("What is done about it", found.doing or "Nothing is recorded"),
    ]
    label = f"{found.get_kind_display()}: {found.text}"
    return Subject(
        label=label, href=reverse("strategy:concerns"), opens_with=Permission.STRATEGY_SEE, facts=facts
    )


SUBJECTS = [
    SubjectKind(
        key=CASE_SUBJECT,
        label="brief or business case",
        group_types=frozenset({delivery.SPONSORS}),
        find=find,
        decided=decided,
        lacking=lacks,
    ),
    SubjectKind(
        key=CONCERN_SUBJECT,
        label="risk, issue or exception",
        group_types=frozenset({delivery.SPONSORS}),
        find=find_concern,
    ),
]
