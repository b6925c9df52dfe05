"""What the page Today says about groups: actions of one’s own, meetings coming up, papers that are late."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.governance.meetings import papers_due
from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.governance import queries
from sufficiency.web.governance.models import Meeting
from sufficiency.web.governance.states import ActionState, MeetingState
from sufficiency.web.ui.today import TodayItem
from sufficiency.web.ui.wording import day_and_when

SOON = timedelta(days=14)


def about_groups(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """The items for someone who has actions, sits on a group, or runs one."""
    if actor.authority is None or not actor.may(Permission.GROUPS_SEE):
        return []
    today = timezone.localtime(now).date() if timezone.is_aware(now) else now.date()
    return [*_actions(actor), *_meetings(actor, today)]


def _actions(actor: Actor) -> Iterator[TodayItem]:
    for action in queries.actions_for(actor).filter(user=actor.user, state=ActionState.OPEN):
        href = reverse("governance:action", args=[action.pk])
        yield TodayItem(text=action.text, detail=str(action.group), at=_noon(action.due_on), href=href)


def _meetings(actor: Actor, today: date) -> Iterator[TodayItem]:
    coming = queries.meetings_for(actor).filter(
        state__in=queries.OPEN_MEETINGS, on__range=(today - SOON, today + SOON)
    )
    runs = actor.may(Permission.GROUPS_RUN)
    sits = set(queries.seats_of(actor).values_list("group", flat=True))
    for meeting in coming.prefetch_related("items"):
        if runs:
            yield _to_prepare(meeting, today)
        elif meeting.group_id in sits:
            yield _to_attend(meeting, today)


def _to_prepare(meeting: Meeting, today: date) -> TodayItem:
    if meeting.on < today:
        text, at = f"{meeting.group} of {meeting.day_in_words} is not closed", _noon(meeting.on)
    elif meeting.state == MeetingState.PLANNED:
        text, at = (
            f"Send out the papers of {meeting.group}",
            _noon(papers_due(meeting.group.terms, meeting.on)),
        )
    else:
        text, at = f"{meeting.group} meets", _noon(meeting.on)
    detail = f"{day_and_when(meeting.on, today=today)}, {plural(len(meeting.items.all()), 'item')}"
    return TodayItem(text=text, detail=detail, at=at, href=meeting.get_absolute_url())


def _to_attend(meeting: Meeting, today: date) -> TodayItem:
    detail = f"{day_and_when(meeting.on, today=today)}, {meeting.get_mode_display().lower()}"
    needs = meeting.state == MeetingState.ISSUED
    text = f"Read the papers of {meeting.group}" if needs else f"{meeting.group} meets"
    return TodayItem(
        text=text, detail=detail, at=_noon(meeting.on), href=meeting.get_absolute_url(), needs_you=needs
    )


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001  (made aware at once)


SOURCES = [about_groups]
