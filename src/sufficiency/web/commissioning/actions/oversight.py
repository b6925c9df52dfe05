"""What is written about unregistered settings, visits and children at risk."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.models import Escalation, Look, RiskListing, UnregisteredSetting, Visit
from sufficiency.web.commissioning.refusals import RefusedError, in_words
from sufficiency.web.commissioning.states import SETTING_MOVES, SettingState


@transaction.atomic
def begin_setting(setting: UnregisteredSetting, *, by: Actor) -> UnregisteredSetting:
    """Write down that a child lives in a setting that is not registered. Raises RefusedError: why not."""
    with in_words():
        setting.save()
    record(Verb.SETTING_BEGUN, by=by, on=setting, child=setting.child.reference, reason=setting.why)
    return setting


@transaction.atomic
def plan(setting: UnregisteredSetting, *, by: Actor) -> UnregisteredSetting:
    """Say who answers for a setting and what the way out is."""
    _refuse_left(setting)
    with in_words():
        setting.save(update_fields=["owner", "exit_plan", "exit_planned_on"])
    record(Verb.SETTING_PLANNED, by=by, on=setting, child=setting.child.reference)
    return setting


@transaction.atomic
def approve(setting: UnregisteredSetting, *, by: Actor) -> UnregisteredSetting:
    """Write down the director's approval with the key decision that is on file."""
    _refuse_left(setting)
    with in_words():
        setting.save(update_fields=["approved_on", "approved_by", "key_decision"])
    record(
        Verb.SETTING_APPROVED, by=by, on=setting, child=setting.child.reference, reason=setting.key_decision
    )
    return setting


@transaction.atomic
def look(setting: UnregisteredSetting, *, on: date, text: str, saw_child: bool, by: Actor) -> Look:
    """Write down the daily look."""
    _refuse_outside(setting, on)
    with in_words():
        made = Look.objects.create(
            authority=setting.authority, setting=setting, on=on, by=by.name, saw_child=saw_child, text=text
        )
    record(Verb.SETTING_LOOKED_AT, by=by, on=setting, child=setting.child.reference)
    return made


@transaction.atomic
def escalate(setting: UnregisteredSetting, *, on: date, to: str, answer: str, by: Actor) -> Escalation:
    """Write down that the setting went to the director again, and what was decided."""
    _refuse_outside(setting, on)
    made = Escalation.objects.create(
        authority=setting.authority, setting=setting, on=on, by=by.name, to=to, answer=answer
    )
    record(Verb.SETTING_ESCALATED, by=by, on=setting, child=setting.child.reference, reason=answer)
    return made


@transaction.atomic
def leave(setting: UnregisteredSetting, *, on: date, why: str, by: Actor) -> UnregisteredSetting:
    """Write down that the child has left, and for where."""
    here = SettingState(setting.state)
    move = SETTING_MOVES[here].get(SettingState.LEFT)
    if move is None:
        raise RefusedError("The child has left already.")
    if by.user is not None and not by.may(move.permission):
        raise PermissionDenied
    values = {"state": SettingState.LEFT, "ended_on": on, "why_ended": why}
    with in_words():
        same = UnregisteredSetting.objects.of(setting.authority).filter(pk=setting.pk, state=here)
        moved = same.update(**values)
    if not moved:
        raise RefusedError("Someone else wrote down meanwhile that the child has left.")
    for name, value in values.items():
        setattr(setting, name, value)
    record(move.records, by=by, on=setting, child=setting.child.reference, reason=why)
    return setting


@transaction.atomic
def write_visit(visit: Visit, *, by: Actor) -> Visit:
    """Write down a visit to a home."""
    visit.written_by = by.name
    with in_words():
        visit.save()
    record(Verb.VISIT_WRITTEN, by=by, on=visit.home, reason=visit.get_kind_display())
    return visit


@transaction.atomic
def list_risk(listing: RiskListing, *, by: Actor) -> RiskListing:
    """Put a child on the list of those at risk of exploitation, or change what is being done."""
    verb = Verb.RISK_LISTED if listing.pk is None else Verb.RISK_REVIEWED
    with in_words():
        listing.save()
    record(verb, by=by, on=listing, child=listing.child.reference, reason=listing.doing)
    return listing


@transaction.atomic
def end_risk(listing: RiskListing, *, on: date, why: str, by: Actor) -> RiskListing:
    """Take a child off the list."""
    if listing.ended_on is not None:
        raise RefusedError("The child is off the list already.")
    listing.ended_on, listing.why_ended = on, why
    with in_words():
        listing.save(update_fields=["ended_on", "why_ended"])
    record(Verb.RISK_ENDED, by=by, on=listing, child=listing.child.reference, reason=why)
    return listing


def _refuse_left(setting: UnregisteredSetting) -> None:
    if not setting.is_in_use:
        raise RefusedError("The child has left this setting. What was written about it stays as it is.")


def _refuse_outside(setting: UnregisteredSetting, on: date) -> None:
    _refuse_left(setting)
    if on < setting.began_on:
        raise RefusedError("The child was not there yet on that day.")
