"""Keeping a place at a home that was asked, for as long as the decision takes, and letting it go."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes import actions as homes
from sufficiency.web.homes.models import Hold, Home
from sufficiency.web.placements.actions.moving import locked
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.held_places import holds_of, name_of
from sufficiency.web.placements.models import Ask, SearchRequest
from sufficiency.web.placements.states import AskState, RequestState

MAY_BE_HELD = (RequestState.SEARCHING, RequestState.DECIDED)


@transaction.atomic
def hold(ask: Ask, *, until: datetime, by: Actor) -> list[Hold]:
    """Hold a place for every child of the request, all or none, at a home that was asked and has not said no."""
    if by.user is not None and not by.may(Permission.PLACES_TAKE):
        raise PermissionDenied
    request = locked(ask.request)
    if request.state not in MAY_BE_HELD or ask.state not in (AskState.WAITING, AskState.YES):
        raise MovedOnError("A place is held at a home that was asked, while one is looked for.")
    members = list(request.members.select_related("child"))
    try:
        return [
            homes.hold(
                ask.home,
                for_whom=name_of(request, number),
                until=until,
                by=by,
                child=member.child,
                with_siblings=len(members) > 1,
                in_emergency=request.is_emergency,
            )
            for number, member in enumerate(members, 1)
        ]
    except homes.RefusedError as refused:
        raise RefusedError(str(refused)) from refused


def let_go(
    request: SearchRequest, *, why: str, by: Actor, at: Home | None = None, keep: Home | None = None
) -> None:
    """Let places go that are held for a request: at one home, or everywhere but at the one that is kept."""
    # Who withdraws a request may not take places; letting them go follows from the withdrawal by itself.
    program = Actor(authority=request.authority, name=by.name)
    found = holds_of(request)
    found = found.filter(home=at) if at else found
    for held in found.exclude(home=keep) if keep else found:
        homes.release(held, why=why, by=program)
