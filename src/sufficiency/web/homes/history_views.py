"""What a home was on a day, and who changed what since it is in the register."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.shielding import COVERED
from sufficiency.web.homes.models import Change, Home
from sufficiency.web.homes.versions import Facts, facts_of, later_than, taken_back
from sufficiency.web.homes.views import found
from sufficiency.web.ui.components import Column, Fact, Table
from sufficiency.web.ui.fields import DayField
from sufficiency.web.ui.paging import page_of
from sufficiency.web.ui.wording import moment

CHANGES = (Column("When"), Column("Who"), Column("What"), Column("From"), Column("To"))
SHIELDED = "postcode"


class OnForm(forms.Form):
    """The day that is asked for."""

    on = DayField(required=False, label="As it was at the end of which day?")


@needs(Permission.HOMES_SEE)
def history(request: SiteRequest, pk: int) -> HttpResponse:
    """One home's changes, and how it stood at the end of a day."""
    one, form = found(request, pk), OnForm(request.GET or None)
    day = (form.cleaned_data["on"] if form.is_valid() else None) or timezone.localdate()
    page = page_of(one.changes.all(), request)
    then = _then(one, day)
    shown = {
        "home": one,
        "form": form,
        "day": day,
        "then": [Fact(_label(Home, name), _shown(name, text)) for name, text in (then or {}).items()],
        "was_there": then is not None,
        "approvals": _approvals(one, day),
        "children": _living(one, day).count(),
        "page": page,
        "changes": changes(page.object_list),
    }
    return render(request, "homes/history.html", shown)


def changes(found: Any) -> Table:
    """Changes field by field, the newest first."""
    rows = [
        [moment(one.at), one.by, f"{_what(one)}: {label}", before, after]
        for one in found
        for label, before, after in _fields(one)
    ]
    return Table("Changes, newest first", CHANGES, rows)


def _fields(change: Change) -> list[tuple[str, str, str]]:
    model = _model(change)
    return [
        (
            _label(model, name).lower(),
            "Added" if change.is_first else _shown(name, change.before.get(name, "")),
            _shown(name, text),
        )
        for name, text in change.after.items()
    ]


def _then(home: Home, day: date) -> dict[str, str] | None:
    now = facts_of(home, offers=", ".join(str(one) for one in home.offers.all()))
    return taken_back(now, later_than(day, what="home", number=home.pk))


def _approvals(home: Home, day: date) -> list[str]:
    """The approvals in force on a day, as they were written down then."""
    said: list[Facts | None] = [
        taken_back(facts_of(one), later_than(day, what="approval", number=one.pk))
        for one in home.approvals.all()
    ]
    return [_approval(one) for one in said if one is not None and _held(one, day)]


def _held(approval: Facts, day: date) -> bool:
    starts, ends = _day(approval.get("starts_on", "")), _day(approval.get("ends_on", ""))
    return bool(starts and starts <= day and (ends is None or day < ends))


def _day(text: str) -> date | None:
    day, month, year = (int(part) for part in text.split("/")) if text else (0, 0, 0)
    return date(year, month, day) if text else None


def _approval(one: Facts) -> str:
    ages = f"ages {one.get('youngest', '0')} to {one.get('oldest', '')}"
    return f"{one.get('places', '0')} places, {ages}, from {one['starts_on']}"


def _living(home: Home, day: date) -> "QuerySet[Any]":
    there = Q(started_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day))
    return home.placements.filter(there).exclude(state="cancelled")


def _shown(name: str, text: str) -> str:
    return COVERED if name == SHIELDED and text else text


def _what(change: Change) -> str:
    model = _model(change)
    return str(model._meta.verbose_name).capitalize() if model else change.what


def _model(change: Change) -> type[models.Model] | None:
    from django.apps import apps

    for app in ("homes", "commissioning"):
        try:
            return apps.get_model(app, change.what)
        except LookupError:
            continue
    return None


def _label(model: type[models.Model] | None, name: str) -> str:
    known = {field.name: str(field.verbose_name) for field in model._meta.concrete_fields} if model else {}
    return known.get(name, name).capitalize()
