"""Beginning a request, writing answers, sending it where it goes first, withdrawing it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.matching.urgency import EMERGENCY_HOURS, Route, route
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Child
from sufficiency.web.placements import lacking, panel
from sufficiency.web.placements.actions.keeping_places import let_go
from sufficiency.web.placements.actions.moving import children_of, locked, move
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import Answer, RequestChild, SearchRequest, Threshold
from sufficiency.web.placements.questions import QUESTIONS
from sufficiency.web.placements.states import RequestState

FIRST_NUMBER = 1001
WRITABLE = (
    RequestState.DRAFT,
    RequestState.CHALLENGE,
    RequestState.PANEL,
    RequestState.SEARCHING,
)


@transaction.atomic
def begin(
    children: Sequence[Child], *, needed_by: datetime, by: Actor, called: Sequence[str] = ()
) -> SearchRequest:
    """Begin a request for a child, or for brothers and sisters as one."""
    _may(by, Permission.REQUESTS_WRITE)
    if not children:
        raise RefusedError("Say for which child a home is needed.")
    if needed_by <= timezone.now():
        raise RefusedError("Say a time by which a home is needed that is still to come.")
    open_one = _open_for(children)
    if open_one is not None:
        raise RefusedError(
            f"{open_one.reference} already asks for a home for this child. Go on with that one."
        )
    request = _numbered(by, needed_by)
    for number, child in enumerate(children):
        name = called[number] if number < len(called) else ""
        RequestChild.objects.create(authority=by.here, request=request, child=child, called=name)
    Child.objects.filter(pk__in=[child.pk for child in children], is_live=False).update(is_live=True)
    record(Verb.REQUEST_BEGUN, by=by, on=request, child=children[0].reference)
    return request


@transaction.atomic
def write(
    request: SearchRequest,
    answers: Mapping[str, Any],
    *,
    by: Actor,
    member: RequestChild | None = None,
    said_by: str = "",
    as_of: date | None = None,
) -> int:
    """Write answers of one step; those that did not change stay as they are. The number that changed."""
    _may(by, Permission.REQUESTS_WRITE)
    request = locked(request)
    if request.state not in WRITABLE:
        raise MovedOnError(f"A home is chosen already: {request.get_state_display().lower()}.")
    held = {a.question: a for a in request.answers.filter(is_current=True, member=member)}
    changed = [key for key, value in answers.items() if _is_news(held.get(key), value)]
    for key in changed:
        request.answers.filter(question=key, member=member, is_current=True).update(is_current=False)
        Answer.objects.create(
            authority=request.authority, request=request, member=member, question=QUESTIONS[key].key,
            value=answers[key], said_by=said_by, as_of=as_of or timezone.localdate(), written_by=by.name,
        )  # fmt: skip
    if changed:
        record(
            Verb.REQUEST_ANSWERED, by=by, on=request, child=children_of(request), reason=", ".join(changed)
        )
    return len(changed)


@transaction.atomic
def send(request: SearchRequest, *, by: Actor, version: int | None = None) -> SearchRequest:
    """Send a request: to be challenged where it is needed within the threshold's hours, else to the panel."""
    request = locked(request, version=version)
    missing = lacking.before_sending(request)
    if missing:
        raise RefusedError(" ".join(missing))
    now = timezone.now()
    if request.needed_by <= now:
        raise RefusedError("The time by which a home is needed has passed. Give a new one.")
    threshold = Threshold.on(request.authority, timezone.localdate())
    hours = float(threshold.hours) if threshold else EMERGENCY_HOURS
    urgent = route(asked_at=now, needed_by=request.needed_by, hours=hours) is Route.CHALLENGE
    to = RequestState.CHALLENGE if urgent else RequestState.PANEL
    move(request, to, by=by, sent_at=now, asked_at=now)
    if not urgent:
        panel.put_on(request, by=by, trigger=panel.trigger_of(request))
    return request


@transaction.atomic
def need_by(
    request: SearchRequest, when: datetime, *, by: Actor, version: int | None = None
) -> SearchRequest:
    """Change by when a home is needed, while it is written or looked for: where it goes first is settled by sending."""
    _may(by, Permission.REQUESTS_WRITE)
    request = locked(request, version=version)
    if request.state not in (RequestState.DRAFT, RequestState.SEARCHING):
        raise MovedOnError(
            f"The time changes while a request is written or a home is looked for. It is "
            f"{request.get_state_display().lower()}: withdraw it and ask again if that is too late."
        )
    if when <= timezone.now():
        raise RefusedError("Say a time that is still to come.")
    request.needed_by = when
    request.version += 1
    request.save(update_fields=["needed_by", "version"])
    record(Verb.REQUEST_ANSWERED, by=by, on=request, child=children_of(request), reason="needed by")
    return request


@transaction.atomic
def panel_agreed(request: SearchRequest, *, agrees: bool, reason: str, by: Actor) -> None:
    """Carry out what the panel decided: look for a home, or not."""
    request = locked(request)
    if request.state != RequestState.PANEL:
        return  # an emergency that was ratified is being looked after already
    if agrees:
        move(request, RequestState.SEARCHING, by=by, reason=reason)
    else:
        move(request, RequestState.WITHDRAWN, by=by, reason=reason, withdrawn_because=reason[:500])


@transaction.atomic
def withdraw(request: SearchRequest, *, because: str, by: Actor, version: int | None = None) -> SearchRequest:
    """Withdraw a request; asks that are out are taken back with it."""
    if not because.strip():
        raise RefusedError("Say why no home is needed any more.")
    request = locked(request, version=version)
    move(request, RequestState.WITHDRAWN, by=by, reason=because, withdrawn_because=because)
    request.asks.filter(state__in=("waiting", "yes")).update(state="revoked")
    let_go(request, why="The request was withdrawn.", by=by)
    return request


def _numbered(by: Actor, needed_by: datetime) -> SearchRequest:
    last = SearchRequest.objects.of(by.here).order_by("-pk").first()
    number = int(last.reference.removeprefix("R-")) + 1 if last else FIRST_NUMBER
    while True:
        try:
            with transaction.atomic():
                return SearchRequest.objects.create(
                    authority=by.here, reference=f"R-{number}", asked_by=by.user, asked_by_name=by.name,
                    needed_by=needed_by,
                )  # fmt: skip
        except IntegrityError:  # another request took the number in the same moment
            number += 1


def _open_for(children: Sequence[Child]) -> SearchRequest | None:
    states = [state for state in RequestState if state not in ("placed", "closed", "withdrawn")]
    found = RequestChild.objects.filter(child__in=children, request__state__in=states)
    member = found.select_related("request").first()
    return member.request if member else None


def _is_news(held: Answer | None, value: Any) -> bool:
    return value is not None if held is None else held.value != value


def _may(by: Actor, permission: Permission) -> None:
    if by.user is not None and not by.may(permission):
        raise PermissionDenied
