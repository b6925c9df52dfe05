"""Placing a child, holding a place, and ending either. Each function is one transaction and records one event.

Whoever takes a place locks the home first (SQLite lets one writer in anyway), and the number of the place is unique
in the home: were the lock ever forgotten, the database would still let only one have the last place.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.analytics.homes.placing import Asked
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Child
from sufficiency.web.homes import analytics, queries
from sufficiency.web.homes.models import Hold, Home, Placement, TakenPlace
from sufficiency.web.homes.states import HOLD_MOVES, PLACEMENT_MOVES, HoldState, PlacementState

FULL = "No place is free. Someone else may have taken the last one a moment ago."


class RefusedError(Exception):
    """Something that cannot be done; the message says why, for the person who asked."""


@transaction.atomic
def place(
    home: Home,
    child: Child,
    *,
    on: date,
    by: Actor,
    hold: Hold | None = None,
    with_siblings: bool = False,
    because: str = "",
    **facts: Any,
) -> Placement:
    """Let a child live in a home from a day on; the vacancy is gone with it.

    `hold` is a place held for the child. `because` sets aside what speaks against it, unless that is final.
    `facts` are further fields of Placement, such as place_code, is_emergency, shares_room, contract, expected_until.
    """
    _may(by)
    asked = Asked(
        analytics.age_of(child, on), child.sex, with_siblings, in_emergency=bool(facts.get("is_emergency"))
    )
    home = _locked(home)
    _refuse_elsewhere(child, home, is_short_break=bool(facts.get("is_short_break")))
    # A place held for the child counts as free for the child: it is let go of first.
    held = _let_go(hold, child, by=by) if hold else None
    _refuse_objections(home, asked, on=on, because=because)
    placement = Placement(
        authority=home.authority,
        home=home,
        child=child,
        taken=_take(home, number=held, because=because),
        started_on=on,
        placed_by=by.name,
        provider_code=home.provider.kind_of.code,
        **{"place_code": home.kind_of.usual_code, **facts},
    )
    _save(placement)
    Child.objects.filter(pk=child.pk, is_live=False).update(is_live=True)
    record(Verb.CHILD_PLACED, by=by, on=home, child=child.reference, reason=because)
    return placement


@transaction.atomic
def place_together(
    home: Home, children: Sequence[Child], *, on: date, by: Actor, **facts: Any
) -> list[Placement]:
    """Let brothers and sisters live in a home from a day on: all of them or none. One event a child."""
    return [place(home, child, on=on, by=by, with_siblings=True, **facts) for child in children]


@transaction.atomic
def end(placement: Placement, *, on: date, why: str, by: Actor) -> Placement:
    """End a placement: from `on` the child is no longer there and the place is free."""
    if on > timezone.localdate():
        raise RefusedError("A placement ends when the child has left: give a day that is not in the future.")
    if on < placement.started_on:
        raise RefusedError(
            f"The child came on {placement.started_on:%d/%m/%Y}: the end cannot be before that."
        )
    return _finish(placement, PlacementState.ENDED, by=by, reason="", ended_on=on, why_ended=why)


@transaction.atomic
def cancel(placement: Placement, *, why: str, by: Actor) -> Placement:
    """Take a placement back that did not happen; its place is free."""
    return _finish(placement, PlacementState.CANCELLED, by=by, reason=why, ended_on=placement.started_on)


@transaction.atomic
def hold(
    home: Home,
    *,
    for_whom: str,
    until: datetime,
    by: Actor,
    child: Child | None = None,
    with_siblings: bool = False,
    in_emergency: bool = False,
) -> Hold:
    """Keep a place for someone, a child or a request by its reference, until a time."""
    _may(by)
    if until <= timezone.now():
        raise RefusedError("Hold the place until a time that is still to come.")
    home = _locked(home)
    age = analytics.age_of(child, timezone.localdate()) if child else None
    asked = Asked(age, child.sex if child else "", with_siblings, in_emergency)
    _refuse_objections(home, asked, on=timezone.localdate(), because="")
    held = Hold(
        authority=home.authority,
        home=home,
        taken=_take(home),
        child=child,
        for_whom=for_whom,
        until=until,
        held_by=by.name,
    )
    _save(held)
    if child:
        Child.objects.filter(pk=child.pk, is_live=False).update(is_live=True)
    record(Verb.PLACE_HELD, by=by, on=home, child=child.reference if child else "", reason=for_whom)
    return held


@transaction.atomic
def release(held: Hold, *, why: str, by: Actor) -> Hold:
    """Let a held place go."""
    _may(by)
    _locked(held.home)
    _end_hold(held, HoldState.RELEASED, why=why)
    record(Verb.HOLD_RELEASED, by=by, on=held.home, reason=f"{held.for_whom}: {why}")
    return held


def _may(by: Actor) -> None:
    if by.user is not None and not by.may(Permission.PLACES_TAKE):
        raise PermissionDenied


def _locked(home: Home) -> Home:
    """The home as it is now, and nobody else takes a place there until this is done; holds that ran out are over."""
    locked = (
        Home.objects.select_for_update(of=("self",)).select_related("provider", "authority").get(pk=home.pk)
    )
    for held in queries.lapsed(locked, timezone.now()):
        _end_hold(held, HoldState.LAPSED, why="Time ran out.")
        record(Verb.HOLD_LAPSED, by=Actor(name="Sufficiency", authority=locked.authority), on=locked)
    return locked


def _refuse_elsewhere(child: Child, home: Home, *, is_short_break: bool) -> None:
    if is_short_break:
        return
    now = Placement.objects.filter(child=child, state=PlacementState.OPEN, is_short_break=False)
    other = now.select_related("home").first()
    if other is not None:
        where = "there" if other.home_id == home.pk else f"at {other.home.reference}"
        raise RefusedError(f"The child lives {where} already. End that placement first.")


def _refuse_objections(home: Home, asked: Asked, *, on: date, because: str) -> None:
    found = analytics.against(home, asked, on=on)
    final = [one.text for one in found if one.is_final]
    if final or (found and not because):
        raise RefusedError(" ".join(final or [one.text for one in found]))


def _take(home: Home, *, number: int | None = None, because: str = "") -> TakenPlace:
    """The place with the lowest number that nobody has, or the one just let go of."""
    numbers = set(home.taken.values_list("number", flat=True))
    free = number or next(n for n in range(1, len(numbers) + 2) if n not in numbers)
    try:
        with transaction.atomic():
            return TakenPlace.objects.create(
                authority=home.authority, home=home, number=free, beyond_because=because
            )
    except IntegrityError as refused:
        raise RefusedError(FULL) from refused


def _let_go(held: Hold, child: Child, *, by: Actor) -> int:
    """Use a hold; the number of its place."""
    if held.child_id not in (None, child.pk):
        raise RefusedError("The place is held for another child.")
    held.refresh_from_db()
    if not held.is_open or held.taken is None:
        raise RefusedError("The place is no longer held: it was released, or its time ran out.")
    number = held.taken.number
    _end_hold(held, HoldState.USED, why=f"Used by {by.name}")
    return number


def _end_hold(held: Hold, to: HoldState, *, why: str) -> None:
    if to not in HOLD_MOVES[HoldState(held.state)]:
        raise RefusedError(f"The hold is over already: {held.get_state_display().lower()}.")
    taken = held.taken
    held.state, held.taken, held.ended_at, held.why_ended = to, None, timezone.now(), why
    held.save()
    if taken is not None:
        taken.delete()


def _finish(placement: Placement, to: PlacementState, *, by: Actor, reason: str, **values: Any) -> Placement:
    _may(by)
    _locked(placement.home)
    placement.refresh_from_db()
    move = PLACEMENT_MOVES[PlacementState(placement.state)].get(to)
    if move is None:
        raise RefusedError(f"The placement is over already: {placement.get_state_display().lower()}.")
    taken, placement.taken, placement.state = placement.taken, None, to
    for name, value in values.items():
        setattr(placement, name, value)
    _save(placement)
    if taken is not None:
        taken.delete()
    record(move.records, by=by, on=placement.home, child=placement.child.reference, reason=reason)
    return placement


def _save(row: Placement | Hold) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as refused:
        raise RefusedError(analytics.in_words(str(refused))) from refused
