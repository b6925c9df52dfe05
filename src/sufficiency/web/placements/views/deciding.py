"""Choosing, approving, moving in, how it goes, and what a breakdown teaches."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions
from sufficiency.web.placements.actions.moving import children_of
from sufficiency.web.placements.forms.steps import (
    CheckForm,
    ChooseForm,
    DisruptionForm,
    ExtensionForm,
    PlaceForm,
    ReasonForm,
)
from sufficiency.web.placements.models import Approval, Check, Promise
from sufficiency.web.placements.plan import placement_plan
from sufficiency.web.placements.views.pages import carry_out, document_file, form_page, found, version_of


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


@needs(Permission.REQUESTS_SEE)
def plan(request: SiteRequest, pk: int, form: str) -> HttpResponse:
    """The placement plan as Word or PDF, addresses covered."""
    asked = found(request, pk)
    choice = get_object_or_404(asked.choices.select_related("home", "request__authority"), is_current=True)
    seen(Verb.REFERRAL_MADE, by=request.actor, on=asked, child=children_of(asked), reason="placement plan")
    return document_file(placement_plan(choice), form, name=f"placement-plan-{asked.reference}")


@needs(Permission.REQUESTS_WRITE)
def extend(request: SiteRequest, pk: int) -> HttpResponse:
    """Ask the panel for a longer stay."""
    asked, form = found(request, pk), ExtensionForm(request.POST or None)

    def do(filled: Any) -> str:
        made = actions.ask_extension(asked, by=request.actor, **filled.cleaned_data)
        return f"The panel is asked for a stay until {made.until:%d/%m/%Y}."

    return form_page(
        request, asked, form, do, title="Ask for a longer stay", button="Put it before the panel"
    )


@needs(Permission.REQUESTS_WRITE)
def check(request: SiteRequest, pk: int, check: int) -> HttpResponse:
    """Write down how the child has settled."""
    asked, form = found(request, pk), CheckForm(request.POST or None)
    one = get_object_or_404(Check, pk=check, request=asked)

    def do(filled: Any) -> str:
        actions.check(one, by=request.actor, **filled.values())
        return f"Check at {one.get_kind_display()}: written down."

    return form_page(
        request,
        asked,
        form,
        do,
        title=f"Check at {one.get_kind_display()}",
        button="Write down",
        hint="What nobody looked at stays “Not looked at”. What is not met, or only partly, stands on the request’s "
        "page until a later check finds it met.",
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
