"""Choosing a home with reasons, approving it, and going on where it fell through."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.matching.explaining import Card
from sufficiency.analytics.matching.judging import Outcome
from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import analytics, holding, lacking
from sufficiency.web.placements.actions.keeping_places import let_go
from sufficiency.web.placements.actions.moving import children_of, locked, move
from sufficiency.web.placements.choices import ApprovalKind
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import (
    Approval,
    Choice,
    Promise,
    SearchRequest,
    Threshold,
)
from sufficiency.web.placements.states import AskState, RequestState

RUNNERS_UP = 3


@transaction.atomic
def choose(
    request: SearchRequest,
    home: Home,
    *,
    reason: str,
    by: Actor,
    version: int | None = None,
    gaps: str = "",
    principles: str = "",
    passed_over_because: str = "",
    weekly_cost: Decimal | None = None,
    promises: Sequence[Mapping[str, Any]] = (),
) -> Choice:
    """Choose a home that said yes. Looked at again as it is now: lawful, gates closed, reasons given."""
    request = locked(request, version=version)
    ranking = analytics.ranking_of(request)
    row = ranking.row_of(home.reference)
    if row is None:
        raise RefusedError("That home is no longer in the register.")
    found = analytics.card_of(ranking, row)
    _refuse(request, home, found, reason=reason, gaps=gaps)
    passes_over = _passes_over_in_house(ranking, found)
    if passes_over and not passed_over_because.strip():
        raise RefusedError(
            "An in-house home could take them. Say why it is not chosen: in-house is preferred where it meets the need."
        )
    move(request, RequestState.DECIDED, by=by, reason=home.reference)
    made = Choice.objects.create(
        authority=request.authority, request=request, home=home, reason=reason, gaps=gaps, principles=principles,
        passed_over_because=passed_over_because if passes_over else "", card=analytics.frozen(found),
        runners_up=analytics.runners_up(ranking, row, RUNNERS_UP), weekly_cost=weekly_cost,
        cost_of_preference=Decimal(str(round(ranking.cost_of_preference, 2))), decided_by=by.name,
        threshold=_threshold(request), ranking_policy=analytics.kept_policy(ranking, request.authority),
    )  # fmt: skip
    let_go(request, why=f"{home.reference} was chosen.", by=by, keep=home)
    _need_approvals(made, found, request)
    for promise in promises:
        Promise.objects.create(authority=request.authority, choice=made, **promise)
    return made


@transaction.atomic
def approve(approval: Approval, *, reason: str, by: Actor) -> Approval:
    """Approve, or note that the host authority was told. Not by who asked or who chose."""
    choice = approval.choice
    needed = Permission.HOMES_FIND if approval.is_notice else Permission.PLACEMENTS_APPROVE
    if by.user is not None and not by.may(needed):
        raise PermissionDenied
    own = (by.user is not None and by.user.pk == choice.request.asked_by_id) or by.name == choice.decided_by
    if own and not approval.is_notice:
        raise RefusedError("Nobody approves what they asked for or chose themselves.")
    if not approval.is_notice:
        holding.refuse_unless_held(by, holding.APPROVES[ApprovalKind(approval.kind)])
    if approval.done_at is not None:
        raise MovedOnError("This has been done already.")
    if not reason.strip():
        raise RefusedError("Write why, or how they were told.")
    approval.done_at, approval.done_by, approval.reason = timezone.now(), by.name, reason
    approval.save()
    record(
        Verb.APPROVAL_GIVEN, by=by, on=choice.request, child=children_of(choice.request), reason=approval.kind
    )
    return approval


@transaction.atomic
def agree_price(choice: Choice, weekly: Decimal, *, by: Actor) -> Choice:
    """Write down the price agreed with the chosen home, until somebody has moved in."""
    if by.user is not None and not by.may(Permission.HOMES_FIND):
        raise PermissionDenied
    request = locked(choice.request)
    if request.state != RequestState.DECIDED:
        raise MovedOnError("The price is agreed between choosing a home and moving in.")
    choice.weekly_cost = weekly
    choice.save(update_fields=["weekly_cost"])
    record(Verb.PRICE_AGREED, by=by, on=request, child=children_of(request), reason=f"£{weekly} a week")
    return choice


@transaction.atomic
def fall_through(request: SearchRequest, *, because: str, by: Actor) -> SearchRequest:
    """The chosen home is not possible after all: the choice is kept as history, and the search goes on."""
    if not because.strip():
        raise RefusedError("Say why the home fell through.")
    request = locked(request)
    move(request, RequestState.SEARCHING, by=by, reason=because)
    chosen = request.choices.filter(is_current=True).select_related("home").first()
    if chosen is not None:
        let_go(request, why="The home fell through.", by=by, at=chosen.home)
    request.choices.filter(is_current=True).update(is_current=False, fell_through_because=because)
    return request


def _refuse(request: SearchRequest, home: Home, found: Card, *, reason: str, gaps: str) -> None:
    if request.state != RequestState.SEARCHING:
        raise MovedOnError(
            f"A home can be chosen while one is looked for. It is {request.get_state_display().lower()}."
        )
    if found.outcome is Outcome.RULED_OUT:
        broken = found.ruled_out_because[0]
        who = f" May be set aside by: {broken.rule.may_waive}." if broken.rule.may_waive else ""
        raise RefusedError(
            f"{home.reference} cannot be chosen. {broken.rule.text} Found: {broken.fact}.{who}"
        )
    if found.home.tier is not Tier.KIN and not request.kin_is_closed:
        raise RefusedError(
            "Family and friends come first: close that question, or have a manager set it aside with a reason."
        )
    if not request.asks.filter(home=home, state=AskState.YES).exists():
        raise RefusedError(f"{home.reference} has not said yes. Write its answer down first.")
    if not reason.strip():
        raise RefusedError("Say why this home is chosen.")
    without = lacking.without_school(request, timezone.localdate())
    if without and not gaps.strip():
        raise RefusedError(
            f"No school is known for {' and '.join(without)}, of statutory school age: the match is not complete. "
            "Say in “gaps accepted” how education is arranged."
        )
    if found.outcome is Outcome.UNKNOWN and not gaps.strip():
        asks = " ".join(item.question for item in found.not_known[:3])
        raise RefusedError(
            f"Something is not known yet: {asks} Say in “gaps accepted” why it is chosen all the same."
        )


def _passes_over_in_house(ranking: Any, found: Card) -> bool:
    if found.home.tier <= Tier.IN_HOUSE:
        return False
    best = ranking.best_in_tier[Tier.IN_HOUSE]
    return best is not None and ranking.outcome(best) is Outcome.ELIGIBLE


def _need_approvals(choice: Choice, found: Card, request: SearchRequest) -> None:
    for item in found.approvals:
        Approval.objects.create(
            authority=choice.authority, choice=choice, kind=item.id, who=item.who, law=item.law,
            due_on=_due(request) if item.id == "host_notice" else None,
        )  # fmt: skip


def _due(request: SearchRequest) -> date:
    """Before the child moves; in an emergency within five working days after."""
    day = timezone.localdate(request.needed_by)
    return analytics.working_days_after(day, 5) if request.is_emergency else day - timedelta(days=1)


def _threshold(request: SearchRequest) -> str:
    found = Threshold.on(request.authority, timezone.localdate())
    return str(found) if found else ""
