"""Occupancy: how much of the places was in use, by home and month, and the key measures that follow."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.measures.of_homes import COMPUTED
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.analytics import occupancy as figures
from sufficiency.web.commissioning.forms.contracts import OccupancyFilters
from sufficiency.web.commissioning.listing import contracts, occupancy as listing
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.paging import ROWS_A_PAGE


@needs(Permission.COMMISSIONING_SEE)
def occupancy(request: SiteRequest) -> HttpResponse:
    """Twelve months of every home, and the measures of our own."""
    today = timezone.localdate()
    period = figures.last_months(today)
    filters = OccupancyFilters(request.GET)
    found = figures.homes_in(_narrowed(request, filters), period)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "filters": filters,
        "period": period,
        "page": page,
        "kinds": listing.by_kind(found),
        "listing": listing.homes(page.object_list),
        **_our_own(request, today),
    }
    return render(request, "commissioning/occupancy.html", shown)


@needs(Permission.COMMISSIONING_SEE)
def download_occupancy(request: SiteRequest) -> HttpResponse:
    """The same homes as CSV."""
    period = figures.last_months(timezone.localdate())
    found = figures.homes_in(_narrowed(request, OccupancyFilters(request.GET)), period)
    seen(Verb.COMMISSIONING_EXPORTED, by=request.actor, reason="occupancy")
    return csv_download(csv_text(listing.records(found)), name="occupancy")


def _our_own(request: SiteRequest, today: Any) -> dict[str, Any]:
    """The key measures of our own homes this year, and their months drawn."""
    here, year, period = request.actor.here, CollectionYear.containing(today), figures.last_months(today)
    own = Home.objects.of(here).filter(figures.OWN_HOMES)
    measured = figures.measured(here, [year], today)
    level = next((one.value for one in measured if one.id == COMPUTED[0].id), None)
    title = f"Our own children’s homes: {level}% of place-days used this year" if level is not None else ""
    definitions = {one.id: reverse("performance:measure", args=[one.id]) for one in COMPUTED}
    return {
        "year": year,
        "measures": listing.measures(measured, definitions=definitions),
        "own_homes": contracts.picture(
            figures.months_of(own, period), title=title, caption="Use of our own children’s homes by month"
        ),
        "fostering": listing.fostering(figures.fostering_months(here, period)),
    }


def _narrowed(request: SiteRequest, filters: OccupancyFilters) -> "QuerySet[Home]":
    homes = Home.objects.of(request.actor.here).select_related("provider")
    return filters.narrow(homes).order_by("reference")
