"""Holding and taking places: the placement officer's own pages."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.actions import add_child
from sufficiency.web.homes import actions
from sufficiency.web.homes.forms import WhyForm
from sufficiency.web.homes.keeping_views import answered
from sufficiency.web.homes.models import Placement
from sufficiency.web.homes.taking_forms import AddChildForm, EndForm, HoldForm, PlaceForm
from sufficiency.web.homes.views import found


@needs(Permission.PLACES_TAKE)
def place(request: SiteRequest, pk: int) -> HttpResponse:
    """Place a child in a home: the vacancy is gone with it."""
    one = found(request, pk)
    form = PlaceForm(request.POST or None, home=one)

    def write() -> Placement:
        given = dict(form.cleaned_data)
        child = given.pop("child")
        held = one.holds.filter(state="held", for_whom=child.reference).first()
        return actions.place(one, child, by=request.actor, hold=held, **given)

    return answered(
        request, form, write, title=f"Place a child in {one.reference}", button="Place the child", home=one,
        intro="The place is taken at once, whatever day the child comes.",
    )  # fmt: skip


@needs(Permission.PLACES_TAKE)
def hold(request: SiteRequest, pk: int) -> HttpResponse:
    """Keep a place until a time."""
    one, form = found(request, pk), HoldForm(request.POST or None)
    return answered(
        request, form,
        lambda: actions.hold(
            one, for_whom=form.cleaned_data["for_whom"].strip(), until=form.until(), by=request.actor,
            with_siblings=form.cleaned_data["with_siblings"], in_emergency=form.cleaned_data["in_emergency"],
        ),
        title=f"Hold a place in {one.reference}", button="Hold the place", home=one,
        intro="After that time the place is free again without anyone doing anything.",
    )  # fmt: skip


@needs(Permission.PLACES_TAKE)
def release(request: SiteRequest, pk: int, held: int) -> HttpResponse:
    """Let a held place go."""
    one, form = found(request, pk), WhyForm(request.POST or None)
    hold = get_object_or_404(one.holds, pk=held)
    return answered(
        request, form, lambda: actions.release(hold, why=form.cleaned_data["why"], by=request.actor),
        title=f"Release the place held for {hold.for_whom}", button="Release the place", home=one,
    )  # fmt: skip


@needs(Permission.PLACES_TAKE)
def end(request: SiteRequest, pk: int, placement: int) -> HttpResponse:
    """End a placement."""
    one, form = found(request, pk), EndForm(request.POST or None)
    living = get_object_or_404(one.placements.select_related("child", "home"), pk=placement)
    return answered(
        request, form,
        lambda: actions.end(
            living, on=form.cleaned_data["on"], why=form.cleaned_data["why"], by=request.actor
        ),
        title=f"End the placement of child {living.child.reference}", button="End the placement", home=one,
        other=(reverse("homes:cancel", args=[one.pk, living.pk]), "The child never came: cancel it instead"),
    )  # fmt: skip


@needs(Permission.PLACES_TAKE)
def cancel(request: SiteRequest, pk: int, placement: int) -> HttpResponse:
    """Take back a placement that did not happen."""
    one, form = found(request, pk), WhyForm(request.POST or None)
    living = get_object_or_404(one.placements.select_related("child", "home"), pk=placement)
    return answered(
        request, form, lambda: actions.cancel(living, why=form.cleaned_data["why"], by=request.actor),
        title=f"The placement of child {living.child.reference} did not happen", button="Cancel the placement",
        home=one,
    )  # fmt: skip


@needs(Permission.PLACES_TAKE)
def add_a_child(request: SiteRequest) -> HttpResponse:
    """Make a child known whom no return tells of yet."""
    form = AddChildForm(request.POST or None)
    if form.is_valid():
        child = add_child(request.actor.here, by=request.actor, **form.cleaned_data)
        messages.success(request, f"Child {child.reference} is known now.")
        return redirect("children:child", child.pk)
    shown = {"form": form, "title": "Add a child", "button": "Add the child"}
    return render(request, "homes/form.html", shown, status=422 if form.errors else 200)
