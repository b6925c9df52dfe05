"""Says on every page that it is a demonstration."""

from django.conf import settings

from sufficiency.web.access.acting import Actor
from sufficiency.web.ui.strips import Strip


def made_up(_actor: Actor) -> Strip | None:
    """The strip, while the demonstration is on."""
    return (
        Strip("Demonstration: the people, the children and the figures are made up.")
        if settings.DEMO
        else None
    )


STRIPS = [made_up]
