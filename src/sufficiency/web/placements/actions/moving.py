"""The one way in which a request moves: locked, checked against the table, counted, recorded."""

from django.core.exceptions import PermissionDenied

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.placements.errors import MOVED_ON, MovedOnError
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.states import REQUEST_MOVES, RequestState


def locked(request: SearchRequest, *, version: int | None = None) -> SearchRequest:
    """The request as it is now, nobody else changing it; refused where the page showed an earlier version."""
    found = SearchRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if version is not None and version != found.version:
        raise MovedOnError(MOVED_ON.format(state=found.get_state_display()))
    return found


def move(request: SearchRequest, to: RequestState, *, by: Actor, reason: str = "", **values: object) -> None:
    """Move a locked request, where the table allows it and the person may."""
    allowed = REQUEST_MOVES[RequestState(request.state)].get(to)
    if allowed is None:
        raise MovedOnError(MOVED_ON.format(state=request.get_state_display()))
    if by.user is not None and not by.may(allowed.permission):
        raise PermissionDenied
    request.state = to
    request.version += 1
    for name, value in values.items():
        setattr(request, name, value)
    request.save()
    record(allowed.records, by=by, on=request, child=children_of(request), reason=reason)


def children_of(request: SearchRequest) -> str:
    """The reference of the child, or of the first of several, for the record of use."""
    first = request.members.select_related("child").first()
    return first.child.reference if first else ""
