"""Proposing to rank homes otherwise, and what the gateway panel says to it."""

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.matching.scoring import FULL_MARKS, WeightsError, weights_of
from sufficiency.analytics.matching.worlds import Policy
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.placements import analytics, panel
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import RankingPolicy
from sufficiency.web.placements.states import POLICY_MOVES, PolicyState


@transaction.atomic
def propose_ranking(
    *, weights: Mapping[str, float], tolerance: Decimal, reason: str, by: Actor
) -> RankingPolicy:
    """Propose other weights or another tolerance to the gateway panel. Nothing changes before it agrees."""
    if by.user is not None and not by.may(Permission.CHALLENGE_ANSWER):
        raise PermissionDenied
    _refuse(weights, tolerance, reason, by)
    latest = RankingPolicy.objects.of(by.here).first()
    try:
        with transaction.atomic():
            made = RankingPolicy.objects.create(
                authority=by.here, version=latest.version + 1 if latest else 1, weights=dict(weights),
                tolerance=tolerance, reason=reason.strip(), proposed_by=by.user, proposed_by_name=by.name,
            )  # fmt: skip
    except IntegrityError as refused:
        raise RefusedError(
            "A proposal waits for the panel already. It is settled, or taken back, first."
        ) from refused
    record(Verb.RANKING_PROPOSED, by=by, on=made, reason=made.reason)
    return made


def settle_ranking(policy: RankingPolicy, *, agrees: bool, because: str, by: Actor) -> RankingPolicy:
    """Agree a proposal, or send it back: by who sits on the gateway panel, never by who proposed it."""
    if not because.strip():
        raise RefusedError("Write why the panel agrees, or why it sends the proposal back.")
    panel.refuse_unless_seated(by)
    if by.user is not None and by.user.pk == policy.proposed_by_id:
        raise RefusedError("Nobody agrees what they proposed themselves. Another member of the panel does.")
    return _settled(policy, PolicyState.AGREED if agrees else PolicyState.RETURNED, because=because, by=by)


def take_back_ranking(policy: RankingPolicy, *, by: Actor) -> RankingPolicy:
    """Take back one’s own proposal while it waits; it stays in the history."""
    if by.user is not None and by.user.pk != policy.proposed_by_id:
        raise RefusedError(
            f"{policy.proposed_by_name} proposed it, and takes it back. The panel may send it back."
        )
    return _settled(policy, PolicyState.TAKEN_BACK, because="", by=by)


@transaction.atomic
def _settled(policy: RankingPolicy, to: PolicyState, *, because: str, by: Actor) -> RankingPolicy:
    found = RankingPolicy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
    allowed = POLICY_MOVES[PolicyState(found.state)].get(to)
    if allowed is None:
        who = f"by {found.settled_by_name}"
        raise MovedOnError(f"This was settled already, {who}: {found.get_state_display().lower()}.")
    if by.user is not None and not by.may(allowed.permission):
        raise PermissionDenied
    found.state, found.because, found.settled_at = to, because.strip(), timezone.now()
    found.settled_by, found.settled_by_name = by.user, by.name
    found.save()
    record(allowed.records, by=by, on=found, reason=found.because)
    return found


def _refuse(weights: Mapping[str, float], tolerance: Decimal, reason: str, by: Actor) -> None:
    if not reason.strip():
        raise RefusedError("Say why homes should be ranked otherwise.")
    try:
        asked = weights_of(Policy(weights=weights))
    except WeightsError as refused:
        raise RefusedError(str(refused)) from refused
    # On paper and in the ranking alike: what adds up to 100 is used as it was agreed, without scaling.
    together = sum(weights.values())
    if set(weights) != set(asked) or abs(together - FULL_MARKS) > 0.001:
        raise RefusedError(f"The weights are {together:g} points together. Make them 100.")
    held = analytics.policy_of(RankingPolicy.in_force(by.here))
    if asked == weights_of(held) and float(tolerance) == held.tolerance:
        raise RefusedError("That is how homes are ranked now. Change a weight or the tolerance.")
