"""Changing the strategy on screen: parts, versions, a file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.analytics.strategy.cells import StrategyError
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.strategy import actions, analytics, overview, queries
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.forms import AdoptForm, ClaimForm, ImportForm, PartForm
from sufficiency.web.strategy.models import Version
from sufficiency.web.strategy.parts import Part, part_named, row_of


@needs(Permission.STRATEGY_KEEP)
def edit(request: SiteRequest, kind: str, pk: int) -> HttpResponse:
    """Change one part, with the reason."""
    part = part_named(kind)
    row = row_of(part, request.actor.here, pk)
    form = _form(part, request, part.version_of(row), row)
    if form.is_valid() and _stands(form, pk):
        # Read again: the form has put its values on the row already.
        _change(form, row_of(part, request.actor.here, pk), by=request.actor)
        messages.success(request, "The change is kept, with its reason.")
        return redirect(part.back)
    return _edit_page(request, part, form, f"Change {part.label}")


@needs(Permission.STRATEGY_KEEP)
def add(request: SiteRequest, kind: str) -> HttpResponse:
    """Add a part to the version in force."""
    part = part_named(kind)
    version = get_object_or_404(Version.objects.of(request.actor.here), pk=_pk_of_current(request))
    row: Any = part.model()
    row.authority = version.authority
    if kind != "action":
        row.version = version
    form = _form(part, request, version, row)
    if form.is_valid() and _stands(form, None):
        _add(form, version, by=request.actor)
        messages.success(request, "It is added, with the reason.")
        return redirect(part.back)
    return _edit_page(request, part, form, f"Add {part.label}")


@needs(Permission.STRATEGY_KEEP)
@takes_files(up_to=3 * MEGABYTE)
def load(request: SiteRequest) -> HttpResponse:
    """Make a file the version in force."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            text = file.read().decode("utf-8-sig", errors="replace")
            version, is_new = actions.load(
                text, where=file.name, authority=request.actor.here, by=request.actor
            )
        except StrategyError as problem:
            form.add_error("file", f"{problem.where}: {problem.what} {problem.what_next}")
        else:
            said = "is in force." if is_new else "was loaded before; nothing was changed."
            messages.success(request, f"{version} {said}")
            return redirect("strategy:plan")
    return render(request, "strategy/load.html", {"form": form}, status=422 if form.errors else 200)


@needs(Permission.STRATEGY_KEEP)
@require_POST
def draft(request: SiteRequest) -> HttpResponse:
    """Begin the next version."""
    version = get_object_or_404(Version.objects.of(request.actor.here), pk=_pk_of_current(request))
    made = actions.draft_next(version, by=request.actor)
    messages.success(request, f"{made} is a draft. The one in force stays until you adopt it.")
    return redirect(made)


@needs(Permission.STRATEGY_KEEP)
def adopt(request: SiteRequest, pk: int) -> HttpResponse:
    """Put a draft in force."""
    version = get_object_or_404(Version.objects.of(request.actor.here), pk=pk)
    form = AdoptForm(request.POST or None)
    if form.is_valid():
        try:
            actions.adopt(version, on=form.cleaned_data["on"], by=request.actor)
        except NotYetError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{version} is in force.")
            return redirect("strategy:plan")
    return render(request, "strategy/adopt.html", {"form": form, "version": version})


def _pk_of_current(request: SiteRequest) -> int | None:
    found = queries.current(request.actor.here)
    return found.pk if found else None


def _form(part: Part, request: SiteRequest, version: Version, row: Any) -> PartForm:
    more = {"years": list(overview.years_of(version).items())} if part.form is ClaimForm else {}
    return part.form(request.POST or None, instance=row, version=version, **more)


@transaction.atomic
def _change(form: PartForm, row: Any, *, by: Any) -> None:
    reason = form.cleaned_data["reason"]
    actions.change(row, form.values(), version=form.version, reason=reason, by=by)
    if isinstance(form, ClaimForm):
        actions.share(row, form.cleaned_data["workstreams"], reason=reason, by=by)


@transaction.atomic
def _add(form: PartForm, version: Version, *, by: Any) -> None:
    row = form.save(commit=False)
    for name, value in form.values().items():
        setattr(row, name, value)
    actions.add(row, version=version, reason=form.cleaned_data["reason"], by=by)
    if isinstance(form, ClaimForm):
        row.workstreams.set(form.cleaned_data["workstreams"])


def _stands(form: PartForm, pk: int | None) -> bool:
    """Whether no check warns of a claim, or it is said why the claim stands; the warnings become errors."""
    if not isinstance(form, ClaimForm) or form.cleaned_data["accepted_because"]:
        return True
    warned = analytics.warned_of(form.version, form.cleaned_data, instead_of=pk)
    for one in warned:
        form.add_error("accepted_because", ValidationError(f"{one.where}: {one.message}"))
    if warned:
        form.add_error(None, "The checks warn. Change the claim, or say why it stands.")
    return not warned


def _edit_page(request: SiteRequest, part: Part, form: PartForm, title: str) -> HttpResponse:
    shown = {"form": form, "title": title, "part": part}
    return render(request, "strategy/edit.html", shown, status=422 if form.errors else 200)
