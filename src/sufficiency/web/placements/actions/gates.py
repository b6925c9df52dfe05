"""Family and friends first; whether an emergency is one; rules set aside by the officer they name."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.matching.rules.catalogue import RULES
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import holding, panel
from sufficiency.web.placements.actions.moving import children_of, locked, move
from sufficiency.web.placements.choices import SETTLED_KIN
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import (
    Challenge,
    KinPerson,
    RuleSetAside,
    SearchRequest,
    Threshold,
)
from sufficiency.web.placements.states import RequestState


@transaction.atomic
def think_of(request: SearchRequest, *, name: str, by: Actor, **values: Any) -> KinPerson:
    """Write down someone of the family or a friend; who is named already is brought up to date."""
    _may(by, Permission.REQUESTS_WRITE)
    person, _ = KinPerson.objects.update_or_create(
        request=request,
        name=name.strip(),
        defaults={**values, "authority": request.authority, "written_by": by.name},
    )
    record(Verb.KIN_WRITTEN, by=by, on=request, child=children_of(request), reason=person.outcome)
    return person


@transaction.atomic
def close_kin(request: SearchRequest, *, meeting: str, by: Actor, temporary: str = "") -> SearchRequest:
    """Close the question: someone was thought of, everyone has answered, and a meeting was offered."""
    _may(by, Permission.REQUESTS_WRITE)
    request = locked(request)
    people = list(request.kin.all())
    if not people:
        raise RefusedError("Name at least one person of the family or a friend who was thought of.")
    if meeting not in ("offered", "held", "declined"):
        raise RefusedError("Offer the family a meeting first, or set the question aside with a reason.")
    waiting = [person.name for person in people if person.outcome not in SETTLED_KIN]
    if waiting:
        raise RefusedError(f"An answer is still awaited or looked into: {', '.join(waiting)}.")
    request.kin_meeting, request.kin_temporary = meeting, temporary
    request.kin_closed_at, request.kin_closed_by = timezone.now(), by.name
    request.save()
    record(Verb.KIN_CLOSED, by=by, on=request, child=children_of(request))
    return request


@transaction.atomic
def set_kin_aside(request: SearchRequest, *, reason: str, by: Actor) -> SearchRequest:
    """Let a home be chosen although family and friends are not settled, for a reason."""
    _may(by, Permission.CHALLENGE_ANSWER)
    _not_their_own(request, by)
    if not reason.strip():
        raise RefusedError("Say why a home is chosen before family and friends are settled.")
    request = locked(request)
    request.kin_override = reason
    request.save()
    record(Verb.KIN_CLOSED, by=by, on=request, child=children_of(request), reason=reason)
    return request


@transaction.atomic
def answer_challenge(
    request: SearchRequest, *, by: Actor, version: int | None = None, **answers: Any
) -> Challenge:
    """Answer whether it is genuine, unforeseeable and unpreventable; any no sends it to the panel."""
    _may(by, Permission.CHALLENGE_ANSWER)
    _not_their_own(request, by)
    request = locked(request, version=version)
    threshold = Threshold.on(request.authority, timezone.localdate())
    found = Challenge(
        authority=request.authority, request=request, threshold=threshold, answered_by=by.name, **answers
    )
    to = RequestState.SEARCHING if found.is_emergency else RequestState.PANEL
    move(request, to, by=by, reason=found.first_no, is_emergency=found.is_emergency)
    found.save()
    trigger = panel.TO_RATIFY if found.is_emergency else panel.trigger_of(request)
    panel.put_on(request, by=by, trigger=trigger)
    return found


@transaction.atomic
def set_threshold(*, hours: float, text: str, from_day: date, by: Actor) -> Threshold:
    """Publish what counts as an emergency from a day on; earlier versions stay."""
    _may(by, Permission.CHALLENGE_ANSWER)
    latest = Threshold.objects.of(by.here).order_by("-version").first()
    try:
        with transaction.atomic():
            made = Threshold.objects.create(
                authority=by.here, version=latest.version + 1 if latest else 1, hours=hours, text=text,
                from_day=from_day, written_by=by.name,
            )  # fmt: skip
    except IntegrityError as refused:
        raise RefusedError("Another version begins on that day.") from refused
    record(Verb.THRESHOLD_SET, by=by, on=made)
    return made


@transaction.atomic
def set_rule_aside(
    request: SearchRequest, *, rule: str, reason: str, by: Actor, home: Home | None = None
) -> RuleSetAside:
    """Write down that the officer a rule names has set it aside, and why."""
    _may(by, Permission.CHALLENGE_ANSWER)
    _not_their_own(request, by)
    declared = RULES.get(rule)
    if declared is None or not declared.may_waive:
        raise RefusedError("The law lets nobody set that rule aside.")
    holding.refuse_unless_held(by, declared.may_waive)
    if not reason.strip():
        raise RefusedError("Say why the rule is set aside.")
    made = RuleSetAside.objects.create(
        authority=request.authority, request=request, home=home, rule=rule, post=declared.may_waive,
        reason=reason, written_by=by.name,
    )  # fmt: skip
    record(Verb.RULE_SET_ASIDE, by=by, on=request, child=children_of(request), reason=f"{rule}: {reason}")
    return made


def _may(by: Actor, permission: Permission) -> None:
    if by.user is not None and not by.may(permission):
        raise PermissionDenied


def _not_their_own(request: SearchRequest, by: Actor) -> None:
    if by.user is not None and by.user.pk == request.asked_by_id:
        raise RefusedError("Nobody answers for a request that they made themselves. Ask another manager.")
