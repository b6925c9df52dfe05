"""Who holds the posts that rules name, and which councils are next to ours."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.reference.authorities import authorities
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements import actions, listing
from sufficiency.web.placements.forms.posts import NeighboursForm, PostForm
from sufficiency.web.placements.models import HeldPost, Neighbour
from sufficiency.web.placements.views.pages import carry_out, form_page


@needs(Permission.PEOPLE_MANAGE)
def posts(request: SiteRequest) -> HttpResponse:
    """Every post with its holders, and the councils next to ours."""
    names = authorities()
    codes = Neighbour.objects.of(request.actor.here).values_list("code", flat=True)
    shown = {
        "posts": listing.posts(request.actor.here),
        "neighbours": sorted(names[code].name if code in names else code for code in codes),
    }
    return render(request, "placements/posts.html", shown)


@needs(Permission.PEOPLE_MANAGE)
def give_post(request: SiteRequest) -> HttpResponse:
    """Name someone as the holder of a post."""
    form = PostForm(request.POST or None, authority=request.actor.here)

    def do(filled: Any) -> str:
        held = actions.give_post(by=request.actor, **filled.cleaned_data)
        return f"{held.user.name}: {held.get_post_display()}."

    return form_page(
        request, None, form, do, title="Name who holds a post", button="Name them", then="placements:posts"
    )


@needs(Permission.PEOPLE_MANAGE)
@require_POST
def end_post(request: SiteRequest, pk: int) -> HttpResponse:
    """End a post."""
    held = get_object_or_404(HeldPost.objects.of(request.actor.here), pk=pk)

    def do() -> str:
        actions.end_post(held, by=request.actor)
        return f"{held.user.name} no longer holds it."

    carry_out(request, do)
    return redirect("placements:posts")


@needs(Permission.PEOPLE_MANAGE)
def neighbours(request: SiteRequest) -> HttpResponse:
    """Name the councils next to ours."""
    held = list(Neighbour.objects.of(request.actor.here).values_list("code", flat=True))
    form = NeighboursForm(request.POST or None, initial={"codes": held})

    def do(filled: Any) -> str:
        made = actions.set_neighbours(filled.cleaned_data["codes"], by=request.actor)
        return f"{len(made)} named. A home beyond them is at a distance."

    return form_page(
        request, None, form, do, title="Councils next to ours", button="Keep", then="placements:posts"
    )
