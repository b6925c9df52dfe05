"""Recommendations: proposed, spoken about, moved on, replied to."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from sufficiency.analytics.governance.breaches import refuse
from sufficiency.analytics.governance.membership import Member as Seat, substitute_breaches
from sufficiency.analytics.governance.recommendations import LABELS, Case, Stage, Vote, move
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import queries
from sufficiency.web.governance.errors import MovedOnError
from sufficiency.web.governance.models import (
    Agreement,
    Group,
    Member,
    Recommendation,
    RecommendationStep,
    Reply,
)


@transaction.atomic
def propose(group: Group, *, text: str, by: Actor, grounds: str = "", aimed_at: str = "") -> Recommendation:
    """Propose something to be recommended."""
    # Locked, so that two proposals cannot get one number.
    Group.objects.select_for_update().get(pk=group.pk)
    last = group.recommendations.aggregate(last=Max("number"))["last"] or 0
    proposal = Recommendation.objects.create(
        authority=group.authority, group=group, number=last + 1, text=text, grounds=grounds, aimed_at=aimed_at,
        proposed_by=by.name,
    )  # fmt: skip
    record(Verb.RECOMMENDATION_MADE, by=by, on=proposal)
    return proposal


@transaction.atomic
def speak(
    proposal: Recommendation, member: Member, *, agrees: bool, by: Actor, substitute: str = ""
) -> Agreement:
    """Note whether a seat agrees. A substitute from outside is refused."""
    if proposal.stage not in (Stage.PROPOSED, Stage.CONSULTED):
        raise MovedOnError(f"It is “{proposal.stage_in_words}” already.")
    if substitute:
        person = Seat(name=substitute, place=member.place)
        refuse(
            substitute_breaches(proposal.group.terms, person, board=queries.substitutes_of(proposal.group))
        )
    said, _ = Agreement.objects.update_or_create(
        recommendation=proposal,
        member=member,
        defaults={
            "authority": proposal.authority,
            "agrees": agrees,
            "substitute": substitute,
            "at": timezone.now(),
        },
    )
    record(Verb.SEAT_SPOKE, by=by, on=proposal, reason=str(said))
    return said


@transaction.atomic
def move_on(proposal: Recommendation, to: Stage, *, by: Actor, on: date, reason: str = "") -> Recommendation:
    """Move a recommendation on, as the terms of reference let it; raises TermsError with the rule’s text."""
    here = Stage(proposal.stage)
    move(here, to, case_of(proposal, on=on, reason=reason))
    changed: dict[str, Any] = {"stage": to}
    if to is Stage.WITH_LEADS:
        changed["swift_reason"] = reason
    if not Recommendation.objects.filter(pk=proposal.pk, stage=here).update(**changed):
        raise MovedOnError("Someone has moved it meanwhile. Open it again.")
    if to is Stage.PROPOSED:  # revised: everyone is asked again
        proposal.agreements.all().delete()
    RecommendationStep.objects.create(
        authority=proposal.authority,
        recommendation=proposal,
        before=here,
        after=to,
        by=by.name,
        reason=reason,
    )
    record(Verb.RECOMMENDATION_MOVED, by=by, on=proposal, reason=f"{LABELS[to]}. {reason}".strip())
    proposal.refresh_from_db()
    return proposal


@transaction.atomic
def note_reply(proposal: Recommendation, *, by: Actor, **values: Any) -> Reply:
    """Note that someone was asked, or what they answered."""
    reply = Reply.objects.create(authority=proposal.authority, recommendation=proposal, **values)
    record(Verb.REPLY_NOTED, by=by, on=proposal, reason=str(reply))
    return reply


def case_of(proposal: Recommendation, *, on: date, reason: str = "") -> Case:
    """A recommendation as the rules see it: the seats of the day, and who has agreed."""
    seats = [member for member in queries.members_on(proposal.group, on) if member.counts_as_member]
    board = queries.substitutes_of(proposal.group)
    votes = [
        Vote(seat_of(one.member), one.agrees, eligible=not one.substitute or one.substitute in board)
        for one in proposal.agreements.select_related("member")
    ]
    names = [seat_of(member) for member in seats]
    return Case(seats=names, votes=votes, reason=reason, on=on, ends_on=proposal.group.ends_on)


def seat_of(member: Member) -> str:
    """What a seat is called: its political group where it has one, else its holder."""
    return member.political_group or member.name
