"""What the page Today says of forecasts: the newest one, and that it no longer fits the data."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.forecasting import queries
from sufficiency.web.ui.today import TodayItem


def newest_forecast(actor: Actor, *, now: datetime) -> Iterator[TodayItem]:  # noqa: ARG001  (the way of sources)
    """The newest forecast as news; a new one to run where returns were stored since."""
    if actor.authority is None or not actor.may(Permission.FORECAST_SEE):
        return
    newest = queries.forecasts_of(actor.here).defer("figures").first()
    if newest is None:
        return
    yield TodayItem(
        text=newest.title,
        detail=f"Run by {newest.made_by}",
        href=reverse("forecasting:forecast", args=[newest.pk]),
        at=newest.made_at,
        needs_you=False,
    )
    if actor.may(Permission.FORECAST_RUN) and not queries.is_up_to_date(newest):
        yield TodayItem(
            text="The stored returns have changed since the last forecast",
            href=reverse("forecasting:run"),
            action="Run a forecast",
        )


SOURCES = [newest_forecast]
