"""Delivery on screen: business cases, risks, issues and exceptions, reports."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.reports.pdf import pdf
from sufficiency.reports.word import word
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.evidence import queries as evidence
from sufficiency.web.strategy import delivery, documents, listing, queries, reporting, showing
from sufficiency.web.strategy.delivery_forms import (
    CaseForm,
    CloseForm,
    ConcernForm,
    DecisionForm,
    NarrativeForm,
    ReportForm,
)
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.evidence_subjects import subject_key
from sufficiency.web.strategy.in_force import with_version
from sufficiency.web.strategy.models import BusinessCase, Concern, Report, Version
from sufficiency.web.strategy.states import STAGE_MOVES, TONES, ReportKind, Stage

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@needs(Permission.STRATEGY_KEEP)
def new_case(request: SiteRequest, pk: int) -> HttpResponse:
    """Write a brief or business case for a workstream."""
    workstream = get_object_or_404(queries.workstreams_here(request.actor.here), pk=pk)
    form = CaseForm(request.POST or None)
    if form.is_valid():
        return redirect(delivery.write_case(workstream, by=request.actor, **form.cleaned_data))
    return render(request, "strategy/case_new.html", {"form": form, "workstream": workstream})


@needs(Permission.STRATEGY_SEE)
def case(request: SiteRequest, pk: int) -> HttpResponse:
    """One brief or business case, with the evidence behind it."""
    found = get_object_or_404(queries.cases_here(request.actor.here), pk=pk)
    beside = evidence.facts_about(found.authority, subject_key(found.workstream))
    shown = {
        "case": found,
        "tone": TONES[found.state],
        "evidence": beside,
        "item": (item := queries.agenda_item_of(found)),
        "form": DecisionForm() if found.state == "submitted" and item is None else None,
        "may_keep": request.actor.may(Permission.STRATEGY_KEEP),
    }
    return render(request, "strategy/case.html", shown)


@needs(Permission.STRATEGY_KEEP)
@require_POST
def submit_case(request: SiteRequest, pk: int) -> HttpResponse:
    """Send a case to the sponsors."""
    return _case_answer(
        request, pk, lambda found: delivery.submit(found, by=request.actor), "It went to the sponsors."
    )


@needs(Permission.STRATEGY_KEEP)
@require_POST
def decide_case(request: SiteRequest, pk: int) -> HttpResponse:
    """Record what the sponsors said."""
    found = get_object_or_404(queries.cases_here(request.actor.here), pk=pk)
    if queries.agenda_item_of(found) is not None:
        # Said twice it could be said differently: where the group's record has it, it comes from there.
        messages.warning(
            request, "The sponsors decide it at their meeting; what they decide is taken from there."
        )
        return redirect(found)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        shown = {"case": found, "tone": TONES[found.state], "form": form, "may_keep": True}
        return render(request, "strategy/case.html", shown, status=422)
    told = form.cleaned_data
    return _case_answer(
        request,
        pk,
        lambda found: delivery.decide(
            found,
            agreed=told["answer"] == "agreed",
            decided_by=told["decided_by"],
            on=told["on"],
            reasons=told["reasons"],
            by=request.actor,
        ),
        "The decision is recorded.",
    )


@needs(Permission.STRATEGY_KEEP)
@require_POST
def move(request: SiteRequest, pk: int, stage: str) -> HttpResponse:
    """Move a workstream on."""
    workstream = get_object_or_404(queries.workstreams_here(request.actor.here), pk=pk)
    if stage not in {str(one) for moves in STAGE_MOVES.values() for one in moves}:
        raise Http404
    try:
        delivery.move(workstream, Stage(stage), by=request.actor)
        messages.success(request, f"{workstream.code} is {Stage(stage).label.lower()}.")
    except NotYetError as problem:
        messages.warning(request, str(problem))
    return redirect(workstream)


@needs(Permission.STRATEGY_SEE)
@with_version
def concerns(request: SiteRequest, version: Version) -> HttpResponse:
    """Risks, issues and exceptions that are open."""
    rows = [
        (row, TONES[row.severity], TONES[row.state], queries.said_of(row) if row.raised_at else None)
        for row in queries.open_concerns(version)
    ]
    shown = {
        "version": version,
        "rows": rows,
        "closed": version.concerns.filter(state="closed"),
        "may_keep": request.actor.may(Permission.STRATEGY_KEEP),
    }
    return render(request, "strategy/concerns.html", shown)


@needs(Permission.STRATEGY_KEEP)
@with_version
def new_concern(request: SiteRequest, version: Version) -> HttpResponse:
    """Write down a risk, an issue or an exception."""
    form = ConcernForm(request.POST or None, version=version)
    if form.is_valid():
        delivery.note(version, by=request.actor, **form.cleaned_data)
        messages.success(request, "It is written down.")
        return redirect("strategy:concerns")
    return render(request, "strategy/concern_new.html", {"form": form})


@needs(Permission.STRATEGY_KEEP)
@require_POST
def send_up(request: SiteRequest, pk: int) -> HttpResponse:
    """Send a concern up to the sponsors' next agenda."""
    concern = get_object_or_404(Concern.objects.of(request.actor.here), pk=pk)
    try:
        delivery.send_up(concern, by=request.actor)
        messages.success(request, "It is on the sponsors’ next agenda.")
    except NotYetError as problem:
        messages.warning(request, str(problem))
    return redirect("strategy:concerns")


