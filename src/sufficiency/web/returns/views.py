"""Returns: the history of uploads, a new one, and one with what is to be done about it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.returns import listing, pictures, queries, receiving, wording
from sufficiency.web.returns.actions import BusyError, MovedOnError
from sufficiency.web.returns.forms import UploadForm
from sufficiency.web.returns.limits import MEGABYTE, takes_files
from sufficiency.web.returns.models import Original, Upload
from sufficiency.web.returns.states import State
from sufficiency.web.ui.paging import page_of
from sufficiency.web.ui.wording import clock

LARGEST_UPLOAD = 100 * MEGABYTE  # a return of 80,000 children is about 30


@needs(Permission.RETURNS_SEE)
def uploads(request: SiteRequest) -> HttpResponse:
    """Every upload: when, by whom, of which year, and what came of it."""
    page = page_of(queries.uploads_of(request.actor.here), request)
    latest = queries.latest_stored(request.actor.here)
    shown = {
        "page": page,
        "listing": listing.uploads(page.object_list),
        "latest": latest,
        "sentence": wording.sentence(latest) if latest else "",
        "may_upload": request.actor.may(Permission.RETURNS_UPLOAD),
    }
    return render(request, "returns/list.html", shown)


@needs(Permission.RETURNS_UPLOAD)
@takes_files(up_to=LARGEST_UPLOAD)
def new(request: SiteRequest) -> HttpResponse:
    """Give the files of a return."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            files, year = form.cleaned_data["given_files"], form.cleaned_data["year"]
            return redirect(receiving.receive(files, by=request.actor, year=year))
        except BusyError as busy:
            form.add_error(None, _busy(busy))
    status = 422 if form.errors else 200
    return render(request, "returns/new.html", {"form": form, "most": LARGEST_UPLOAD}, status=status)


@needs(Permission.RETURNS_SEE)
def upload(request: SiteRequest, pk: int) -> HttpResponse:
    """One upload: what came of it, and which rules failed."""
    found = _upload(request, pk)
    not_run, failed = queries.not_run(found), queries.failed_rules(found)
    shown = {
        "upload": found,
        "sentence": wording.sentence(found, not_run),
        "since_before": wording.since_before(found),
        "not_run": not_run,
        "facts": listing.facts(found),
        "failed": listing.failed_rules(found, failed),
        "bars": pictures.failed_rules(failed),
        "tables": listing.tables_read(found),
        "notes": listing.notes(found) if found.notes else None,
        "trend": pictures.trend(queries.uploads_of_year(found)) if found.was_checked else None,
        "is_outdated": queries.is_outdated(found),
        "may_upload": request.actor.may(Permission.RETURNS_UPLOAD),
    }
    return render(request, "returns/upload.html", shown)


@needs(Permission.RETURNS_UPLOAD)
def replace(request: SiteRequest, pk: int) -> HttpResponse:
    """Say whether a waiting upload is to replace what is stored of its year."""
    found = _upload(request, pk)
    if found.state != State.WAITING or found.collection_year is None:
        return redirect("returns:upload", pk)
    if request.method == "POST":
        return _answered(request, found)
    stored = queries.stored_upload(found.authority, found.collection_year)
    shown = {
        "upload": found,
        "stored": stored,
        "facts": listing.facts(found),
        "tables": listing.tables_read(found),
    }
    return render(request, "returns/replace.html", shown)


@needs(Permission.RETURNS_UPLOAD)
def check_again(request: SiteRequest, pk: int) -> HttpResponse:
    """Check a stored return again, beside the year before as it is stored now."""
    found = _upload(request, pk)
    if request.method == "POST" and found.is_stored:
        receiving.check_again(found, by=request.actor)
        messages.success(request, f"The return of {found.year_in_words} was checked again.")
    return redirect("returns:upload", pk)


@needs(Permission.RETURNS_UPLOAD)
def original(request: SiteRequest, pk: int) -> HttpResponseBase:
    """The files of an upload as they came."""
    found = get_object_or_404(Original.objects.of(request.actor.here).select_related("upload"), upload=pk)
    seen(Verb.RETURN_DOWNLOADED, by=request.actor, on=found.upload)
    response = HttpResponse(bytes(found.content), content_type="application/zip")
    response["Content-Disposition"] = (
        f'attachment; filename="return-{found.upload.year_in_words}-upload-{pk}.zip"'
    )
    return response


def _upload(request: SiteRequest, pk: int) -> Upload:
    own = queries.uploads_of(request.actor.here).select_related("authority", "checked_against", "providers")
    return get_object_or_404(own.defer("providers__content"), pk=pk)


def _answered(request: SiteRequest, found: Upload) -> HttpResponse:
    try:
        if request.POST.get("answer") == "replace":
            receiving.replace(found, by=request.actor)
        else:
            receiving.keep_what_is_stored(found, by=request.actor)
    except BusyError as busy:
        messages.warning(request, _busy(busy))
    except MovedOnError:
        messages.info(request, "Someone else had answered already.")
    return redirect("returns:upload", found.pk)


def _busy(busy: BusyError) -> str:
    who = (
        f"{busy.other.uploaded_by}’s upload of {clock(busy.other.uploaded_at)}"
        if busy.other
        else "Another upload"
    )
    return f"{who} is being checked. Wait until it is done, which takes seconds, and send yours again."
