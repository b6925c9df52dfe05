"""Loads terms of reference of working groups, as files of published papers have them."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sufficiency.analytics.governance.working_groups import (
    WorkingGroup,
    is_working_groups,
    read_working_groups,
)
from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance.models import Group, Meeting, Member, Report
from sufficiency.web.governance.states import Mode


def recognises(content: Mapping[str, Any]) -> bool:
    """Whether a file has something for this app."""
    return is_working_groups(content)


@transaction.atomic
def load(content: Mapping[str, Any], *, authority: Authority, by: Actor) -> list[str]:
    """Load the groups of a file, all or nothing; one that is there already stays as it is. Says what was done."""
    return [_group(given, authority, by) for given in read_working_groups(content)]


def _group(given: WorkingGroup, authority: Authority, by: Actor) -> str:
    if Group.objects.of(authority).filter(name=given.name).exists():
        return f"{given.name} is there already."
    group = Group.objects.create(
        authority=authority, kind=given.terms.key, name=given.name, purpose=given.purpose,
        parent=_board(given.parent, authority), ends_on=given.terms.ends_on, scope=given.scope or {},
        support=given.support, settings={"longest_minutes": given.terms.longest_minutes},
        source=f"Paper of the {given.parent}",
    )  # fmt: skip
    seat_members(group, given.members)
    for day in given.meetings:
        Meeting.objects.create(
            authority=authority, group=group, on=day, minutes=90, mode=Mode.VIRTUAL,
            only_month_known=day != given.meetings[0]
        )  # fmt: skip
    for title, due in given.reports:
        Report.objects.create(
            authority=authority, group=group, title=title, given_to=given.parent, due_on=due
        )
    record(Verb.PAPERS_LOADED, by=by, on=group, reason=given.name)
    return f"{given.name}: {plural(len(given.members), 'seat')}, {plural(len(given.meetings), 'meeting')}."


def _board(name: str, authority: Authority) -> Group | None:
    if not name:
        return None
    board, _ = Group.objects.get_or_create(authority=authority, name=name, defaults={"kind": "board"})
    return board


def seat_members(group: Group, members: Any, areas: Mapping[str, str] | None = None) -> dict[str, Member]:
    """Give the seats of a paper to a group; by name."""
    seats = {}
    for one in members:
        seats[one.name] = Member.objects.create(
            authority=group.authority, group=group, name=one.name, place=one.place, post=one.post, body=one.body,
            political_group=one.political_group, is_chair=one.is_chair, is_vice=one.is_vice,
            served_from=one.served_from, served_to=one.served_to, area=(areas or {}).get(one.name, ""),
        )  # fmt: skip
    return seats