@needs(Permission.STRATEGY_KEEP)
def close(request: SiteRequest, pk: int) -> HttpResponse:
    """Close a concern, and say why."""
    concern = get_object_or_404(Concern.objects.of(request.actor.here), pk=pk)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        try:
            delivery.close(concern, because=form.cleaned_data["because"], by=request.actor)
        except NotYetError as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("strategy:concerns")
    return render(request, "strategy/concern_close.html", {"form": form, "concern": concern})


@needs(Permission.STRATEGY_SEE)
def reports(request: SiteRequest) -> HttpResponse:
    """Highlight and six-monthly reports; a councillor sees those that were issued."""
    may_keep = request.actor.may(Permission.STRATEGY_KEEP)
    rows = queries.reports_of(request.actor.here)
    rows = rows if may_keep else rows.exclude(issued_at=None)
    return render(request, "strategy/reports.html", {"listing": listing.reports(rows), "may_keep": may_keep})


@needs(Permission.STRATEGY_KEEP)
@with_version
def new_report(request: SiteRequest, version: Version) -> HttpResponse:
    """Gather the figures of a report."""
    form = ReportForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        made = reporting.make(version, ReportKind(told["kind"]), to_day=told["to_day"], by=request.actor)
        messages.success(request, "The figures are gathered. Add what they mean in your own words.")
        return redirect(made)
    return render(request, "strategy/report_new.html", {"form": form})


@needs(Permission.STRATEGY_SEE)
def report(request: SiteRequest, pk: int) -> HttpResponse:
    """One report as it will be read; its words can be changed until it is issued."""
    found = _report(request, pk)
    may_write = request.actor.may(Permission.STRATEGY_KEEP) and found.issued_at is None
    form = NarrativeForm(request.POST or None, instance=found) if may_write else None
    if form is not None and form.is_valid():
        return _written(request, found, form.cleaned_data["narrative"])
    told = documents.document(found)
    shown = {"report": found, "document": told, "blocks": showing.blocks(told), "form": form}
    return render(request, "strategy/report.html", shown)


@needs(Permission.STRATEGY_KEEP)
@require_POST
def issue(request: SiteRequest, pk: int) -> HttpResponse:
    """Issue a report."""
    found = _report(request, pk)
    try:
        reporting.issue(found, by=request.actor)
        messages.success(request, "The report is issued: nothing in it changes any more.")
    except NotYetError as problem:
        messages.warning(request, str(problem))
    return redirect(found)


@needs(Permission.STRATEGY_SEE)
def download(request: SiteRequest, pk: int, form: str) -> HttpResponse:
    """A report as Word or PDF; its figures are those that were kept."""
    found = _report(request, pk)
    if form not in ("docx", "pdf"):
        raise Http404
    seen(Verb.STRATEGY_REPORT_DOWNLOADED, by=request.actor, on=found)
    told = documents.document(found)
    content = word(told) if form == "docx" else pdf(told)
    response = HttpResponse(content, content_type=WORD if form == "docx" else "application/pdf")
    name = f"{found.kind}-report-{found.to_day:%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _report(request: SiteRequest, pk: int) -> Report:
    rows = Report.objects.of(request.actor.here).select_related("version", "authority")
    rows = rows if request.actor.may(Permission.STRATEGY_KEEP) else rows.exclude(issued_at=None)
    return get_object_or_404(rows, pk=pk)


def _written(request: SiteRequest, found: Report, narrative: str) -> HttpResponse:
    try:
        reporting.write(found, narrative, by=request.actor)
        messages.success(request, "Your words are kept.")
    except NotYetError as problem:
        messages.warning(request, str(problem))
    return redirect(found)


def _case_answer(request: SiteRequest, pk: int, act: Any, said: str) -> HttpResponse:
    found: BusinessCase = get_object_or_404(queries.cases_here(request.actor.here), pk=pk)
    try:
        act(found)
        messages.success(request, said)
    except NotYetError as problem:
        messages.warning(request, str(problem))
    return redirect(found)
