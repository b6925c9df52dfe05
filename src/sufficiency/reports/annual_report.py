"""The annual report of a corporate parenting panel as a document, in the order in which such reports are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sufficiency.analytics.governance.attendance import Count, total
from sufficiency.analytics.governance.meetings import Held
from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph, paragraphs
from sufficiency.reports.wording import number, percentage, plural


@dataclass(frozen=True)
class Attended:
    """One member in the table of attendance."""

    name: str
    place: str
    count: Count
    service: str = ""


@dataclass(frozen=True)
class Found:
    """What the panel looked at and found."""

    month: str
    theme: str
    objective: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class AnnualReport:
    """Everything that the report says; every figure comes from what is stored."""

    panel: str
    authority: str
    year: str
    foreword: str
    purpose: str
    chair: str
    attendance: Sequence[Attended]
    held: Held | None
    formats: Mapping[str, int]
    cancelled: Sequence[tuple[str, str]]
    most_members: int | None
    members_at_end: int
    areas: Sequence[str]
    support: Sequence[str]
    accounts: Sequence[str]
    witnesses: Sequence[str]
    promises: Sequence[str]  # training, pledge, visits and briefings, in sentences
    objectives: Sequence[str]
    priorities: Sequence[str]
    findings: Sequence[Found]
    voices: Sequence[str]
    challenges: Sequence[tuple[str, str]]
    champions: Sequence[tuple[str, str]]
    figures: Sequence[str] = field(default=())  # measures in sentences, small numbers hidden
    carried: Sequence[str] = ()
    next_priorities: Sequence[str]
    implications: Sequence[str]
    background: Sequence[str]
    reports_to: Sequence[str]
    runs_until: str = ""  # the year’s last day, where it is yet to come


def document(report: AnnualReport) -> Document:
    """The report as blocks."""
    parts = (
        _foreword, _purpose, _membership, _accounts, _promises, _objectives, _priorities, _figures, _findings, _voices,
        _champions, _cancelled, _next, _implications, _background,
    )  # fmt: skip
    blocks = list(chain.from_iterable(part(report) for part in parts))
    # A panel that was loaded from its paper has the year in its name already.
    year = "" if report.panel.endswith(report.year) else f" {report.year}"
    return Document(f"{report.panel}: annual report{year}", report.authority, blocks)


def _foreword(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Foreword by the chair")
    yield from paragraphs(report.foreword) or [Paragraph("The chair has not written a foreword yet.")]
    if report.chair:
        yield Paragraph(report.chair)


def _purpose(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Purpose of the panel")
    yield Paragraph(report.purpose)


def _membership(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Governance and membership")
    yield Paragraph(_size(report))
    if report.held is not None:
        yield Paragraph(_meetings(report, report.held))
    yield Grid(
        "Members and their attendance",
        ("Member", "Place", "Attended", "Of", "Share"),
        _rows(report),
        (2, 3, 4),
    )
    if report.areas:
        yield Paragraph(f"Districts and areas represented: {', '.join(report.areas)}.")
    if report.support:
        yield Paragraph("Supported by:")
        yield _list(report.support)
    if report.carried:
        yield Paragraph("Not reached in the year, and carried over to the next:")
        yield _list(report.carried)


def _size(report: AnnualReport) -> str:
    members = plural(report.members_at_end, "member")
    sentence = (
        f"The year runs until {report.runs_until}; so far the panel has {members}"
        if report.runs_until
        else f"At the end of the year the panel had {members}"
    )
    most = report.most_members
    if most is not None and report.members_at_end > most:
        return f"{sentence}, {report.members_at_end - most} more than the {most} that its terms of reference allow."
    return f"{sentence}." if most is None else f"{sentence} of at most {most}."


def _meetings(report: AnnualReport, held: Held) -> str:
    formats = ", ".join(f"{count} {name.lower()}" for name, count in report.formats.items())
    met = f"It has met {_times(held.held)}" if report.runs_until else f"It met {_times(held.held)}"
    were = "have been" if report.runs_until else "were"
    kinds = f" ({formats})" if formats else ""
    return (
        f"{met}{kinds}; its terms of reference ask for {held.required} meetings in a year, "
        f"so {percentage(held.percent)} {were} held."
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or plural(count, "time")


def _rows(report: AnnualReport) -> list[tuple[str, ...]]:
    rows = [_row(f"{one.name} {one.service}".strip(), one.place, one.count) for one in report.attendance]
    places = dict.fromkeys(one.place for one in report.attendance)
    for place in places:
        rows.append(
            _row(
                f"All: {place.lower()}",
                "",
                total(one.count for one in report.attendance if one.place == place),
            )
        )
    rows.append(_row("All", "", total(one.count for one in report.attendance)))
    return rows


def _row(name: str, place: str, count: Count) -> tuple[str, ...]:
    share = percentage(count.percent) if count.percent is not None else ""
    return name, place, number(count.attended), number(count.possible), share


def _accounts(report: AnnualReport) -> Iterator[Block]:
    if report.accounts:
        yield Paragraph("The panel holds to account:")
        yield _list(report.accounts)
    if report.witnesses:
        yield Paragraph("It calls for witness accounts from:")
        yield _list(report.witnesses)


def _promises(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Training, visits and the pledge")
    yield _list(report.promises)


def _objectives(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Corporate parenting strategy")
    yield _list(report.objectives)


def _priorities(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Key issues")
    yield _list(report.priorities)


def _figures(report: AnnualReport) -> Iterator[Block]:
    if report.figures:
        yield Heading("How our children are doing")
        yield _list(report.figures)
        yield Paragraph("Numbers so small that they could point at a child are hidden.")


def _findings(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Key achievements and findings")
    for objective in [*report.objectives, ""]:
        found = [one for one in report.findings if one.objective == objective]
        if found:
            title = objective or "Across all objectives"
            yield Heading(title, 2)
            yield Grid(
                title,
                ("Theme", "When", "What was found"),
                [_finding(one) for one in found],
            )
    if report.challenges:
        yield Heading("Challenges and the assurance given", 2)
        yield Grid("Challenges and the assurance given", ("Challenge", "Answer"), [*report.challenges])


def _finding(one: Found) -> tuple[str, str, str]:
    return one.theme, one.month, one.finding or "nothing recorded"


def _voices(report: AnnualReport) -> Iterator[Block]:
    if report.voices:
        yield Heading("What children and carers told us")
        yield _list(report.voices)


def _champions(report: AnnualReport) -> Iterator[Block]:
    if report.champions:
        yield Heading("Champions")
        yield Grid("Champions", ("For", "Champion"), [*report.champions])


def _cancelled(report: AnnualReport) -> Iterator[Block]:
    if report.cancelled:
        yield Heading("Meetings that were not held")
        yield Bullets([f"{day}: {why}" for day, why in report.cancelled])


def _next(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Priorities for the year ahead")
    yield _list(report.next_priorities)


def _implications(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Implications")
    yield _list(report.implications)


def _background(report: AnnualReport) -> Iterator[Block]:
    yield Heading("Background papers")
    yield _list(report.background)
    if report.reports_to:
        yield Paragraph(f"This report goes to: {', '.join(report.reports_to)}.")


def _list(items: Sequence[str]) -> Block:
    # A heading with nothing under it would look like a fault.
    return Bullets(items) if items else Paragraph("Nothing is recorded.")
