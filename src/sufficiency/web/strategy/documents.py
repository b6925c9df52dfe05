"""A report as a document, from its stored figures alone: Word and PDF say what was kept."""

from collections import Counter
from typing import Any

from sufficiency.analytics.strategy.status import RULE, Rating
from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph, paragraphs
from sufficiency.reports.wording import number, plural
from sufficiency.web.strategy.models import Report
from sufficiency.web.ui.wording import full_day

MONEY = ("target", "attributed", "variance", "priced_mix")


def document(report: Report) -> Document:
    """The whole report."""
    told = report.figures
    subtitle = f"{report.authority.name}: {full_day(report.from_day)} to {full_day(report.to_day)}. {report.version}."
    blocks: list[Block] = [
        *_opening(report),
        *_status(told),
        *_moved(told),
        *_concerns(told),
        *_measures(told),
        *_money(told),
        *_processes(told),
    ]
    return Document(report.get_kind_display(), subtitle, blocks)


def summary(told: Any) -> str:
    """The report in one sentence."""
    rated = Counter(one["rating"] for one in told["workstreams"])
    parts = [f"{rated[one.value]} {one.label.lower()}" for one in Rating if rated[one.value]]
    total = told["money"]["total"]
    short = total["variance"]
    words = f"{plural(len(told['workstreams']), 'workstream')}: {', '.join(parts) or 'none'}."
    if short is None:
        return words
    side = "short of" if short < 0 else "above"
    return f"{words} Claimed savings are £{number(abs(short))} {side} the targets of all years."


def _opening(report: Report) -> list[Block]:
    if report.narrative.strip():
        return [Paragraph(summary(report.figures)), *paragraphs(report.narrative)]
    return [Paragraph(summary(report.figures))]


def _status(told: Any) -> list[Block]:
    rows = [
        [
            f"{one['code']} {one['title']}",
            str(one["objective"]),
            Rating(one["rating"]).label,
            f"{one['done']} of {one['actions']}",
            one["because"],
        ]
        for one in told["workstreams"]
    ]
    columns = ["Workstream", "Objective", "Status", "Actions done", "Because"]
    return [
        Heading("Where workstreams stand"),
        Paragraph(RULE),
        Grid("Workstreams and their status", columns, rows),
    ]


def _moved(told: Any) -> list[Block]:
    moved = [f"{one['what']}: “{one['old']}” became “{one['new']}” ({one['why']})" for one in told["moved"]]
    coming = [f"{one['workstream']} {one['text']} ({one['lead']}, {one['due']})" for one in told["due_next"]]
    return [
        Heading("What moved"),
        Bullets(moved) if moved else Paragraph("Nothing in the plan was changed in this time."),
        Heading("Due by the next report", 2),
        Bullets(coming) if coming else Paragraph("No action is due in the next two months."),
    ]


def _concerns(told: Any) -> list[Block]:
    rows = [
        [f"{one['kind']}: {one['text']}", one["severity"], one["state"], one["owner"], one["doing"]]
        for one in told["concerns"]
    ]
    columns = ["What", "Severity", "State", "Owner", "What is done about it"]
    none = Paragraph("None is open.")
    return [
        Heading("Risks, issues and exceptions"),
        Grid("Risks, issues and exceptions", columns, rows) if rows else none,
    ]


def _measures(told: Any) -> list[Block]:
    rows = [
        [
            f"{one['number']}. {one['label']}",
            one["value"] or "not known",
            one["period"],
            one["aim"],
            one["verdict"],
        ]
        for one in told["measures"]
    ]
    note = "Small numbers are hidden (c)."
    grid = Grid("Impact measures", ["Measure", "Value", "Year", "Path", "Verdict"], rows)
    return [Heading("Impact measures"), Paragraph(note), grid] if rows else []


def _money(told: Any) -> list[Block]:
    money = told["money"]
    years = [*money["years"], {"year": "All years", **money["total"]}]
    rows = [[one["year"], *(_pounds(one[name]) for name in MONEY)] for one in years]
    columns = ["Year", "Target", "Claimed", "Variance", "Change of mix, priced"]
    said = [f"{one['where'][:1].upper()}{one['where'][1:]}: {one['message']}" for one in money["warnings"]]
    blocks: list[Block] = [
        Heading("Money"),
        Grid("Savings in pounds", columns, rows, numbers=(1, 2, 3, 4)),
        Paragraph("Savings are as claimed. None has been proved against placement lines yet."),
    ]
    return [*blocks, Heading("What the checks say", 2), Bullets(said)] if said else blocks


def _processes(told: Any) -> list[Block]:
    return [Heading("Supporting processes"), Bullets(told["processes"])] if told["processes"] else []


def _pounds(amount: float | None) -> str:
    return "" if amount is None else number(amount)
