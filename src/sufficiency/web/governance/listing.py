"""Groups, seats, meetings, items and actions as tables and facts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from sufficiency.analytics.governance.declaring import GroupType
from sufficiency.reports.wording import number, percentage, plural
from sufficiency.web.governance.attending import Attended
from sufficiency.web.governance.models import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Group,
    Meeting,
    Member,
    Recommendation,
)
from sufficiency.web.governance.registers import Register
from sufficiency.web.governance.states import ITEM_TONES, ActionState, ItemState
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone
from sufficiency.web.ui.wording import day_and_when, full_day

GROUPS = (
    Column("Group"),
    Column("Kind"),
    Column("Chair"),
    Column("Members", is_number=True),
    Column("Next meeting"),
)
SEATS = (Column("Name"), Column("Place"), Column("Role"), Column("Council or group"), Column("Serves"))
MEETINGS = (
    Column("Day"),
    Column("Format"),
    Column("Length", is_number=True),
    Column("Items", is_number=True),
    Column("State"),
)
ITEMS = (
    Column("Item"),
    Column("Asked"),
    Column("Where it comes from"),
    Column("Minutes", is_number=True),
    Column("State"),
)
ACTIONS = (Column("What"), Column("Owner"), Column("By"), Column("Group"), Column("State"))
PEOPLE = (Column("Member"), Column("Presence"), Column("How"), Column("Substitute"))
RATES = (
    Column("Member"),
    Column("Place"),
    Column("Attended", is_number=True),
    Column("Of", is_number=True),
    Column("Share", is_number=True),
)
DECISIONS = (Column("Decision"), Column("Group"), Column("When"), Column("Why"))
PROPOSALS = (Column("Recommendation"), Column("Group"), Column("Stage"))


def groups(found: Iterable[Group], *, today: date) -> Table:
    """The groups someone may know of."""
    return Table("Groups", GROUPS, [_group(one, today) for one in found], stacks=True)


def _group(one: Group, today: date) -> list[object]:
    serving = [member for member in one.members.all() if member.serves_on(today)]
    for member in serving:
        member.group = one
    coming = [meeting for meeting in one.meetings.all() if meeting.is_open and meeting.on >= today]
    chair = next((member.name for member in serving if member.is_chair), "None yet")
    return [
        Cell(one.name, href=one.get_absolute_url()),
        one.type.label,
        chair,
        sum(member.counts_as_member for member in serving),
        day_and_when(coming[0].on, today=today) if coming else "None planned",
    ]


def terms(group: Group, *, size: int) -> list[Fact]:
    """The terms of reference in words."""
    of = group.terms
    facts = [
        Fact("For what", capfirst(group.purpose or of.purpose)),
        Fact("Chair", of.chair.in_words),
        Fact("Members", _members(of)),
        Fact("Substitutes", of.substitutes.in_words),
        Fact("Quorum", of.quorum.in_words(size)),
        Fact(
            "May", capfirst(", ".join(of.may)) + ("" if of.unanimous is False else "; all members must agree")
        ),
        Fact("Meets", capfirst(_rhythm(of))),
        Fact("Session", "Private: papers are for members and officers" if of.is_private else "Public"),
        Fact("Reports to", ", ".join(group.reports_to) or "Nobody above it"),
        Fact("Advises", of.advises),
        Fact("Ends", full_day(of.ends_on) if of.ends_on else "No end is set"),
        Fact("Supported by", group.support),
        Fact("Source", group.source or of.source),
    ]
    return [fact for fact in facts if fact.value]


def _members(of: GroupType) -> str:
    parts = [f"{place.label}{f' (at most {place.most})' if place.most else ''}" for place in of.places]
    most = f"At most {of.most_members} in all: " if of.most_members else ""
    each = "; one from each political group" if of.one_a_political_group else ""
    agencies = f"; from at least {of.agencies} agencies" if of.agencies else ""
    return f"{most}{', '.join(parts)}{each}{agencies}"


def _rhythm(of: GroupType) -> str:
    rhythm = "every month" if of.interval_months == 1 else f"every {of.interval_months} months"
    longest = f", for at most {of.longest_minutes} minutes" if of.longest_minutes else ""
    return f"{rhythm}{longest}; papers {plural(of.papers_due_days, 'working day')} before"


def seats(members: Iterable[Member], *, may_run: bool) -> Table:
    """Who sits on a group."""
    return Table("Members", SEATS, [_seat(one, may_run=may_run) for one in members], stacks=True)


def _seat(one: Member, *, may_run: bool) -> list[object]:
    role = "chair" if one.is_chair else "vice chair" if one.is_vice else ""
    posts = ", ".join(part for part in (role.capitalize(), one.post) if part)
    origin = ", ".join(part for part in (one.body, one.area, one.political_group) if part)
    href = reverse("governance:seat", args=[one.pk]) if may_run else ""
    return [Cell(one.name, href=href), one.place_label, posts, origin, service(one)]


def service(one: Member) -> str:
    """From when to when someone serves."""
    since = f"from {full_day(one.served_from)}" if one.served_from else ""
    until = f"to {full_day(one.served_to)}" if one.served_to else ""
    return " ".join(part for part in (since, until) if part)


def meetings(found: Iterable[Meeting]) -> Table:
    """The meetings of a group."""
    return Table("Meetings", MEETINGS, [_meeting(one) for one in found], stacks=True)


def _meeting(one: Meeting) -> list[object]:
    return [
        Cell(one.day_in_words, href=one.get_absolute_url()),
        f"{one.get_format_display()}, {one.get_mode_display().lower()}{', extra' if one.is_extra else ''}",
        f"{one.minutes} min",
        one.items.count(),
        Cell(one.state_in_words, tone=one.tone),
    ]


def items(found: Iterable[AgendaItem], *, caption: str = "Agenda") -> Table:
    """An agenda."""
    return Table(caption, ITEMS, [_item(one) for one in found], stacks=True)


def _item(one: AgendaItem) -> list[object]:
    state = ItemState(one.state)
    decision = getattr(one, "decision", None)
    word = decision.get_outcome_display() if decision is not None else state.label
    return [
        Cell(one.title, href=one.get_absolute_url()),
        one.get_ask_display(),
        one.origin_in_words,
        one.minutes,
        Cell(word, tone=ITEM_TONES[state]),
    ]


def actions(found: Iterable[Action], *, today: date) -> Table:
    """What people are to do."""
    return Table("Actions", ACTIONS, [_action(one, today) for one in found], stacks=True)


def _action(one: Action, today: date) -> list[object]:
    is_late = one.state == ActionState.OPEN and one.due_on < today
    word, tone = ("Overdue", Tone.BAD) if is_late else (one.get_state_display(), Tone.QUIET)
    return [
        Cell(one.text, href=reverse("governance:action", args=[one.pk])),
        one.owner,
        full_day(one.due_on),
        str(one.group),
        Cell(word, tone=Tone.GOOD if one.state == ActionState.DONE else tone),
    ]


def people(noted: Iterable[Attendance]) -> Table:
    """Who came to a meeting."""
    rows = [
        (
            one.member.name,
            one.get_presence_display(),
            one.get_mode_display() if one.is_here else "",
            one.substitute,
        )
        for one in noted
    ]
    return Table("Who came", PEOPLE, rows, stacks=True)


def rates(found: Attended) -> Table:
    """How often each member came; those below half are marked."""
    return Table("Attendance", RATES, [_rate(member, count) for member, count in found.counts.items()])


def _rate(member: Member, count: Any) -> list[object]:
    share = "" if count.percent is None else percentage(count.percent)
    cell = Cell(share, tone=Tone.WARNING) if count.is_low else share
    return [member.name, member.place_label, count.attended, count.possible, cell]


def rates_by_place(group: Group, found: Attended) -> list[Fact]:
    """The rates of each kind of place and of all, and meetings against the rule."""
    facts = [
        Fact(place.label, in_words(found.of_place(place.key), found.present_a_meeting(place.key)))
        for place in group.type.places
        if found.of_place(place.key).possible
    ]
    low = ", ".join(found.low) or "nobody"
    return [
        *facts,
        Fact("All", in_words(found.all, found.present_a_meeting())),
        Fact("Below half", low),
        Fact(
            "Meetings held",
            f"{found.held.held} of {found.held.required} the rule asks for, {percentage(found.held.percent)}",
        ),
    ]


def in_words(count: Any, a_meeting: float) -> str:
    """A rate as people read it."""
    return f"{count.attended} of {count.possible}, {percentage(count.percent)}; {number(a_meeting, places=2)} a meeting"


def decisions(found: Iterable[Decision]) -> Table:
    """Decisions, newest first."""
    rows = [
        (
            Cell(f"{one.get_outcome_display()}: {one.text}", href=one.get_absolute_url()),
            str(one.item.group),
            one.decided_at,
            one.reasons,
        )
        for one in found
    ]
    return Table("Decisions", DECISIONS, rows, stacks=True)


def proposals(found: Iterable[Recommendation]) -> Table:
    """Recommendations and where they stand."""
    rows = [
        (
            Cell(str(one), href=one.get_absolute_url()),
            str(one.group),
            Cell(one.stage_in_words, tone=Tone.GOOD if one.is_policy or one.is_approved else Tone.WAITING),
        )
        for one in found
    ]
    return Table("Recommendations", PROPOSALS, rows, stacks=True)


def register(kept: Register, rows: Sequence[Any], *, may_run: bool) -> Table:
    """A list that a group keeps; the first cell leads to the form of the row for who may change it."""
    columns = [Column(heading) for heading, _ in kept.columns]
    return Table(kept.label, columns, [_row(kept, row, may_run=may_run) for row in rows], stacks=True)


def _row(kept: Register, row: Any, *, may_run: bool) -> list[object]:
    cells = [shown(getattr(row, attribute)) for _, attribute in kept.columns]
    if may_run:
        href = reverse("governance:register_change", args=[row.group_id, kept.key, row.pk])
        cells[0] = Cell(cells[0] or "(blank)", href=href)
    return cells


def shown(value: Any) -> Any:
    """A value as a cell has it."""
    value = value() if callable(value) else value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return full_day(value)
    return "" if value is None else value if isinstance(value, int) else str(value)
