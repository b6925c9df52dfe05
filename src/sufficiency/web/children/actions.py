"""What is written about children: a stored return is replaced whole, and who the children are follows from it.
A child in no return yet is made known by the desk."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from sufficiency.analytics.returns.returned import Return
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children import analytics
from sufficiency.web.children.analytics import OF_HISTORY
from sufficiency.web.children.models import Child, Record, StoredReturn
from sufficiency.web.children.rows import rows_of

AT_ONCE = 5_000  # rows to an INSERT
RENEWED = (
    "sex", "born", "ethnicity", "uasc", "in_care_since", "placed_since", "kind", "legal_status", "left_on",
)  # fmt: skip


@transaction.atomic
def replace_year(authority: Authority, source: Return, *, upload: int) -> StoredReturn:
    """Put a return in the place of what is stored of its year: all of it or, where anything fails, nothing.

    What caused it records the event: `returns.actions.store`, in the same transaction.
    """
    year = source.year.ending
    StoredReturn.objects.of(authority).filter(year=year).delete()
    Record.objects.of(authority).filter(year=year).delete()
    stored = StoredReturn.objects.create(authority=authority, upload=upload, **analytics.described(source))
    Record.objects.bulk_create(_records(authority, source, upload), batch_size=AT_ONCE)
    _renew_children(authority, analytics.who_they_are(analytics.returns_of(authority, tables=OF_HISTORY)))
    return stored


def _records(authority: Authority, source: Return, upload: int) -> list[Record]:
    year = source.year.ending
    return [
        Record(
            authority=authority, year=year, upload=upload,
            table=row.table, line=row.line, child=row.child, cells=row.cells,
        )
        for row in rows_of(source)
    ]  # fmt: skip


def _renew_children(authority: Authority, found: Sequence[dict[str, Any]]) -> None:
    """Write down who the children are now; one in no stored return any more, nor known to the desk, is forgotten."""
    known = {child.reference: child for child in Child.objects.of(authority)}
    children = [_child(authority, **values) for values in found]
    gone = known.keys() - {child.reference for child in children}
    Child.objects.of(authority).filter(reference__in=gone, is_live=False).delete()
    Child.objects.bulk_create(
        [child for child in children if _is_news(child, known.get(child.reference))],
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["authority", "reference"],
        update_fields=RENEWED,
    )


def _is_news(child: Child, before: Child | None) -> bool:
    # Most children are as they were: writing them again would take longer than looking.
    return before is None or any(getattr(child, name) != getattr(before, name) for name in RENEWED)


def _child(authority: Authority, *, child: str, **values: Any) -> Child:
    texts = {name: values.pop(name) or "" for name in ("sex", "ethnicity", "kind", "legal_status")}
    return Child(authority=authority, reference=child, **texts, **values)


@transaction.atomic
def add_child(authority: Authority, *, reference: str, by: Actor, **known: Any) -> Child:
    """Make a child known whom no return tells of yet; who is known already stays as the returns say.

    `known` may be sex and born.
    """
    child, is_new = Child.objects.get_or_create(
        authority=authority, reference=reference, defaults={**known, "is_live": True}
    )
    if is_new:
        record(Verb.CHILD_ADDED, by=by, on=child, child=reference)
    return child
