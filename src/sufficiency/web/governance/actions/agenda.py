"""What goes on an agenda, its papers, and who may not see it."""

from typing import Any

from django.db import IntegrityError, transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import queries
from sufficiency.web.governance.actions.moving import move_item
from sufficiency.web.governance.errors import MovedOnError, NotAllowedError
from sufficiency.web.governance.models import AgendaItem, Conflict, Group, Meeting, Member, Paper
from sufficiency.web.governance.programme import planned_for
from sufficiency.web.governance.states import ItemState, Origin
from sufficiency.web.governance.subjects import kinds


@transaction.atomic
def put_on_agenda(
    group: Group, *, title: str, by: Actor, meeting: Meeting | None = None, **values: Any
) -> AgendaItem:
    """Put something on the agenda of a meeting, else of the group’s next one, else let it wait for one.

    A subject that waits before the group already stays where it is: the item it has is returned.
    """
    kind, key = values.get("subject_kind", ""), values.get("subject_key", "")
    _refuse_wrong_group(group, kind)
    waiting = (
        group.items.filter(subject_kind=kind, subject_key=key, state=ItemState.WAITING).first()
        if kind
        else None
    )
    if waiting is not None:
        return waiting
    meeting = meeting or queries.next_meeting(group)
    if meeting is not None and not meeting.is_open:
        raise MovedOnError("That meeting is over. Put it on a later one.")
    try:
        with transaction.atomic():
            item = AgendaItem.objects.create(
                authority=group.authority, group=group, meeting=meeting, title=title,
                position=_next_position(meeting), added_by=by.name, **values,
            )  # fmt: skip
    except IntegrityError:  # another put it on in the same moment
        return group.items.get(subject_kind=kind, subject_key=key, state=ItemState.WAITING)
    record(Verb.ITEM_ADDED, by=by, on=item, reason=f"{group}: {item.get_origin_display()}")
    return item


@transaction.atomic
def withdraw(item: AgendaItem, *, reason: str, by: Actor) -> AgendaItem:
    """Take an item off the agenda, and say why."""
    return move_item(item, ItemState.WITHDRAWN, by=by, reason=reason)


@transaction.atomic
def note_presenter(
    item: AgendaItem, *, presented_by: str, presenter_mode: str, on_paper_because: str, by: Actor
) -> AgendaItem:
    """Note who presents an item and how; on paper only with a reason."""
    if item.state != ItemState.WAITING:
        raise MovedOnError("This item has been dealt with already.")
    item.presented_by, item.presenter_mode, item.on_paper_because = (
        presented_by,
        presenter_mode,
        on_paper_because,
    )
    item.save(update_fields=["presented_by", "presenter_mode", "on_paper_because"])
    record(Verb.PRESENTER_NOTED, by=by, on=item, reason=presented_by)
    return item


@transaction.atomic
def declare_conflict(item: AgendaItem, member: Member, *, reason: str, by: Actor) -> Conflict:
    """Record a member’s interest in an item: from now on it is hidden from them."""
    conflict, is_new = Conflict.objects.get_or_create(
        item=item, member=member, defaults={"authority": item.authority, "reason": reason}
    )
    if is_new:
        record(Verb.CONFLICT_DECLARED, by=by, on=item, reason=f"{member}: {reason}")
    return conflict


@transaction.atomic
def add_paper(
    item: AgendaItem,
    *,
    title: str,
    by: Actor,
    text: str = "",
    file_name: str = "",
    content: bytes | None = None,
) -> Paper:
    """Add a paper to an item."""
    if item.papers.filter(title=title).exists():
        raise NotAllowedError("There is a paper of this title. Replace it instead.")
    paper = Paper.objects.create(
        authority=item.authority, item=item, title=title, text=text, file_name=file_name, content=content,
        added_by=by.name,
    )  # fmt: skip
    record(Verb.PAPER_ADDED, by=by, on=item, reason=title)
    return paper


@transaction.atomic
def replace_paper(
    paper: Paper,
    *,
    by: Actor,
    because: str = "",
    text: str = "",
    file_name: str = "",
    content: bytes | None = None,
) -> Paper:
    """Put a new version in the place of a paper. After it went out a reason is needed, and the pack says so."""
    if not paper.is_current:
        raise MovedOnError("A later version has taken its place already.")
    if paper.sent_in is not None and not because.strip():
        raise NotAllowedError(
            "A paper that has gone out is replaced only with a reason, which the pack shows."
        )
    newer = Paper.objects.create(
        authority=paper.authority, item=paper.item, title=paper.title, version=paper.version + 1, text=text,
        file_name=file_name, content=content, added_by=by.name, replaces=paper, replaced_because=because,
    )  # fmt: skip
    record(Verb.PAPER_REPLACED, by=by, on=paper.item, reason=because or paper.title)
    return newer


def attach_waiting(meeting: Meeting) -> int:
    """Put what waited for a meeting on its agenda; how many items that were."""
    waiting = list(queries.waiting_without_meeting(meeting.group))
    for position, item in enumerate(waiting, _next_position(meeting)):
        item.meeting, item.position = meeting, position
        item.save(update_fields=["meeting", "position"])
    return len(waiting)


def take_up_programme(meeting: Meeting, *, by: Actor) -> list[AgendaItem]:
    """Put what work programmes plan for a meeting on its agenda; what is on it, or was taken off it, is not put twice."""
    there = set(meeting.items.values_list("title", flat=True))
    return [
        put_on_agenda(
            meeting.group, title=one.title, by=by, meeting=meeting, ask=one.ask, origin=Origin.PROGRAMME,
            trigger=one.trigger, presented_by=one.presented_by,
        )
        for one in planned_for(meeting)
        if one.title not in there
    ]  # fmt: skip


def _next_position(meeting: Meeting | None) -> int:
    return meeting.items.count() + 1 if meeting is not None else 0


def _refuse_wrong_group(group: Group, kind: str) -> None:
    if not kind:
        return
    declared = kinds().get(kind)
    if declared is None:
        raise NotAllowedError(f"Nothing is known of “{kind}”.")
    if group.kind not in declared.group_types:
        raise NotAllowedError(f"A {declared.label} does not come before a {group.type.label.lower()}.")
