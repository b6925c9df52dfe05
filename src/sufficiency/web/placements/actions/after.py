"""Moving in, with the commitment and the checks; promises, how it goes, and what a breakdown teaches."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.matching.judging import Outcome
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.models.contracts import Contract
from sufficiency.web.homes import actions as homes
from sufficiency.web.homes.models import Home, Placement
from sufficiency.web.placements import analytics, panel
from sufficiency.web.placements.actions.keeping_places import let_go
from sufficiency.web.placements.actions.moving import children_of, locked, move
from sufficiency.web.placements.choices import CheckKind, VisitMode
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.held_places import hold_for
from sufficiency.web.placements.models import Check, Choice, Commitment, Disruption, Promise, SearchRequest
from sufficiency.web.placements.states import RequestState

CHECKS = {CheckKind.HOURS_72: 3, CheckKind.DAYS_28: 28, CheckKind.MONTHS_6: 182}  # days after moving in


@transaction.atomic
def place(
    request: SearchRequest, *, on: date, by: Actor, version: int | None = None, because: str = "",
    expected_until: date | None = None,
) -> list[Placement]:  # fmt: skip
    """Let the children move into the chosen home: all or none, with a commitment line each and the checks to come."""
    request = locked(request, version=version)
    choice = request.choices.filter(is_current=True).select_related("home").first()
    if choice is None:
        raise MovedOnError("No home is chosen any more. Look again.")
    _refuse_unapproved(choice)
    _refuse_unlawful(request, choice)
    placed = _moved_in(request, choice, on=on, by=by, because=because, expected_until=expected_until)
    for placement in placed:
        _commit(choice, placement)
    for kind, days in CHECKS.items():
        Check.objects.create(
            authority=request.authority, request=request, kind=kind, due_on=on + timedelta(days=days)
        )
    move(request, RequestState.PLACED, by=by, reason=choice.home.reference)
    request.asks.filter(state="waiting").update(state="revoked")
    let_go(request, why="The children moved in.", by=by)
    if panel.trigger_of(request) == panel.TWO_MOVES:
        # A second move within a year goes before the panel whatever it was for.
        panel.put_on(request, by=by, trigger=panel.TWO_MOVES)
    return placed


@transaction.atomic
def check(
    found: Check,
    *,
    note: str,
    by: Actor,
    child_says: str = "",
    mode: str = VisitMode.IN_PERSON,
    expected: Mapping[str, str] | None = None,
) -> Check:
    """Write down how a child has settled, how it was seen, and what is as expected of a placement."""
    _may(by, Permission.REQUESTS_WRITE)
    if not note.strip():
        raise RefusedError("Write how it is going.")
    if found.done_on is not None:
        raise MovedOnError(f"This check was made on {found.done_on:%d/%m/%Y} already.")
    found.note, found.child_says, found.mode = note, child_says, mode
    found.done_on, found.done_by = timezone.localdate(), by.name
    found.save()
    for key, result in (expected or {}).items():
        found.expectations.create(authority=found.authority, key=key, result=result)
    record(
        Verb.PLACEMENT_CHECKED, by=by, on=found.request, child=children_of(found.request), reason=found.kind
    )
    return found


@transaction.atomic
def keep_promise(promise: Promise, *, by: Actor) -> Promise:
    """Write down that a promised support is there."""
    _may(by, Permission.REQUESTS_WRITE)
    if promise.kept_on is None:
        promise.kept_on = timezone.localdate()
        promise.save()
        record(Verb.PROMISE_KEPT, by=by, on=promise.choice.request, child=children_of(promise.choice.request))
    return promise


@transaction.atomic
def review_disruption(request: SearchRequest, *, by: Actor, **values: Any) -> Disruption:
    """Write down what a placement that broke down teaches, once."""
    _may(by, Permission.REQUESTS_WRITE)
    request = locked(request)
    if request.state not in (RequestState.PLACED, RequestState.CLOSED):
        raise RefusedError("Only a placement that was made can break down.")
    try:
        with transaction.atomic():
            made = Disruption.objects.create(
                authority=request.authority, request=request, reviewed_by=by.name, **values
            )
    except IntegrityError as refused:
        raise MovedOnError("The review of this placement is written already.") from refused
    record(Verb.DISRUPTION_REVIEWED, by=by, on=request, child=children_of(request), reason=made.why)
    return made


@transaction.atomic
def close(request: SearchRequest, *, by: Actor) -> SearchRequest:
    """Close a request once every check is made."""
    request = locked(request)
    if request.checks.filter(done_on=None).exists() and not hasattr(request, "disruption"):
        raise RefusedError("A check is still to be made.")
    move(request, RequestState.CLOSED, by=by)
    return request


def _moved_in(
    request: SearchRequest, choice: Choice, *, on: date, by: Actor, because: str, expected_until: date | None
) -> list[Placement]:
    """Every child in a place of its own, the one held for it where one is."""
    members = list(request.members.select_related("child"))
    contract = _contract_with_room(choice.home, on, len(members))
    try:
        return [
            homes.place(
                choice.home, member.child, on=on, by=by, because=because, with_siblings=len(members) > 1,
                hold=hold_for(request, choice.home, member), is_emergency=request.is_emergency,
                contract=contract.reference if contract else "", expected_until=expected_until,
            )
            for member in members
        ]  # fmt: skip
    except homes.RefusedError as refused:
        raise RefusedError(f"{refused} Nothing was changed: choose again, or tell the home.") from refused


def _contract_with_room(home: Home, on: date, count: int) -> Contract | None:
    """The contract that pays for them; a block that is full pays for nobody more."""
    contract = analytics.contract_of(home, on)
    if contract is None or not contract.has_places:
        return contract
    under = Placement.objects.of(home.authority).filter(contract=contract.reference, ended_on=None).count()
    return contract if under + count <= (contract.places or 0) else None


def _commit(choice: Choice, placement: Placement) -> None:
    weekly, basis = choice.weekly_cost, "agreed with the home"
    contract = analytics.contract_of(choice.home, placement.started_on) if placement.contract else None
    if weekly is None and contract is not None:
        weekly, basis = analytics.agreed_price(contract), f"contract {contract.reference}"
    if weekly is None:
        weekly, basis = analytics.usual_price(placement.kind, placement.started_on), "usual price of its kind"
    Commitment.objects.create(
        authority=choice.authority, choice=choice, placement=placement, weekly=weekly or Decimal(0),
        from_day=placement.started_on, expected_until=placement.expected_until, basis=basis,
    )  # fmt: skip


def _refuse_unapproved(choice: Choice) -> None:
    waiting = [one.get_kind_display() for one in choice.approvals.filter(done_at=None) if not one.is_notice]
    if waiting:
        raise RefusedError(f"Not approved yet: {'; '.join(waiting)}.")


def _refuse_unlawful(request: SearchRequest, choice: Choice) -> None:
    """Looked at again: a birthday, a stop or a lost registration may have come since the home was chosen."""
    ranking = analytics.ranking_of(request, only=[choice.home_id])
    row = ranking.row_of(choice.home.reference)
    if row is not None and ranking.outcome(row) is Outcome.RULED_OUT:
        broken = analytics.card_of(ranking, row).ruled_out_because[0]
        raise RefusedError(
            f"{choice.home.reference} is no longer possible. {broken.rule.text} Found: {broken.fact}. Choose again."
        )


def _may(by: Actor, permission: Permission) -> None:
    if by.user is not None and not by.may(permission):
        raise PermissionDenied
