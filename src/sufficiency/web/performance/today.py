"""What the page Today says of the scorecard: that it no longer fits the data."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.performance import queries
from sufficiency.web.ui.today import TodayItem


def out_of_date(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:  # noqa: ARG001  (the way of sources)
    """A scorecard to compute, for who may: returns were stored and it was not made anew."""
    if actor.authority is None or not actor.may(Permission.RETURNS_UPLOAD):
        return
    newest = queries.scorecards_of(actor.here).defer("figures").first()
    if newest and not queries.is_up_to_date(newest):
        yield TodayItem(
            text="The stored returns have changed since the scorecard was computed",
            href=reverse("performance:scorecard"),
        )


SOURCES = [out_of_date]
