"""The board, beginning a request, its page, answering step by step, sending and withdrawing, the standard's CSV."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.actions import add_child
from sufficiency.web.children.models import Child
from sufficiency.web.placements import actions, lacking, listing, queries, reporting, standard, stepping
from sufficiency.web.placements.actions.moving import children_of
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.forms.answers import StepForm
from sufficiency.web.placements.forms.steps import BeginForm, ImportForm, MomentForm, ReasonForm
from sufficiency.web.placements.models import RequestChild
from sufficiency.web.placements.questions import STEPS
from sufficiency.web.placements.views.pages import carry_out, form_page, found, version_of


@needs(Permission.REQUESTS_SEE)
def board(request: SiteRequest) -> HttpResponse:
    """Open requests, the soonest needed first, with what each waits for."""
    now = timezone.now()
    rows = list(queries.open_requests(request.actor.here, now=now))
    tonight = [row for row in rows if (row.needed_by - now).total_seconds() <= queries.TONIGHT_HOURS * 3600]
    shown = {
        "board": listing.board(rows, now=now),
        "count": len(rows),
        "tonight": len(tonight),
        "may_write": request.actor.may(Permission.REQUESTS_WRITE),
        "may_see_ranking": request.actor.may(Permission.PANEL_CASES_SEE),
    }
    return render(request, "placements/board.html", shown)


@needs(Permission.REQUESTS_SEE)
def reports(request: SiteRequest) -> HttpResponse:
    """Refusals by provider and need, emergencies by month, and how many children were known."""
    known, challenged = queries.known_to_agencies(request.actor.here)
    # PostgreSQL keeps no null character, neither in a search nor in the record of it.
    words = request.GET.get("q", "").replace("\0", " ").strip()
    shown = {
        "tables": reporting.reports(request.actor.here),
        "known": known,
        "challenged": challenged,
        "words": words,
        "found": reporting.found(request.actor.here, words) if words else None,
    }
    if words:
        seen(Verb.RECALLED, by=request.actor, reason=words)
    return render(request, "placements/reports.html", shown)


@needs(Permission.REQUESTS_WRITE)
def begin(request: SiteRequest) -> HttpResponse:
    """Begin a request for a child or for brothers and sisters."""
    form = BeginForm(
        request.POST or None, initial={"time": "18:00", "children": request.GET.get("child", "")}
    )
    if form.is_valid():
        try:
            made = actions.begin(
                _children(request, form.cleaned_data), needed_by=form.moment(), by=request.actor
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            first = made.members.values_list("pk", flat=True)[0]
            return redirect("placements:answer_child", made.pk, "needs", first)
    shown = {"form": form, "title": "Ask for a home", "button": "Begin"}
    return render(request, "placements/form.html", shown)


@needs(Permission.REQUESTS_SEE)
def one(request: SiteRequest, pk: int) -> HttpResponse:
    """One request: the child's own words, where it stands, and its steps."""
    asked = found(request, pk)
    seen(Verb.REQUEST_SEEN, by=request.actor, on=asked, child=children_of(asked))
    return render(
        request, "placements/request.html", listing.page_of(asked, request.actor, now=timezone.now())
    )


@needs(Permission.REQUESTS_WRITE)
def answer(request: SiteRequest, pk: int, step: str) -> HttpResponse:
    """Answer a step that is about the whole request."""
    return _step(request, pk, step, None)


@needs(Permission.REQUESTS_WRITE)
def answer_child(request: SiteRequest, pk: int, step: str, member: int) -> HttpResponse:
    """Answer a step about one child."""
    return _step(request, pk, step, member)


@needs(Permission.REQUESTS_WRITE)
@require_POST
def send(request: SiteRequest, pk: int) -> HttpResponse:
    """Send the request where it goes first."""
    asked = found(request, pk)

    def do() -> str:
        sent = actions.send(asked, by=request.actor, version=version_of(request))
        return f"{sent.reference} is sent. It is now: {sent.get_state_display().lower()}."

    carry_out(request, do)
    return redirect(asked)


