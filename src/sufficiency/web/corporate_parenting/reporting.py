"""A panel's year gathered for its annual report."""

from collections import Counter
from datetime import date, timedelta

from sufficiency.analytics.governance.attendance import Count
from sufficiency.reports.annual_report import AnnualReport, Attended, Found
from sufficiency.reports.wording import percentage, plural
from sufficiency.web.corporate_parenting.analytics import figures_of
from sufficiency.web.corporate_parenting.group_registers import members, training_remarks
from sufficiency.web.corporate_parenting.models import (
    Body,
    BodyKind,
    Briefing,
    Challenge,
    Champion,
    PanelYear,
    PledgeSignature,
    Theme,
    Training,
    Visit,
    Voice,
)
from sufficiency.web.corporate_parenting.suppressing import shown_counts
from sufficiency.web.governance.attending import attended
from sufficiency.web.governance.listing import service
from sufficiency.web.governance.models import AgendaItem, Group, Member
from sufficiency.web.governance.queries import members_on
from sufficiency.web.governance.states import ItemState, MeetingState
from sufficiency.web.ui.wording import full_day

WRITTEN_WITHIN = timedelta(days=183)  # after it ended; the figures of a later day are not that year’s


def gathered(group: Group, year: PanelYear, *, today: date) -> AnnualReport:
    """Everything that the annual report of a year says; figures of today only where the year is this one or the last."""
    start, end = year.begins_on, year.ends_on
    rates = attended(group, start=start, end=end)
    serving = [
        member for member in members_on(group, _last_serving_day(group, year)) if member.counts_as_member
    ]
    chair = next((member for member in serving if member.is_chair), None)
    return AnnualReport(
        panel=group.name,
        authority=group.authority.name,
        year=year.label,
        foreword=year.foreword,
        purpose=group.purpose or group.type.purpose,
        chair=f"{chair.name}, {chair.post or 'chair'}" if chair else "",
        attendance=[_attended(member, count) for member, count in rates.counts.items()] if rates else [],
        held=rates.held if rates else None,
        formats=_formats(group, start, end),
        cancelled=_cancelled(group, start, end),
        most_members=group.terms.most_members,
        members_at_end=len(serving),
        areas=sorted({member.area for member in serving if member.area}),
        support=_bodies(group, BodyKind.SUPPORT),
        accounts=_bodies(group, BodyKind.ACCOUNT),
        witnesses=_bodies(group, BodyKind.WITNESS),
        promises=_promises(group, year),
        objectives=year.objectives.splitlines(),
        priorities=year.priorities.splitlines(),
        findings=_findings(group, start, end),
        voices=[_voice(one) for one in Voice.objects.filter(group=group, on__range=(start, end))],
        challenges=[
            (one.text, one.assurance or "no answer yet")
            for one in Challenge.objects.filter(group=group, on__range=(start, end))
        ],
        champions=[(one.theme, one.name or "vacant") for one in Champion.objects.filter(group=group)],
        figures=[figure.sentence for figure in figures_of(group.authority)]
        if today - year.ends_on < WRITTEN_WITHIN
        else [],
        carried=_carried(group, start, end),
        next_priorities=year.next_priorities.splitlines(),
        implications=year.implications.splitlines(),
        background=year.background.splitlines(),
        reports_to=group.reports_to,
        runs_until=full_day(end) if today < end else "",
    )


def _last_serving_day(group: Group, year: PanelYear) -> date:
    last = group.meetings.filter(state=MeetingState.HELD, on__range=(year.begins_on, year.ends_on)).last()
    return last.on if last is not None else year.ends_on


def _attended(member: Member, count: Count) -> Attended:
    words = service(member)
    return Attended(member.name, member.place_label, count, f"({words})" if words else "")


def _formats(group: Group, start: date, end: date) -> dict[str, int]:
    held = group.meetings.filter(state=MeetingState.HELD, on__range=(start, end))
    return dict(Counter(meeting.get_format_display() for meeting in held))


def _cancelled(group: Group, start: date, end: date) -> list[tuple[str, str]]:
    off = group.meetings.filter(state=MeetingState.CANCELLED, on__range=(start, end))
    return [(meeting.day_in_words, meeting.cancelled_because) for meeting in off]


def _bodies(group: Group, kind: BodyKind) -> list[str]:
    return [body.name for body in Body.objects.filter(group=group, kind=kind)]


def _findings(group: Group, start: date, end: date) -> list[Found]:
    themes = Theme.objects.filter(group=group, on__range=(start, end))
    return [Found(one.month, one.theme, one.objective, one.finding) for one in themes]


def _carried(group: Group, start: date, end: date) -> list[str]:
    items = AgendaItem.objects.filter(group=group, state=ItemState.CARRIED, meeting__on__range=(start, end))
    return [item.title for item in items if not item.carried_to.filter(meeting__on__lte=end).exists()]


def _promises(group: Group, year: PanelYear) -> list[str]:
    people = members(group, _last_serving_day(group, year))
    signed = {row.member.name for row in PledgeSignature.objects.filter(group=group).select_related("member")}
    trained = list(Training.objects.filter(group=group).select_related("member"))
    visits = Visit.objects.filter(group=group, done_on__range=(year.begins_on, year.ends_on))
    lines = [f"{sum(name in signed for name in people)} of {len(people)} members have signed the pledge."]
    lines += (
        training_remarks(group, trained, _last_serving_day(group, year))
        if trained
        else ["No training is recorded."]
    )
    reg44, quality = (visits.filter(kind=kind).count() for kind in ("reg44", "quality"))
    lines.append(
        f"{plural(reg44, 'Regulation 44 visit')} and {plural(quality, 'quality visit')} are recorded."
    )
    for one in Briefing.objects.filter(group=group, on__range=(year.begins_on, year.ends_on)):
        share = percentage(100 * one.briefed / one.councillors) if one.councillors else ""
        lines.append(f"{one.title}: {one.briefed} of {one.councillors} councillors briefed, {share}.")
    return lines


def _voice(one: Voice) -> str:
    parts = [one.title, one.text]
    if one.took_part is not None:
        parts.append(shown_counts(one.took_part, one.took_part_uasc))
    if one.done:
        parts.append(f"what was done: {one.done}")
    return "; ".join(part for part in parts if part)
