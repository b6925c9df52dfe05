"""Choosing, approving, moving in, how it goes, and what a breakdown teaches."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions
from sufficiency.web.placements.forms.steps import (
    CheckForm,
    ChooseForm,
    DisruptionForm,
    PlaceForm,
    ReasonForm,
)
from sufficiency.web.placements.models import Approval, Check, Promise
from sufficiency.web.placements.views.pages import carry_out, form_page, found, version_of


@needs(Permission.HOMES_FIND)
def choose(request: SiteRequest, pk: int, home: int) -> HttpResponse:
    """Choose a home, and write why."""
    asked = found(request, pk)
    place = get_object_or_404(Home.objects.of(request.actor.here), pk=home)
    form = ChooseForm(request.POST or None)

    def do(filled: Any) -> str:
        actions.choose(asked, place, by=request.actor, version=version_of(request), **filled.values())
        return f"{place.reference} is chosen."

    return form_page(request, asked, form, do, title=f"Choose {place.reference}", button="Choose this home")


@needs(Permission.HOMES_FIND)
def fall_through(request: SiteRequest, pk: int) -> HttpResponse:
    """The chosen home is not possible after all."""
    asked, form = found(request, pk), ReasonForm(request.POST or None)

    def do(filled: Any) -> str:
        actions.fall_through(asked, because=filled.cleaned_data["reason"], by=request.actor)
        return "The search goes on."

    return form_page(request, asked, form, do, title="The home fell through", button="Go on looking")


@needs(Permission.REQUESTS_SEE)
def approve(request: SiteRequest, pk: int, approval: int) -> HttpResponse:
    """Approve, or note that the host authority was told."""
    asked, form = found(request, pk), ReasonForm(request.POST or None)
    one = get_object_or_404(Approval, pk=approval, choice__request=asked)

    def do(filled: Any) -> str:
        actions.approve(one, reason=filled.cleaned_data["reason"], by=request.actor)
        return f"{one.get_kind_display()}: done."

    return form_page(request, asked, form, do, title=one.get_kind_display(), button="Write down")


@needs(Permission.PLACES_TAKE)
def place(request: SiteRequest, pk: int) -> HttpResponse:
    """Let the children move in."""
    asked = found(request, pk)
    form = PlaceForm(request.POST or None, initial={"on": timezone.localdate()})

    def do(filled: Any) -> str:
        made = actions.place(asked, by=request.actor, version=version_of(request), **filled.cleaned_data)
        return f"{len(made)} placed, with the commitment. The first check is in 72 hours."

    return form_page(request, asked, form, do, title="Moving in", button="Place")


@needs(Permission.REQUESTS_WRITE)
def check(request: SiteRequest, pk: int, check: int) -> HttpResponse:
    """Write down how the child has settled."""
    asked, form = found(request, pk), CheckForm(request.POST or None)
    one = get_object_or_404(Check, pk=check, request=asked)

    def do(filled: Any) -> str:
        actions.check(one, by=request.actor, **filled.cleaned_data)
        return f"Check at {one.get_kind_display()}: written down."

    return form_page(
        request, asked, form, do, title=f"Check at {one.get_kind_display()}", button="Write down"
    )


@needs(Permission.REQUESTS_WRITE)
@require_POST
def keep_promise(request: SiteRequest, pk: int, promise: int) -> HttpResponse:
    """A promised support is there."""
    asked = found(request, pk)
    one = get_object_or_404(Promise, pk=promise, choice__request=asked)

    def do() -> str:
        actions.keep_promise(one, by=request.actor)
        return f"{one.text}: there."

    carry_out(request, do)
    return redirect(asked)


@needs(Permission.REQUESTS_WRITE)
def disruption(request: SiteRequest, pk: int) -> HttpResponse:
    """Review a placement that broke down."""
    asked, form = found(request, pk), DisruptionForm(request.POST or None)

    def do(filled: Any) -> str:
        actions.review_disruption(asked, by=request.actor, **filled.cleaned_data)
        return "The review is written down."

    return form_page(request, asked, form, do, title="What this breakdown teaches", button="Write down")


@needs(Permission.HOMES_FIND)
@require_POST
def close(request: SiteRequest, pk: int) -> HttpResponse:
    """Close the request."""
    asked = found(request, pk)

    def do() -> str:
        actions.close(asked, by=request.actor)
        return f"{asked.reference} is closed."

    carry_out(request, do)
    return redirect(asked)
