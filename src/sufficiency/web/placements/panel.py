"""Requests before the gateway panel: what puts one on the agenda, through governance."""

from datetime import timedelta

from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.governance import actions as governance, queries as governance_queries
from sufficiency.web.governance.models import AgendaItem, Group
from sufficiency.web.governance.states import Origin
from sufficiency.web.homes.models import Placement
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import SearchRequest

SUBJECT, LONGER = "placements.request", "placements.longer_stay"
GROUP = "gateway_panel"
NEW, TO_RATIFY, TWO_MOVES = "New request", "Emergency to ratify", "Two moves in a year"
EXTENSION = "Extension"
MINUTES, MINUTES_TO_RATIFY = 15, 5  # a child who is cared for already takes less time to look at
A_YEAR = timedelta(days=365)


def put_on(request: SearchRequest, *, by: Actor, trigger: str) -> AgendaItem | None:
    """Put a request on the agenda of the gateway panel; None where the authority has none yet."""
    group = Group.objects.of(request.authority).filter(kind=GROUP).first()
    if group is None:
        return None
    return governance.put_on_agenda(
        group,
        title=f"{request.reference}: a home for {in_words(request)}",
        by=by,
        origin=Origin.TRIGGER,
        trigger=trigger,
        # A longer stay is a case of its own: ratifying the emergency does not agree to it.
        subject_kind=LONGER if trigger == EXTENSION else SUBJECT,
        subject_key=request.reference,
        minutes=MINUTES_TO_RATIFY if trigger == TO_RATIFY else MINUTES,
    )


def sits_on(by: Actor) -> bool:
    """Whether someone holds a seat as a member of the gateway panel today. Advisers have no vote."""
    return any(seat.counts_as_member for seat in governance_queries.seats_of(by).filter(group__kind=GROUP))


def refuse_unless_seated(by: Actor) -> None:
    """Refuse who is no member of the gateway panel, and say where its members are named."""
    if by.user is None or sits_on(by):
        return
    if not Group.objects.of(by.here).filter(kind=GROUP).exists():
        raise RefusedError("No gateway panel is set up yet. A panel administrator sets it up under Groups.")
    raise RefusedError("Only a member of the gateway panel decides this. Its seats are under Groups.")


def trigger_of(request: SearchRequest) -> str:
    """Why the panel hears of it: a new request, or a child who moved twice within a year."""
    since = timezone.localdate() - A_YEAR
    for member in request.members.all():
        moves = Placement.objects.filter(child=member.child_id, started_on__gte=since).exclude(
            state="cancelled"
        )
        if moves.count() > 1:
            return TWO_MOVES
    return NEW


def in_words(request: SearchRequest) -> str:
    """Who it is for, without a name."""
    count = request.members.count()
    return "one child" if count == 1 else f"{count} brothers and sisters"
