"""Ofsted's list of providers, with which returns are checked: what is there, another, none."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.returns import actions, listing, queries, receiving
from sufficiency.web.returns.forms import ProvidersForm
from sufficiency.web.returns.limits import MEGABYTE, takes_files

LARGEST_LIST = 20 * MEGABYTE  # all that Ofsted registers in England is about 3


@needs(Permission.RETURNS_UPLOAD)
@takes_files(up_to=LARGEST_LIST)
def providers(request: SiteRequest) -> HttpResponse:
    """See the list that is there, and give another."""
    form = ProvidersForm(request.POST, request.FILES) if request.method == "POST" else ProvidersForm()
    if form.is_valid():
        try:
            kept = receiving.give_providers(form.cleaned_data["given_file"], by=request.actor)
            messages.success(request, f"Returns are checked with {kept.file} from now on.")
            return redirect("returns:providers")
        except ReadingError as problem:
            form.add_error("given_file", f"{problem.what} {problem.what_next}")
    listed = queries.provider_list(request.actor.here)
    shown = {
        "form": form,
        "facts": listing.provider_list(listed) if listed else None,
        "latest": queries.latest_stored(request.actor.here),
    }
    return render(request, "returns/providers.html", shown, status=422 if form.errors else 200)


@needs(Permission.RETURNS_UPLOAD)
def remove(request: SiteRequest) -> HttpResponse:
    """Do without the list: the rules that need it say that they could not run."""
    listed = queries.provider_list(request.actor.here)
    if request.method == "POST" and listed is not None:
        actions.remove_providers(listed, by=request.actor)
        messages.success(request, "The list of providers was removed.")
    return redirect("returns:providers")
