"""Loads the annual report of a corporate parenting panel, as a file of a published paper has it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sufficiency.analytics.governance.panel_report import (
    PanelReport,
    Theme as Given,
    is_panel_report,
    read_panel_report,
)
from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.corporate_parenting.models import (
    Body,
    BodyKind,
    Champion,
    Citation,
    PanelYear,
    PledgeSignature,
    Theme,
    Voice,
    VoiceKind,
)
from sufficiency.web.governance.loading import seat_members
from sufficiency.web.governance.models import AgendaItem, Decision, Group, Meeting, Member
from sufficiency.web.governance.states import Ask, Format, ItemState, MeetingState, Origin, Outcome


def recognises(content: Mapping[str, Any]) -> bool:
    """Whether a file has something for this app."""
    return is_panel_report(content)


@transaction.atomic
def load(content: Mapping[str, Any], *, authority: Authority, by: Actor) -> list[str]:
    """Load a report, all or nothing; one that is there already stays as it is. Says what was done."""
    report = read_panel_report(content)
    name = f"{report.body} of {report.authority}, {report.year}–{(report.year + 1) % 100}"
    if Group.objects.of(authority).filter(name=name).exists():
        return [f"{name} is there already."]
    group = _group(report, name, authority)
    seats = _seats(report, group)
    meetings = _meetings(report, group)
    _programme(report, group, meetings)
    _lists(report, group, seats)
    record(Verb.PAPERS_LOADED, by=by, on=group, reason=name)
    counts = (
        plural(len(seats), "seat"),
        plural(len(meetings), "meeting"),
        plural(len(report.programme), "theme"),
    )
    return [f"{name}: {', '.join(counts)}."]


def _group(report: PanelReport, name: str, authority: Authority) -> Group:
    group = Group.objects.create(
        authority=authority, kind=report.terms.key, name=name, routes=list(report.routes),
        settings={"most_members": report.terms.most_members}, source="Its annual report and terms of reference",
    )  # fmt: skip
    PanelYear.objects.create(
        authority=authority, group=group, begins_on=date(report.year, 5, 1), ends_on=date(report.year + 1, 4, 30),
        objectives="\n".join(report.objectives), priorities="\n".join(report.priorities),
        next_priorities="\n".join(report.next_priorities), implications="\n".join(report.implications),
        background="\n".join(report.background),
    )  # fmt: skip
    return group


def _seats(report: PanelReport, group: Group) -> dict[str, Member]:
    areas = {seat.member.name: seat.area for seat in report.seats}
    seats = seat_members(group, [seat.member for seat in report.seats], areas)
    for seat in report.seats:
        member = seats[seat.member.name]
        member.printed_attended, member.printed_possible = seat.count.attended, seat.count.possible
        member.save(update_fields=["printed_attended", "printed_possible"])
    return seats


def _meetings(report: PanelReport, group: Group) -> dict[date, Meeting]:
    shared = {"authority": group.authority, "group": group, "only_month_known": True}
    workshops = {theme.on for theme in report.programme if "workshop" in theme.theme.casefold()}
    for day in report.cancelled:
        Meeting.objects.create(on=day, state=MeetingState.CANCELLED, cancelled_because="Covid", **shared)
    return {
        day: Meeting.objects.create(
            on=day, state=MeetingState.HELD, format=Format.WORKSHOP if day in workshops else Format.FORMAL, **shared
        )
        for day in report.meetings
    }  # fmt: skip


def _programme(report: PanelReport, group: Group, meetings: Mapping[date, Meeting]) -> None:
    for position, theme in enumerate(report.programme, 1):
        meeting = meetings.get(theme.on)
        Theme.objects.create(
            authority=group.authority, group=group, on=theme.on, theme=theme.theme, objective=theme.objective,
            by=theme.by, finding=theme.finding, meeting=meeting,
        )  # fmt: skip
        if meeting is not None:
            _heard(group, meeting, theme, position)


def _heard(group: Group, meeting: Meeting, theme: Given, position: int) -> None:
    item = AgendaItem.objects.create(
        authority=group.authority, group=group, meeting=meeting, title=theme.theme, position=position, ask=Ask.NOTE,
        origin=Origin.PROGRAMME, trigger="Work programme", presented_by=theme.by, state=ItemState.DECIDED,
    )  # fmt: skip
    unanimous = "unanimously" in theme.finding
    Decision.objects.create(
        authority=group.authority, item=item, outcome=Outcome.RECOMMENDED if unanimous else Outcome.NOTED,
        text=theme.finding, reasons="As its annual report tells it.", recorded_by="its annual report",
        chaired_by="not recorded", quorum="not recorded", is_unanimous=unanimous,
    )  # fmt: skip


def _lists(report: PanelReport, group: Group, seats: Mapping[str, Member]) -> None:
    owned = {"authority": group.authority, "group": group}
    bodies = {
        BodyKind.ACCOUNT: report.bodies, BodyKind.WITNESS: report.witnesses, BodyKind.SUPPORT: report.supported_by,
        BodyKind.INVITED: _each_invited(report.invited),
    }  # fmt: skip
    for kind, names in bodies.items():
        Body.objects.bulk_create(Body(kind=kind, name=name, **owned) for name in names)
    Champion.objects.bulk_create(
        Champion(theme=theme, on_panel=False, **owned) for theme in report.champion_themes
    )
    Champion.objects.bulk_create(
        Champion(theme=one.what_for, is_area=True, name=one.name, on_panel=one.is_on_panel, **owned)
        for one in report.champions
    )
    PledgeSignature.objects.bulk_create(PledgeSignature(member=member, **owned) for member in seats.values())
    january = date(report.year + 1, 1, 15)
    Voice.objects.bulk_create(
        Voice(kind=VoiceKind.PRESENTATION, on=january, title=title, **owned) for title in report.presentations
    )
    Citation.objects.bulk_create(
        Citation(printed=one["printed"], where=one.get("where", ""), problem=one.get("problem", ""), **owned)
        for one in report.citations
    )


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _each_invited(lines: tuple[str, ...]) -> list[str]:
    """“eight District Councils” as eight invitations; what invites no number (“as appropriate”) is left out."""
    invited: list[str] = []
    for line in lines:
        first, _, rest = line.partition(" ")
        if first in NUMBERS:
            invited += [f"{rest.removesuffix('s')} {number}" for number in range(1, NUMBERS[first] + 1)]
        elif "as appropriate" not in line:
            invited.append(line)
    return invited
