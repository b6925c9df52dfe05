"""A stay that is to last longer than was expected: asked of the panel, and what its decision changes."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Placement
from sufficiency.web.placements import panel
from sufficiency.web.placements.actions.moving import children_of, locked
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import Commitment, Extension, SearchRequest
from sufficiency.web.placements.states import RequestState


@transaction.atomic
def ask_extension(request: SearchRequest, *, until: date, because: str, by: Actor) -> Extension:
    """Put a longer stay before the panel; the stay changes only once the panel has agreed."""
    if by.user is not None and not by.may(Permission.REQUESTS_WRITE):
        raise PermissionDenied
    request = locked(request)
    if request.state != RequestState.PLACED:
        raise RefusedError("Only a child who has moved in can stay longer.")
    if until <= timezone.localdate():
        raise RefusedError("Say a day that is still to come.")
    if not because.strip():
        raise RefusedError("Say why the stay should be longer.")
    try:
        with transaction.atomic():
            made = Extension.objects.create(
                authority=request.authority, request=request, until=until, because=because, asked_by=by.name
            )
    except IntegrityError as refused:
        raise MovedOnError("A longer stay waits for the panel already.") from refused
    record(Verb.EXTENSION_ASKED, by=by, on=request, child=children_of(request), reason=because)
    panel.put_on(request, by=by, trigger=panel.EXTENSION)
    return made


@transaction.atomic
def settle_extension(request: SearchRequest, *, agrees: bool, reason: str, by: Actor) -> None:
    """Carry out what the panel decided about a longer stay."""
    waiting = request.extensions.filter(decided_at=None).first()
    if waiting is None:
        return
    waiting.is_agreed, waiting.decided_at = agrees, timezone.now()
    waiting.save(update_fields=["is_agreed", "decided_at"])
    if agrees:
        lines = Commitment.objects.filter(choice__request=request)
        Placement.objects.filter(commitment__in=lines, ended_on=None).update(expected_until=waiting.until)
        lines.update(expected_until=waiting.until)
    record(Verb.EXTENSION_SETTLED, by=by, on=request, child=children_of(request), reason=reason)
