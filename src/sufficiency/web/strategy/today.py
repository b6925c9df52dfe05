"""What the page Today says about the strategy: what is late, what waits for a decision."""

from datetime import datetime

from django.urls import reverse

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.strategy import queries
from sufficiency.web.strategy.states import CaseState
from sufficiency.web.ui.today import TodayItem


def about_the_strategy(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """For who keeps the strategy: late actions, a next version overdue, cases that wait."""
    if actor.authority is None or not actor.may(Permission.STRATEGY_KEEP):
        return []
    version = queries.current(actor.here)
    if version is None:
        return []
    items = []
    late = queries.actions_of(version).filter(due_on__lt=now.date()).exclude(progress="done").count()
    if late:
        text = f"{plural(late, 'action')} of the strategy late"
        items.append(TodayItem(text=text, href=reverse("strategy:actions") + "?rating=red"))
    waiting = queries.cases_here(actor.here).filter(state=CaseState.SUBMITTED, workstream__version=version)
    items += [
        TodayItem(text=f"{case} waits for the sponsors", href=case.get_absolute_url(), needs_you=False)
        for case in waiting
    ]
    return items


SOURCES = [about_the_strategy]
