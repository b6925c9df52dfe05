"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Forecasts",
        "forecasting:list",
        Permission.FORECAST_SEE,
        "How many children to expect, in which placements, at what cost; the report",
    ),
]
