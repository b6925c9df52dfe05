"""Contracts: the list, one with what it came to, a new one, a changed one, and the list as a file."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.actions import contracts as actions
from sufficiency.web.commissioning.analytics import occupancy
from sufficiency.web.commissioning.form_pages import FormPage, form_page, sent
from sufficiency.web.commissioning.forms.contracts import ContractFilters, ContractForm
from sufficiency.web.commissioning.listing import contracts as listing
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.homes.history_views import changes
from sufficiency.web.homes.models import Change
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.paging import page_of, sorting

MOST_CHANGES = 50  # a contract of several years is changed a dozen times


@needs(Permission.COMMISSIONING_SEE)
def contracts(request: SiteRequest) -> HttpResponse:
    """Every contract, how it is used, and what its empty places cost."""
    today = timezone.localdate()
    filters = ContractFilters(request.GET)
    sorted_by, field = sorting(request, listing.SORTED_BY, default="reference")
    page = page_of(_narrowed(request, filters).order_by(field, "reference"), request)
    rows = [(one, occupancy.account_of(one, today)) for one in page.object_list]
    shown = {
        "filters": filters,
        "page": page,
        "listing": listing.contracts(rows, today=today, sorted_by=sorted_by),
        "spot": queries.bought_without_contract(request.actor.here),
        "voids": sum(found[1].paid_for_empty for _, found in rows if found),
        "may_keep": request.actor.may(Permission.COMMISSIONING_KEEP),
    }
    return render(request, "commissioning/contracts.html", shown)


@needs(Permission.COMMISSIONING_SEE)
def contract(request: SiteRequest, pk: int) -> HttpResponse:
    """One contract: what is agreed, what it came to, month by month."""
    found, today = _contract(request, pk), timezone.localdate()
    account = occupancy.account_of(found, today)
    months = occupancy.months_of_contract(found, today)
    days = {month: one for month, (one, _) in months.items()}
    title = f"{listing.level(account[0])} of its place-days were used so far" if account else ""
    shown = {
        "contract": found,
        "state": found.standing(today),
        "facts": listing.facts(found, today=today),
        "account": listing.account_facts(*account) if account else [],
        "months": listing.months(months) if months else None,
        "figure": listing.picture(days, title=title, caption="Use of the places, month by month"),
        "changes": changes(
            Change.objects.of(found.authority).filter(what="contract", number=found.pk)[:MOST_CHANGES]
        ),
        "living": occupancy.placements_under(found).filter(state="open").count(),
        "may_keep": request.actor.may(Permission.COMMISSIONING_KEEP),
    }
    return render(request, "commissioning/contract.html", shown)


@needs(Permission.COMMISSIONING_KEEP)
def new_contract(request: SiteRequest) -> HttpResponse:
    """Add a contract."""
    form = ContractForm(sent(request), authority=request.actor.here)
    page = FormPage(
        heading="Add a contract",
        about="Several at once come in with a workbook.",
        button="Add the contract",
        back=reverse("commissioning:contracts"),
        back_label="Contracts",
        done="The contract is kept.",
    )
    return form_page(request, form, page, _keeping(request, form))


@needs(Permission.COMMISSIONING_KEEP)
def change_contract(request: SiteRequest, pk: int) -> HttpResponse:
    """Change a contract."""
    found = _contract(request, pk)
    form = ContractForm(sent(request), instance=found, authority=request.actor.here)
    page = FormPage(
        heading=f"Change contract {found.reference}",
        button="Keep the change",
        back=listing.under(found),
        back_label=str(found),
        done="The change is kept.",
    )
    return form_page(request, form, page, _keeping(request, form))


@needs(Permission.COMMISSIONING_SEE)
def download_contracts(request: SiteRequest) -> HttpResponse:
    """The same contracts as CSV."""
    today = timezone.localdate()
    found = _narrowed(request, ContractFilters(request.GET)).prefetch_related("homes")
    seen(Verb.COMMISSIONING_EXPORTED, by=request.actor, reason="contracts")
    rows = listing.records((one, occupancy.account_of(one, today)) for one in found)
    return csv_download(csv_text(rows), name="contracts")


def _narrowed(request: SiteRequest, filters: ContractFilters) -> "QuerySet[Contract]":
    return filters.narrow(queries.contracts_of(request.actor.here), today=timezone.localdate())


def _contract(request: SiteRequest, pk: int) -> Contract:
    return get_object_or_404(queries.contracts_of(request.actor.here), pk=pk)


def _keeping(request: SiteRequest, form: ContractForm) -> Any:
    def keep(given: Mapping[str, Any]) -> Contract:
        return actions.keep_contract(form.instance, homes=given["covers"], by=request.actor)

    return keep
