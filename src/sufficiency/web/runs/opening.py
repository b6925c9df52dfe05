"""Where a saved result is shown as it was. An app has its own in `saved_results.py`, in a list called OPENINGS."""

from collections.abc import Callable
from dataclasses import dataclass

from sufficiency.web.runs.models import Run, RunKind
from sufficiency.web.ui.contributions import contributed


@dataclass(frozen=True)
class Opening:
    """How results of a kind are opened: the words on the link and the address of a result's page."""

    kind: RunKind
    label: str
    address: Callable[[Run], str]


@dataclass(frozen=True)
class Link:
    """The link to a result's own page."""

    label: str
    href: str


def link_to(run: Run) -> Link | None:
    """Where a result is shown as it was; None where no app shows its kind."""
    openings: tuple[Opening, ...] = contributed("saved_results", "OPENINGS")
    opening = next((one for one in openings if one.kind == run.kind), None)
    return Link(opening.label, opening.address(run)) if opening else None
