"""What is read of groups and meetings, always within someone's rights."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from sufficiency.analytics.governance.group_types import GROUP_TYPES
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.governance.models import (
    Action,
    AgendaItem,
    Decision,
    Group,
    Meeting,
    Member,
    Paper,
    Recommendation,
)
from sufficiency.web.governance.states import ItemState, MeetingState

ABOUT_CHILDREN = [kind.key for kind in GROUP_TYPES.values() if kind.hears_children]
IN_THE_OPEN = [kind.key for kind in GROUP_TYPES.values() if not kind.is_private]
_Found = TypeVar("_Found")
OPEN_MEETINGS = (MeetingState.PLANNED, MeetingState.ISSUED)


def serving(on: date) -> Q:
    """Seats that are held on a day."""
    return (Q(served_from=None) | Q(served_from__lte=on)) & (Q(served_to=None) | Q(served_to__gte=on))


def seats_of(actor: Actor) -> QuerySet[Member]:
    """The seats that someone holds today."""
    return Member.objects.of(actor.here).filter(serving(timezone.localdate()), user=actor.user)


def groups_for(actor: Actor) -> QuerySet[Group]:
    """The groups that someone may know of."""
    groups = Group.objects.of(actor.here)
    return groups if actor.may(Permission.PANEL_CASES_SEE) else groups.exclude(kind__in=ABOUT_CHILDREN)


def open_groups(actor: Actor) -> QuerySet[Group]:
    """The groups whose meetings, papers and decisions someone may read: public ones, and those they sit on.

    Who runs groups reads all of them.
    """
    groups = groups_for(actor)
    if actor.may(Permission.GROUPS_RUN):
        return groups
    return groups.filter(Q(kind__in=IN_THE_OPEN) | Q(pk__in=seats_of(actor).values("group")))


def group_for(actor: Actor, pk: int) -> Group:
    """A group that someone may know of; Http404 where there is none."""
    return _or_404(groups_for(actor).filter(pk=pk).first())


def may_open(actor: Actor, group: Group) -> bool:
    """Whether someone may read what a group deals with."""
    return open_groups(actor).filter(pk=group.pk).exists()


def may_run(actor: Actor, group: Group) -> bool:
    """Whether someone may run a group’s meetings: who runs groups, and whoever chairs this one."""
    if not may_open(actor, group):
        return False
    return actor.may(Permission.GROUPS_RUN) or seats_of(actor).filter(group=group, is_chair=True).exists()


def meetings_for(actor: Actor) -> QuerySet[Meeting]:
    """The meetings that someone may read."""
    return (
        Meeting.objects.of(actor.here).filter(group__in=open_groups(actor)).select_related("group", "chair")
    )


def meeting_for(actor: Actor, pk: int) -> Meeting:
    """A meeting that someone may read; Http404 where there is none."""
    return _or_404(meetings_for(actor).filter(pk=pk).first())


def items_for(actor: Actor) -> QuerySet[AgendaItem]:
    """The agenda items that someone may read, without those they have an interest in."""
    items = AgendaItem.objects.of(actor.here).filter(group__in=open_groups(actor))
    return _without_conflicts(items, actor).select_related(
        "group", "meeting", "carried_from__meeting", "decision"
    )


def item_for(actor: Actor, pk: int) -> AgendaItem:
    """An item that someone may read; Http404 where there is none."""
    return _or_404(items_for(actor).filter(pk=pk).first())


def next_item(item: AgendaItem, actor: Actor) -> AgendaItem | None:
    """What an open meeting hears next, once an item is dealt with."""
    if item.meeting is None or not item.meeting.is_open or item.state == ItemState.WAITING:
        return None
    waiting = (
        items_for(actor).filter(meeting=item.meeting, state=ItemState.WAITING).order_by("position", "pk")
    )
    # The one after this, else one that was passed over.
    return waiting.filter(position__gte=item.position).first() or waiting.first()


def hidden_items(actor: Actor, meeting: Meeting) -> int:
    """How many items of a meeting are hidden from someone because of an interest."""
    return meeting.items.filter(conflicts__member__user=actor.user).distinct().count() if actor.user else 0


def papers_for(actor: Actor) -> QuerySet[Paper]:
    """The papers that someone may read."""
    return (
        Paper.objects.of(actor.here)
        .filter(item__in=items_for(actor))
        .select_related("item__meeting", "item__group")
    )


def decisions_for(actor: Actor) -> QuerySet[Decision]:
    """The decisions that someone may read."""
    return (
        Decision.objects.of(actor.here)
        .filter(item__in=items_for(actor))
        .select_related("item__group", "item__meeting")
        .prefetch_related("actions")
    )


def actions_for(actor: Actor) -> QuerySet[Action]:
    """The actions that someone may read: their own, and those of groups whose work they may read."""
    theirs = Q(user=actor.user) if actor.user else Q(pk=None)
    readable = Q(group__in=open_groups(actor)) & (
        Q(decision=None) | Q(decision__item__in=items_for(actor).values("pk"))
    )
    return (
        Action.objects.of(actor.here)
        .filter(theirs | readable, group__in=groups_for(actor))
        .select_related("group", "decision__item")
        .distinct()
    )


def next_meeting(group: Group, *, after: date | None = None) -> Meeting | None:
    """The next meeting of a group that is still to be held."""
    day = after or timezone.localdate()
    return group.meetings.filter(state__in=OPEN_MEETINGS, on__gte=day).order_by("on").first()


def waiting_without_meeting(group: Group) -> QuerySet[AgendaItem]:
    """Items that wait for a meeting to be planned."""
    return group.items.filter(meeting=None, state=ItemState.WAITING)


def members_on(group: Group, day: date) -> list[Member]:
    """Who holds a seat on a day, the chair first."""
    members = list(group.members.filter(serving(day)))
    for member in members:
        member.group = group
    return members


def items_about(authority: Authority, kind: str, key: str) -> QuerySet[AgendaItem]:
    """Every item about one subject of another app, newest first."""
    found = AgendaItem.objects.of(authority).filter(subject_kind=kind, subject_key=key)
    return found.select_related("group", "meeting", "decision").order_by("-pk")


def decisions_about(authority: Authority, kind: str, key: str) -> QuerySet[Decision]:
    """Every decision about one subject of another app, newest first."""
    found = Decision.objects.of(authority).filter(item__subject_kind=kind, item__subject_key=key)
    return found.select_related("item__group", "item__meeting").prefetch_related("actions")


def with_decisions(meeting: Meeting, actor: Actor) -> list[AgendaItem]:
    """A meeting’s items as someone may see them, with papers, decisions and what follows."""
    papers = Paper.objects.filter(replaced_by=None)
    return list(
        items_for(actor)
        .filter(meeting=meeting)
        .prefetch_related(Prefetch("papers", papers, to_attr="current_papers"), "decision__actions")
    )


def substitutes_of(group: Group) -> list[str]:
    """The names from whom a substitute must come: the group’s own list, and the board it belongs to."""
    listed = set(group.eligible_substitutes.values_list("name", flat=True))
    if group.parent is not None:
        listed |= set(
            group.parent.members.filter(serving(timezone.localdate())).values_list("name", flat=True)
        )
        listed |= set(group.parent.eligible_substitutes.values_list("name", flat=True))
    return sorted(listed)


def counts_by_state(meetings: QuerySet[Meeting]) -> Mapping[str, int]:
    """How many meetings stand where."""
    states = list(meetings.values_list("state", flat=True))
    return {state: states.count(state) for state in MeetingState.values}


def _without_conflicts(items: QuerySet[AgendaItem], actor: Actor) -> QuerySet[AgendaItem]:
    return items.exclude(conflicts__member__user=actor.user) if actor.user else items


def _or_404(found: _Found | None) -> _Found:
    if found is None:
        raise Http404
    return found


def recommendations_for(actor: Actor) -> QuerySet[Recommendation]:
    """The recommendations that someone may read."""
    found = Recommendation.objects.of(actor.here).filter(group__in=open_groups(actor))
    return found.select_related("group").prefetch_related("steps", "agreements", "replies")
