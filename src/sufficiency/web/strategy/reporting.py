"""Highlight and six-monthly reports: figures are gathered once, kept, and only read from then on."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.money.savings import as_json
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.strategy import analytics, queries
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.measuring import readings
from sufficiency.web.strategy.models import Report, Version, Workstream
from sufficiency.web.strategy.states import MONTHS_OF, ReportKind

DAYS_AHEAD = 62  # what is due until the next report


@transaction.atomic
def make(version: Version, kind: ReportKind, *, to_day: date, by: Actor) -> Report:
    """Gather the figures of a report as they are now and keep them."""
    first = months_before(to_day, MONTHS_OF[kind]) + timedelta(days=1)
    report = Report.objects.create(
        authority=version.authority,
        version=version,
        kind=kind,
        from_day=first,
        to_day=to_day,
        figures=figures(version, first=first, last=to_day),
        made_by=by.name,
    )
    record(Verb.STRATEGY_REPORT_MADE, by=by, on=report, reason=str(report))
    return report


@transaction.atomic
def write(report: Report, narrative: str, *, by: Actor) -> Report:
    """Write the words of a report; once it is issued they stay."""
    report = _open(report)
    report.narrative = narrative
    report.save(update_fields=["narrative"])
    record(Verb.STRATEGY_REPORT_WRITTEN, by=by, on=report, reason=str(report))
    return report


@transaction.atomic
def issue(report: Report, *, by: Actor) -> Report:
    """Issue a report: from now on nothing in it changes."""
    report = _open(report)
    report.issued_at, report.issued_by = timezone.now(), by.name
    report.save(update_fields=["issued_at", "issued_by"])
    record(Verb.STRATEGY_REPORT_ISSUED, by=by, on=report, reason=str(report))
    return report


def figures(version: Version, *, first: date, last: date) -> Mapping[str, Any]:
    """Everything a report says, from live data; small numbers hidden, as it leaves the service."""
    workstreams = list(queries.workstreams_of(version))
    return {
        "workstreams": [_workstream(one, last) for one in workstreams],
        "moved": _moved(version, first, last),
        "due_next": _due_next(version, last),
        "concerns": _concerns(version, first, last),
        "measures": [asdict(one) for one in readings(version, may_see_all=False)],
        "money": as_json(analytics.reconciled(version)),
        "processes": list(version.supporting_processes),
    }


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    is_last = (day + timedelta(days=1)).month != day.month
    return date(year, month + 1, last if is_last else min(day.day, last))


def _open(report: Report) -> Report:
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.issued_at is not None:
        raise NotYetError("This report was issued and stays as it is. Make a new one.")
    return report


def _workstream(row: Workstream, today: date) -> dict[str, Any]:
    status = analytics.status_of_workstream(row, today=today)
    return {
        "code": row.code,
        "title": row.title,
        "objective": row.objective.number,
        "stage": row.get_stage_display(),
        "rating": status.rating.value,
        "because": status.because,
        "done": sum(1 for one in row.actions.all() if one.progress == "done"),
        "actions": len(row.actions.all()),
    }


def _moved(version: Version, first: date, last: date) -> list[dict[str, Any]]:
    changes = version.changes.filter(at__date__gte=first, at__date__lte=last)
    return [
        {
            "what": one.what,
            "old": one.old,
            "new": one.new,
            "on": timezone.localdate(one.at).isoformat(),
            "why": one.reason,
        }
        for one in changes
    ]


def _due_next(version: Version, last: date) -> list[dict[str, Any]]:
    coming = queries.actions_of(version).filter(
        due_on__gt=last, due_on__lte=last + timedelta(days=DAYS_AHEAD)
    )
    return [
        {"workstream": one.workstream.code, "text": one.text, "lead": one.lead, "due": one.due_printed}
        for one in coming.exclude(progress="done").order_by("due_on")
    ]


def _concerns(version: Version, first: date, last: date) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.get_kind_display(),
            "text": one.text,
            "doing": one.doing,
            "severity": one.get_severity_display(),
            "owner": one.owner,
            "state": one.get_state_display(),
            "workstream": one.workstream.code if one.workstream else "",
        }
        for one in queries.concerns_between(version, first, last)
    ]
