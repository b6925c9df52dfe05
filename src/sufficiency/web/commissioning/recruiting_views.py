"""Recruiting carers: the pipeline and the goal, households, one household, moving it on, the list as a file."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.actions import recruiting as actions
from sufficiency.web.commissioning.analytics import recruiting as analytics
from sufficiency.web.commissioning.form_pages import FormPage, form_page, sent
from sufficiency.web.commissioning.forms.recruiting import (
    CaseFilters,
    CaseForm,
    GoalForm,
    MoveForm,
    NewCaseForm,
)
from sufficiency.web.commissioning.listing import recruiting as listing
from sufficiency.web.commissioning.models import CarerCase, RecruitmentGoal
from sufficiency.web.commissioning.states import STAGE_MOVES
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.paging import page_of, sorting


@needs(Permission.COMMISSIONING_SEE)
def recruiting(request: SiteRequest) -> HttpResponse:
    """The goal and how far it is reached, every stage, and the households."""
    today, here = timezone.localdate(), request.actor.here
    filters = CaseFilters(request.GET)
    sorted_by, field = sorting(request, listing.SORTED_BY, default="name")
    page = page_of(filters.narrow(queries.cases_of(here)).order_by(field, "pk"), request)
    stages, goal = analytics.stages(here, today), analytics.goal_and_progress(here, today)
    shown = {
        "filters": filters,
        "page": page,
        "listing": listing.cases(page.object_list, today=today, sorted_by=sorted_by),
        "stages": listing.stages(stages) if stages else None,
        "years": listing.years(*goal) if goal else None,
        "figure": listing.path(*goal) if goal else None,
        "may_keep": request.actor.may(Permission.COMMISSIONING_KEEP),
    }
    return render(request, "commissioning/recruiting.html", shown)


@needs(Permission.COMMISSIONING_SEE)
def carer_case(request: SiteRequest, pk: int) -> HttpResponse:
    """One household: what is known, its way so far."""
    return _shown(request, _case(request, pk))


@needs(Permission.COMMISSIONING_KEEP)
def move_case(request: SiteRequest, pk: int) -> HttpResponse:
    """Move a household to its next stage."""
    found = _case(request, pk)
    form = MoveForm(sent(request), case=found)
    page = FormPage(
        heading=f"Move {found.reference} on",
        about=f"{found.name} stands at {found.stage_of.label.lower()}.",
        button="Move it",
        back=found.get_absolute_url(),
        back_label=str(found),
        done="The household was moved.",
    )

    def move(given: Mapping[str, Any]) -> CarerCase:
        to = Stage(given["to"])
        return actions.move_case(found, to, on=given["on"], reason=given["reason"], by=request.actor)

    return form_page(request, form, page, move)


@needs(Permission.COMMISSIONING_KEEP)
def new_case(request: SiteRequest) -> HttpResponse:
    """Write down an enquiry."""
    form = NewCaseForm(sent(request), authority=request.actor.here)
    page = FormPage(
        heading="Write down an enquiry",
        button="Keep the enquiry",
        back=reverse("commissioning:recruiting"),
        back_label="Recruiting carers",
        done="The enquiry is kept.",
    )
    return form_page(
        request, form, page, lambda given: actions.open_case(form.instance, on=given["on"], by=request.actor)
    )


@needs(Permission.COMMISSIONING_KEEP)
def change_case(request: SiteRequest, pk: int) -> HttpResponse:
    """Change what is known of a household."""
    found = _case(request, pk)
    form = CaseForm(sent(request), instance=found, authority=request.actor.here)
    page = FormPage(
        heading=f"Change {found.reference}",
        button="Keep the change",
        back=found.get_absolute_url(),
        back_label=str(found),
        done="The change is kept.",
    )
    return form_page(request, form, page, lambda _: actions.change_case(form.instance, by=request.actor))


@needs(Permission.COMMISSIONING_KEEP)
def goal(request: SiteRequest) -> HttpResponse:
    """Set how many more places are wanted."""
    here = request.actor.here
    found = queries.goal_of(here)
    form = GoalForm(sent(request), goal=found, today=timezone.localdate())
    page = FormPage(
        heading="Set the goal",
        about="A household counts with its places from the day of its approval, and takes them with it when it leaves.",
        button="Set the goal",
        back=reverse("commissioning:recruiting"),
        back_label="Recruiting carers",
        done="The goal is set.",
    )

    def keep(given: Mapping[str, Any]) -> str:
        row = found or RecruitmentGoal(authority=here)
        row.first_year = int(given["first_year"])
        row.each_year, row.at_least, row.source = given["each_year"], given["at_least"], given["source"]
        actions.set_goal(row, by=request.actor)
        return reverse("commissioning:recruiting")

    return form_page(request, form, page, keep)


@needs(Permission.COMMISSIONING_SEE)
def download_recruiting(request: SiteRequest) -> HttpResponse:
    """The households by reference, with the day of each stage, as CSV. Names stay here."""
    found = CaseFilters(request.GET).narrow(queries.cases_of(request.actor.here))
    seen(Verb.COMMISSIONING_EXPORTED, by=request.actor, reason="recruiting")
    return csv_download(csv_text(listing.records(found)), name="recruiting")


def _case(request: SiteRequest, pk: int) -> CarerCase:
    return get_object_or_404(queries.cases_of(request.actor.here).select_related("home"), pk=pk)


def _shown(request: SiteRequest, found: CarerCase) -> HttpResponse:
    may_keep = request.actor.may(Permission.COMMISSIONING_KEEP)
    shown = {
        "case": found,
        "facts": listing.facts(found),
        "way": listing.way(found),
        "may_keep": may_keep,
        "may_move": may_keep and bool(STAGE_MOVES[found.stage_of]),
    }
    return render(request, "commissioning/case.html", shown)
