"""Changing a version's targets, investment, change of mix and unit costs on screen."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.strategy.cells import StrategyError
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.strategy import actions, analytics, money
from sufficiency.web.strategy.in_force import with_version
from sufficiency.web.strategy.models import Version
from sufficiency.web.strategy.money_forms import KindForm, MoneyForm, YearForm


@needs(Permission.STRATEGY_KEEP)
@with_version
def edit(request: SiteRequest, version: Version, part: str) -> HttpResponse:
    """The numbers of one part, each changed with the reason."""
    if part not in money.PARTS:
        raise Http404
    told = money.kept(version)
    form = MoneyForm(request.POST or None, figures=money.figures(told, part))
    title = money.PARTS[part].title
    return _answered(request, version, form, title, lambda: money.changed(told, form.values()))


@needs(Permission.STRATEGY_KEEP)
@with_version
def add_year(request: SiteRequest, version: Version) -> HttpResponse:
    """Another year."""
    form = YearForm(request.POST or None)
    return _answered(
        request, version, form, "Add a year",
        lambda: money.with_year(money.kept(version), form.cleaned_data["year"]),
    )  # fmt: skip


@needs(Permission.STRATEGY_KEEP)
@with_version
def add_kind(request: SiteRequest, version: Version) -> HttpResponse:
    """Another kind of placement."""
    form = KindForm(request.POST or None, known=list(analytics.savings_plan(version).unit_costs))
    return _answered(
        request, version, form, "Add a kind of placement",
        lambda: money.with_kind(
            money.kept(version), Kind(form.cleaned_data["kind"]), form.cleaned_data["weekly_price"]
        ),
    )  # fmt: skip


def _answered(
    request: SiteRequest, version: Version, form: forms.Form, title: str, new: Callable[[], dict[str, Any]]
) -> HttpResponse:
    if form.is_valid():
        try:
            actions.change_money(version, new(), reason=form.cleaned_data["reason"], by=request.actor)
        except StrategyError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The figures are kept, with the reason.")
            return redirect("strategy:savings")
    shown = {"form": form, "title": title}
    return render(request, "strategy/money.html", shown, status=422 if form.errors else 200)
