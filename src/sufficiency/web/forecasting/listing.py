"""The list of forecasts."""

from collections.abc import Iterable

from django.urls import reverse

from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Table

COLUMNS = (
    Column("Forecast"),
    Column("Years ahead", is_number=True),
    Column("Prices"),
    Column("Futures", is_number=True),
    Column("Made"),
    Column("By"),
)


def of(forecasts: Iterable[Run]) -> Table:
    """The forecasts, newest first."""
    return Table("Forecasts, newest first", COLUMNS, [_row(forecast) for forecast in forecasts])


def _row(forecast: Run) -> list[object]:
    given = forecast.assumptions
    return [
        Cell(forecast.title, href=reverse("forecasting:forecast", args=[forecast.pk])),
        given["years_ahead"],
        given["prices"],
        given["replications"],
        forecast.made_at,
        forecast.made_by,
    ]
