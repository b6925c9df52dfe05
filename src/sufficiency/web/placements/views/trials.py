"""Try the ranking against your own judgement: the blind study, its cases and what it found."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements import actions, trials as study
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.forms.trials import AfterForm, PickForm
from sufficiency.web.placements.models import Trial


@needs(Permission.REQUESTS_SEE)
def trials(request: SiteRequest) -> HttpResponse:
    """What it is, and what was found so far; hidden while few have taken part."""
    return render(request, "placements/trials.html", study.page(request.actor))


@needs(Permission.HOMES_FIND)
@require_POST
def begin_trial(request: SiteRequest) -> HttpResponse:
    """Open the next case. The time is taken from here."""
    try:
        return redirect(actions.begin_trial(by=request.actor))
    except RefusedError as refused:
        messages.warning(request, str(refused))
        return redirect("placements:trials")


@needs(Permission.HOMES_FIND)
def trial(request: SiteRequest, pk: int) -> HttpResponse:
    """One’s own case: the homes to choose from, and after that the ranking."""
    mine = Trial.objects.of(request.actor.here).filter(officer=request.actor.user)
    one = get_object_or_404(mine.select_related("ranking_policy"), pk=pk)
    return _after(request, one) if one.picked else _before(request, one)


def _before(request: SiteRequest, one: Trial) -> HttpResponse:
    shown = study.before(one)
    form = PickForm(request.POST or None, homes=[(name, name) for name, _ in shown["homes"]])
    if form.is_valid() and _done(
        form, lambda: actions.pick_home(one, form.cleaned_data["home"], by=request.actor)
    ):
        return redirect(one)
    return render(request, "placements/trial.html", {"trial": one, "form": form, **shown})


def _after(request: SiteRequest, one: Trial) -> HttpResponse:
    # A second click on “choose” comes here too: it carries no answer to what is asked now.
    form = AfterForm(request.POST if "keeps" in request.POST or "because" in request.POST else None)
    if form.is_valid() and _done(form, lambda: actions.say_after(one, by=request.actor, **form.cleaned_data)):
        messages.success(request, f"Case {one.number} is judged.")
        return redirect("placements:trials")
    return render(request, "placements/trial_after.html", {"trial": one, "form": form, **study.after(one)})


def _done(form: Any, do: Any) -> bool:
    """Whether it was carried out; what was refused is said on the form."""
    try:
        do()
    except MovedOnError:
        return True  # a double click: the page that follows shows what counts
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return False
    return True
