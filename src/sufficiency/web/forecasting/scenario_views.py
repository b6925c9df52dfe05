"""Scenarios: the list, a new one, one with its levers as sentences, and playing it out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.forecast.scenario_files import as_yaml, scenario_of
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import (
    editing,
    queries,
    scenario_actions as actions,
    scenario_listing as listing,
)
from sufficiency.web.forecasting.forms import ForecastForm
from sufficiency.web.forecasting.models import Scenario
from sufficiency.web.forecasting.scenario_forms import (
    LeverForm,
    NameForm,
    NewScenarioForm,
)
from sufficiency.web.forecasting.scenario_tables import MoneyForm, OverflowForm, PlacesForm
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.ui.downloads import text_download
from sufficiency.web.ui.paging import page_of

SECONDS_A_FUTURE_YEAR = (
    0.002  # of waiting for both futures, before a first comparison has shown how long it takes
)
LARGEST_REQUEST = MEGABYTE


@needs(Permission.FORECAST_SEE)
def scenarios(request: SiteRequest) -> HttpResponse:
    """The scenarios kept here, and what was played out of them lately."""
    here = request.actor.here
    page = page_of(queries.comparisons_of(here).defer("figures"), request)
    shown = {
        "kept": listing.of(queries.scenarios_of(here)),
        "count": queries.scenarios_of(here).count(),
        "page": page,
        "played": listing.played_out(page.object_list),
        "may_run": request.actor.may(Permission.FORECAST_RUN),
    }
    return render(request, "forecasting/scenarios.html", shown)


@needs(Permission.FORECAST_RUN)
@takes_files(up_to=LARGEST_REQUEST)
def new(request: SiteRequest) -> HttpResponse:
    """Begin a scenario."""
    form = NewScenarioForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        made = actions.make(request.actor.here, form.content(), by=request.actor)
        messages.success(request, "The scenario is kept. Add or change levers, then play it out.")
        return redirect(made)
    return render(request, "forecasting/new_scenario.html", {"form": form}, status=_status(form))


@needs(Permission.FORECAST_SEE)
def scenario(request: SiteRequest, pk: int) -> HttpResponse:
    """One scenario: its levers as sentences, places, money, and what came of it."""
    return _page(request, _found(request, pk), ForecastForm())


@needs(Permission.FORECAST_RUN)
@takes_files(up_to=LARGEST_REQUEST)
@require_POST
def play_out(request: SiteRequest, pk: int) -> HttpResponse:
    """Play a scenario out beside doing nothing."""
    found, form = _found(request, pk), ForecastForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            made = actions.play_out(found, form.asked(), by=request.actor)
        except (ReadingError, ForecastError, ScenarioError) as problem:
            form.add_error(None, f"{problem.where}: {problem.what} {problem.what_next}")
        else:
            messages.success(request, "The scenario was played out and the comparison kept.")
            return redirect("forecasting:comparison", pk=made.pk)
    return _page(request, found, form)


@needs(Permission.FORECAST_RUN)
def rename(request: SiteRequest, pk: int) -> HttpResponse:
    """Change what a scenario is called and about."""
    found = _found(request, pk)
    form = NameForm(
        request.POST or None, initial={"name": found.name, "about": found.content.get("about", "")}
    )
    if form.is_valid():
        given = form.cleaned_data
        taken = queries.scenarios_of(request.actor.here).filter(name=given["name"]).exclude(pk=pk).exists()
        if not taken:
            return _saved(request, found, editing.with_parts(found.content, **given))
        form.add_error("name", "Another scenario has this name. Choose a different one.")
    shown = {"form": form, "scenario": found}
    return render(request, "forecasting/scenario_name.html", shown, status=_status(form))


@needs(Permission.FORECAST_RUN)
def add_lever(request: SiteRequest, pk: int, lever: str) -> HttpResponse:
    """Add a lever."""
    return _lever(request, _found(request, pk), lever, place=None)


@needs(Permission.FORECAST_RUN)
def change_lever(request: SiteRequest, pk: int, place: int) -> HttpResponse:
    """Change the lever at a place."""
    found = _found(request, pk)
    if not 1 <= place <= len(found.levers):
        raise Http404
    return _lever(request, found, str(found.levers[place - 1]["lever"]), place=place)


@needs(Permission.FORECAST_RUN)
@require_POST
def remove_lever(request: SiteRequest, pk: int, place: int) -> HttpResponse:
    """Take the lever at a place away."""
    found = _found(request, pk)
    if not 1 <= place <= len(found.levers):
        raise Http404
    return _saved(request, found, editing.without_lever(found.content, place))


@needs(Permission.FORECAST_RUN)
def places(request: SiteRequest, pk: int) -> HttpResponse:
    """How many places there are of each kind."""
    found = _found(request, pk)
    form = PlacesForm(request.POST or None, record=found.content)
    if form.is_valid():
        return _saved(request, found, editing.with_parts(found.content, places=form.record()))
    shown = {
        "form": form,
        "scenario": found,
        "overflow": listing.overflow(_stated(found)),
    }
    return render(request, "forecasting/scenario_places.html", shown, status=_status(form))


@needs(Permission.FORECAST_RUN)
def overflow(request: SiteRequest, pk: int) -> HttpResponse:
    """Where children go when a kind is full."""
    found = _found(request, pk)
    if "usual" in request.POST:
        return _saved(request, found, editing.with_parts(found.content, overflow={}))
    form = OverflowForm(request.POST or None, record=found.content)
    if form.is_valid():
        return _saved(request, found, editing.with_parts(found.content, overflow=form.record()))
    shown = {"form": form, "scenario": found, "is_usual": "overflow" not in found.content}
    return render(request, "forecasting/scenario_overflow.html", shown, status=_status(form))


@needs(Permission.FORECAST_RUN)
def money(request: SiteRequest, pk: int) -> HttpResponse:
    """What a plan puts in and means to save."""
    found = _found(request, pk)
    form = MoneyForm(request.POST or None, record=found.content)
    if form.is_valid():
        return _saved(request, found, editing.with_parts(found.content, **form.record()))
    shown = {"form": form, "scenario": found}
    return render(request, "forecasting/scenario_money.html", shown, status=_status(form))


@needs(Permission.FORECAST_RUN)
def remove(request: SiteRequest, pk: int) -> HttpResponse:
    """Take a scenario off the list, after asking."""
    found = _found(request, pk)
    if request.method == "POST":
        actions.remove(found, by=request.actor)
        messages.success(request, "The scenario was removed. Comparisons made from it stay.")
        return redirect("forecasting:scenarios")
    return render(request, "forecasting/scenario_remove.html", {"scenario": found})


@needs(Permission.FORECAST_SEE)
def scenario_file(request: SiteRequest, pk: int) -> HttpResponse:
    """The scenario as a file for the command line."""
    found = _found(request, pk)
    seen(Verb.SCENARIO_EXPORTED, by=request.actor, on=found)
    return text_download(as_yaml(_stated(found)), name=f"scenario-{found.pk}.yaml", kind="application/yaml")


def _lever(request: SiteRequest, found: Scenario, name: str, *, place: int | None) -> HttpResponse:
    if name not in levers():
        raise Http404
    record = found.levers[place - 1] if place else None
    form = LeverForm(request.POST or None, lever=levers()[name], record=record)
    if form.is_valid():
        return _saved(request, found, editing.with_lever(found.content, form.record(), place=place))
    shown = {"form": form, "scenario": found, "place": place}
    return render(request, "forecasting/lever.html", shown, status=_status(form))


def _page(request: SiteRequest, found: Scenario, form: ForecastForm) -> HttpResponse:
    stated = _stated(found)
    shown = {
        "scenario": found,
        "form": form,
        "about": stated.about,
        "levers": listing.levers_of(stated),
        "more": listing.levers_to_add(found),
        "places": listing.places(stated),
        "overflow": listing.overflow(stated),
        "money": listing.money(stated),
        "played": listing.played_out(queries.comparisons_from(found)[:10]),
        "rate": _rate(found),
        "may_run": request.actor.may(Permission.FORECAST_RUN),
    }
    return render(request, "forecasting/scenario.html", shown, status=_status(form))


def _saved(request: SiteRequest, found: Scenario, content: Mapping[str, Any]) -> HttpResponse:
    actions.change(found, content, by=request.actor)
    messages.success(request, "Saved.")
    return redirect(found)


def _found(request: SiteRequest, pk: int) -> Scenario:
    return get_object_or_404(queries.scenarios_of(request.actor.here).select_related("authority"), pk=pk)


def _stated(found: Scenario) -> Any:
    return scenario_of(found.content, where=found.name)


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200


def _rate(found: Scenario) -> float:
    latest = queries.comparisons_of(found.authority).defer("figures").first()
    if latest is None:
        return SECONDS_A_FUTURE_YEAR
    given = latest.assumptions
    return float(given["took_seconds"]) / (given["years_ahead"] * given["replications"])
