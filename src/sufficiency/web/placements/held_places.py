"""Places held for a request while it is decided. A hold names the request, and for siblings the child as well."""

from typing import TYPE_CHECKING

from django.utils import timezone

from sufficiency.web.homes.models import Hold, Home
from sufficiency.web.homes.states import HoldState
from sufficiency.web.placements.models import RequestChild, SearchRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet


def holds_of(request: SearchRequest) -> "QuerySet[Hold]":
    """Holds for a request that have not run out."""
    children = request.members.values("child")
    open_ones = Hold.objects.of(request.authority).filter(state=HoldState.HELD, until__gt=timezone.now())
    return open_ones.filter(child__in=children, for_whom__startswith=request.reference)


def hold_for(request: SearchRequest, home: Home, member: RequestChild) -> Hold | None:
    """The hold of one child at a home."""
    return holds_of(request).filter(home=home, child=member.child_id).first()


def name_of(request: SearchRequest, number: int) -> str:
    """Whom a place is held for: a home holds one for each name."""
    return f"{request.reference}, child {number}"