@needs(Permission.REQUESTS_WRITE)
def withdraw(request: SiteRequest, pk: int) -> HttpResponse:
    """Withdraw the request, with a reason."""
    asked, form = found(request, pk), ReasonForm(request.POST or None)

    def do(filled: Any) -> str:
        actions.withdraw(
            asked, because=filled.cleaned_data["reason"], by=request.actor, version=version_of(request)
        )
        return f"{asked.reference} is withdrawn."

    return form_page(request, asked, form, do, title="Withdraw this request", button="Withdraw")


@needs(Permission.REQUESTS_WRITE)
def need_by(request: SiteRequest, pk: int) -> HttpResponse:
    """Change by when a home is needed."""
    asked = found(request, pk)
    at = timezone.localtime(asked.needed_by)
    form = MomentForm(request.POST or None, initial={"day": f"{at:%d/%m/%Y}", "time": f"{at:%H:%M}"})

    def do(filled: Any) -> str:
        actions.need_by(asked, filled.moment(), by=request.actor, version=version_of(request))
        return f"A home is needed by {filled.moment():%d/%m/%Y %H:%M}."

    return form_page(request, asked, form, do, title="By when is a home needed?", button="Keep")


@needs(Permission.REQUESTS_SEE)
def standard_csv(request: SiteRequest, pk: int) -> HttpResponse:
    """The request as CSV of the regional home-search standard, addresses as sectors."""
    asked = found(request, pk)
    seen(Verb.REQUEST_EXPORTED, by=request.actor, on=asked, child=children_of(asked))
    answer = HttpResponse(standard.exported(asked), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="home-search-{asked.reference}.csv"'
    return answer


@needs(Permission.REQUESTS_WRITE)
def standard_import(request: SiteRequest, pk: int) -> HttpResponse:
    """Read answers from such a CSV."""
    asked, form = found(request, pk), ImportForm(request.POST or None, request.FILES or None)

    def do(filled: Any) -> str:
        try:
            text = filled.cleaned_data["file"].read().decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            raise RefusedError("This is no CSV text. Save it as CSV (UTF-8) and try again.") from problem
        changed = standard.imported(asked, text, by=request.actor)
        seen(Verb.REQUEST_IMPORTED, by=request.actor, on=asked, child=children_of(asked))
        return " ".join([f"{changed} answers changed.", *standard.differences(asked, text)])

    return form_page(
        request, asked, form, do, title="Import from the regional standard", button="Import", has_file=True
    )


def _step(request: SiteRequest, pk: int, key: str, number: int | None) -> HttpResponse:
    asked, step = found(request, pk), STEPS.get(key)
    member = get_object_or_404(RequestChild, pk=number, request=asked) if number else None
    if step is None or step.by_child is not (member is not None):
        return redirect(asked)
    held = lacking.answers_of(asked)
    initial = {
        name: value for (owner, name), value in held.items() if owner == (member.pk if member else None)
    }
    form = StepForm(request.POST or None, step=key, initial=initial)

    def do(filled: Any) -> str:
        told = filled.cleaned_data
        changed = actions.write(
            asked,
            filled.answers(),
            by=request.actor,
            member=member,
            said_by=told["said_by"],
            as_of=told["as_of"],
        )
        return f"{step.label}: saved, {changed} changed."

    title = f"{step.label}: {member}" if member and asked.members.count() > 1 else step.label
    then = stepping.next_step(asked, key, member)
    return form_page(
        request, asked, form, do, title=title, button="Save and go on", then=then, hint=step.hint
    )


def _children(request: SiteRequest, told: dict[str, Any]) -> list[Child]:
    names = [part.strip() for part in told["children"].split(",") if part.strip()]
    known = {
        child.reference: child for child in Child.objects.of(request.actor.here).filter(reference__in=names)
    }
    for name in names:
        if name not in known and told["born"]:
            known[name] = add_child(request.actor.here, reference=name, by=request.actor, born=told["born"])
    missing = [name for name in names if name not in known]
    if missing:
        raise RefusedError(
            f"No child here has the reference {missing[0]}. Look whether it is right; for a new child give the birthday."
        )
    return [known[name] for name in dict.fromkeys(names)]
