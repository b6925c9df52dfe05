"""Saved results: the list, and one with all it was made from."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.runs import listing, queries
from sufficiency.web.runs.forms import RunFilters
from sufficiency.web.runs.models import Run
from sufficiency.web.runs.opening import link_to
from sufficiency.web.runs.seeing import kinds_for
from sufficiency.web.ui.paging import page_of


@needs(Permission.RUNS_SEE)
def runs(request: SiteRequest) -> HttpResponse:
    """The runs of the kinds this person may see, newest first."""
    filters = RunFilters(request.GET, actor=request.actor)
    found = filters.narrow(queries.runs_of(request.actor.here, kinds_for(request.actor)))
    page = page_of(found, request)
    shown = {"filters": filters, "page": page, "listing": listing.of(page.object_list)}
    return render(request, "runs/list.html", shown)


@needs(Permission.RUNS_SEE)
def run(request: SiteRequest, pk: int) -> HttpResponse:
    """One run: what it was made from, its assumptions and, for those who may see small numbers, its figures."""
    kept = get_object_or_404(
        Run.objects.of(request.actor.here).filter(kind__in=kinds_for(request.actor)), pk=pk
    )
    may_see_all = request.actor.may(Permission.SMALL_NUMBERS_SEE)
    shown = {
        "run": kept,
        "opening": link_to(kept),
        "made_from": listing.made_from(kept),
        "assumptions": listing.parts(kept.assumptions, title="Assumptions"),
        "figures": listing.parts(kept.figures, title="Figures") if may_see_all else None,
    }
    return render(request, "runs/run.html", shown)
