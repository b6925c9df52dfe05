"""The record of use, for those who watch over it. Looking at it is itself recorded."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit import chain, listing, queries, recording
from sufficiency.web.audit.forms import EventFilters
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.paging import page_of


@needs(Permission.AUDIT_SEE)
def events(request: SiteRequest) -> HttpResponse:
    """Events, newest first, narrowed by the filters."""
    filters = EventFilters(request.GET)
    found = filters.narrow(queries.events_of(request.actor.here))
    page = page_of(found, request)
    shown = {"filters": filters, "page": page, "listing": listing.of(page.object_list)}
    recording.seen(Verb.AUDIT_SEEN, by=request.actor, child=request.GET.get("child", "")[:40])
    return render(request, "audit/events.html", shown)


@needs(Permission.AUDIT_SEE)
def download(request: SiteRequest) -> HttpResponse:
    """The same events as CSV; what is handed out is sealed first."""
    found = EventFilters(request.GET).narrow(queries.events_of(request.actor.here))
    # Made before it is recorded, so that the download does not hold its own event.
    text = csv_text(listing.records(found))
    recording.seen(Verb.AUDIT_EXPORTED, by=request.actor, child=request.GET.get("child", "")[:40])
    chain.seal()
    return csv_download(text, name="record-of-use")


@needs(Permission.AUDIT_SEE)
@require_POST
def check(request: SiteRequest) -> HttpResponse:
    """Whether all that was sealed is still as it was."""
    chain.seal()
    return render(request, "audit/check.html", {"verdict": chain.verify()})
