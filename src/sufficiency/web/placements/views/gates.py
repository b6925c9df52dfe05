"""Family and friends, the challenge, thresholds, rules set aside."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions, listing
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.forms.steps import (
    ChallengeForm,
    KinCloseForm,
    KinForm,
    ReasonForm,
    SetAsideForm,
    ThresholdForm,
)
from sufficiency.web.placements.models import Threshold
from sufficiency.web.placements.views.pages import carry_out, form_page, found, version_of


@needs(Permission.REQUESTS_WRITE)
def kin(request: SiteRequest, pk: int) -> HttpResponse:
    """Family and friends who were thought of; add one more, or close the question."""
    asked, form = found(request, pk), KinForm(request.POST or None, authority=request.actor.here)
    if form.is_valid():
        told = dict(form.cleaned_data)
        actions.think_of(asked, by=request.actor, name=told.pop("name"), **told)
        return redirect("placements:kin", pk)
    shown = {"asked": asked, "form": form, "close": KinCloseForm(), "people": listing.kin(asked)}
    return render(request, "placements/kin.html", shown)


@needs(Permission.REQUESTS_WRITE)
@require_POST
def close_kin(request: SiteRequest, pk: int) -> HttpResponse:
    """Close the question."""
    asked, form = found(request, pk), KinCloseForm(request.POST)

    def do() -> str:
        if not form.is_valid():
            raise RefusedError("Say whether a family group meeting was offered.")
        actions.close_kin(asked, by=request.actor, **form.cleaned_data)
        return "Family and friends: closed."

    carry_out(request, do)
    return redirect("placements:kin", pk)


@needs(Permission.CHALLENGE_ANSWER)
def kin_aside(request: SiteRequest, pk: int) -> HttpResponse:
    """Let a home be chosen before family and friends are settled."""
    asked, form = found(request, pk), ReasonForm(request.POST or None)

    def do(filled: Any) -> str:
        actions.set_kin_aside(asked, reason=filled.cleaned_data["reason"], by=request.actor)
        return "A home may be chosen; family and friends stay open as a task."

    return form_page(
        request,
        asked,
        form,
        do,
        title="Choose a home before family and friends are settled",
        button="Set aside",
    )


@needs(Permission.CHALLENGE_ANSWER)
def challenge(request: SiteRequest, pk: int) -> HttpResponse:
    """Answer whether it is an emergency."""
    asked, form = found(request, pk), ChallengeForm(request.POST or None)

    def do(filled: Any) -> str:
        made = actions.answer_challenge(
            asked, by=request.actor, version=version_of(request), **filled.cleaned_data
        )
        if made.is_emergency:
            return "It is an emergency. Homes can be asked now; the panel ratifies it."
        return f"It is not an emergency ({made.first_no}). It goes to the panel."

    return form_page(
        request, asked, form, do, title="Is it an emergency?", button="Answer", threshold=_threshold(request)
    )


@needs(Permission.CHALLENGE_ANSWER)
def set_aside(request: SiteRequest, pk: int, home: int) -> HttpResponse:
    """Write down that a rule was set aside for a home."""
    asked = found(request, pk)
    place = get_object_or_404(Home.objects.of(request.actor.here), pk=home)
    form = SetAsideForm(request.POST or None, initial={"rule": request.GET.get("rule", "")})

    def do(filled: Any) -> str:
        actions.set_rule_aside(asked, home=place, by=request.actor, **filled.cleaned_data)
        return f"The rule is set aside for {place.reference}, for the reason given."

    return form_page(
        request, asked, form, do, title=f"Set a rule aside for {place.reference}", button="Set aside"
    )


@needs(Permission.REQUESTS_SEE)
def thresholds(request: SiteRequest) -> HttpResponse:
    """Every version of what counts as an emergency."""
    shown = {
        "versions": Threshold.objects.of(request.actor.here),
        "may_set": request.actor.may(Permission.CHALLENGE_ANSWER),
    }
    return render(request, "placements/thresholds.html", shown)


@needs(Permission.CHALLENGE_ANSWER)
def set_threshold(request: SiteRequest) -> HttpResponse:
    """Publish a new version."""
    form = ThresholdForm(request.POST or None)

    def do(filled: Any) -> str:
        made = actions.set_threshold(by=request.actor, **filled.cleaned_data)
        return f"Version {made.version} holds from {made.from_day:%d/%m/%Y}."

    return form_page(
        request,
        None,
        form,
        do,
        title="Set what counts as an emergency",
        button="Publish",
        then="placements:thresholds",
    )


def _threshold(request: SiteRequest) -> Threshold | None:
    return Threshold.on(request.actor.here, timezone.localdate())
