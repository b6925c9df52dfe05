"""Meetings: planned, papers sent out, attendance noted, closed, minutes confirmed, or cancelled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.governance.breaches import Breach, refuse
from sufficiency.analytics.governance.meetings import Plan, agenda_breaches, plan_breaches
from sufficiency.analytics.governance.membership import Member as Seat, substitute_breaches
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import queries, rooms
from sufficiency.web.governance.actions.agenda import attach_waiting, take_up_programme
from sufficiency.web.governance.actions.deciding import carry_over
from sufficiency.web.governance.actions.moving import move_meeting
from sufficiency.web.governance.errors import MovedOnError, NotAllowedError
from sufficiency.web.governance.minutes import drafted
from sufficiency.web.governance.models import Attendance, Group, Meeting, Member, Paper
from sufficiency.web.governance.states import ItemState, MeetingState, Mode, Presence


@dataclass(frozen=True)
class Noted:
    """Whether a member came, how, and who sat in."""

    presence: str
    mode: str = Mode.IN_PERSON
    substitute: str = ""


@transaction.atomic
def plan(group: Group, *, on: date, minutes: int, by: Actor, **values: Any) -> Meeting:
    """Plan a meeting; what waits for one goes on its agenda. Raises TermsError where the terms refuse it."""
    asked = Plan(
        on=on,
        minutes=minutes,
        is_extra=values.get("is_extra", False),
        chair_agreed=values.get("chair_agreed", False),
    )
    others = group.meetings.exclude(state=MeetingState.CANCELLED).values_list("on", flat=True)
    refuse(plan_breaches(group.terms, asked, others=others))
    meeting = Meeting.objects.create(authority=group.authority, group=group, on=on, minutes=minutes, **values)
    attach_waiting(meeting)
    take_up_programme(meeting, by=by)
    record(Verb.MEETING_PLANNED, by=by, on=meeting)
    return meeting


@transaction.atomic
def plan_all(group: Group, days: Iterable[date], *, minutes: int, mode: str, by: Actor) -> list[Meeting]:
    """Plan several meetings: all of them, or none where the terms refuse one."""
    return [plan(group, on=day, minutes=minutes, mode=mode, by=by) for day in days]


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: Actor) -> Meeting:
    """Cancel a meeting with a reason; its items go to the next one."""
    if not reason.strip():
        raise NotAllowedError("Say why it is cancelled.")
    move_meeting(meeting, MeetingState.CANCELLED, by=by, reason=reason, cancelled_because=reason)
    _carry_all(meeting, by=by)
    return meeting


@transaction.atomic
def send_papers(meeting: Meeting, *, by: Actor) -> Meeting:
    """Send the papers out as one pack with the next version. An agenda nobody can get through is refused."""
    items = list(meeting.items.filter(state=ItemState.WAITING))
    if not items:
        raise NotAllowedError("There is nothing on the agenda yet.")
    refuse(_agenda_breaches(meeting))
    version = meeting.pack_version + 1
    move_meeting(
        meeting,
        MeetingState.ISSUED,
        by=by,
        reason=f"pack {version}",
        pack_version=version,
        pack_issued_at=timezone.now(),
    )
    Paper.objects.filter(item__meeting=meeting, replaced_by=None, sent_in=None).update(sent_in=version)
    return meeting


@transaction.atomic
def note_attendance(
    meeting: Meeting, noted: Mapping[Member, Noted], *, chair: Member | None, by: Actor
) -> Meeting:
    """Note who came, how, who sat in, and who chairs. Raises TermsError where the terms refuse it."""
    if not meeting.is_open:
        raise MovedOnError("This meeting is over; its attendance stays as it was noted.")
    for member, one in noted.items():
        refuse(_attendance_breaches(meeting, member, one))
    for member, one in noted.items():
        values = {"presence": one.presence, "mode": one.mode, "substitute": one.substitute}
        Attendance.objects.update_or_create(
            meeting=meeting, member=member, defaults={**values, "authority": meeting.authority}
        )
    meeting.chair = chair
    meeting.save(update_fields=["chair"])
    record(Verb.ATTENDANCE_NOTED, by=by, on=meeting, reason=rooms.light(meeting))
    return meeting


@transaction.atomic
def close(meeting: Meeting, *, by: Actor) -> Meeting:
    """Close a meeting: what was not heard is carried over, the minutes are drafted.

    Raises TermsError where it had no quorum, no chair or the wrong one.
    """
    if not meeting.is_open:
        raise MovedOnError(f"This meeting is “{meeting.state_in_words}” already.")
    refuse(rooms.breaches_of(meeting))
    _carry_all(meeting, by=by)
    return move_meeting(
        meeting, MeetingState.HELD, by=by, reason=rooms.light(meeting), minutes_text=drafted(meeting)
    )


@transaction.atomic
def confirm_minutes(meeting: Meeting, text: str, *, by: Actor) -> Meeting:
    """Keep the minutes as the chair has them."""
    if not meeting.is_held:
        raise MovedOnError("Minutes are confirmed after the meeting is closed.")
    meeting.minutes_text, meeting.minutes_confirmed_by = text, by.name
    meeting.minutes_confirmed_at = timezone.now()
    meeting.save(update_fields=["minutes_text", "minutes_confirmed_by", "minutes_confirmed_at"])
    record(Verb.MINUTES_CONFIRMED, by=by, on=meeting)
    return meeting


def _carry_all(meeting: Meeting, *, by: Actor) -> None:
    for item in meeting.items.filter(state=ItemState.WAITING):
        carry_over(item, by=by)


def agenda_remarks(meeting: Meeting) -> list[Breach]:
    """What the agenda breaks, whether it refuses or not."""
    return _agenda_breaches(meeting)


def _agenda_breaches(meeting: Meeting) -> list[Breach]:
    items = list(meeting.items.exclude(state=ItemState.WITHDRAWN))
    return agenda_breaches(
        meeting.group.terms,
        [item.title for item in items],
        item_minutes=sum(item.minutes for item in items),
        meeting_minutes=meeting.minutes,
    )


def _attendance_breaches(meeting: Meeting, member: Member, noted: Noted) -> Iterable[Breach]:
    if not member.serves_on(meeting.on):
        rule = "Attendance is noted for those who serve on the day."
        return [Breach(rule, f"{member} does not serve on {meeting.day_in_words}.", refuses=True)]
    if noted.presence != Presence.SUBSTITUTE:
        return []
    person = Seat(name=noted.substitute, place=member.place)
    return substitute_breaches(meeting.group.terms, person, board=queries.substitutes_of(meeting.group))
