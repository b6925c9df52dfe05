"""The status of an action or workstream, red, amber or green, by one rule that can be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

SOON_DAYS: Final = 28  # a month before it is due, work should have begun


class Progress(StrEnum):
    """How far an action is, as its lead says."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def label(self) -> str:
        """The progress in words."""
        return {"not_started": "Not started", "under_way": "Under way", "done": "Done"}[self.value]


class Rating(StrEnum):
    """Red, amber, green or done; the worst comes first."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    DONE = "done"

    @property
    def label(self) -> str:
        """The rating in words, for those who do not see the colour."""
        return {"red": "Red", "amber": "Amber", "green": "Green", "done": "Done"}[self.value]


@dataclass(frozen=True)
class Status:
    """A rating and the sentence of the rule that gave it."""

    rating: Rating
    because: str


RULE: Final = (
    "Red: not done by the due date. Amber: due within 28 days and not started, or the due date was moved later. "
    "Green: otherwise. A workstream takes the worst of its open actions."
)


def status_of(progress: Progress, *, due: date, today: date, first_due: date | None = None) -> Status:
    """The status of an action; `first_due` is the day it was due before any change."""
    if progress is Progress.DONE:
        return Status(Rating.DONE, "It is done.")
    if due < today:
        return Status(Rating.RED, f"It was due on {_day(due)} and is {_late((today - due).days)} late.")
    if progress is Progress.NOT_STARTED and due - today <= timedelta(days=SOON_DAYS):
        return Status(Rating.AMBER, f"It is due on {_day(due)} and has not been started.")
    if first_due is not None and due > first_due:
        return Status(Rating.AMBER, f"The due date was moved from {_day(first_due)} to {_day(due)}.")
    return Status(Rating.GREEN, f"It is due on {_day(due)}.")


def worst(statuses: Iterable[Status]) -> Status:
    """The status of a workstream: the worst of its open actions, done when all are."""
    order = list(Rating)
    found = sorted(statuses, key=lambda status: order.index(status.rating))
    return found[0] if found else Status(Rating.GREEN, "It has no action yet.")


def _late(days: int) -> str:
    """How late in a unit that says something: days up to two years, then whole years."""
    if days < 2 * 365:
        return f"{days} day{'' if days == 1 else 's'}"
    return f"over {int(days / 365.25)} years"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
