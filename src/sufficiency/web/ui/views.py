"""The first page after signing in, and the pages about the site itself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs, open_to_all
from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.today import greeting, items_for

NEWS_SHOWN = 5  # more is in the sections


@needs(Permission.SITE_USE)
def today(request: SiteRequest) -> HttpResponse:
    """What needs this person today, what is new, and where they can go."""
    now = timezone.localtime()
    items = items_for(request.actor, now=now)
    needs_you = [item for item in items if item.needs_you]
    news = [item for item in reversed(items) if not item.needs_you]
    shown = {
        "greeting": greeting(now),
        "today": now.date(),
        "needs_you": needs_you,
        "nothing_has_a_time": not any(item.at for item in needs_you),
        "news": news[:NEWS_SHOWN],
    }
    return render(request, "ui/today.html", shown)


@open_to_all("the law wants it readable by everyone")
def accessibility(request: SiteRequest) -> HttpResponse:
    """How accessible the site is, and whom to tell where it is not."""
    return render(request, "ui/accessibility.html")


@open_to_all("whoever watches over the server asks whether it answers")
def health(_request: SiteRequest) -> HttpResponse:
    """Says that the site answers; nothing else."""
    return HttpResponse("well", content_type="text/plain")
