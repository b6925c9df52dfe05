"""Asking homes, their answers, taking an ask back, and showing one recipient where a child is."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import lacking
from sufficiency.web.placements.actions.keeping_places import let_go
from sufficiency.web.placements.actions.moving import children_of, locked
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import Ask, Reveal, SearchRequest
from sufficiency.web.placements.states import ASK_MOVES, AskState, RequestState

ASKABLE = (RequestState.SEARCHING,)


@transaction.atomic
def ask(request: SearchRequest, homes: Iterable[Home], *, reply_by: datetime, by: Actor) -> list[Ask]:
    """Ask several homes at once; one that is asked already stays as it is."""
    _may(by)
    request = locked(request)
    if request.state not in ASKABLE:
        raise MovedOnError(
            f"Homes are asked while one is looked for. It is {request.get_state_display().lower()}."
        )
    missing = lacking.before_asking(request)
    if missing:
        raise RefusedError("Homes cannot be asked yet. " + " ".join(missing))
    if reply_by <= timezone.now():
        raise RefusedError("Give a time to answer by that is still to come.")
    made = [_asked(request, home, reply_by, by) for home in homes]
    if not made:
        raise RefusedError("Choose at least one home to ask.")
    return made


@transaction.atomic
def reply(ask: Ask, *, yes: bool, by: Actor, why_not: str = "", note: str = "") -> Ask:
    """Write a home's answer down, by its own page or told to an officer; after a no, the reason in a code."""
    if not yes and not why_not:
        raise RefusedError("Say why not: choose the reason that fits best.")
    ask = Ask.objects.select_for_update(of=("self",)).get(pk=ask.pk)
    if ask.request.state not in ASKABLE:
        raise MovedOnError("A home has been chosen meanwhile. Thank you; nothing more is needed.")
    to = AskState.YES if yes else AskState.NO
    if ask.state == to:
        return ask  # sent twice
    if to not in ASK_MOVES[AskState(ask.state)]:
        raise MovedOnError(f"This is closed: {ask.get_state_display().lower()}.")
    ask.state, ask.why_not, ask.note = to, "" if yes else why_not, note
    ask.answered_at, ask.answered_by = timezone.now(), by.name
    ask.save()
    if not yes:
        let_go(ask.request, why="The home said no.", by=by, at=ask.home)
    record(
        Verb.ASK_ANSWERED,
        by=by,
        on=ask.request,
        child=children_of(ask.request),
        reason=f"{ask.home.reference}: {to}",
    )
    return ask


@transaction.atomic
def revoke(ask: Ask, *, by: Actor) -> Ask:
    """Take an ask back: its link opens no more."""
    _may(by)
    ask = Ask.objects.select_for_update(of=("self",)).get(pk=ask.pk)
    if AskState.REVOKED not in ASK_MOVES[AskState(ask.state)]:
        raise MovedOnError(f"This is closed: {ask.get_state_display().lower()}.")
    ask.state = AskState.REVOKED
    ask.save()
    let_go(ask.request, why="The question was taken back.", by=by, at=ask.home)
    record(Verb.ASK_REVOKED, by=by, on=ask.request, child=children_of(ask.request), reason=ask.home.reference)
    return ask


@transaction.atomic
def name_children(ask: Ask, *, by: Actor) -> Ask:
    """Let a shortlisted home see the child's reference; it must have said yes."""
    _may(by)
    ask = Ask.objects.select_for_update(of=("self",)).get(pk=ask.pk)
    if ask.state != AskState.YES:
        raise RefusedError("A home is told who the child is once it has said yes.")
    ask.is_named = True
    ask.save(update_fields=["is_named"])
    record(
        Verb.ASK_SENT,
        by=by,
        on=ask.request,
        child=children_of(ask.request),
        reason=f"{ask.home.reference}: named",
    )
    return ask


@transaction.atomic
def reveal(ask: Ask, *, recipient: str, reason: str, by: Actor) -> Reveal:
    """Show one named recipient where the child goes, for a reason; everyone else's copies stay covered."""
    if by.user is not None and not by.may(Permission.ADDRESSES_SEE):
        raise PermissionDenied
    if not recipient.strip() or not reason.strip():
        raise RefusedError("Name who is shown the address, and why they need it.")
    made = Reveal.objects.create(
        authority=ask.authority, ask=ask, recipient=recipient, reason=reason, shown_by=by.name
    )
    record(
        Verb.ADDRESS_REVEALED,
        by=by,
        on=ask.request,
        child=children_of(ask.request),
        reason=f"{recipient}: {reason}",
    )
    return made


def _asked(request: SearchRequest, home: Home, reply_by: datetime, by: Actor) -> Ask:
    held = request.asks.filter(home=home).exclude(state=AskState.REVOKED).first()
    if held is not None:
        return held
    try:
        with transaction.atomic():
            made = Ask.objects.create(
                authority=request.authority, request=request, home=home, reply_by=reply_by, sent_by=by.name
            )
    except IntegrityError:  # asked by a colleague in the same moment
        return request.asks.exclude(state=AskState.REVOKED).get(home=home)
    record(Verb.ASK_SENT, by=by, on=request, child=children_of(request), reason=home.reference)
    return made


def _may(by: Actor) -> None:
    if by.user is not None and not by.may(Permission.HOMES_FIND):
        raise PermissionDenied
