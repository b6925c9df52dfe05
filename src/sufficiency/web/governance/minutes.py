"""Minutes that write themselves from what was noted; the chair may correct them."""

from collections.abc import Iterator

from sufficiency.web.governance.models import AgendaItem, Decision, Meeting
from sufficiency.web.governance.states import ItemState, Presence
from sufficiency.web.ui.wording import full_day


def drafted(meeting: Meeting) -> str:
    """The minutes of a meeting as plain text."""
    return "\n".join([*_heading(meeting), *_people(meeting), *_items(meeting)])


def _heading(meeting: Meeting) -> Iterator[str]:
    yield f"{meeting.group}: minutes of {meeting.day_in_words}"
    yield f"{meeting.get_mode_display()}, {meeting.get_format_display().lower()}"
    if meeting.chair is not None:
        yield f"In the chair: {meeting.chair}"


def _people(meeting: Meeting) -> Iterator[str]:
    noted = list(meeting.attendances.select_related("member"))
    for presence in Presence:
        people = [_person(one.member.name, one.substitute) for one in noted if one.presence == presence]
        if people:
            yield f"{presence.label}: {', '.join(people)}"


def _person(name: str, substitute: str) -> str:
    return f"{substitute} for {name}" if substitute else name


def _items(meeting: Meeting) -> Iterator[str]:
    for number, item in enumerate(meeting.items.select_related("carried_from__meeting"), 1):
        yield ""
        yield f"{number}. {item.title}"
        yield f"   {item.origin_in_words}"
        yield from _dealt_with(item)


def _dealt_with(item: AgendaItem) -> Iterator[str]:
    for conflict in item.conflicts.select_related("member"):
        yield f"   {conflict.member} declared an interest and took no part."
    decision = Decision.objects.filter(item=item).prefetch_related("actions").first()
    if decision is None:
        yield f"   {ItemState(item.state).label if item.state != ItemState.WAITING else 'Not heard: carried over'}."
        return
    yield f"   {decision.get_outcome_display()}: {decision.text}"
    yield f"   Because: {decision.reasons}"
    for action in decision.actions.all():
        word = "Condition" if action.is_condition else "Action"
        yield f"   {word}: {action.text} ({action.owner}, by {full_day(action.due_on)})"
