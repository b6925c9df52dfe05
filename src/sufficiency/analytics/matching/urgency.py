"""Where a new request goes first: to challenge where it is wanted within a day, else to the panel."""

from datetime import datetime, timedelta
from enum import StrEnum

EMERGENCY_HOURS = 24.0  # placement strategy: requests within 24 hours are challenged before the panel


class Route(StrEnum):
    """Where a request goes first."""

    CHALLENGE = "challenge"
    PANEL = "panel"


def route(*, asked_at: datetime, needed_by: datetime, hours: float = EMERGENCY_HOURS) -> Route:
    """Challenge where a home is needed within `hours` of asking, exactly that long included; else the panel."""
    within = needed_by - asked_at <= timedelta(hours=hours)
    return Route.CHALLENGE if within else Route.PANEL
