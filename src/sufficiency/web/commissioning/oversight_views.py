"""Oversight: what is overdue at a glance, registration, inspections, visits, children at risk. Each look is recorded."""

from typing import Any

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
from sufficiency.web.commissioning.actions import oversight as actions
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.commissioning.form_pages import FormPage, form_page, sent
from sufficiency.web.commissioning.forms.oversight import EndRiskForm, ReviewRiskForm, RiskForm, VisitForm
from sufficiency.web.commissioning.listing import oversight as listing
from sufficiency.web.commissioning.listing.glances import glances
from sufficiency.web.commissioning.models import RiskListing
from sufficiency.web.ui.paging import page_of


@needs(Permission.OVERSIGHT_SEE)
def oversight(request: SiteRequest) -> HttpResponse:
    """What is overdue, homes of concern with every child there, unregistered settings."""
    here, today = request.actor.here, timezone.localdate()
    name = listing.namer(request.actor)
    concerns, settings = watched.concerns(here, today), watched.unregistered(here, today)
    unwritten = watched.not_written_down(here)
    seen(Verb.OVERSIGHT_SEEN, by=request.actor)
    shown = {
        "glance": glances(here, today),
        "concerns": listing.concerns(concerns, name) if concerns else None,
        "settings": listing.settings(settings, today=today, actor=request.actor) if settings else None,
        "unwritten": listing.not_written_down(unwritten, name) if unwritten else None,
        "may_keep": request.actor.may(Permission.OVERSIGHT_KEEP),
    }
    return render(request, "commissioning/oversight.html", shown)


@needs(Permission.OVERSIGHT_SEE)
def registration(request: SiteRequest) -> HttpResponse:
    """Settings for 16 and 17 year olds: registered or not, and nobody under 16 there."""
    here, today = request.actor.here, timezone.localdate()
    young = watched.too_young_there(here, today)
    found = watched.settings_16_plus(here, today)
    seen(Verb.OVERSIGHT_SEEN, by=request.actor)
    shown = {
        "listing": listing.settings_16_plus(found) if found else None,
        "unlawful": sum(one.lawful is False for one in found),
        "unknown": sum(one.lawful is None for one in found),
        "young": listing.too_young(young, listing.namer(request.actor)) if young else None,
    }
    return render(request, "commissioning/registration.html", shown)


@needs(Permission.OVERSIGHT_SEE)
def inspections(request: SiteRequest) -> HttpResponse:
    """When each home's next inspection is due."""
    today = timezone.localdate()
    found = watched.inspections(request.actor.here, today)
    shown = {"found": found, "listing": listing.inspections(found, today=today)}
    return render(request, "commissioning/inspections.html", shown)


@needs(Permission.OVERSIGHT_SEE)
def visits(request: SiteRequest) -> HttpResponse:
    """The rota of independent visits with its gaps, and every visit."""
    here, today = request.actor.here, timezone.localdate()
    found = watched.visits(here, today)
    page = page_of(queries.visits_of(here), request)
    shown = {
        "rota": listing.rota(found, today=today) if found else None,
        "gaps": watched.gaps(found),
        "page": page,
        "listing": listing.visits(page.object_list),
        "may_keep": request.actor.may(Permission.OVERSIGHT_KEEP),
    }
    return render(request, "commissioning/visits.html", shown)


@needs(Permission.OVERSIGHT_KEEP)
def write_visit(request: SiteRequest) -> HttpResponse:
    """Write down a visit."""
    form = VisitForm(sent(request), authority=request.actor.here)
    page = FormPage(
        heading="Write down a visit",
        about="Do not write anything by which a child could be found.",
        button="Keep the visit",
        back=reverse("commissioning:visits"),
        back_label="Visits",
        done="The visit is kept.",
    )

    def keep(_: object) -> str:
        actions.write_visit(form.instance, by=request.actor)
        return reverse("commissioning:visits")

    return form_page(request, form, page, keep)


@needs(Permission.OVERSIGHT_SEE)
def at_risk(request: SiteRequest) -> HttpResponse:
    """Children at risk of exploitation, with the day each is looked at again."""
    found, today = list(queries.listed_at_risk(request.actor.here)), timezone.localdate()
    seen(Verb.OVERSIGHT_SEEN, by=request.actor)
    shown = {
        "found": found,
        "listing": listing.at_risk(found, today=today, actor=request.actor),
        "overdue": sum(one.review_on < today for one in found),
        "may_keep": request.actor.may(Permission.OVERSIGHT_KEEP),
    }
    return render(request, "commissioning/at_risk.html", shown)


@needs(Permission.OVERSIGHT_KEEP)
def list_risk(request: SiteRequest) -> HttpResponse:
    """Put a child on the list."""
    form = RiskForm(sent(request), authority=request.actor.here)
    return _risk_page(request, form, heading="List a child at risk", button="List the child")


@needs(Permission.OVERSIGHT_KEEP)
def review_risk(request: SiteRequest, pk: int) -> HttpResponse:
    """Say what is being done now, and when it is looked at again."""
    found = _listing(request, pk)
    form = ReviewRiskForm(sent(request), instance=found, authority=request.actor.here)
    off = reverse("commissioning:end_risk", args=[pk])
    return _risk_page(request, form, heading=f"Review: {found.get_risk_display()}", button="Keep it", off=off)


@needs(Permission.OVERSIGHT_KEEP)
def end_risk(request: SiteRequest, pk: int) -> HttpResponse:
    """Take a child off the list."""
    found = _listing(request, pk)
    form = EndRiskForm(sent(request))
    page = FormPage(
        heading="Take a child off the list",
        button="Take the child off",
        back=reverse("commissioning:at_risk"),
        back_label="Children at risk",
        done="The child is off the list.",
    )

    def end(given: dict[str, Any]) -> str:
        actions.end_risk(found, on=given["on"], why=given["why"], by=request.actor)
        return reverse("commissioning:at_risk")

    return form_page(request, form, page, end)


def _risk_page(
    request: SiteRequest, form: RiskForm | ReviewRiskForm, *, heading: str, button: str, off: str = ""
) -> HttpResponse:
    page = FormPage(
        heading=heading,
        button=button,
        back=reverse("commissioning:at_risk"),
        back_label="Children at risk",
        done="The list is up to date.",
        other=off,
        other_label="Take the child off the list" if off else "",
    )

    def keep(_: object) -> str:
        actions.list_risk(form.instance, by=request.actor)
        return reverse("commissioning:at_risk")

    return form_page(request, form, page, keep)


def _listing(request: SiteRequest, pk: int) -> RiskListing:
    return get_object_or_404(queries.listed_at_risk(request.actor.here), pk=pk)
