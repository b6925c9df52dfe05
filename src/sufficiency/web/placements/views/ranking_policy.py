"""How homes are ranked: what holds, what is proposed, what the panel says."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.matching.scoring import weights_of
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.placements import actions, analytics, policies
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.forms.ranking_policy import RankingForm, SettleForm, started_with
from sufficiency.web.placements.models import RankingPolicy
from sufficiency.web.placements.views.pages import carry_out


@needs(Permission.PANEL_CASES_SEE)
def ranking(request: SiteRequest) -> HttpResponse:
    """Every criterion with its weight, the tolerance, and every version."""
    return render(request, "placements/ranking.html", policies.page(request.actor))


@needs(Permission.CHALLENGE_ANSWER)
def propose_ranking(request: SiteRequest) -> HttpResponse:
    """Propose other weights or another tolerance."""
    held = analytics.policy_of(RankingPolicy.in_force(request.actor.here))
    form = RankingForm(request.POST or None, initial=started_with(weights_of(held), held.tolerance))
    if form.is_valid():
        told = form.cleaned_data
        try:
            made = actions.propose_ranking(
                weights=form.weights, tolerance=told["tolerance"], reason=told["reason"], by=request.actor
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, f"Version {made.version} waits for the panel. Here is what it would change."
            )
            return redirect(made)
    return render(request, "placements/ranking_propose.html", {"form": form})


@needs(Permission.PANEL_CASES_SEE)
def ranking_policy(request: SiteRequest, pk: int) -> HttpResponse:
    """One version: what it changes, and what it would do to the requests that are open now."""
    policy = get_object_or_404(
        RankingPolicy.objects.of(request.actor.here).select_related("authority"), pk=pk
    )
    if policy.is_waiting:
        # Names no child, but ranks homes for requests: that somebody looked is kept like other rankings.
        seen(Verb.RANKING_POLICY_SEEN, by=request.actor, on=policy)
    shown = policies.proposal(policy, request.actor)
    return render(request, "placements/ranking_policy.html", {**shown, "form": SettleForm()})


@needs(Permission.PANEL_CASES_SEE)
@require_POST
def settle_ranking(request: SiteRequest, pk: int) -> HttpResponse:
    """Agree a proposal, or send it back."""
    policy = get_object_or_404(
        RankingPolicy.objects.of(request.actor.here).select_related("authority"), pk=pk
    )
    form = SettleForm(request.POST)
    if form.is_valid():
        try:
            found = actions.settle_ranking(policy, by=request.actor, **form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Version {found.version}: {found.get_state_display().lower()}.")
            return redirect("placements:ranking")
    policy.refresh_from_db()
    shown = policies.proposal(policy, request.actor)
    return render(request, "placements/ranking_policy.html", {**shown, "form": form})


@needs(Permission.CHALLENGE_ANSWER)
@require_POST
def take_back_ranking(request: SiteRequest, pk: int) -> HttpResponse:
    """Take back one’s own proposal."""
    policy = get_object_or_404(RankingPolicy.objects.of(request.actor.here), pk=pk)

    def do() -> str:
        found = actions.take_back_ranking(policy, by=request.actor)
        return f"Version {found.version} is taken back. Nothing has changed."

    carry_out(request, do)
    return redirect("placements:ranking")
