"""Comparisons of scenarios with doing nothing, as they were made; and what every forecast rests on."""

import json
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import comparing, queries, resting, showing
from sufficiency.web.forecasting.downloads import flat
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.downloads import csv_download, text_download
from sufficiency.web.ui.workbooks import xlsx_download

FORMS = ("json", "csv", "xlsx")


@needs(Permission.FORECAST_SEE)
def comparison(request: SiteRequest, pk: int) -> HttpResponse:
    """A scenario beside doing nothing, as it was played out."""
    found = _found(request, pk)
    shown = {
        "run": found,
        "says": comparing.show(found, to=request.actor),
        "needed": comparing.needed(found, share=request.GET.get("unmet", ""), hides=_hides(request)),
        "levers": found.figures["scenario"]["levers"],
        "about": found.figures["scenario"].get("about", ""),
        "assumptions": showing.assumptions(found),
        "notes": [note for note in found.figures["notes"] if note not in _on_the_scenario(found)],
        "mended": showing.mended(found),
        "cannot_happen": _on_the_scenario(found),
        "scenario": queries.scenarios_of(request.actor.here).filter(pk=found.assumptions["scenario"]).first(),
        "is_up_to_date": queries.is_up_to_date(found),
        "hides": _hides(request),
    }
    return render(request, "forecasting/comparison.html", shown)


@needs(Permission.FORECAST_SEE)
def download(request: SiteRequest, pk: int, form: str) -> HttpResponse:
    """A comparison as JSON, CSV or a workbook; groups with small counts left out for who may not see them."""
    found, hides = _found(request, pk), _hides(request)
    if form not in FORMS:
        raise Http404
    seen(Verb.FORECAST_EXPORTED, by=request.actor, on=found)
    name = f"scenario-{found.pk}" + ("-small-numbers-hidden" if hides else "-inside-only")
    if form == "json":
        text = json.dumps(comparing.whole(found, hides=hides), indent=1, ensure_ascii=False) + "\n"
        return text_download(text, name=f"{name}.json", kind="application/json")
    if form == "csv":
        rows = comparing.whole(found, hides=hides)["scenario"]["difference"]["series"]
        return csv_download(csv_text([flat(row) for row in rows]), name=name)
    return xlsx_download(comparing.sheets(found, hides=hides), name=name)


@needs(Permission.FORECAST_SEE)
def assumptions(request: SiteRequest) -> HttpResponse:
    """What a forecast rests on, for readers who do not know how it is made."""
    here = request.actor.here
    latest, tested = queries.latest(here), queries.back_tests_of(here).first()
    shown = {
        "latest": latest,
        "tested": tested,
        "rests": resting.everything(latest, tested, hides=_hides(request)),
    }
    return render(request, "forecasting/assumptions.html", shown)


def _on_the_scenario(run: Run) -> list[dict[str, Any]]:
    """Remarks on the scenario itself, such as a plan for more children than there are: too weighty to be folded away."""
    named = ("the scenario", run.figures["scenario"]["name"])
    return [note for note in run.figures["notes"] if note["where"] in named]


def _found(request: SiteRequest, pk: int) -> Run:
    return get_object_or_404(queries.comparisons_of(request.actor.here).select_related("authority"), pk=pk)


def _hides(request: SiteRequest) -> bool:
    return not request.actor.may(Permission.SMALL_NUMBERS_SEE) or "hidden" in request.GET
