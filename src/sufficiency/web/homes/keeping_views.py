"""Adding to and changing the register: providers, homes, approvals, inspections, stops."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes import keeping, queries
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.forms import (
    ApprovalForm,
    DayForm,
    HomeForm,
    InspectionForm,
    ProviderForm,
    StopForm,
    WhyForm,
)
from sufficiency.web.homes.models import Approval, Home, Inspection, Provider, Stop
from sufficiency.web.homes.views import found


@needs(Permission.HOMES_KEEP)
def add_provider(request: SiteRequest) -> HttpResponse:
    """Add a provider."""
    form = ProviderForm(request.POST or None)
    return answered(
        request, form, lambda: keeping.keep_provider(form.save(commit=False), by=request.actor),
        title="Add a provider", button="Add the provider",
    )  # fmt: skip


@needs(Permission.HOMES_KEEP)
def change_provider(request: SiteRequest, pk: int) -> HttpResponse:
    """Change a provider."""
    one = get_object_or_404(Provider.objects.of(request.actor.here), pk=pk)
    form = ProviderForm(request.POST or None, instance=one)
    return answered(
        request, form, lambda: keeping.keep_provider(form.save(commit=False), by=request.actor),
        title=f"Change {one.name}", button="Keep the changes",
    )  # fmt: skip


@needs(Permission.HOMES_KEEP)
def add_home(request: SiteRequest) -> HttpResponse:
    """Add a home."""
    return _home(request, Home(authority=request.actor.here), title="Add a home", button="Add the home")


@needs(Permission.HOMES_KEEP)
def change_home(request: SiteRequest, pk: int) -> HttpResponse:
    """Change what is known of a home."""
    one = found(request, pk)
    return _home(request, one, title=f"Change {one.reference}", button="Keep the changes", home=one)


@needs(Permission.HOMES_KEEP)
def close(request: SiteRequest, pk: int) -> HttpResponse:
    """Close a home."""
    one, form = found(request, pk), DayForm(request.POST or None)
    return answered(
        request, form, lambda: keeping.close_home(one, on=form.cleaned_data["day"], by=request.actor),
        title=f"Close {one.reference}", button="Close the home", home=one,
        intro="It stays in the register with its past, and takes no more children.",
    )  # fmt: skip


@needs(Permission.HOMES_KEEP)
def add_approval(request: SiteRequest, pk: int) -> HttpResponse:
    """Add an approval."""
    one = found(request, pk)
    return _about(request, ApprovalForm, Approval, one, keeping.keep_approval, title="Add an approval")


@needs(Permission.HOMES_KEEP)
def change_approval(request: SiteRequest, pk: int, approval: int) -> HttpResponse:
    """Change an approval, or end it."""
    one = found(request, pk)
    instance = get_object_or_404(one.approvals, pk=approval)
    form = ApprovalForm(request.POST or None, instance=instance)
    return answered(
        request, form, lambda: keeping.keep_approval(form.save(commit=False), by=request.actor),
        title=f"Change an approval of {one.reference}", button="Keep the approval", home=one,
    )  # fmt: skip


@needs(Permission.HOMES_KEEP)
def add_inspection(request: SiteRequest, pk: int) -> HttpResponse:
    """Add an inspection."""
    one = found(request, pk)
    return _about(request, InspectionForm, Inspection, one, keeping.add_inspection, title="Add an inspection")


@needs(Permission.HOMES_KEEP)
def stop(request: SiteRequest, pk: int) -> HttpResponse:
    """Stop placing in a home."""
    one = found(request, pk)
    return _about(
        request, StopForm, Stop, one, keeping.stop, title="Stop placing",
        intro="Nobody who lives there has to go; no more children are placed.",
    )  # fmt: skip


@needs(Permission.HOMES_KEEP)
def lift(request: SiteRequest, pk: int, stopped: int) -> HttpResponse:
    """Lift a stop."""
    one, form = found(request, pk), WhyForm(request.POST or None)
    held = get_object_or_404(one.stops, pk=stopped)
    return answered(
        request, form, lambda: keeping.lift(held, by=request.actor, why=form.cleaned_data["why"]),
        title=f"Lift the stop of {one.reference}", button="Lift the stop", home=one, intro=held.reason,
    )  # fmt: skip


def answered(
    request: SiteRequest,
    form: forms.BaseForm,
    write: Callable[[], models.Model],
    *,
    title: str,
    button: str,
    home: Home | None = None,
    intro: str = "",
    other: tuple[str, str] = ("", ""),
) -> HttpResponse:
    """The form; once it is right, what it asks for is written, and a refusal stands above it."""
    if form.is_valid():
        try:
            kept: Any = write()
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "That is kept.")
            return redirect(home or kept)
    shown = {"form": form, "title": title, "button": button, "home": home, "intro": intro, "other": other}
    return render(request, "homes/form.html", shown, status=422 if form.errors else 200)


def _home(
    request: SiteRequest, one: Home, *, title: str, button: str, home: Home | None = None
) -> HttpResponse:
    form = HomeForm(request.POST or None, instance=one, providers=queries.providers_of(request.actor.here))

    def write() -> Home:
        return keeping.keep_home(form.save(commit=False), offers=form.offers(), by=request.actor)

    return answered(request, form, write, title=title, button=button, home=home)


def _about(
    request: SiteRequest,
    kind: type[forms.ModelForm],
    model: type[models.Model],
    one: Home,
    keep: Callable[..., models.Model],
    *,
    title: str,
    intro: str = "",
) -> HttpResponse:
    """A form for something new about a home."""
    form = kind(request.POST or None, instance=model(authority=one.authority, home=one))
    return answered(
        request, form, lambda: keep(form.save(commit=False), by=request.actor),
        title=f"{title}: {one.reference}", button=title, home=one, intro=intro,
    )  # fmt: skip
