"""Children: the list, one child, and where one child lives. Each look is recorded."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children import analytics, listing, queries, timeline
from sufficiency.web.children.forms import ChildFilters, UncoverAddresses
from sufficiency.web.children.models import Child
from sufficiency.web.ui.paging import page_of, sorting


@needs(Permission.CHILDREN_SEE)
def children(request: SiteRequest) -> HttpResponse:
    """The children of the stored returns, narrowed by the filters."""
    as_at = queries.as_at(request.actor.here)
    if as_at is None:
        return render(request, "children/nobody.html")
    filters = ChildFilters(request.GET, as_at=as_at)
    sorted_by, field = sorting(request, listing.SORTED_BY, default="reference")
    found = filters.narrow(queries.children_of(request.actor.here)).order_by(
        field.replace("--", ""), "reference"
    )
    page = page_of(found, request)
    seen(Verb.CHILDREN_SEEN, by=request.actor, child=request.GET.get("reference", "")[:40])
    shown = {
        "filters": filters,
        "page": page,
        "listing": listing.of(page.object_list, as_at=as_at, sorted_by=sorted_by),
        "in_care": found.filter(in_care_since__isnull=False).count(),
        "as_at": as_at,
    }
    return render(request, "children/list.html", shown)


@needs(Permission.CHILDREN_SEE)
def child(request: SiteRequest, pk: int) -> HttpResponse:
    """One child: who they are, where they have lived, and every row about them."""
    found = _child(request, pk)
    seen(Verb.CHILD_SEEN, by=request.actor, on=found, child=found.reference)
    return _shown(request, found, uncovered=False)


@needs(Permission.ADDRESSES_SEE)
def addresses(request: SiteRequest, pk: int) -> HttpResponse:
    """The same page with addresses uncovered, once a reason is given."""
    found = _child(request, pk)
    form = UncoverAddresses(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        seen(Verb.ADDRESS_SEEN, by=request.actor, on=found, child=found.reference, reason=reason)
        return _shown(request, found, uncovered=True)
    return render(request, "children/addresses.html", {"child": found, "form": form})


def _child(request: SiteRequest, pk: int) -> Child:
    return get_object_or_404(queries.children_of(request.actor.here).select_related("authority"), pk=pk)


def _shown(request: SiteRequest, found: Child, *, uncovered: bool) -> HttpResponse:
    life = analytics.life_of(found)
    as_at = queries.as_at(request.actor.here)
    shown = {
        "child": found,
        "facts": listing.facts(found, as_at=as_at) if as_at else [],
        "figure": timeline.figure(life) if life and life.stays else None,
        "tables": listing.tables(queries.rows_about(found), uncovered=uncovered),
        "may_uncover": not uncovered and request.actor.may(Permission.ADDRESSES_SEE),
        "uncovered": uncovered,
    }
    return render(request, "children/child.html", shown)
