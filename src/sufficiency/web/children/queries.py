"""What pages read about children."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F, QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.children.models import Child, Record, StoredReturn


def children_of(authority: Authority) -> "QuerySet[Child]":
    """Everyone in the stored returns of an authority."""
    return Child.objects.of(authority)


def sorted_by(children: "QuerySet[Child]", field: str) -> "QuerySet[Child]":
    """The children by a field ("-" first for downwards); those without it come last either way."""
    by = F(field.removeprefix("-"))
    order = by.desc(nulls_last=True) if field.startswith("-") else by.asc(nulls_last=True)
    return children.order_by(order, "reference")


def as_at(authority: Authority) -> date | None:
    """The day to which the stored returns tell: 31 March of the latest year; None where nothing is stored."""
    latest = StoredReturn.objects.of(authority).last()
    return latest.collection_year.end if latest else None


def rows_about(child: Child) -> Mapping[str, Sequence[Record]]:
    """Every stored row about a child, by table, the latest year first."""
    found: dict[str, list[Record]] = {}
    for record in Record.objects.of(child.authority).filter(child=child.reference).order_by("-year", "pk"):
        found.setdefault(record.table, []).append(record)
    return found
