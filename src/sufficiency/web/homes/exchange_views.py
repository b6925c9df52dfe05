"""The register in and out: templates, import with a preview, export."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import exporting, importing, sheets
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.importing import Preview
from sufficiency.web.homes.sheets import WorkbookError
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.ui.components import Cell, Column, Table, Tone
from sufficiency.web.ui.workbooks import xlsx_download

LARGEST = 10 * MEGABYTE
SALT = "homes.import"
GOOD_FOR_SECONDS = 60 * 60  # then the register may have changed too much: give the workbook again
FAULTS = (Column("Row", is_number=True), Column("Column"), Column("What is wrong"))
WOULD = (Column("Home"), Column("Name"), Column("Places", is_number=True), Column("What"))


class WorkbookForm(forms.Form):
    """A workbook of carers or homes."""

    workbook = forms.FileField(
        label="Workbook", help_text="An .xlsx file made from one of the templates", max_length=200
    )


@needs(Permission.HOMES_KEEP)
@takes_files(up_to=LARGEST)
def import_homes(request: SiteRequest) -> HttpResponse:
    """Give a workbook and look at what it would do; then keep all of it."""
    if "rows" in request.POST:
        return _kept(request)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            rows = sheets.rows_in(form.cleaned_data["workbook"].read(), needed=importing.NEEDED)
        except WorkbookError as problem:
            form.add_error("workbook", str(problem))
        else:
            return _previewed(request, importing.preview(rows, request.actor.here))
    return _page(request, form)


@needs(Permission.HOMES_KEEP)
def download_template(request: SiteRequest, kind: str) -> HttpResponse:  # noqa: ARG001  (a view's signature)
    """The workbook to fill in: for carers, or for homes."""
    if kind not in ("carers", "homes"):
        raise Http404
    return xlsx_download(importing.template(carers=kind == "carers"), name=f"{kind}-template")


@needs(Permission.HOMES_SEE)
def download(request: SiteRequest) -> HttpResponse:
    """The register as a workbook, addresses left out."""
    seen(Verb.HOMES_EXPORTED, by=request.actor)
    return xlsx_download({"Homes": exporting.rows(request.actor.here, at=timezone.now())}, name="homes")


def _page(request: SiteRequest, form: forms.Form) -> HttpResponse:
    return render(request, "homes/import.html", {"form": form}, status=422 if form.errors else 200)


def _previewed(request: SiteRequest, found: Preview, *, refused: str = "") -> HttpResponse:
    rows: list[list[Any]] = [
        [
            one.home.cleaned_data["reference"], one.home.cleaned_data["name"], one.approval.cleaned_data["places"],
            Cell("New", tone=Tone.WAITING) if one.is_new else "Changed",
        ]
        for one in found.planned
    ]  # fmt: skip
    faults = [[one.row, one.heading or "whole row", one.message] for one in found.faults]
    shown = {
        "preview": found,
        "refused": refused,
        "homes": Table("What would be kept", WOULD, rows),
        "faults": Table("What is wrong", FAULTS, faults),
        "signed": "" if faults else signing.dumps(sheets.packed(found.rows), salt=SALT, compress=True),
    }
    return render(request, "homes/preview.html", shown, status=422 if faults or refused else 200)


def _kept(request: SiteRequest) -> HttpResponse:
    try:
        told = signing.loads(request.POST["rows"], salt=SALT, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature:
        form = WorkbookForm({})
        form.errors["workbook"] = form.error_class(["The preview is too old. Choose the workbook again."])
        return _page(request, form)
    # Looked at again: someone may have changed the register since the preview.
    found = importing.preview(sheets.unpacked(told), request.actor.here)
    if found.faults:
        return _previewed(request, found)
    try:
        count = importing.keep(found.planned, by=request.actor)
    except RefusedError as refused:
        return _previewed(request, found, refused=str(refused))
    messages.success(request, f"{plural(count, 'home')} imported.")
    return redirect("homes:list")
