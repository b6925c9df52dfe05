"""People as a table."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from sufficiency.web.access.models import User
from sufficiency.web.people.queries import is_shut
from sufficiency.web.ui import wording
from sufficiency.web.ui.components import Cell, Column, Table, Tone

COLUMNS = (Column("Name"), Column("Email"), Column("Roles"), Column("Last signed in"), Column("Account"))


def of(people: Iterable[User], *, now: datetime) -> Table:
    """The page's table."""
    return Table("People", COLUMNS, [_row(person, now=now) for person in people])


def _row(person: User, *, now: datetime) -> list[object]:
    # Read by the query, once for the page.
    held = [one.in_words.label for one in person.roles_here if one.ended_at is None]  # type: ignore[attr-defined]
    last = wording.brief_moment(person.last_login) if person.last_login else "Never"
    state = Cell("Shut", tone=Tone.QUIET) if is_shut(person, now=now) else Cell("Open", tone=Tone.GOOD)
    name = Cell(person.name, href=reverse("people:person", args=[person.pk]))
    return [name, person.email, ", ".join(held) or "None any more", last, state]
