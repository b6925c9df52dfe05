"""Recommendations: proposed, agreed, submitted, approved, adopted; nothing is policy before it is approved."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.analytics.governance.recommendations import LABELS, MOVES, Stage, agreement
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.governance import actions, queries
from sufficiency.web.governance.actions.recommending import case_of, seat_of
from sufficiency.web.governance.forms import ProposalForm, ReplyForm, VoiceForm
from sufficiency.web.governance.models import Group, Member, Recommendation
from sufficiency.web.governance.views.answering import answered, done_or_told, only_runners
from sufficiency.web.ui.components import Column, Entry, Table

SEATS = (Column("Seat"), Column("Answer"), Column("Who spoke"))
REPLIES = (Column("Asked"), Column("When"), Column("Due"), Column("Answer"))


@needs(Permission.GROUPS_SEE)
def add(request: SiteRequest, pk: int) -> HttpResponse:
    """Propose a recommendation."""
    group = queries.group_for(request.actor, pk)
    only_runners(request, group)
    form = ProposalForm(request.POST or None)

    def write(given: dict[str, Any]) -> Recommendation:
        return actions.propose(group, **given, by=request.actor)

    return answered(request, form, write, back=group, title="Propose a recommendation", button="Propose it")


@needs(Permission.GROUPS_SEE)
def recommendation(request: SiteRequest, pk: int) -> HttpResponse:
    """One recommendation: where it stands, who agrees, how it got there, and what was answered."""
    found = _found(request, pk)
    today = timezone.localdate()
    members = _members(found.group)
    shown = {
        "proposal": found,
        "seats": Table("Who agrees", SEATS, [_seat(found, member) for member in members]),
        "lack": []
        if Stage(found.stage) not in (Stage.PROPOSED, Stage.CONSULTED)
        else agreement(case_of(found, on=today)),
        "moves": [(stage.value, move.label) for stage, move in MOVES[Stage(found.stage)].items()],
        "entries": [_entry(step) for step in reversed(found.steps.all())],
        "replies": Table("Replies", REPLIES, [_reply(one) for one in found.replies.all()]),
        "may_run": queries.may_run(request.actor, found.group),
    }
    return render(request, "governance/recommendation.html", shown)


def _seat(found: Recommendation, member: Member) -> list[object]:
    said = next((one for one in found.agreements.all() if one.member_id == member.pk), None)
    answer = "Not asked yet" if said is None else "Agrees" if said.agrees else "Does not agree"
    return [seat_of(member), answer, (said.substitute or member.name) if said else ""]


def _entry(step: Any) -> Entry:
    return Entry(LABELS[Stage(step.after)], step.at, by=step.by, text=step.reason)


def _reply(one: Any) -> list[object]:
    from sufficiency.web.governance.listing import shown

    return [one.asked, shown(one.asked_on), shown(one.due_on), one.text or "No answer yet"]


@needs(Permission.GROUPS_SEE)
@require_POST
def move(request: SiteRequest, pk: int) -> HttpResponse:
    """Move a recommendation on."""
    found = _runs(request, pk)
    asked, reason = request.POST.get("to", ""), request.POST.get("reason", "").strip()
    if asked not in set(Stage):
        raise Http404
    to = Stage(asked)
    done_or_told(
        request,
        lambda: actions.move_on(found, to, by=request.actor, on=timezone.localdate(), reason=reason),
        done=f"It is now “{LABELS[to]}”.",
    )
    return redirect(found)


@needs(Permission.GROUPS_SEE)
def speak(request: SiteRequest, pk: int) -> HttpResponse:
    """Note whether a seat agrees."""
    found = _runs(request, pk)
    members = Member.objects.filter(pk__in=[member.pk for member in _members(found.group)])
    form = VoiceForm(request.POST or None, members=members)

    def write(given: dict[str, Any]) -> Recommendation:
        said = {"agrees": given["agrees"], "substitute": given["substitute"]}
        actions.speak(found, given["member"], **said, by=request.actor)
        return found

    return answered(request, form, write, back=found, title="Note whether a seat agrees", button="Note it")


@needs(Permission.GROUPS_SEE)
def reply(request: SiteRequest, pk: int) -> HttpResponse:
    """Note who was asked, and what they answered."""
    found = _runs(request, pk)
    form = ReplyForm(request.POST or None)

    def write(given: dict[str, Any]) -> Recommendation:
        actions.note_reply(found, **given, by=request.actor)
        return found

    return answered(request, form, write, back=found, title="A reply", button="Keep it")


def _members(group: Group) -> list[Member]:
    return [member for member in queries.members_on(group, timezone.localdate()) if member.counts_as_member]


def _found(request: SiteRequest, pk: int) -> Recommendation:
    return get_object_or_404(queries.recommendations_for(request.actor), pk=pk)


def _runs(request: SiteRequest, pk: int) -> Recommendation:
    found = _found(request, pk)
    only_runners(request, found.group)
    return found
