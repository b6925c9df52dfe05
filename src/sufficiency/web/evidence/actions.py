"""What is written about evidence. Each function is one transaction and records one event."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.evidence.errors import NoEvidenceError
from sufficiency.web.evidence.models import Item, Statement, Support


@transaction.atomic
def keep(row: models.Model, *, by: Actor, chosen: Mapping[str, Iterable[Item]] | None = None) -> models.Model:
    """Add or change an item, a gap or an ask; `chosen` are the items that it is linked to."""
    row.save()
    for name, items in (chosen or {}).items():
        getattr(row, name).set(items)
    record(Verb.EVIDENCE_KEPT, by=by, on=row, reason=str(row))
    return row


@transaction.atomic
def keep_item(item: Item, *, supports: Mapping[str, str], by: Actor) -> Item:
    """Add or change an item of the library, and what it supports (key to label)."""
    item.save()
    item.supports.exclude(about__in=supports).delete()
    for key, label in supports.items():
        Support.objects.get_or_create(
            item=item, about=key, defaults={"authority": item.authority, "label": label[:300]}
        )
    record(Verb.EVIDENCE_KEPT, by=by, on=item, reason=item.title)
    return item


@transaction.atomic
def state(statement: Statement, *, items: Iterable[Item], by: Actor) -> Statement:
    """Add or change a claim of the narrative; published, it links to at least one item."""
    found: list[Any] = list(items)
    if statement.is_published and not found:
        raise NoEvidenceError(
            "Nothing in the library stands behind this claim. Link it to an item, or keep it unpublished."
        )
    statement.save()
    statement.items.set(found)
    record(Verb.EVIDENCE_KEPT, by=by, on=statement, reason=str(statement))
    return statement
