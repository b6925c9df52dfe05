"""Import contracts: give a workbook, see what it would do or what is wrong, and have all of it kept or nothing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.commissioning import importing
from sufficiency.web.commissioning.actions.contracts import keep_contracts
from sufficiency.web.commissioning.forms.imports import WorkbookForm
from sufficiency.web.commissioning.importing import Preview
from sufficiency.web.commissioning.refusals import RefusedError
from sufficiency.web.homes import sheets
from sufficiency.web.homes.sheets import WorkbookError
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.ui.components import Cell, Column, Table, Tone
from sufficiency.web.ui.workbooks import xlsx_download

LARGEST = 5 * MEGABYTE
SALT = "commissioning.contracts"
GOOD_FOR_SECONDS = 60 * 60  # then the register may have changed too much: give the workbook again
FAULTS = (Column("Row", is_number=True), Column("Column"), Column("What is wrong"))
WOULD = (
    Column("Contract"),
    Column("Provider"),
    Column("Kind"),
    Column("Places", is_number=True),
    Column("What"),
)


@needs(Permission.COMMISSIONING_KEEP)
@takes_files(up_to=LARGEST)
def import_contracts(request: SiteRequest) -> HttpResponse:
    """Give a workbook and look at what it would do; then keep all of it."""
    if "rows" in request.POST:
        return _kept(request)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            rows = importing.rows_in(form.cleaned_data["workbook"].read())
        except WorkbookError as problem:
            form.add_error("workbook", str(problem))
        else:
            return _previewed(request, importing.preview(rows, request.actor.here))
    return _page(request, form)


@needs(Permission.COMMISSIONING_KEEP)
def download_template(request: SiteRequest) -> HttpResponse:  # noqa: ARG001  (a view's signature)
    """The workbook to fill in."""
    return xlsx_download(importing.template(), name="contracts-template")


def _page(request: SiteRequest, form: forms.Form) -> HttpResponse:
    return render(request, "commissioning/import.html", {"form": form}, status=422 if form.errors else 200)


def _previewed(request: SiteRequest, found: Preview, *, refused: str = "") -> HttpResponse:
    rows: list[Any] = [
        [
            str(contract), contract.provider.name, contract.kind_of.label, contract.places,
            Cell("New", tone=Tone.WAITING) if contract.pk is None else "Changed",
        ]
        for contract, _ in found.contracts
    ]  # fmt: skip
    faults = [[one.row, one.heading or "whole row", one.message] for one in found.faults]
    shown = {
        "preview": found,
        "refused": refused,
        "contracts": Table("What would be kept", WOULD, rows),
        "faults": Table("What is wrong", FAULTS, faults),
        "signed": "" if found.faults else signing.dumps(sheets.packed(found.rows), salt=SALT, compress=True),
    }
    return render(request, "commissioning/preview.html", shown, status=422 if faults or refused else 200)


def _kept(request: SiteRequest) -> HttpResponse:
    try:
        rows = signing.loads(request.POST["rows"], salt=SALT, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature:
        form = WorkbookForm({})
        form.errors["workbook"] = form.error_class(["The preview is too old. Choose the workbook again."])
        return _page(request, form)
    # Looked at again: someone may have changed the register since the preview.
    found = importing.preview(sheets.unpacked(rows), request.actor.here)
    if found.faults:
        return _previewed(request, found)
    try:
        count = keep_contracts(found.contracts, by=request.actor)
    except RefusedError as refused:
        return _previewed(request, found, refused=str(refused))
    messages.success(request, f"{plural(count, 'contract')} imported.")
    return redirect("commissioning:contracts")
