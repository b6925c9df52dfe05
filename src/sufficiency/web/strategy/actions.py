"""What is written about the strategy itself. Each function is one transaction and records one event."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.strategy import analytics, money, queries
from sufficiency.web.strategy.copying import copy_parts, write_parts
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.models import Change, Version
from sufficiency.web.strategy.states import VersionState


@transaction.atomic
def load(text: str, *, where: str, authority: Authority, by: Actor) -> tuple[Version, bool]:
    """Make a file the version in force; the same file again changes nothing. Raises StrategyError.

    The second value says whether a version was made.
    """
    strategy, told = analytics.read(text, where=where)
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    known = Version.objects.of(authority).filter(fingerprint=fingerprint).first()
    if known is not None:
        return known, False
    _replace_current(authority)
    promise = strategy.promise
    version = Version.objects.create(
        authority=authority,
        number=queries.next_number(authority),
        title=strategy.title,
        from_year=strategy.from_year,
        to_year=strategy.to_year,
        aim=strategy.aim,
        next_due_printed=promise.due.printed if promise else "",
        next_due_on=promise.due.day if promise else None,
        promised=list(promise.topics) if promise else [],
        reported_every_months=strategy.reported_every_months,
        supporting_processes=list(strategy.supporting_processes),
        money=analytics.money_of(told),
        fingerprint=fingerprint,
        made_by=by.name,
    )
    write_parts(version, strategy)
    record(Verb.STRATEGY_LOADED, by=by, on=version, reason=str(version))
    return version, True


@transaction.atomic
def draft_next(version: Version, *, by: Actor) -> Version:
    """Begin the next version as a copy of one; the copied one stays as it was."""
    draft = Version.objects.create(
        authority=version.authority,
        number=queries.next_number(version.authority),
        state=VersionState.DRAFT,
        made_by=by.name,
        **{
            name: getattr(version, name)
            for name in ("title", "from_year", "to_year", "aim", "reported_every_months", "supporting_processes",
                         "money", "promised", "next_due_printed", "next_due_on")
        },
    )  # fmt: skip
    copy_parts(version, draft)
    record(Verb.STRATEGY_DRAFTED, by=by, on=draft, reason=str(draft))
    return draft


@transaction.atomic
def adopt(version: Version, *, on: date, by: Actor) -> Version:
    """Put a draft in force; the version before it is replaced."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.state != VersionState.DRAFT:
        raise NotYetError("Only a draft can be put in force.")
    _replace_current(version.authority)
    version.state, version.adopted_on = VersionState.CURRENT, on
    version.save(update_fields=["state", "adopted_on"])
    record(Verb.STRATEGY_ADOPTED, by=by, on=version, reason=str(version))
    return version


@transaction.atomic
def change(
    row: models.Model, values: Mapping[str, Any], *, version: Version, reason: str, by: Actor
) -> list[Change]:
    """Change values of a part of the strategy, and keep what each was, who changed it and why."""
    _refuse_replaced(version)
    changes = []
    for name, new in values.items():
        old = getattr(row, name)
        if old == new:
            continue
        field = row._meta.get_field(name)
        label, known = str(getattr(field, "verbose_name", name)), dict(getattr(field, "flatchoices", ()))
        changes.append(
            Change.objects.create(
                authority=version.authority,
                version=version,
                what=f"{row}: {label}"[:300],
                # What people choose is logged as they chose it: “Not started”, not its code.
                old=in_words(known.get(old, old) if known else old),
                new=in_words(known.get(new, new) if known else new),
                reason=reason,
                by=by.name,
            )
        )
        setattr(row, name, new)
    if changes:
        row.save()
        record(Verb.STRATEGY_CHANGED, by=by, on=row, reason=reason)
    return changes


@transaction.atomic
def change_money(version: Version, new: Mapping[str, Any], *, reason: str, by: Actor) -> int:
    """Keep other targets, investment, change of mix or unit costs; each number that differs is in the change log.

    Returns how many do. Raises StrategyError where what is given cannot be read as money of a strategy.
    """
    _refuse_replaced(version)
    before = {one.path: one for one in money.figures(money.kept(version))}
    after = {one.path: one for one in money.figures(new)}
    differing = [path for path in after if path not in before or before[path].value != after[path].value]
    version.money = analytics.money_of(new)
    analytics.savings_plan(version)  # is refused here rather than on the page that shows it
    version.save(update_fields=["money"])
    for path in differing:
        old = in_words(before[path].value) if path in before else ""
        _log(version, what=after[path].name, old=old, new=in_words(after[path].value), reason=reason, by=by)
    if differing:
        record(Verb.STRATEGY_CHANGED, by=by, on=version, reason=reason)
    return len(differing)


@transaction.atomic
def add(row: models.Model, *, version: Version, reason: str, by: Actor) -> models.Model:
    """Add a part to a version, and keep who added it and why."""
    _refuse_replaced(version)
    row.save()
    _log(version, what=f"{row}", old="", new="Added", reason=reason, by=by)
    record(Verb.STRATEGY_CHANGED, by=by, on=row, reason=reason)
    return row


@transaction.atomic
def share(claim: Any, workstreams: Any, *, reason: str, by: Actor) -> None:
    """Say which workstreams a saving belongs to; several share it as a pool."""
    old = ", ".join(one.code for one in claim.workstreams.all())
    new = ", ".join(one.code for one in workstreams)
    if old != new:
        claim.workstreams.set(workstreams)
        _log(claim.version, what=f"{claim}: workstreams", old=old, new=new, reason=reason, by=by)


def in_words(value: Any) -> str:
    """A value as the change log shows it."""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _log(version: Version, *, what: str, old: str, new: str, reason: str, by: Actor) -> None:
    Change.objects.create(
        authority=version.authority,
        version=version,
        what=what[:300],
        old=old,
        new=new,
        reason=reason,
        by=by.name,
    )


def _replace_current(authority: Authority) -> None:
    current = Version.objects.of(authority).filter(state=VersionState.CURRENT)
    current.update(state=VersionState.REPLACED)


def _refuse_replaced(version: Version) -> None:
    if version.state == VersionState.REPLACED:
        raise NotYetError("This version was replaced and stays as it was. Change the version in force.")
