"""Findings: lists of them, one with the rows beside it, accepting one, and downloads. Each look is recorded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Child
from sufficiency.web.returns import actions, exports, listing, neighbours, queries
from sufficiency.web.returns.forms import AcceptForm, FindingFilters, RuleFilters
from sufficiency.web.returns.models import Finding, Upload
from sufficiency.web.ui.paging import page_of, sorting


@needs(Permission.RETURNS_SEE)
def findings(request: SiteRequest, pk: int) -> HttpResponse:
    """The findings of an upload, narrowed by the filters."""
    upload = _upload(request, pk)
    filters = FindingFilters(request.GET)
    page = page_of(filters.narrow(upload.findings.all(), of=upload), request)
    seen(Verb.FINDINGS_SEEN, by=request.actor, on=upload, child=request.GET.get("child", "")[:40])
    rule = upload.outcomes.filter(code__iexact=request.GET.get("rule", "")).first()
    shown = {
        "upload": upload,
        "filters": filters,
        "page": page,
        "rule": rule,
        "listing": listing.findings(page.object_list, upload=upload, of_one_rule=rule is not None),
    }
    return render(request, "returns/findings.html", shown)


@needs(Permission.RETURNS_SEE)
def by_child(request: SiteRequest, pk: int) -> HttpResponse:
    """How many findings each child has."""
    upload = _upload(request, pk)
    page = page_of(queries.by_child(upload), request)
    seen(Verb.FINDINGS_SEEN, by=request.actor, on=upload)
    shown = {"upload": upload, "page": page, "listing": listing.children(upload, page.object_list)}
    return render(request, "returns/by_child.html", shown)


@needs(Permission.RETURNS_SEE)
def by_table(request: SiteRequest, pk: int) -> HttpResponse:
    """How many findings each table has."""
    upload = _upload(request, pk)
    shown = {"upload": upload, "listing": listing.tables(upload, queries.by_table(upload))}
    return render(request, "returns/by_table.html", shown)


@needs(Permission.RETURNS_SEE)
def rules(request: SiteRequest, pk: int) -> HttpResponse:
    """What became of every rule, with the reason where it did not run."""
    upload = _upload(request, pk)
    filters = RuleFilters(request.GET)
    sorted_by, field = sorting(request, listing.RULES_SORTED_BY, default="rule")
    page = page_of(filters.narrow(queries.outcomes_of(upload)).order_by(field, "code"), request, size=100)
    table = listing.rules(upload, page.object_list, sorted_by=sorted_by)
    shown = {"upload": upload, "filters": filters, "page": page, "listing": table}
    return render(request, "returns/rules.html", shown)


@needs(Permission.RETURNS_SEE)
def download(request: SiteRequest, pk: int) -> HttpResponse:
    """The findings that pass the filters as CSV, or as a workbook."""
    upload = _upload(request, pk)
    found = FindingFilters(request.GET).narrow(upload.findings.all(), of=upload)
    seen(Verb.FINDINGS_EXPORTED, by=request.actor, on=upload, child=request.GET.get("child", "")[:40])
    write = exports.as_xlsx if request.GET.get("form") == "xlsx" else exports.as_csv
    return write(found, name=f"findings-{upload.year_in_words}-upload-{upload.pk}")


@needs(Permission.RETURNS_SEE)
def finding(request: SiteRequest, pk: int) -> HttpResponse:
    """One finding, with the rows that the rule looked at side by side."""
    return _shown(request, _finding(request, pk), AcceptForm())


@needs(Permission.FINDINGS_ACCEPT)
def accept(request: SiteRequest, pk: int) -> HttpResponse:
    """Accept a finding for a reason."""
    found = _finding(request, pk)
    form = AcceptForm(request.POST or None)
    if request.method != "POST" or not found.upload.is_stored:
        return redirect("returns:finding", pk)
    if not form.is_valid():
        return _shown(request, found, form)
    actions.accept(found, reason=form.cleaned_data["reason"], by=request.actor)
    messages.success(request, f"Accepted: rule {found.code}, {found.table} line {found.line}.")
    after = queries.next_finding(found)
    return redirect("returns:finding", after.pk if after else pk)


@needs(Permission.FINDINGS_ACCEPT)
def reopen(request: SiteRequest, pk: int) -> HttpResponse:
    """Take an acceptance back."""
    found = _finding(request, pk)
    if request.method == "POST" and found.upload.is_stored and found.is_accepted:
        actions.reopen(found, by=request.actor)
        messages.success(request, "The finding is open again.")
    return redirect("returns:finding", pk)


def _upload(request: SiteRequest, pk: int) -> Upload:
    return get_object_or_404(queries.uploads_of(request.actor.here).select_related("authority"), pk=pk)


def _finding(request: SiteRequest, pk: int) -> Finding:
    own = Finding.objects.of(request.actor.here).select_related("upload", "authority")
    return get_object_or_404(own, pk=pk)


def _shown(request: SiteRequest, found: Finding, form: AcceptForm) -> HttpResponse:
    seen(Verb.FINDINGS_SEEN, by=request.actor, on=found, child=found.child)
    child = (
        Child.objects.of(request.actor.here).filter(reference=found.child).first() if found.child else None
    )
    shown = {
        "finding": found,
        "upload": found.upload,
        "facts": listing.finding_facts(found, child=child, actor=request.actor),
        "tables": neighbours.side_by_side(found),
        "findings": listing.findings_of_rule(found),
        "next": queries.next_finding(found),
        "form": form,
        "may_accept": found.upload.is_stored and request.actor.may(Permission.FINDINGS_ACCEPT),
    }
    return render(request, "returns/finding.html", shown)
