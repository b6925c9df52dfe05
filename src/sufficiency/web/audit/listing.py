"""Events as a table on the page and as records in a download."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from sufficiency.web.audit.models import Event
from sufficiency.web.ui import wording
from sufficiency.web.ui.components import Column, Table

COLUMNS = (
    Column("When"),
    Column("Who"),
    Column("Did what"),
    Column("Child"),
    Column("Reason"),
    Column("Address"),
)


def of(events: Iterable[Event]) -> Table:
    """The page's table."""
    return Table("Events, newest first", COLUMNS, [_row(event) for event in events])


def records(events: Iterable[Event]) -> list[dict[str, Any]]:
    """One flat record an event, every field of it."""
    names = [field.name for field in Event._meta.concrete_fields]
    rows = [{name: getattr(event, name) for name in names} for event in events]
    return [{**row, "at": timezone.localtime(row["at"]).isoformat(timespec="seconds")} for row in rows]


def _row(event: Event) -> list[object]:
    done = (
        f"{event.get_verb_display()} ({event.subject_type} {event.subject})"
        if event.subject
        else event.get_verb_display()
    )
    who = f"{event.actor}, {event.roles}" if event.roles else event.actor
    return [wording.brief_moment(event.at), who, done, event.child, event.reason, event.address]
