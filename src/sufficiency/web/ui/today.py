"""What stands on the page Today. An app has its own in `today.py`, in a list called SOURCES of functions
from an actor and the time to items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sufficiency.web.access.acting import Actor
from sufficiency.web.ui.contributions import contributed


@dataclass(frozen=True, kw_only=True)
class TodayItem:
    """One line: something this person has to do, or (`needs_you` false) something that happened.

    `at` is when it is due or happened; `action` is the word on the link, such as "Open".
    """

    text: str
    href: str
    at: datetime | None = None
    detail: str = ""
    action: str = "Open"
    needs_you: bool = True


def items_for(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """Everything the apps have for someone: what is due soonest first, what has no time last."""
    sources = contributed("today", "SOURCES")
    items: Iterable[TodayItem] = (item for source in sources for item in source(actor, now=now))
    return sorted(items, key=lambda item: (item.at is None, item.at or now, item.text))


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening, by the clock on the wall."""
    # By the wall, not by the desk: at 4am it is still good morning.
    if now.hour < 12:
        return "Good morning"
    return "Good afternoon" if now.hour < 18 else "Good evening"
