"""Items of an agenda: what they are about, papers, interests, and what was decided."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import actions, listing, queries
from sufficiency.web.governance.actions.deciding import Task
from sufficiency.web.governance.evidence import evidence_for
from sufficiency.web.governance.forms import (
    AnswerForm,
    ConflictForm,
    DecisionForm,
    ItemForm,
    PaperForm,
    PresenterForm,
    ReasonForm,
    ReplacementForm,
)
from sufficiency.web.governance.models import AgendaItem, Group, Paper
from sufficiency.web.governance.states import ActionState
from sufficiency.web.governance.subjects import Subject, subject_for
from sufficiency.web.governance.views.answering import answered, done_or_told, only_runners
from sufficiency.web.ui.asked import number_in
from sufficiency.web.ui.components import Fact


@needs(Permission.GROUPS_SEE)
def add(request: SiteRequest, pk: int) -> HttpResponse:
    """Put something on the next agenda of a group."""
    group = queries.group_for(request.actor, pk)
    only_runners(request, group)
    asked = number_in(request.GET.get("meeting", ""))
    meeting = None if asked is None else queries.meeting_for(request.actor, asked)
    form = ItemForm(request.POST or None)

    def write(given: dict[str, Any]) -> AgendaItem:
        return actions.put_on_agenda(group, meeting=meeting, **given, by=request.actor)

    title = "Put something on the agenda"
    return answered(request, form, write, back=meeting or group, title=title, button="Put it on")


@needs(Permission.GROUPS_SEE)
def item(request: SiteRequest, pk: int) -> HttpResponse:
    """One item: the child’s view first, then papers, options and what was decided, on what evidence, and what followed."""
    found = queries.item_for(request.actor, pk)
    subject = subject_for(found, request.actor)
    if found.group.type.hears_children:
        seen(Verb.ITEM_SEEN, by=request.actor, on=found, child=subject.child if subject else "")
    decision = getattr(found, "decision", None)
    shown = {
        "item": found,
        "group": found.group,
        "subject": subject,
        "facts": _facts(found),
        "papers": found.papers.filter(replaced_by=None).select_related("replaces"),
        "earlier": found.papers.filter(replaced_by__isnull=False),
        "conflicts": found.conflicts.select_related("member"),
        "decision": decision,
        "decision_facts": _decision_facts(decision) if decision else [],
        "actions": listing.actions(decision.actions.all(), today=timezone.localdate()) if decision else None,
        "evidence": evidence_for(found),
        "carried_to": found.carried_to.select_related("meeting").first(),
        "may_run": queries.may_run(request.actor, found.group),
        "is_waiting": found.state == "waiting",
        "next": queries.next_item(found, request.actor),
    }
    return render(request, "governance/item.html", shown)


def _facts(found: AgendaItem) -> list[Fact]:
    facts = [
        Fact("Group", str(found.group), href=found.group.get_absolute_url(), action=""),
        Fact("Asked", found.get_ask_display()),
        Fact("Where it comes from", found.origin_in_words),
        Fact("Presented by", f"{found.presented_by} {found.get_presenter_mode_display().lower()}".strip()),
        Fact("On paper because", found.on_paper_because),
    ]
    meeting = found.meeting
    if meeting is not None:
        facts.insert(1, Fact("Meeting", meeting.day_in_words, href=meeting.get_absolute_url(), action=""))
    return [fact for fact in facts if fact.value]


def _decision_facts(decision: Any) -> list[Fact]:
    facts = [
        Fact("What was decided", decision.text),
        Fact("Why", decision.reasons),
        Fact("What the child says", decision.child_view),
        Fact("Child’s view not here because", decision.no_child_view_because),
        Fact("Options considered", decision.options),
        Fact("Principles applied", decision.principles),
        Fact("Cost a week", f"£{decision.cost_a_week:,.2f}" if decision.cost_a_week is not None else ""),
        Fact("Resources considered", decision.resources),
        Fact("To be looked at again on", decision.review_on),
        Fact("Who decided", f"{', '.join(decision.present)}; in the chair: {decision.chaired_by}"),
        Fact("Quorum", decision.quorum),
        Fact("Unanimous", "Yes" if decision.is_unanimous else "Not recorded as such"),
        Fact(
            "Recorded",
            f"by {decision.recorded_by}, {'in writing' if decision.is_on_paper else 'at the meeting'}",
        ),
    ]
    return [fact for fact in facts if fact.value]


@needs(Permission.GROUPS_SEE)
def decide(request: SiteRequest, pk: int) -> HttpResponse:
    """Record what was decided."""
    found = _item(request, pk)
    subject = subject_for(found, request.actor)
    form = DecisionForm(request.POST or None, item=found, initial=_heard_of(subject))

    def write(given: dict[str, Any]) -> AgendaItem:
        tasks = [_task(given)] if given.get("task_text") else []
        actions.decide(found, **form.decision, tasks=tasks, by=request.actor)
        return found

    shown = {"subject": subject, "template_part": "governance/subject.html"}
    title = f"Decide: {found.title}"
    return answered(request, form, write, back=found, title=title, button="Record the decision", shown=shown)


def _heard_of(subject: Subject | None) -> dict[str, str]:
    """What the child says, as it was given with the case: the clerk corrects it where the panel heard otherwise."""
    if subject is None:
        return {}
    return {"child_view": subject.child_view, "no_child_view_because": subject.no_view_because}


def _task(given: dict[str, Any]) -> Task:
    return Task(
        text=given["task_text"],
        owner=given["task_owner"],
        due_on=given["task_due_on"],
        is_condition=given["task_is_condition"],
    )


@needs(Permission.GROUPS_SEE)
def presenter(request: SiteRequest, pk: int) -> HttpResponse:
    """Note who presents an item, and how."""
    found = _item(request, pk)
    initial = {name: getattr(found, name) for name in ("presented_by", "presenter_mode", "on_paper_because")}
    if not found.presented_by and (subject := subject_for(found, request.actor)):
        initial["presented_by"] = subject.presenter
    form = PresenterForm(request.POST or None, initial=initial)

    def write(given: dict[str, Any]) -> AgendaItem:
        return actions.note_presenter(found, **given, by=request.actor)

    return answered(request, form, write, back=found, title="Who presents it", button="Keep this")


@needs(Permission.GROUPS_SEE)
@require_POST
def hear(request: SiteRequest, pk: int) -> HttpResponse:
    """Note that an item was heard."""
    found = _item(request, pk)
    done_or_told(request, lambda: actions.hear(found, by=request.actor), done="It was heard.")
    return redirect(found.meeting or found.group)


@needs(Permission.GROUPS_SEE)
@require_POST
def carry(request: SiteRequest, pk: int) -> HttpResponse:
    """Carry an item over to the next meeting."""
    found = _item(request, pk)
    done_or_told(request, lambda: actions.carry_over(found, by=request.actor), done="It is carried over.")
    return redirect(found.meeting or found.group)


@needs(Permission.GROUPS_SEE)
def withdraw(request: SiteRequest, pk: int) -> HttpResponse:
    """Take an item off the agenda."""
    found = _item(request, pk)
    form = ReasonForm(request.POST or None)

    def write(given: dict[str, Any]) -> Group:
        actions.withdraw(found, reason=given["reason"], by=request.actor)
        return found.group

    return answered(request, form, write, back=found, title=f"Withdraw: {found.title}", button="Withdraw it")


@needs(Permission.GROUPS_SEE)
def conflict(request: SiteRequest, pk: int) -> HttpResponse:
    """Record a member’s interest in an item."""
    found = _item(request, pk)
    form = ConflictForm(request.POST or None, members=found.group.members.all())

    def write(given: dict[str, Any]) -> Group:
        actions.declare_conflict(found, given["member"], reason=given["reason"], by=request.actor)
        return found.group

    done = "It is hidden from them now, and they do not count for its quorum."
    title = "Record an interest"
    return answered(request, form, write, back=found, title=title, button="Record it", done=done)


@needs(Permission.GROUPS_SEE)
def add_paper(request: SiteRequest, pk: int) -> HttpResponse:
    """Add a paper to an item."""
    found = _item(request, pk)
    form = PaperForm(request.POST or None, request.FILES or None)

    def write(given: dict[str, Any]) -> AgendaItem:
        actions.add_paper(found, title=given["title"], **_content(given), by=request.actor)
        return found

    return answered(request, form, write, back=found, title="Add a paper", button="Add it")


@needs(Permission.GROUPS_SEE)
def replace_paper(request: SiteRequest, pk: int) -> HttpResponse:
    """Put a new version in the place of a paper."""
    paper = _paper(request, pk)
    only_runners(request, paper.item.group)
    form = ReplacementForm(request.POST or None, request.FILES or None, initial={"text": paper.text})

    def write(given: dict[str, Any]) -> AgendaItem:
        actions.replace_paper(paper, because=given["because"], **_content(given), by=request.actor)
        return paper.item

    return answered(
        request, form, write, back=paper.item, title=f"Replace: {paper.title}", button="Replace it"
    )


@needs(Permission.GROUPS_SEE)
def paper(request: SiteRequest, pk: int) -> HttpResponse:
    """The file of a paper."""
    found = _paper(request, pk)
    seen(Verb.PAPER_DOWNLOADED, by=request.actor, on=found.item, reason=str(found))
    name = get_valid_filename(found.file_name or f"{found}.txt")
    content = bytes(found.content) if found.content else found.text.encode()
    # Always as a file, never shown as a page: what others uploaded must not run here.
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@needs(Permission.GROUPS_SEE)
def action(request: SiteRequest, pk: int) -> HttpResponse:
    """One action; its owner and who runs the group may settle it."""
    found = get_object_or_404(queries.actions_for(request.actor), pk=pk)
    is_theirs = found.user is not None and found.user == request.actor.user
    may_answer = is_theirs or queries.may_run(request.actor, found.group)
    if request.method == "POST" and not may_answer:
        only_runners(request, found.group)
    form = AnswerForm(request.POST or None)

    def write(given: dict[str, Any]) -> Any:
        actions.answer_action(found, state=given["state"], answer=given["answer"], by=request.actor)
        return None

    from_decision = queries.decisions_for(request.actor).filter(actions=found).first()
    shown: dict[str, Any] = {
        "action": found,
        "decision": from_decision,
        "template_part": "governance/action.html",
    }
    shown["closed"] = not may_answer or found.state != ActionState.OPEN
    return answered(
        request, form, write, back="governance:list", title=found.text, button="Settle it", shown=shown
    )


def _content(given: dict[str, Any]) -> dict[str, Any]:
    file = given.get("file")
    return {
        "text": given["text"],
        "file_name": file.name if file else "",
        "content": file.read() if file else None,
    }


def _item(request: SiteRequest, pk: int) -> AgendaItem:
    found = queries.item_for(request.actor, pk)
    only_runners(request, found.group)
    return found


def _paper(request: SiteRequest, pk: int) -> Paper:
    return get_object_or_404(queries.papers_for(request.actor), pk=pk)
