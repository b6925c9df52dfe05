"""The register of homes: the list with what is free tonight, one home, one provider, homes of concern."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from sufficiency.analytics.homes.places import places_of
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import counting, listing, pictures, queries, vacancies, wording
from sufficiency.web.homes.forms import HomeFilters, UncoverForm
from sufficiency.web.homes.models import Home, Placement, Provider
from sufficiency.web.ui.components import Table
from sufficiency.web.ui.paging import page_of, sorting

MOST_LIVED = 50  # who lived there longest ago is on the child's page


@needs(Permission.HOMES_SEE)
def homes(request: SiteRequest) -> HttpResponse:
    """The register, narrowed by the filters; what is free tonight stands on top."""
    now, here = timezone.now(), request.actor.here
    filters = HomeFilters(request.GET)
    sorted_by, field = sorting(request, listing.SORTED_BY, default="reference")
    found = filters.among(filters.narrow(Home.objects.of(here)), here, at=now)
    page = page_of(found.order_by(field, "reference").values_list("pk", flat=True), request)
    numbers = list(page.object_list)
    rows = queries.judged(queries.homes_of(here)).in_bulk(numbers)
    known = vacancies.known(here, at=now, homes=numbers)
    sums = counting.by_kind(here, now)
    shown = {
        "filters": filters,
        "page": page,
        "listing": listing.register(
            [rows[number] for number in numbers], known, sorted_by=sorted_by, now=now
        ),
        "free": listing.free_places(sums),
        "all": counting.together(sums),
        "homes": sum(one.homes for one in sums),
        "confirmed": queries.confirmed_lately(here, now),
        "key": wording.KEY,
        **_powers(request),
    }
    return render(request, "homes/list.html", shown)


@needs(Permission.HOMES_SEE)
def home(request: SiteRequest, pk: int) -> HttpResponse:
    """One home."""
    return _shown(request, found(request, pk), uncovered=False)


@needs(Permission.ADDRESSES_SEE)
def address(request: SiteRequest, pk: int) -> HttpResponse:
    """The same page with the postcode uncovered, once a reason is given."""
    one, form = found(request, pk), UncoverForm(request.POST or None)
    if form.is_valid():
        seen(Verb.HOME_ADDRESS_SEEN, by=request.actor, on=one, reason=form.cleaned_data["reason"])
        return _shown(request, one, uncovered=True)
    shown = {
        "home": one,
        "form": form,
        "title": f"Show where {one.reference} is",
        "intro": "Where children live is covered, because some must not be found. That you uncovered it is recorded.",
        "button": "Show the postcode",
    }
    return render(request, "homes/form.html", shown)


@needs(Permission.HOMES_SEE)
def provider(request: SiteRequest, pk: int) -> HttpResponse:
    """One provider and its homes."""
    one = get_object_or_404(Provider.objects.of(request.actor.here), pk=pk)
    now = timezone.now()
    rows = queries.judged(queries.homes_of(request.actor.here)).filter(provider=one).order_by("reference")
    page = page_of(rows, request)
    known = queries.known(request.actor.here, at=now, homes=[row.pk for row in page.object_list])
    shown = {
        "provider": one,
        "page": page,
        "listing": listing.register(page.object_list, known, sorted_by="", now=now),
        "inspections": listing.inspections(one.inspections.all()),
        **_powers(request),
    }
    return render(request, "homes/provider.html", shown)


@needs(Permission.CHILDREN_SEE)
def concern(request: SiteRequest) -> HttpResponse:
    """Every child who lives in a home that is inadequate or stopped."""
    day = timezone.localdate()
    of_concern = list(queries.of_concern(queries.homes_of(request.actor.here), day).order_by("reference"))
    living = queries.living_in_any(of_concern)
    for child in {placement.child for placements in living.values() for placement in placements}:
        seen(Verb.HOME_CHILDREN_SEEN, by=request.actor, on=child, child=child.reference)
    shown = {
        "parts": [(one, _why(one), _living(one, living.get(one.pk, []))) for one in of_concern],
        "children": sum(len(placements) for placements in living.values()),
    }
    return render(request, "homes/concern.html", shown)


def found(request: SiteRequest, pk: int) -> Home:
    """The home of this authority, or nothing there."""
    return get_object_or_404(
        queries.homes_of(request.actor.here).select_related("authority", "ofsted"), pk=pk
    )


def _shown(request: SiteRequest, one: Home, *, uncovered: bool) -> HttpResponse:
    now, actor = timezone.now(), request.actor
    day = timezone.localdate(now)
    standing = queries.standings(one.authority, at=now, homes=[one.pk]).get(one.pk, queries.EMPTY)
    places = places_of(standing)
    approvals = list(one.approvals.order_by("starts_on"))
    may_take, may_keep = actor.may(Permission.PLACES_TAKE), actor.may(Permission.HOMES_KEEP)
    may_keep_open = may_keep and not one.is_closed
    shown = {
        "home": one,
        "places": places,
        "drawn": wording.drawn(places),
        "sentence": wording.in_words(places),
        "key": wording.KEY,
        "confirmed": wording.confirmed(one, now=now),
        "facts": listing.facts(one, uncovered=uncovered),
        "daily_life": listing.daily_life(one),
        "approval": next((each for each in approvals if each.holds_on(day)), None),
        "picture": pictures.approvals(approvals, today=day),
        "approvals": listing.approvals(approvals, may_keep=may_keep),
        "inspections": listing.inspections(one.inspections.all() or one.provider.inspections.all()),
        "stops": listing.stops(one.stops.all(), today=day, may_keep=may_keep_open),
        "holds": listing.holds(queries.holds_of(one, now), now=now, may_take=may_take),
        "confirmations": listing.confirmations(one.confirmations.all()[:10]),
        "is_stopped": queries.is_stopped(one, day),
        "is_of_concern": queries.is_of_concern(one),
        "uncovered": uncovered,
        "may_uncover": not uncovered and actor.may(Permission.ADDRESSES_SEE) and one.postcode,
        **_children(request, one, may_take=may_take),
        **_powers(request),
    }
    return render(request, "homes/home.html", shown)


def _children(request: SiteRequest, one: Home, *, may_take: bool) -> dict[str, Any]:
    """Who lives and lived there, for those who see children; each child whose name is shown is recorded."""
    if not request.actor.may(Permission.CHILDREN_SEE):
        return {}
    here, before = list(queries.living_in(one)), list(queries.lived_in(one)[:MOST_LIVED])
    children: dict[str, Placement] = {each.child.reference: each for each in [*here, *before]}
    for reference in children:
        seen(Verb.HOME_CHILDREN_SEEN, by=request.actor, on=one, child=reference)
    return {
        "sees_children": True,
        "living": listing.living(here, may_take=may_take),
        "lived": listing.lived(before),
    }


def _living(one: Home, placements: list[Placement]) -> Table:
    return listing.living(placements, may_take=False, of=f"in {one.reference}")


def _why(one: Any) -> str:
    judged = one.judgement or one.agency_judgement
    return "Inadequate or serious weaknesses" if judged in queries.OF_CONCERN else "Placing is stopped"


def _powers(request: SiteRequest) -> dict[str, bool]:
    return {
        "may_keep": request.actor.may(Permission.HOMES_KEEP),
        "may_take": request.actor.may(Permission.PLACES_TAKE),
        "may_see_children": request.actor.may(Permission.CHILDREN_SEE),
    }
