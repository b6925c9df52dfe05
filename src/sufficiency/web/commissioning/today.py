"""What the page Today says about homes: unregistered settings every day, what is overdue, contracts about to end."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.ui.today import TodayItem
from sufficiency.web.ui.wording import full_day

BEFORE_NOTICE = timedelta(days=60)


def about_oversight(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """The items for someone who answers for where children live."""
    if actor.authority is None or not actor.may(Permission.OVERSIGHT_KEEP):
        return []
    return [*_settings(actor, now), *_overdue(actor, now)]


def about_contracts(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """Contracts whose last day for notice is near, for someone who keeps contracts."""
    if actor.authority is None or not actor.may(Permission.COMMISSIONING_KEEP):
        return []
    today = now.date()
    found = []
    for contract in queries.contracts_of(actor.here).filter(queries.in_force(today)):
        block = contract.in_plain()
        notice = block.last_day_for_notice() if block else None
        if notice and today <= notice <= today + BEFORE_NOTICE:
            text = f"Decide whether contract {contract.reference} goes on"
            detail = (
                f"Notice until {full_day(notice)}; it ends on {full_day(block.last_day)}" if block else ""
            )
            found.append(TodayItem(text=text, detail=detail, href=contract.get_absolute_url()))
    return found


def _settings(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    today = now.date()
    for setting, due in watched.unregistered(actor.here, today):
        href = setting.get_absolute_url()
        if not any(look.on == today for look in setting.looks.all()):
            text = f"Look at the child in unregistered setting {setting.reference}"
            yield TodayItem(text=text, detail=f"Day {(today - setting.began_on).days + 1}", href=href, at=now)
        overdue = [matter.what.lower() for matter in due if matter.is_overdue]
        if overdue:
            text = f"Unregistered setting {setting.reference}: {plural(len(overdue), 'thing')} overdue"
            yield TodayItem(text=text, detail="; ".join(overdue), href=href)


def _overdue(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    here, today = actor.here, now.date()
    counts = {
        ("host authority to be told", "host authorities to be told", "away"): sum(
            watched.is_overdue(one.notice) for one in watched.away(here, today)
        ),
        (
            "child at risk to be looked at again",
            "children at risk to be looked at again",
            "at_risk",
        ): queries.listed_at_risk(here).filter(review_on__lt=today).count(),
        ("month without an independent visit", "months without an independent visit", "visits"): watched.gaps(
            watched.visits(here, today)
        ),
    }
    for (one, many, page), count in counts.items():
        if count:
            yield TodayItem(
                text=f"{plural(count, one, many)}", detail="Overdue", href=reverse(f"commissioning:{page}")
            )


SOURCES = [about_oversight, about_contracts]
