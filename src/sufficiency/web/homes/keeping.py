"""Writing the register: providers, homes, approvals, inspections, stops. Each function is one transaction and event."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, models, transaction
from django.utils import timezone

from sufficiency.analytics.homes.offers import Theme
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import analytics
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.models import Approval, Home, Inspection, Offer, Provider, Stop
from sufficiency.web.homes.versions import facts_of, note

_Row = TypeVar("_Row", bound=models.Model)


@transaction.atomic
def keep_provider(provider: Provider, *, by: Actor) -> Provider:
    """Add a provider, or write what changed."""
    _kept(provider, by)
    record(Verb.PROVIDER_KEPT, by=by, on=provider, reason=provider.name)
    return provider


@transaction.atomic
def keep_home(home: Home, *, offers: Iterable[tuple[Theme, str]] | None = None, by: Actor) -> Home:
    """Add a home, or write what changed; where it is follows from its postcode. `offers` replace those there are."""
    for name, value in analytics.located(home.postcode, by.here).items():
        setattr(home, name, value)
    before = facts_of(Home.objects.filter(pk=home.pk).first(), offers=_offered(home))
    _saved(home, by)
    if offers is not None:
        home.offers.all().delete()
        Offer.objects.bulk_create(
            Offer(authority=home.authority, home=home, theme=theme, name=name) for theme, name in offers
        )
    note(home, before, facts_of(home, offers=_offered(home)), by=by, home=home)
    record(Verb.HOME_KEPT, by=by, on=home)
    return home


@transaction.atomic
def close_home(home: Home, *, on: date, by: Actor) -> Home:
    """Close a home where nobody lives any more; it stays in the register, closed."""
    if home.taken.exists():
        raise RefusedError("Children live there, or a place is held. End that first.")
    home.closed_on = on
    _kept(home, by)
    record(Verb.HOME_CLOSED, by=by, on=home)
    return home


@transaction.atomic
def keep_approval(approval: Approval, *, by: Actor) -> Approval:
    """Add an approval, or change one."""
    _kept(approval, by)
    record(Verb.APPROVAL_KEPT, by=by, on=approval.home, reason=str(approval))
    return approval


@transaction.atomic
def add_inspection(inspection: Inspection, *, by: Actor) -> Inspection:
    """Add what an inspection came to."""
    _kept(inspection, by)
    record(Verb.INSPECTION_KEPT, by=by, on=inspection.home or inspection.provider, reason=str(inspection))
    return inspection


@transaction.atomic
def stop(stopped: Stop, *, by: Actor) -> Stop:
    """Place no more children in a home, or in some of its places."""
    stopped.set_by = by.name
    Home.objects.select_for_update().get(pk=stopped.home_id)  # nobody takes a place meanwhile
    _kept(stopped, by)
    record(Verb.STOP_SET, by=by, on=stopped.home, reason=stopped.reason)
    return stopped


@transaction.atomic
def lift(stopped: Stop, *, by: Actor, why: str) -> Stop:
    """Let children be placed again, from today."""
    today = timezone.localdate()
    if stopped.until is not None and stopped.until <= today:
        raise RefusedError("The stop is over already.")
    stopped.until, stopped.lifted_by = max(today, stopped.since), by.name
    _kept(stopped, by)
    record(Verb.STOP_LIFTED, by=by, on=stopped.home, reason=why)
    return stopped


def _offered(home: Home) -> str:
    return ", ".join(str(one) for one in Offer.objects.filter(home=home.pk)) if home.pk else ""


def _kept(row: _Row, by: Actor) -> _Row:
    """Save a row and note what changed in it."""
    before = facts_of(type(row)._default_manager.filter(pk=row.pk).first() if row.pk else None)
    _saved(row, by)
    home = row if isinstance(row, Home) else getattr(row, "home", None)
    note(row, before, facts_of(row), by=by, home=home)
    return row


def _saved(row: models.Model, by: Actor) -> None:
    """Save a row, or say in words why the database refused."""
    if by.user is not None and not by.may(Permission.HOMES_KEEP):
        raise PermissionDenied
    row.authority = by.here  # type: ignore[attr-defined]  # annotated by the query
    try:
        with transaction.atomic():
            row.save()
    except (IntegrityError, DataError) as refused:
        raise RefusedError(analytics.in_words(str(refused))) from refused
