"""What is decided about an item, and what follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.governance.breaches import refuse
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import User
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import deciding, queries, rooms
from sufficiency.web.governance.actions.moving import move_item
from sufficiency.web.governance.errors import MovedOnError
from sufficiency.web.governance.models import Action, AgendaItem, Decision, Group
from sufficiency.web.governance.states import ACTION_MOVES, ActionState, ItemState, Origin
from sufficiency.web.governance.subjects import kind_of


@dataclass(frozen=True, kw_only=True)
class Task:
    """An action or condition to be given with a decision."""

    text: str
    owner: str
    due_on: date
    user: User | None = None
    is_condition: bool = False


@transaction.atomic
def decide(
    item: AgendaItem,
    *,
    outcome: str,
    text: str,
    reasons: str,
    by: Actor,
    tasks: Sequence[Task] = (),
    is_unanimous: bool = False,
    **values: Any,
) -> Decision:
    """Record what the meeting decided about an item, and why.

    Raises TermsError with each rule’s text where the meeting may not decide so, MovedOnError where it is too late.
    """
    meeting = item.meeting
    if meeting is None or not meeting.is_open:
        raise MovedOnError("A decision is recorded at an open meeting. Put the item on one first.")
    found = deciding.breaches(
        item, outcome=outcome, by=by, is_unanimous=is_unanimous, today=timezone.localdate(), values=values
    )
    refuse(found)
    move_item(item, ItemState.DECIDED, by=by, reason=reasons)
    decision = Decision.objects.create(
        authority=item.authority, item=item, outcome=outcome, text=text, reasons=reasons, recorded_by=by.name,
        chaired_by=str(meeting.chair), present=rooms.names_here(meeting, item=item), quorum=rooms.light(meeting),
        is_unanimous=is_unanimous, is_on_paper=deciding.is_on_paper(meeting), remarks=[str(one) for one in found], **values,
    )  # fmt: skip
    for task in tasks:
        _give(item.group, decision, task)
    kind = kind_of(item)
    if kind is not None and kind.decided is not None:
        kind.decided(decision, by)
    return decision


@transaction.atomic
def hear(item: AgendaItem, *, by: Actor) -> AgendaItem:
    """Note that an item was heard and needed no decision."""
    return move_item(item, ItemState.HEARD, by=by)


@transaction.atomic
def carry_over(item: AgendaItem, *, by: Actor) -> AgendaItem:
    """Carry an item to the group’s next meeting, where it shows what it goes back to."""
    meeting = item.meeting
    later = queries.next_meeting(item.group, after=meeting.on) if meeting is not None else None
    following = later if later != meeting else _after(item)
    move_item(item, ItemState.CARRIED, by=by, reason="not heard")
    kept = {name: getattr(item, name) for name in KEPT}
    carried = AgendaItem.objects.create(
        authority=item.authority, group=item.group, meeting=following, carried_from=item, origin=Origin.CARRIED,
        position=following.items.count() + 1 if following else 0, added_by=by.name, **kept,
    )  # fmt: skip
    for conflict in item.conflicts.all():
        carried.conflicts.create(authority=item.authority, member=conflict.member, reason=conflict.reason)
    return carried


@transaction.atomic
def give_action(group: Group, task: Task, *, by: Actor, decision: Decision | None = None) -> Action:
    """Give someone something to do by a day."""
    action = _give(group, decision, task)
    record(Verb.ACTION_GIVEN, by=by, on=action, reason=task.owner)
    return action


@transaction.atomic
def answer_action(action: Action, *, state: str, answer: str, by: Actor) -> Action:
    """Settle an action: what was done, or why it is no longer needed."""
    move = ACTION_MOVES[ActionState(action.state)].get(ActionState(state))
    if move is None:
        raise MovedOnError("This action is settled already.")
    action.state, action.answer, action.answered_at = state, answer, timezone.now()
    action.save(update_fields=["state", "answer", "answered_at"])
    record(move.records, by=by, on=action, reason=answer)
    return action


KEPT: Iterable[str] = (
    "title", "ask", "minutes", "trigger", "subject_kind", "subject_key", "presented_by", "presenter_mode",
    "on_paper_because",
)  # fmt: skip


def _after(item: AgendaItem) -> Any:
    meeting = item.meeting
    if meeting is None:
        return None
    return (
        item.group.meetings.filter(state__in=queries.OPEN_MEETINGS, on__gt=meeting.on).order_by("on").first()
    )


def _give(group: Group, decision: Decision | None, task: Task) -> Action:
    return Action.objects.create(
        authority=group.authority, group=group, decision=decision, text=task.text, owner=task.owner,
        user=task.user, due_on=task.due_on, is_condition=task.is_condition,
    )  # fmt: skip
