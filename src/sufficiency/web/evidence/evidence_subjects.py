"""Agenda items that are about no child can rest on evidence."""

from sufficiency.web.access.models import Authority
from sufficiency.web.governance.models import AgendaItem

NEWEST = 30  # what is on or was lately on an agenda
KEY = "agenda_item"


def agenda_items(authority: Authority) -> list[tuple[str, str]]:
    """The newest agenda items without a subject of another app."""
    rows = AgendaItem.objects.of(authority).filter(subject_kind="").order_by("-pk")[:NEWEST]
    return [(f"{KEY}:{row.pk}", f"Agenda item: {row.title}") for row in rows]


SUBJECTS = [agenda_items]
