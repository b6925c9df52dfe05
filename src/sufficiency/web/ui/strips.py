"""The strips under the header: how old the data is, whether it is made up, what is shielded.

An app has its own in `strips.py`, in a list called STRIPS of functions from an actor to a strip or None.
"""

from dataclasses import dataclass

from sufficiency.web.access.acting import Actor
from sufficiency.web.ui.contributions import contributed


@dataclass(frozen=True)
class Strip:
    """One line that holds for every page. A warning stands out."""

    text: str
    is_warning: bool = False


def strips_for(actor: Actor) -> list[Strip]:
    """The strips that someone sees."""
    return [strip for make in contributed("strips", "STRIPS") if (strip := make(actor))]
