"""Give Ofsted's list, see what it says of the register, and keep all of it or nothing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sufficiency.analytics.homes.ofsted import Finding
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes import listed
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.listed import Compared, Listed, Preview
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.returns.models import ProviderList
from sufficiency.web.ui.components import Cell, Column, Table, Tone
from sufficiency.web.ui.fields import DayField

LARGEST = 20 * MEGABYTE  # all that Ofsted registers in England is about 3
SALT = "homes.ofsted"
GOOD_FOR_SECONDS = 60 * 60  # then the register may have changed too much: give the list again
TONES = {Finding.CLOSED: Tone.BAD, Finding.GONE: Tone.WARNING, Finding.CHANGED: Tone.WAITING}
TOLD = (
    Column("In the register"),
    Column("Ofsted number"),
    Column("Registered as"),
    Column("What the list says"),
)
NEW = (Column("Ofsted number"), Column("Kind"), Column("Registered as"))


class ListForm(forms.Form):
    """Ofsted's list and the day it is of."""

    list_file = forms.FileField(
        required=False, label="The list", max_length=200,
        help_text="A workbook (.xlsx) or CSV file. Leave it empty to use the list that returns are checked with.",
    )  # fmt: skip
    as_of = DayField(label="Which day is the list of?")

    def clean_as_of(self) -> Any:
        """Not in time to come."""
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("Give a day that is not in the future.")
        return day

    def listed(self, authority: Authority) -> Listed:
        """The list that was given or is there. Raises ReadingError, ValidationError."""
        given, day = self.cleaned_data["list_file"], self.cleaned_data["as_of"]
        if given:
            return listed.read(given.read(), name=given.name or "", as_of=day)
        kept = ProviderList.objects.of(authority).first()
        if kept is None:
            raise forms.ValidationError("Choose the file with the list: there is none with the returns.")
        return listed.read(bytes(kept.content), name=kept.file, as_of=day)


@needs(Permission.HOMES_KEEP)
@takes_files(up_to=LARGEST)
def import_list(request: SiteRequest) -> HttpResponse:
    """Give the list and look at what it says; then keep all of it."""
    if "list" in request.POST:
        return _kept(request)
    form = ListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            given = form.listed(request.actor.here)
        except ReadingError as problem:
            form.add_error("list_file", f"{problem.what} {problem.what_next}")
        except forms.ValidationError as problem:
            form.add_error("list_file", problem)
        else:
            return _previewed(request, listed.preview(given, request.actor.here))
    return _page(request, form)


def _page(request: SiteRequest, form: forms.Form) -> HttpResponse:
    return render(request, "homes/ofsted.html", {"form": form}, status=422 if form.errors else 200)


def _previewed(request: SiteRequest, found: Preview, *, refused: str = "") -> HttpResponse:
    told = [one for one in found.compared if one.finding.is_told]
    shown = {
        "preview": found,
        "refused": refused,
        "counts": [(what.value, found.counted(what)) for what in Finding],
        "told": Table("What to look at", TOLD, [_told(one) for one in told]),
        "new": Table("Homes in our area that the register does not have", NEW, [
            [one.urn, one.kind.label if one.kind else "", one.provider_type] for one in found.added
        ]),
        "signed": signing.dumps(listed.packed(found), salt=SALT, compress=True),
    }  # fmt: skip
    return render(request, "homes/ofsted_preview.html", shown, status=422 if refused else 200)


def _told(one: Compared) -> list[object]:
    row, line = one.subject, one.line
    ended = f", from {line.closed_on:%d/%m/%Y}" if line and line.closed_on else ""
    return [
        Cell(str(row), href=row.get_absolute_url()),
        row.ofsted_number,
        line.provider_type if line else "",
        Cell(f"{one.finding.value}{ended}", tone=TONES[one.finding]),
    ]


def _kept(request: SiteRequest) -> HttpResponse:
    try:
        told = signing.loads(request.POST["list"], salt=SALT, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature:
        form = ListForm({})
        form.errors["list_file"] = form.error_class(["The preview is too old. Give the list again."])
        return _page(request, form)
    # Looked at again: someone may have changed the register since the preview.
    found = listed.preview(listed.unpacked(told), request.actor.here)
    try:
        count = listed.keep(found, add_new="add_new" in request.POST, by=request.actor)
    except RefusedError as refused:
        return _previewed(request, found, refused=f"{refused} Nothing was kept.")
    messages.success(request, f"What Ofsted’s list says of {plural(count, 'registration')} was kept.")
    return redirect("homes:list")
