"""The scorecard: the eleven, all others, one measure, the children divided; downloads; computing anew."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.reports.position import NUMBER
from sufficiency.reports.scorecard import by_year
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.performance import actions, cards, definitions, divisions, downloads, headline, themes
from sufficiency.web.performance.choosing import Chosen, choose
from sufficiency.web.performance.forms import DivisionForm
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.workbooks import xlsx_download

FORMS = ("csv", "xlsx")


@needs(Permission.PERFORMANCE_SEE)
def scorecard(request: SiteRequest) -> HttpResponse:
    """The eleven key impact measures of a year."""
    chosen = choose(request)
    if chosen is None:
        return _nothing_yet(request)
    shown = {
        "headline": headline.headline(chosen),
        "movement": headline.movement(chosen),
        "cards": cards.cards(chosen),
        "by_year": by_year(chosen.results),
    }
    return _page(request, "scorecard", chosen, shown)


@needs(Permission.PERFORMANCE_SEE)
def measures(request: SiteRequest) -> HttpResponse:
    """All other measures of a year, theme by theme."""
    chosen = choose(request)
    if chosen is None:
        return _nothing_yet(request)
    return _page(request, "measures", chosen, {"themes": themes.themes(chosen)})


@needs(Permission.PERFORMANCE_SEE)
def measure(request: SiteRequest, measure: str) -> HttpResponse:
    """One measure: its definition, its figures over the years and where they come from."""
    chosen = choose(request, divided=[measure])
    if measure not in MEASURES:
        raise Http404
    if chosen is None:
        return _nothing_yet(request)
    may_see_run = request.actor.may(Permission.RUNS_SEE)
    found = definitions.definition(MEASURES[measure], chosen, may_see_run=may_see_run)
    return _page(request, "measure", chosen, {"definition": found})


@needs(Permission.PERFORMANCE_SEE)
def children(request: SiteRequest) -> HttpResponse:
    """The number of children, divided as asked."""
    chosen = choose(request, divided=[NUMBER])
    if chosen is None:
        return _nothing_yet(request)
    by = DivisionForm(request.GET)
    found = divisions.division(chosen, dimension=by.dimension)
    return _page(request, "children", chosen, {"by": by, "division": found})


@needs(Permission.PERFORMANCE_SEE)
def download(request: SiteRequest, form: str) -> HttpResponse:
    """The scorecard as CSV or a workbook, small numbers hidden unless the person may see them."""
    chosen = choose(request, divided=MEASURES)
    if chosen is None or form not in FORMS:
        raise Http404
    seen(Verb.SCORECARD_EXPORTED, by=request.actor, on=chosen.run)
    name = "scorecard-small-numbers-hidden" if chosen.hides_small_numbers else "scorecard-inside-only"
    if form == "xlsx":
        return xlsx_download(downloads.sheets(chosen), name=name)
    return csv_download(csv_text(downloads.records(chosen)), name=name)


@needs(Permission.RETURNS_UPLOAD)
@require_POST
def compute(request: SiteRequest) -> HttpResponse:
    """Compute the scorecard of what is stored now."""
    try:
        actions.compute(request.actor.here, by=request.actor)
    except ReadingError as error:
        messages.error(request, f"{error.what} {error.what_next}")
    else:
        messages.success(request, "The scorecard was computed from the returns as they are stored now.")
    return redirect("performance:scorecard")


def _page(request: SiteRequest, name: str, chosen: Chosen, shown: dict[str, Any]) -> HttpResponse:
    may_compute = request.actor.may(Permission.RETURNS_UPLOAD)
    around = {"chosen": chosen, "may_compute": may_compute, "page": name}
    return render(request, f"performance/{name}.html", {**around, **shown})


def _nothing_yet(request: SiteRequest) -> HttpResponse:
    may_upload = request.actor.may(Permission.RETURNS_UPLOAD)
    return render(request, "performance/nothing.html", {"may_upload": may_upload})
