"""What the page Today says about homes: holds that run out, homes that said nothing for long, children in homes of
concern."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes import queries
from sufficiency.web.homes.models import Confirmation, Hold, Home
from sufficiency.web.ui.today import TodayItem

SOON = timedelta(hours=24)  # holds that run out so soon are to be used or let go
SILENT = timedelta(days=7)  # a vacancy older than that is asked for again
MOST_HOLDS = 5


def about_homes(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """The items for who places children or keeps the register."""
    if actor.authority is None or not actor.may(Permission.HOMES_KEEP):
        return []
    return [*_holds(actor, now), *_silent(actor, now), *_said(actor, now), *_concern(actor, now)]


def _holds(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    if not actor.may(Permission.PLACES_TAKE):
        return
    soon = Hold.objects.of(actor.here).filter(queries.still_held(now), until__lte=now + SOON)
    for held in soon.select_related("home").order_by("until")[:MOST_HOLDS]:
        yield TodayItem(
            text=f"A place at {held.home.reference} is held for {held.for_whom}",
            at=held.until,
            href=held.home.get_absolute_url(),
        )


def _silent(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    old = Q(confirmed_at__lt=now - SILENT) | Q(confirmed_at=None)
    count = Home.objects.of(actor.here).filter(old, closed_on=None).count()
    if count:
        text = f"{plural(count, 'home')} did not confirm vacancies for {SILENT.days} days"
        yield TodayItem(text=text, href=reverse("homes:list") + "?confirmed=old", action="Ask them")


def _said(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    lately = Confirmation.objects.of(actor.here).filter(at__gte=now - timedelta(days=1), how="link")
    for one in lately.select_related("home")[:MOST_HOLDS]:
        differs = f", the register had {one.expected}" if one.differs else ""
        yield TodayItem(
            text=f"{one.home.reference} could take {plural(one.places_free, 'child', 'children')}{differs}",
            at=one.at,
            href=one.home.get_absolute_url(),
            needs_you=one.differs,
        )


def _concern(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    if not actor.may(Permission.CHILDREN_SEE):
        return
    day = timezone.localdate(now)
    homes = queries.of_concern(queries.homes_of(actor.here), day)
    children = sum(len(living) for living in queries.living_in_any(homes).values())
    if children:
        text = f"{plural(children, 'child lives', 'children live')} in homes that are inadequate or stopped"
        yield TodayItem(text=text, href=reverse("homes:concern"))


SOURCES = [about_homes]
