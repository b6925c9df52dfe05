"""Our children in other authorities' areas and whether those were told; other authorities' children in ours."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.actions import hosting as actions
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.commissioning.form_pages import FormPage, form_page, sent
from sufficiency.web.commissioning.forms.oversight import HostedForm, HostedLeftForm, TellHostForm
from sufficiency.web.commissioning.listing import oversight as listing
from sufficiency.web.homes.models import Placement
from sufficiency.web.ui.paging import ROWS_A_PAGE, page_of


@needs(Permission.OVERSIGHT_SEE)
def away(request: SiteRequest) -> HttpResponse:
    """Our children in other authorities' areas; those whose host authority is to be told come first."""
    today, may_keep = timezone.localdate(), request.actor.may(Permission.OVERSIGHT_KEEP)
    found = watched.away(request.actor.here, today)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    name = listing.namer(request.actor)
    seen(Verb.OVERSIGHT_SEEN, by=request.actor)
    shown = {
        "page": page,
        "to_tell": sum(one.notice.is_open for one in found),
        "overdue": sum(watched.is_overdue(one.notice) for one in found),
        "listing": listing.away(page.object_list, today=today, name=name, may_tell=may_keep),
    }
    return render(request, "commissioning/away.html", shown)


@needs(Permission.OVERSIGHT_KEEP)
def tell_host(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down that the host authority was told."""
    open_ones = Placement.objects.of(request.actor.here).filter(state="open", home__is_inside=False)
    found = get_object_or_404(open_ones.select_related("child", "home"), pk=pk)
    form = TellHostForm(sent(request), initial={"told_on": timezone.localdate()})
    page = FormPage(
        heading="Write down that the host authority was told",
        about=f"A child moved to {found.home.reference} on {found.started_on:%d/%m/%Y}.",
        button="Keep it",
        back=reverse("commissioning:away"),
        back_label="Our children elsewhere",
        done="It is written down.",
    )

    def keep(given: dict[str, Any]) -> str:
        actions.tell_host(found, **given, by=request.actor)
        return reverse("commissioning:away")

    return form_page(request, form, page, keep)


@needs(Permission.OVERSIGHT_SEE)
def hosted(request: SiteRequest) -> HttpResponse:
    """Children of other authorities in our area now."""
    may_keep = request.actor.may(Permission.OVERSIGHT_KEEP)
    page = page_of(queries.hosted_now(request.actor.here), request)
    shown = {
        "page": page,
        "listing": listing.hosted(page.object_list, may_keep=may_keep),
        "may_keep": may_keep,
    }
    return render(request, "commissioning/hosted.html", shown)


@needs(Permission.OVERSIGHT_KEEP)
def note_hosted(request: SiteRequest) -> HttpResponse:
    """Write down that another authority placed a child here."""
    form = HostedForm(sent(request), authority=request.actor.here)
    page = FormPage(
        heading="Write down a child of another authority",
        about="Their number, never a name.",
        button="Keep it",
        back=reverse("commissioning:hosted"),
        back_label="Other authorities’ children here",
        done="It is written down.",
    )

    def keep(_: object) -> str:
        actions.note_hosted(form.instance, by=request.actor)
        return reverse("commissioning:hosted")

    return form_page(request, form, page, keep)


@needs(Permission.OVERSIGHT_KEEP)
def hosted_left(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down that such a child left."""
    found = get_object_or_404(queries.hosted_now(request.actor.here), pk=pk)
    form = HostedLeftForm(sent(request))
    page = FormPage(
        heading=f"{found.their_reference} of {found.placing_authority} has left",
        button="Keep it",
        back=reverse("commissioning:hosted"),
        back_label="Other authorities’ children here",
        done="It is written down.",
    )

    def keep(given: dict[str, Any]) -> str:
        actions.hosted_left(found, on=given["on"], by=request.actor)
        return reverse("commissioning:hosted")

    return form_page(request, form, page, keep)
