"""Moves of meetings and items, as states.py allows them."""

from typing import Any

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.governance.errors import MovedOnError
from sufficiency.web.governance.models import AgendaItem, Meeting
from sufficiency.web.governance.states import ITEM_MOVES, MEETING_MOVES, ItemState, MeetingState
from sufficiency.web.governance.subjects import subject_of


def move_meeting(
    meeting: Meeting, to: MeetingState, *, by: Actor, reason: str = "", **values: Any
) -> Meeting:
    """Move a meeting, unless it has moved meanwhile, and record it."""
    here = MeetingState(meeting.state)
    move = MEETING_MOVES[here].get(to)
    if move is None:
        raise MovedOnError(f"A meeting that is “{here.label}” cannot become “{to.label}”.")
    moved = Meeting.objects.filter(pk=meeting.pk, state=here).update(state=to, **values)
    if not moved:
        raise MovedOnError("Someone has moved this meeting meanwhile. Open it again.")
    meeting.refresh_from_db()
    record(move.records, by=by, on=meeting, reason=reason)
    return meeting


def move_item(item: AgendaItem, to: ItemState, *, by: Actor, reason: str = "", **values: Any) -> AgendaItem:
    """Move an item, unless it has moved meanwhile, and record it with the child it is about."""
    here = ItemState(item.state)
    move = ITEM_MOVES[here].get(to)
    if move is None:
        raise MovedOnError(f"An item that is “{here.label}” cannot become “{to.label}”.")
    moved = AgendaItem.objects.filter(pk=item.pk, state=here).update(state=to, **values)
    if not moved:
        raise MovedOnError("Someone has dealt with this item meanwhile. Open it again.")
    item.refresh_from_db()
    subject = subject_of(item)
    record(move.records, by=by, on=item, child=subject.child if subject else "", reason=reason)
    return item
