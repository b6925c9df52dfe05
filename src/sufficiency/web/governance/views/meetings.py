"""Meetings: planned, prepared, held, closed."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.analytics.governance.meetings import papers_due, schedule as spread
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import actions, listing, queries, rooms
from sufficiency.web.governance.actions.meetings import Noted, agenda_remarks
from sufficiency.web.governance.forms import (
    MeetingForm,
    MinutesForm,
    ReasonForm,
    ScheduleForm,
    attendance_form,
)
from sufficiency.web.governance.models import AgendaItem, Group, Meeting, Member, Paper
from sufficiency.web.governance.views.answering import answered, done_or_told, only_runners

PARTS = ("presence", "mode", "substitute")  # of the fields about one member


@needs(Permission.GROUPS_SEE)
def plan(request: SiteRequest, pk: int) -> HttpResponse:
    """Plan a meeting."""
    group = _group(request, pk)
    form = MeetingForm(request.POST or None, initial={"minutes": _usual_length(group)})
    return answered(
        request,
        form,
        lambda given: actions.plan(group, **given, by=request.actor),
        back=group,
        title=f"Plan a meeting of {group}",
        button="Plan it",
        done="The meeting is planned.",
    )


@needs(Permission.GROUPS_SEE)
def schedule(request: SiteRequest, pk: int) -> HttpResponse:
    """Plan several meetings, spread evenly from the first to the last."""
    group = _group(request, pk)
    form = ScheduleForm(request.POST or None, initial={"minutes": _usual_length(group)})

    def write(given: dict[str, Any]) -> Group:
        days = spread(given["first"], count=given["count"], until=given["until"])
        actions.plan_all(group, days, minutes=given["minutes"], mode=given["mode"], by=request.actor)
        return group

    title = f"Plan several meetings of {group}"
    return answered(
        request, form, write, back=group, title=title, button="Plan them", done="They are planned."
    )


@needs(Permission.GROUPS_SEE)
def meeting(request: SiteRequest, pk: int) -> HttpResponse:
    """One meeting: who is there, the agenda, papers, decisions and minutes."""
    found = queries.meeting_for(request.actor, pk)
    _note_look(request, found)
    items = queries.with_decisions(found, request.actor)
    room = rooms.breaches_of(found) if found.is_open and found.attendances.exists() else []
    shown = {
        "meeting": found,
        "group": found.group,
        "items": items,
        "agenda": listing.items(items),
        "hidden": queries.hidden_items(request.actor, found),
        "light": rooms.light(found),
        "quorum": found.group.terms.quorum.in_words(rooms.room_of(found).members),
        "people": listing.people(found.attendances.select_related("member")),
        "remarks": agenda_remarks(found) if found.is_open else [],
        "room": room,
        "cannot_decide": any(breach.refuses for breach in room),
        "replaced": _replaced(items),
        "not_sent": _not_sent(found, items),
        "papers_due": papers_due(found.group.terms, found.on),
        "today": timezone.localdate(),
        "may_run": queries.may_run(request.actor, found.group),
    }
    return render(request, "governance/meeting.html", shown)


def _note_look(request: SiteRequest, found: Meeting) -> None:
    if found.group.type.hears_children:
        seen(Verb.ITEM_SEEN, by=request.actor, on=found)


def _replaced(items: list[AgendaItem]) -> list[Paper]:
    papers = [paper for item in items for paper in item.current_papers]  # type: ignore[attr-defined]
    return [paper for paper in papers if paper.replaces_issued]


def _not_sent(found: Meeting, items: list[AgendaItem]) -> int:
    if not found.pack_version:
        return 0
    papers = [paper for item in items for paper in item.current_papers]  # type: ignore[attr-defined]
    return sum(paper.sent_in is None for paper in papers)


@needs(Permission.GROUPS_SEE)
def pack(request: SiteRequest, pk: int) -> HttpResponse:
    """All papers of a meeting as one page to read or print, with the version they went out in."""
    found = queries.meeting_for(request.actor, pk)
    seen(Verb.PAPER_DOWNLOADED, by=request.actor, on=found, reason=f"pack {found.pack_version}")
    items = queries.with_decisions(found, request.actor)
    shown = {
        "meeting": found,
        "items": items,
        "replaced": _replaced(items),
        "not_sent": _not_sent(found, items),
    }
    return render(request, "governance/pack.html", shown)


@needs(Permission.GROUPS_SEE)
def attendance(request: SiteRequest, pk: int) -> HttpResponse:
    """Note who came, how, and who chairs."""
    found = _meeting(request, pk)
    members = queries.members_on(found.group, found.on)
    form = attendance_form(found, members, request.POST or None)

    def write(given: dict[str, Any]) -> Meeting:
        chair = next((member for member in members if member.pk == given["chair"]), None)
        return actions.note_attendance(found, _noted(members, given), chair=chair, by=request.actor)

    title = f"Who came on {found.day_in_words}"
    return answered(
        request,
        form,
        write,
        back=found,
        title=title,
        button="Keep this",
        shown={"rows": _rows(members, form)},
    )


def _noted(members: list[Member], given: dict[str, Any]) -> dict[Member, Noted]:
    return {
        member: Noted(
            presence, given[f"mode_{member.pk}"] or "in_person", given.get(f"substitute_{member.pk}", "")
        )
        for member in members
        if (presence := given[f"presence_{member.pk}"])
    }


def _rows(members: list[Member], form: Form) -> list[tuple[Member, list[Any]]]:
    return [
        (member, [form[name] for part in PARTS if (name := f"{part}_{member.pk}") in form.fields])
        for member in members
    ]


@needs(Permission.GROUPS_SEE)
@require_POST
def send(request: SiteRequest, pk: int) -> HttpResponse:
    """Send the papers out as one pack."""
    found = _meeting(request, pk)
    done_or_told(
        request, lambda: actions.send_papers(found, by=request.actor), done="The papers are out as one pack."
    )
    return redirect(found)


@needs(Permission.GROUPS_SEE)
@require_POST
def close(request: SiteRequest, pk: int) -> HttpResponse:
    """Close the meeting."""
    found = _meeting(request, pk)
    done_or_told(
        request,
        lambda: actions.close(found, by=request.actor),
        done="The meeting is closed. The minutes are drafted below; what was not heard is carried over.",
    )
    return redirect(found)


@needs(Permission.GROUPS_SEE)
def cancel(request: SiteRequest, pk: int) -> HttpResponse:
    """Cancel the meeting with a reason."""
    found = _meeting(request, pk)
    form = ReasonForm(request.POST or None)
    return answered(
        request,
        form,
        lambda given: actions.cancel(found, reason=given["reason"], by=request.actor),
        back=found,
        title=f"Cancel the meeting of {found.day_in_words}",
        button="Cancel the meeting",
        done="The meeting is cancelled; its items wait for the next one.",
    )


@needs(Permission.GROUPS_SEE)
def minutes(request: SiteRequest, pk: int) -> HttpResponse:
    """Correct and confirm the minutes."""
    found = _meeting(request, pk)
    form = MinutesForm(request.POST or None, initial={"text": found.minutes_text})
    return answered(
        request,
        form,
        lambda given: actions.confirm_minutes(found, given["text"], by=request.actor),
        back=found,
        title=f"Minutes of {found.day_in_words}",
        button="Confirm these minutes",
    )


def _usual_length(group: Group) -> int:
    return group.terms.longest_minutes or 120


def _group(request: SiteRequest, pk: int) -> Group:
    group = queries.group_for(request.actor, pk)
    only_runners(request, group)
    return group


def _meeting(request: SiteRequest, pk: int) -> Meeting:
    found = queries.meeting_for(request.actor, pk)
    only_runners(request, found.group)
    return found
