"""How old the data is, for those whose pages show any of it."""

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.queries import as_at
from sufficiency.web.ui.strips import Strip
from sufficiency.web.ui.wording import full_day

SHOWING_DATA = (
    Permission.CHILDREN_SEE,
    Permission.PERFORMANCE_SEE,
    Permission.FORECAST_SEE,
    Permission.RETURNS_SEE,
)


def data_as_at(actor: Actor) -> Strip | None:
    """The day to which the stored returns tell."""
    if actor.authority is None or not any(actor.may(permission) for permission in SHOWING_DATA):
        return None
    day = as_at(actor.authority)
    return Strip(f"Data as at {full_day(day)}.") if day else None


STRIPS = [data_as_at]
