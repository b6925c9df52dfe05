"""Groups, their terms checked live, and who sits on them."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.analytics.governance.meetings import next_due
from sufficiency.analytics.governance.membership import breaches
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.governance import actions, listing, queries
from sufficiency.web.governance.actions.deciding import Task
from sufficiency.web.governance.attending import attended
from sufficiency.web.governance.forms import ActionForm, EndForm, GroupForm, RenewForm, SeatForm, TermsForm
from sufficiency.web.governance.models import Group, Member
from sufficiency.web.governance.pages import pages_of
from sufficiency.web.governance.registers import registers_of
from sufficiency.web.governance.states import ActionState, MeetingState
from sufficiency.web.governance.views.answering import answered, done_or_told, only_runners
from sufficiency.web.ui.asked import number_in
from sufficiency.web.ui.wording import full_day


@needs(Permission.GROUPS_SEE)
def groups(request: SiteRequest) -> HttpResponse:
    """The groups someone may know of, and what they themselves have to do."""
    today = timezone.localdate()
    found = queries.groups_for(request.actor).prefetch_related("members", "meetings")
    theirs = queries.actions_for(request.actor).filter(user=request.actor.user, state=ActionState.OPEN)
    shown = {
        "listing": listing.groups(found, today=today),
        "actions": listing.actions(theirs, today=today),
        "may_run": request.actor.may(Permission.GROUPS_RUN),
    }
    return render(request, "governance/list.html", shown)


@needs(Permission.GROUPS_RUN)
def add(request: SiteRequest) -> HttpResponse:
    """Set up a group."""
    form = GroupForm(request.POST or None, authority=request.actor.here)
    return answered(
        request,
        form,
        lambda given: actions.set_up(**given, by=request.actor),
        back="governance:list",
        title="Set up a group",
        button="Set it up",
        done="The group is set up. Give it members next.",
    )


@needs(Permission.GROUPS_SEE)
def group(request: SiteRequest, pk: int) -> HttpResponse:
    """One group: its terms of reference checked today, members, meetings and what it keeps lists of."""
    found = queries.group_for(request.actor, pk)
    today = timezone.localdate()
    members = queries.members_on(found, today)
    size = sum(member.counts_as_member for member in members)
    opens = queries.may_open(request.actor, found)
    shown = {
        "group": found,
        "breaches": [*breaches(found.terms, [member.seat for member in members], on=today)],
        "terms": listing.terms(found, size=size),
        "size": size,
        "seats": listing.seats(members, may_run=queries.may_run(request.actor, found)),
        "opens": opens,
        "may_run": queries.may_run(request.actor, found),
        "past": found.members.filter(served_to__lt=today).count(),
    }
    if opens:
        shown |= _work(request, found, today)
    return render(request, "governance/group.html", shown)


def _work(request: SiteRequest, found: Group, today: date) -> dict[str, object]:
    meetings = found.meetings.prefetch_related("items")
    waiting = queries.items_for(request.actor).filter(group=found, meeting=None, state="waiting")
    open_actions = queries.actions_for(request.actor).filter(group=found, state=ActionState.OPEN)
    return {
        "meetings": listing.meetings(meetings),
        "due": _due(found, today),
        "waiting": listing.items(waiting, caption="Waiting for a meeting"),
        "actions": listing.actions(open_actions, today=today),
        "proposals": listing.proposals(found.recommendations.all()),
        "registers": registers_of(found),
        "pages": pages_of(found),
    }


def _due(found: Group, today: date) -> str:
    last = found.meetings.filter(state=MeetingState.HELD).order_by("on").last()
    if last is None or queries.next_meeting(found) is not None:
        return ""
    if found.ends_on is not None and found.ends_on < today:
        return ""
    due = next_due(found.terms, last.on)
    return f"No meeting is planned. By its terms it should meet by {full_day(due)}."


@needs(Permission.GROUPS_SEE)
def terms(request: SiteRequest, pk: int) -> HttpResponse:
    """Change what is different about a group’s terms."""
    found = _run(request, pk)
    form = TermsForm(request.POST or None, group=found)

    def write(given: dict[str, object]) -> Group:
        reason = str(given.pop("reason"))
        return actions.set_terms(found, given, reason=reason, by=request.actor)

    return answered(request, form, write, back=found, title=f"Terms of {found}", button="Keep these terms")


@needs(Permission.GROUPS_SEE)
def add_seat(request: SiteRequest, pk: int) -> HttpResponse:
    """Give someone a seat."""
    found = _run(request, pk)
    form = SeatForm(request.POST or None, group=found)

    def write(given: dict[str, object]) -> Group:
        actions.give_seat(found, **given, by=request.actor, today=timezone.localdate())
        return found

    return answered(request, form, write, back=found, title="Give someone a seat", button="Give the seat")


@needs(Permission.GROUPS_SEE)
def renew(request: SiteRequest, pk: int) -> HttpResponse:
    """Appoint members for another year, at the annual meeting."""
    found = _run(request, pk)
    members = [one for one in queries.members_on(found, timezone.localdate()) if one.counts_as_member]
    form = RenewForm(request.POST or None, members=members)

    def write(given: dict[str, Any]) -> Group:
        actions.renew(found, list(given["again"]), on=given["on"], by=request.actor)
        return found

    return answered(request, form, write, back=found, title="Appoint for the next year", button="Appoint")


@needs(Permission.GROUPS_SEE)
def seat(request: SiteRequest, pk: int) -> HttpResponse:
    """One seat: end it, or make its holder the chair."""
    member = _member(request, pk)
    form = EndForm(request.POST or None)

    def write(given: dict[str, date]) -> Group:
        return actions.end_seat(member, on=given["on"], by=request.actor).group

    shown = {"member": member, "template_part": "governance/seat.html"}
    title = f"{member.name}, {member.place_label.lower()}"
    return answered(request, form, write, back=member.group, title=title, button="End this seat", shown=shown)


@needs(Permission.GROUPS_SEE)
@require_POST
def chair(request: SiteRequest, pk: int) -> HttpResponse:
    """Record that someone was chosen to chair."""
    member = _member(request, pk)
    done = f"{member.name} chairs {member.group}."
    done_or_told(request, lambda: actions.choose_chair(member, by=request.actor), done=done)
    return redirect(member.group)


@needs(Permission.GROUPS_SEE)
def attendance(request: SiteRequest, pk: int) -> HttpResponse:
    """How often members came, in a municipal year."""
    found = queries.group_for(request.actor, pk)
    if not queries.may_open(request.actor, found):
        only_runners(request, found)
    years = years_of(found)
    asked = number_in(request.GET.get("year", ""))
    year = asked if asked in years else (years[0] if years else None)
    rates = attended(found, start=date(year, 5, 1), end=date(year + 1, 4, 30)) if year else None
    shown = {"group": found, "years": years, "year": year}
    if rates:
        shown |= {
            "rates": listing.rates(rates),
            "facts": listing.rates_by_place(found, rates),
            "is_printed": rates.is_printed,
        }
    return render(request, "governance/attendance_rates.html", shown)


def years_of(found: Group) -> list[int]:
    """The municipal years, from May to April, in which a group has met; newest first."""
    days = found.meetings.filter(state=MeetingState.HELD).values_list("on", flat=True)
    return sorted({day.year if day.month >= 5 else day.year - 1 for day in days}, reverse=True)


@needs(Permission.GROUPS_SEE)
def add_action(request: SiteRequest, pk: int) -> HttpResponse:
    """Give someone something to do."""
    found = _run(request, pk)
    form = ActionForm(request.POST or None)

    def write(given: dict[str, object]) -> Group:
        actions.give_action(found, Task(**given), by=request.actor)  # type: ignore[arg-type]  # looser than its stubs
        return found

    return answered(request, form, write, back=found, title="Give someone an action", button="Give it")


def _run(request: SiteRequest, pk: int) -> Group:
    found = queries.group_for(request.actor, pk)
    only_runners(request, found)
    return found


def _member(request: SiteRequest, pk: int) -> Member:
    groups = queries.groups_for(request.actor)
    member = get_object_or_404(Member.objects.of(request.actor.here).filter(group__in=groups), pk=pk)
    only_runners(request, member.group)
    return member
