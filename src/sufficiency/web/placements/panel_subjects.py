"""What the gateway panel is shown of a request, and what its decision does."""

from collections.abc import Sequence
from dataclasses import replace

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.governance.models import AgendaItem, Decision
from sufficiency.web.governance.states import Outcome
from sufficiency.web.governance.subjects import Subject, SubjectKind
from sufficiency.web.placements import actions, lacking, panel
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.questions import QUESTIONS
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.ui.components import Fact
from sufficiency.web.ui.wording import full_day, moment


def _found(authority: Authority, key: str) -> SearchRequest | None:
    return SearchRequest.objects.of(authority).filter(reference=key).first()


def find(authority: Authority, key: str) -> Subject | None:
    """A request as the panel sees it: the child's own words first."""
    request = _found(authority, key)
    if request is None:
        return None
    answers = lacking.answers_of(request)
    members = list(request.members.select_related("child"))
    words = [str(answers.get((m.pk, "words")) or "") for m in members]
    why = [str(answers.get((m.pk, "no_words_because")) or "") for m in members]
    secrets = secrets_of(request)
    return Subject(
        label=f"{request.reference}: a home for {panel.in_words(request)}",
        href=request.get_absolute_url(),
        opens_with=Permission.REQUESTS_SEE,
        child=members[0].child.reference if members else "",
        child_view=covered(" · ".join(filter(None, words)), secrets),
        no_view_because=" · ".join(filter(None, why)),
        facts=[
            Fact("Needed by", moment(request.needed_by)),
            Fact("Emergency", "Yes" if request.is_emergency else "No"),
            Fact("Family and friends", "thought of" if request.kin_is_closed else "still open"),
            *_told(answers, [member.pk for member in members], secrets),
            Fact("Assessment", answers.get((None, "assessment")) or "none named"),
        ],
        asked_by=request.asked_by_id,
        presenter=request.asked_by_name,  # the social worker presents in person (strategy of 2011, the CAM panel)
    )


def _told(answers: lacking.Answers, members: list[int], secrets: list[str]) -> list[Fact]:
    """The needs that are not nought, and the plan: a panel decides about needs, never about a kind of home."""
    needs = [
        f"{question.label}: {value}"
        for (owner, key), value in answers.items()
        if owner in members
        and key.startswith("need_")
        and str(value)[0] not in "0N"
        and (question := QUESTIONS.get(key))
    ]
    plan = answers.get((None, "plan"))
    return [
        Fact("Needs", " · ".join(needs) or "none written"),
        *([Fact("Plan", covered(str(plan), secrets))] if plan else []),
    ]


def decided(decision: Decision, by: Actor) -> None:
    """Carry the panel's decision out: a deferred request stays with the panel."""
    request = _found(decision.authority, decision.item.subject_key)
    if request is None or decision.outcome == Outcome.DEFERRED:
        return
    actions.panel_agreed(request, agrees=decision.agrees, reason=decision.reasons, by=by)


def lacks(item: AgendaItem) -> Sequence[str]:
    """What the panel needs before it decides."""
    request = _found(item.authority, item.subject_key)
    if request is None:
        raise RefusedError("The request is no longer there.")
    return lacking.before_sending(request)


def find_longer(authority: Authority, key: str) -> Subject | None:
    """A longer stay as the panel sees it: the request, until when, and why."""
    subject, request = find(authority, key), _found(authority, key)
    asked = request.extensions.filter(decided_at=None).first() if request else None
    if subject is None or asked is None:
        return subject
    facts = [Fact("Longer stay until", full_day(asked.until)), Fact("Why", asked.because)]
    return replace(subject, facts=[*facts, *subject.facts])


def longer_decided(decision: Decision, by: Actor) -> None:
    """Carry the panel's decision about a longer stay out; one that is put off goes on waiting."""
    request = _found(decision.authority, decision.item.subject_key)
    if request is not None and decision.outcome != Outcome.DEFERRED:
        actions.settle_extension(request, agrees=decision.agrees, reason=decision.reasons, by=by)


SUBJECTS = [
    SubjectKind(
        key=panel.LONGER,
        label="longer stay",
        group_types=frozenset({panel.GROUP}),
        find=find_longer,
        decided=longer_decided,
    ),
    SubjectKind(
        key=panel.SUBJECT,
        label="placement request",
        group_types=frozenset({panel.GROUP, "permanency_panel"}),
        find=find,
        decided=decided,
        lacking=lacks,
    ),
]
