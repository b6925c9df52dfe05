"""Groups and seats."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sufficiency.analytics.governance.appointing import term_end
from sufficiency.analytics.governance.breaches import Breach, refuse
from sufficiency.analytics.governance.membership import Member as Seat, joining, leaving, may_chair
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import queries
from sufficiency.web.governance.models import Group, Member
from sufficiency.web.governance.states import Presence

HERE = (Presence.PRESENT, Presence.SUBSTITUTE)


@transaction.atomic
def set_up(*, kind: str, name: str, by: Actor, **values: Any) -> Group:
    """Set up a group of a kind."""
    group = Group.objects.create(authority=by.here, kind=kind, name=name, **values)
    record(Verb.GROUP_MADE, by=by, on=group, reason=group.type.label)
    return group


@transaction.atomic
def set_terms(group: Group, values: Mapping[str, Any], *, reason: str, by: Actor) -> Group:
    """Change what is different about a group’s terms, and say why; a value of None is the kind’s own."""
    group.ends_on = values.get("ends_on")
    group.settings = {key: value for key, value in values.items() if value is not None and key != "ends_on"}
    group.save(update_fields=["settings", "ends_on"])
    record(Verb.GROUP_CHANGED, by=by, on=group, reason=reason)
    return group


@transaction.atomic
def give_seat(group: Group, *, by: Actor, today: date, **values: Any) -> tuple[Member, list[Breach]]:
    """Give someone a seat. Returns what the terms of reference now find; raises TermsError where they refuse."""
    # Locked, so that two newcomers cannot both take the last place.
    Group.objects.select_for_update().get(pk=group.pk)
    newcomer = Member(authority=group.authority, group=group, **values)
    newcomer.appointed_until = _term_end(newcomer, since=newcomer.served_from or today)
    found = joining(group.terms, _seats(group), newcomer.seat, on=today)
    refuse(found)
    newcomer.save()
    record(Verb.MEMBER_SEATED, by=by, on=group, reason=newcomer.name)
    return newcomer, found


@transaction.atomic
def end_seat(member: Member, *, on: date, by: Actor) -> Member:
    """End someone’s service; who they were and what they attended stays. TermsError where they came later."""
    came = member.attendances.filter(presence__in=HERE).values_list("meeting__on", flat=True)
    refuse(leaving(member.seat, on=on, came_on=came))
    member.served_to = on
    member.save(update_fields=["served_to"])
    record(Verb.MEMBER_LEFT, by=by, on=member.group, reason=member.name)
    return member


@transaction.atomic
def renew(group: Group, again: Collection[Member], *, on: date, by: Actor) -> list[Member]:
    """Appoint members for another term at the annual meeting; those not appointed again serve until that day.

    Who supports the group is not appointed and stays. Returns those whose service ended.
    """
    left = []
    for member in queries.members_on(group, on):
        if not member.counts_as_member:
            continue
        if member in again:
            member.appointed_until = _term_end(member, since=on)
        else:
            member.served_to = on
            left.append(member)
        member.save(update_fields=["appointed_until", "served_to"])
    names = ", ".join(member.name for member in left) or "nobody"
    record(Verb.GROUP_CHANGED, by=by, on=group, reason=f"Appointed for a year; not again: {names}")
    return left


def _term_end(member: Member, *, since: date) -> date | None:
    month = member.group.terms.appointed_in
    return term_end(month, since) if month and member.counts_as_member else None


@transaction.atomic
def choose_chair(member: Member, *, by: Actor) -> Member:
    """Record who was elected or appointed to the chair; whoever had it before has it no longer."""
    refuse(may_chair(member.group.terms, member.seat))
    member.group.members.filter(is_chair=True).update(is_chair=False)
    member.is_chair, member.is_vice = True, False
    member.save(update_fields=["is_chair", "is_vice"])
    record(Verb.CHAIR_CHOSEN, by=by, on=member.group, reason=member.name)
    return member


def _seats(group: Group) -> list[Seat]:
    return [member.seat for member in group.members.all()]
