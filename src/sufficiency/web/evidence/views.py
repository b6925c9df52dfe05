"""The library, gaps, policy watch, asks and replies, and the narrative."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.evidence import actions, listing, queries
from sufficiency.web.evidence.errors import NoEvidenceError
from sufficiency.web.evidence.forms import (
    AgeForm,
    AskForm,
    GapForm,
    ItemFilters,
    ItemForm,
    OwnForm,
    StatementForm,
)
from sufficiency.web.evidence.models import Ask, Gap, Item, Statement
from sufficiency.web.evidence.states import Chapter
from sufficiency.web.ui.paging import page_of


@needs(Permission.EVIDENCE_SEE)
def library(request: SiteRequest) -> HttpResponse:
    """Studies, good practice, activities, benchmarks and policy, each with place and strength."""
    filters, rows = ItemFilters(request.GET), queries.items_of(request.actor.here)
    if filters.is_valid():
        told = filters.cleaned_data
        words = told["words"]
        named = Q(title__icontains=words) | Q(source__icontains=words) | Q(place__icontains=words)
        rows = rows.filter(named) if words else rows
        for name in ("kind", "strength"):
            rows = rows.filter(**{name: told[name]}) if told[name] else rows
    page = page_of(rows, request)
    shown = {"filters": filters, "page": page, "listing": listing.of(page.object_list)}
    return render(request, "evidence/library.html", {**shown, **_powers(request)})


@needs(Permission.EVIDENCE_SEE)
def item(request: SiteRequest, pk: int) -> HttpResponse:
    """One item and what it supports."""
    found = get_object_or_404(Item.objects.of(request.actor.here), pk=pk)
    shown = {"item": found, "facts": listing.facts(found), "supports": found.supports.all()}
    return render(request, "evidence/item.html", {**shown, **_powers(request)})


@needs(Permission.EVIDENCE_KEEP)
def keep_item(request: SiteRequest, pk: int | None = None) -> HttpResponse:
    """Add or change an item."""
    row = get_object_or_404(Item.objects.of(request.actor.here), pk=pk) if pk else Item()
    row.added_by = row.added_by or request.actor.name
    form = ItemForm(request.POST or None, instance=row, authority=request.actor.here)
    if form.is_valid():
        kept = form.save(commit=False)
        return redirect(actions.keep_item(kept, supports=form.supported(), by=request.actor))
    return _form_page(request, form, "Evidence", "evidence:library")


@needs(Permission.EVIDENCE_SEE)
def policy(request: SiteRequest) -> HttpResponse:
    """Legislation and guidance that is watched, each with its effect on us and, for an age, whether it covers it."""
    asked, items = AgeForm(request.GET or None), list(queries.policy_of(request.actor.here))
    age = asked.cleaned_data["age"] if asked.is_valid() else None
    if age is None:
        rows = [(item, "") for item in items]
    else:
        rows = listing.covered(items, age=age, has_send=asked.cleaned_data["has_send"])
    shown = {"rows": rows, "asked": asked, "age": age, **_powers(request)}
    return render(request, "evidence/policy.html", shown)


@needs(Permission.EVIDENCE_SEE)
def gaps(request: SiteRequest) -> HttpResponse:
    """What is not known; a gap without evidence proposes research."""
    shown = {"gaps": queries.gaps_of(request.actor.here), **_powers(request)}
    return render(request, "evidence/gaps.html", shown)


@needs(Permission.EVIDENCE_KEEP)
def keep_gap(request: SiteRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a gap."""
    row = get_object_or_404(Gap.objects.of(request.actor.here), pk=pk) if pk else Gap()
    row.noted_by = row.noted_by or request.actor.name
    form = GapForm(request.POST or None, instance=row, authority=request.actor.here)
    if form.is_valid():
        chosen = {"answered_by": form.cleaned_data["answered_by"]}
        actions.keep(form.save(commit=False), by=request.actor, chosen=chosen)
        return redirect("evidence:gaps")
    return _form_page(request, form, "A gap in what is known", "evidence:gaps")


@needs(Permission.EVIDENCE_SEE)
def asks(request: SiteRequest) -> HttpResponse:
    """What was asked of whom, and what came back."""
    rows = list(Ask.objects.of(request.actor.here))
    shown = {"asks": rows, "open": sum(1 for row in rows if row.is_open), **_powers(request)}
    return render(request, "evidence/asks.html", shown)


@needs(Permission.EVIDENCE_KEEP)
def keep_ask(request: SiteRequest, pk: int | None = None) -> HttpResponse:
    """Add an ask, or write down the reply."""
    row = get_object_or_404(Ask.objects.of(request.actor.here), pk=pk) if pk else Ask()
    form = AskForm(request.POST or None, instance=row, authority=request.actor.here)
    if form.is_valid():
        actions.keep(form.save(commit=False), by=request.actor)
        return redirect("evidence:asks")
    return _form_page(request, form, "An ask and its reply", "evidence:asks")


@needs(Permission.EVIDENCE_SEE)
def narrative(request: SiteRequest) -> HttpResponse:
    """Where we are and where we want to be; every claim links to its evidence."""
    powers = _powers(request)
    rows = list(queries.statements_of(request.actor.here, published_only=not powers["may_keep"]))
    chapters = [(chapter.label, [row for row in rows if row.chapter == chapter]) for chapter in Chapter]
    return render(request, "evidence/narrative.html", {"chapters": chapters, "rows": rows, **powers})


@needs(Permission.EVIDENCE_KEEP)
def keep_statement(request: SiteRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a claim of the narrative."""
    row = get_object_or_404(Statement.objects.of(request.actor.here), pk=pk) if pk else Statement()
    form = StatementForm(request.POST or None, instance=row, authority=request.actor.here)
    if form.is_valid():
        try:
            actions.state(form.save(commit=False), items=form.cleaned_data["items"], by=request.actor)
        except NoEvidenceError as problem:
            form.add_error("items", str(problem))
        else:
            return redirect("evidence:narrative")
    return _form_page(request, form, "A claim of the narrative", "evidence:narrative")


def _form_page(request: SiteRequest, form: OwnForm, title: str, back_to: str) -> HttpResponse:
    shown: dict[str, Any] = {"form": form, "title": title, "back_name": back_to}
    return render(request, "evidence/keep.html", shown, status=422 if form.errors else 200)


def _powers(request: SiteRequest) -> dict[str, bool]:
    return {"may_keep": request.actor.may(Permission.EVIDENCE_KEEP)}
