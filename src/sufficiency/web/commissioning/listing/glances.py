"""What is watched over, at a glance: how much is overdue, due within weeks, or could not be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.ui.components import Cell, Column, Table, Tone

GLANCE = (
    Column("What is watched"), Column("Overdue", is_number=True), Column("Due soon", is_number=True),
    Column("Could not be told", is_number=True),
)  # fmt: skip


@dataclass(frozen=True)
class Glance:
    """One line of what is watched: how much is overdue, due within weeks, or could not be told."""

    label: str
    url_name: str
    overdue: int
    soon: int = 0
    unknown: int = 0

    @property
    def cells(self) -> Sequence[object]:
        """As a row."""
        over = Cell(self.overdue, tone=Tone.BAD) if self.overdue else 0
        return [Cell(self.label, href=reverse(self.url_name)), over, self.soon, self.unknown]


def glances(authority: Authority, today: date) -> Table:
    """One line for each thing that is watched, leading to its page."""
    return Table("At a glance", GLANCE, [one.cells for one in _found(authority, today)])


def _found(here: Authority, today: date) -> list[Glance]:
    lawful = watched.settings_16_plus(here, today)
    young = watched.too_young_there(here, today)
    inspected, visited = watched.inspections(here, today), watched.visits(here, today)
    away, risks = watched.away(here, today), list(queries.listed_at_risk(here))
    return [
        Glance(
            "Settings for 16 and 17 year olds that are not registered",
            "commissioning:registration",
            sum(one.lawful is False for one in lawful),
            unknown=sum(one.lawful is None for one in lawful),
        ),
        Glance(
            "Children under 16 there",
            "commissioning:registration",
            sum(bool(one) for _, one in young),
            unknown=sum(one is None for _, one in young),
        ),
        Glance(
            "Inspections",
            "commissioning:inspections",
            sum(watched.is_overdue(one.next) for one in inspected),
            sum(watched.is_soon(one.next, today) for one in inspected),
            sum(one.next.due is None for one in inspected),
        ),
        Glance("Months without an independent visit", "commissioning:visits", watched.gaps(visited)),
        Glance(
            "Reviews of the quality of care",
            "commissioning:visits",
            sum(watched.is_overdue(one.review) for one in visited),
            sum(watched.is_soon(one.review, today) for one in visited),
        ),
        Glance(
            "Host authorities to be told",
            "commissioning:away",
            sum(watched.is_overdue(one.notice) for one in away),
            sum(watched.is_soon(one.notice, today) for one in away),
        ),
        Glance(
            "Reviews of children at risk of exploitation",
            "commissioning:at_risk",
            sum(one.review_on < today for one in risks),
            sum(today <= one.review_on <= today + watched.SOON for one in risks),
        ),
    ]
