"""What a row of the register said, and what it said before: changes noted, and taken back to see another day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models

from sufficiency.web.access.acting import Actor
from sufficiency.web.homes.models import Change, Home

Facts = Mapping[str, str]  # the field's name to what stands there; a blank one is left out

# Whose row it is never changes; where a home is follows from its postcode; what carers confirm is a list of its own.
_NOT_TOLD = {
    "id",
    "authority",
    "home",
    "easting",
    "northing",
    "area",
    "is_inside",
    "confirmed_at",
    "set_at",
    "added_at",
}


def facts_of(row: models.Model | None, **more: str) -> dict[str, str]:
    """What a row says, as texts that people can read. `more` is what stands in rows of its own, such as offers."""
    if row is None:
        return {}
    told = {
        field.name: _text(row, field) for field in row._meta.concrete_fields if field.name not in _NOT_TOLD
    }
    return {name: text for name, text in {**told, **more}.items() if text}


def note(
    row: models.Model, before: Facts, after: Facts, *, by: Actor, home: Home | None = None
) -> Change | None:
    """Keep what differs; nothing where nothing does. Belongs into the transaction of the change itself."""
    names = [name for name in {**before, **after} if before.get(name, "") != after.get(name, "")]
    if not names:
        return None
    return Change.objects.create(
        authority=by.here,
        home=home,
        what=row._meta.model_name or "",
        number=row.pk,
        by=by.name,
        before={name: before.get(name, "") for name in names} if before else {},
        after={name: after.get(name, "") for name in names},
    )


def taken_back(facts: Facts, changes: Iterable[Change]) -> dict[str, str] | None:
    """What the row said before some changes, the newest of which comes first; None where it was not there yet."""
    then = dict(facts)
    for change in changes:
        if change.is_first:
            return None
        then.update(change.before)
    return {name: text for name, text in then.items() if text}


def later_than(day: date, *, what: str, number: int) -> "models.QuerySet[Change]":
    """The changes of a row after the end of a day, the newest first."""
    return Change.objects.filter(what=what, number=number, at__date__gt=day)


def _text(row: models.Model, field: Any) -> str:
    value = getattr(row, field.name)
    if value is None or value == "":  # before its words: a blank choice has some too, such as "Not known yet"
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
