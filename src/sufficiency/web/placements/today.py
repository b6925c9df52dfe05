"""What the page Today says of requests: what waits for this person, and what is due."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements import panel, queries
from sufficiency.web.placements.models import RankingPolicy
from sufficiency.web.placements.states import RequestState
from sufficiency.web.ui.today import TodayItem

OWN = {
    RequestState.CHALLENGE: Permission.CHALLENGE_ANSWER,
    RequestState.SEARCHING: Permission.HOMES_FIND,
    RequestState.DECIDED: Permission.PLACES_TAKE,
}


def requests(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:
    """Open requests that wait for someone in this role."""
    if actor.authority is None or not actor.may(Permission.REQUESTS_SEE):
        return
    for request in queries.open_requests(actor.here, now=now):
        needed = OWN.get(RequestState(request.state))
        mine = actor.user is not None and request.asked_by_id == actor.user.pk
        if (needed and actor.may(needed)) or (mine and request.state == RequestState.DRAFT):
            yield TodayItem(
                text=f"{request.reference} needs a home",
                href=request.get_absolute_url(),
                at=timezone.localtime(request.needed_by),
                detail=queries.waits_for(request),
            )


def checks(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:
    """Checks of how children have settled."""
    if actor.authority is None or not actor.may(Permission.HOMES_FIND):
        return
    for found in queries.checks_due(actor.here, now=now):
        yield TodayItem(
            text=f"{found.request.reference}: how has the child settled after {found.get_kind_display()}?",
            href=found.request.get_absolute_url(),
            detail=f"due {found.due_on:%d/%m/%Y}",
        )


def ends(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:
    """Stays that are expected to end soon: a move is planned, or the panel is asked for longer."""
    if actor.authority is None or not actor.may(Permission.REQUESTS_WRITE):
        return
    for line in queries.ending_soon(actor.here, now=now):
        request = line.choice.request
        yield TodayItem(
            text=f"{request.reference}: the stay ends soon. Plan the move, or ask the panel for longer",
            href=request.get_absolute_url(),
            detail=f"expected until {line.expected_until:%d/%m/%Y}",
        )


def proposals(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:  # noqa: ARG001  (as every source is called)
    """A proposal to rank homes otherwise, for those of the gateway panel who may settle it."""
    if actor.authority is None or not actor.may(Permission.PANEL_CASES_SEE):
        return
    policy = RankingPolicy.waiting(actor.here)
    if policy is None or actor.user is None or actor.user.pk == policy.proposed_by_id:
        return
    if panel.sits_on(actor):
        yield TodayItem(
            text="How homes are ranked: the panel agrees a change, or sends it back",
            href=policy.get_absolute_url(),
            detail=f"proposed by {policy.proposed_by_name}",
        )


SOURCES = [requests, checks, ends, proposals]
