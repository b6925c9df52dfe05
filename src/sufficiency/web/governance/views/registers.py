"""The lists that groups keep: a page, a form to add and one to change, from the declaration of each."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sufficiency.web.access.acting import Actor, SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import actions, listing, queries
from sufficiency.web.governance.forms import register_form
from sufficiency.web.governance.models import Group
from sufficiency.web.governance.registers import Register, register_of
from sufficiency.web.governance.views.answering import answered, only_runners


@needs(Permission.GROUPS_SEE)
def register(request: SiteRequest, pk: int, key: str) -> HttpResponse:
    """A list, and what is amiss with it as a whole."""
    group, kept = _kept(request, pk, key)
    rows = list(kept.model.objects.of(group.authority).filter(group=group))
    may_run = queries.may_run(request.actor, group)
    shown = {
        "group": group,
        "kept": kept,
        "rows": rows,
        "listing": listing.register(kept, rows, may_run=may_run),
        "remarks": kept.remarks(group, rows, timezone.localdate()),
        "may_run": may_run,
    }
    return render(request, "governance/register.html", shown)


@needs(Permission.GROUPS_SEE)
def add(request: SiteRequest, pk: int, key: str) -> HttpResponse:
    """Add a row."""
    group, kept = _kept(request, pk, key)
    only_runners(request, group)
    row = kept.model(authority=group.authority, group=group)
    return _row_page(request, kept, row, title=f"Add {kept.one_more}")


@needs(Permission.GROUPS_SEE)
def change(request: SiteRequest, pk: int, key: str, row: int) -> HttpResponse:
    """Change a row."""
    group, kept = _kept(request, pk, key)
    only_runners(request, group)
    found = get_object_or_404(kept.model.objects.of(group.authority).filter(group=group), pk=row)
    return _row_page(request, kept, found, title=f"Change the {kept.one}")


def _row_page(request: SiteRequest, kept: Register, row: Any, *, title: str) -> HttpResponse:
    sees = request.actor.may(Permission.SMALL_NUMBERS_SEE)
    form = register_form(kept, row.group, request.POST or None, instance=row, sees_small_numbers=sees)

    def write(_: dict[str, Any]) -> None:
        _save(form, kept, by=request.actor)

    address = redirect("governance:register", row.group.pk, kept.key).url
    return answered(request, form, write, back=address, title=title, button="Keep it")  # type: ignore[arg-type]


@transaction.atomic
def _save(form: Any, kept: Register, *, by: Actor) -> None:
    row = form.save()
    record(Verb.LIST_WRITTEN, by=by, on=row, reason=kept.label)
    if kept.feeds_agendas:
        for meeting in row.group.meetings.filter(state__in=queries.OPEN_MEETINGS):
            actions.take_up_programme(meeting, by=by)


def _kept(request: SiteRequest, pk: int, key: str) -> tuple[Group, Register]:
    group = queries.group_for(request.actor, pk)
    kept = register_of(group, key)
    if kept is None or not queries.may_open(request.actor, group):
        raise Http404
    return group, kept
