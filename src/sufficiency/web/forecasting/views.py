"""Forecasts: the list, running one, one that was kept, its downloads and the report."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import actions, downloads, listing, queries, showing
from sufficiency.web.forecasting.forms import ForecastForm, as_before
from sufficiency.web.forecasting.reporting import report as report_of
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.asked import number_in
from sufficiency.web.ui.downloads import csv_download, text_download
from sufficiency.web.ui.paging import page_of
from sufficiency.web.ui.workbooks import xlsx_download

SECONDS_A_FUTURE_YEAR = 0.0008  # of waiting, before a first forecast has shown how long it takes here
FORMS = ("json", "csv", "xlsx")
LARGEST_REQUEST = 2 * MEGABYTE  # a file of prices has some dozens of lines


@needs(Permission.FORECAST_SEE)
def forecasts(request: SiteRequest) -> HttpResponse:
    """The forecasts that were kept, newest first, with what the newest one says."""
    newest = queries.latest(request.actor.here)
    page = page_of(queries.forecasts_of(request.actor.here).defer("figures"), request)
    shown = {
        "page": page,
        "listing": listing.of(page.object_list),
        "newest": newest,
        "says": showing.show(newest, to=request.actor) if newest else None,
        "may_run": request.actor.may(Permission.FORECAST_RUN),
    }
    return render(request, "forecasting/list.html", shown)


@needs(Permission.FORECAST_RUN)
@takes_files(up_to=LARGEST_REQUEST)
def run(request: SiteRequest) -> HttpResponse:
    """Run a forecast from what is stored now."""
    form = ForecastForm(request.POST or None, request.FILES or None, initial=_beginning(request))
    if form.is_valid():
        try:
            made = actions.run(request.actor.here, form.asked(), by=request.actor)
        except (ReadingError, ForecastError) as problem:
            form.add_error(None, f"{problem.what} {problem.what_next}")
        else:
            messages.success(request, "The forecast was run and kept.")
            return redirect("forecasting:forecast", pk=made.pk)
    latest = queries.latest(request.actor.here)
    shown = {"form": form, "rate": _rate(latest), "latest": latest}
    return render(request, "forecasting/run.html", shown, status=422 if form.errors else 200)


@needs(Permission.FORECAST_SEE)
def forecast(request: SiteRequest, pk: int) -> HttpResponse:
    """One forecast as it was made."""
    found = _found(request, pk)
    says = showing.show(found, to=request.actor)
    shown = {
        "forecast": found,
        "says": says,
        "prices": showing.prices(says.costs),
        "assumptions": showing.assumptions(found),
        "notes": found.figures["notes"],
        "mended": showing.mended(found),
        "is_up_to_date": queries.is_up_to_date(found),
        "may_run": request.actor.may(Permission.FORECAST_RUN),
        "may_download_report": request.actor.may(Permission.REPORT_DOWNLOAD),
        "may_see_all": request.actor.may(Permission.SMALL_NUMBERS_SEE),
    }
    return render(request, "forecasting/forecast.html", shown)


@needs(Permission.FORECAST_SEE)
def download(request: SiteRequest, pk: int, form: str) -> HttpResponse:
    """A forecast as JSON, CSV or a workbook; groups with small counts left out where the person may not see them."""
    found, hides = _found(request, pk), _hides(request)
    if form not in FORMS:
        raise Http404
    seen(Verb.FORECAST_EXPORTED, by=request.actor, on=found)
    name = f"forecast-{found.pk}" + ("-small-numbers-hidden" if hides else "-inside-only")
    if form == "json":
        text = downloads.json_text(found, hides=hides)
        return text_download(text, name=f"{name}.json", kind="application/json")
    if form == "csv":
        return csv_download(csv_text(downloads.records(found, hides=hides)), name=name)
    return xlsx_download(downloads.sheets(found, hides=hides), name=name)


@needs(Permission.REPORT_DOWNLOAD)
def report(request: SiteRequest, pk: int) -> HttpResponse:
    """The sufficiency report: small numbers hidden, unless the whole is asked for by who may see it."""
    found = _found(request, pk)
    show_all = "all" in request.GET and request.actor.may(Permission.SMALL_NUMBERS_SEE)
    seen(Verb.REPORT_DOWNLOADED, by=request.actor, on=found)
    name = f"sufficiency-report-{found.pk}{'-inside-only' if show_all else ''}.html"
    return text_download(report_of(found, show_all=show_all), name=name, kind="text/html")


def _found(request: SiteRequest, pk: int) -> Run:
    return get_object_or_404(queries.forecasts_of(request.actor.here).select_related("authority"), pk=pk)


def _hides(request: SiteRequest) -> bool:
    return not request.actor.may(Permission.SMALL_NUMBERS_SEE) or "hidden" in request.GET


def _beginning(request: SiteRequest) -> dict[str, object]:
    """The fields as an earlier forecast had them, where the address names one."""
    again = number_in(request.GET.get("again", ""))
    found = None if again is None else queries.forecasts_of(request.actor.here).filter(pk=again).first()
    return as_before(found) if found else {}


def _rate(latest: Run | None) -> float:
    """About how many seconds a year of a future takes here, from the last forecast."""
    if latest is None:
        return SECONDS_A_FUTURE_YEAR
    given = latest.assumptions
    return given["took_seconds"] / (given["years_ahead"] * given["replications"])
