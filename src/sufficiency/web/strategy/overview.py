"""What pages say of the strategy: its columns on one page, its promise, its money in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sufficiency.analytics.strategy.plan import Principle as PlannedPrinciple
from sufficiency.analytics.strategy.status import RULE, Status
from sufficiency.analytics.strategy.wordings import differs_materially
from sufficiency.reports.wording import plural
from sufficiency.web.strategy import analytics, queries
from sufficiency.web.strategy.analytics import Reconciled
from sufficiency.web.strategy.measuring import Reading, readings
from sufficiency.web.strategy.models import Objective, Principle, Version, Workstream
from sufficiency.web.strategy.states import TONES
from sufficiency.web.ui.components import Cell, Fact, Tone
from sufficiency.web.ui.wording import full_day, pounds

__all__ = ["RULE", "TONES"]


@dataclass(frozen=True)
class Card:
    """A workstream on the one-page overview."""

    workstream: Workstream
    leads: str
    next_due: str
    status: Status
    tone: Tone
    claimed: str
    levers: str


@dataclass(frozen=True)
class ObjectiveColumn:
    """An objective with its workstreams, and its lines in the words of the printed overview."""

    objective: Objective
    cards: list[Card]


@dataclass(frozen=True)
class Worded:
    """A principle, and whether its second wording says something else."""

    principle: Principle
    differs: bool


@dataclass(frozen=True)
class Promised:
    """What the next version is to add, and whether it is late."""

    due: str
    topics: list[str]
    is_overdue: bool


def columns(version: Version, *, today: date) -> list[ObjectiveColumn]:
    """Every objective with a card for each workstream."""
    rows = list(queries.workstreams_of(version))
    return [
        ObjectiveColumn(one, [_card(row, today) for row in rows if row.objective_id == one.pk])
        for one in version.objectives.all()
    ]


def measures(version: Version, *, may_see_all: bool) -> list[Reading]:
    """For each impact measure the first of its measures that has a value."""
    found: dict[int, Reading] = {}
    for one in readings(version, may_see_all=may_see_all):
        if one.number not in found or found[one.number].is_lacking:
            found[one.number] = one
    return list(found.values())


def principles(version: Version) -> list[Worded]:
    """The principles, flagged where the two wordings differ."""
    return [
        Worded(
            one,
            differs_materially(PlannedPrinciple(number=one.number, wording=one.wording, variant=one.variant)),
        )
        for one in version.principles.all()
    ]


def promise(version: Version, *, today: date) -> Promised | None:
    """What the next version is to add; late once its day has passed and none has come."""
    if version.next_due_on is None:
        return None
    is_overdue = today > version.next_due_on and queries.versions_after(version) == 0
    return Promised(version.next_due_printed, list(version.promised), is_overdue)


def facts(row: Workstream) -> list[Fact]:
    """A workstream in a few lines."""
    directorates = ", ".join(row.directorates)
    return [
        Fact("Objective", f"{row.objective.number}. {row.objective.title}"),
        Fact("Stage", Cell(row.get_stage_display(), tone=TONES[row.stage]).value),
        Fact("Leads", _leads(row)),
        Fact("Contributing directorates", directorates or "None named: name at least one"),
        Fact("Scope", "In the strategy" if row.in_scope else "Business as usual: nothing changes"),
        Fact("Levers in the forecast", ", ".join(analytics.lever_labels(row.levers)) or "None attached"),
    ]


def years_of(version: Version) -> dict[int, str]:
    """The years of a version as it writes them, by the year of their 31 March."""
    plan = analytics.savings_plan(version)
    return {year.ending: plan.printed(year) for year in plan.years}


def says_of_money(result: Reconciled) -> str:
    """Whether the savings add up, in a sentence."""
    total = result.total
    if total.target is None or total.variance is None:
        return f"{pounds(total.attributed)} is claimed. There are no targets to hold it against."
    side = "short of" if total.variance < 0 else "above"
    warned = plural(len(result.warnings), "warning")
    return (
        f"{pounds(total.attributed)} is claimed against targets of {pounds(total.target)}: "
        f"{pounds(abs(total.variance))} {side} them. The checks have {warned}."
    )


def _card(row: Workstream, today: date) -> Card:
    status = analytics.status_of_workstream(row, today=today)
    coming = [one for one in row.actions.all() if one.progress != "done"]
    first = min(coming, key=lambda one: one.due_on, default=None)
    return Card(
        workstream=row,
        leads=_leads(row),
        next_due=f"{first.due_printed} ({full_day(first.due_on)})" if first and first.due_printed else "",
        status=status,
        tone=TONES[status.rating.value],
        claimed=_claimed(row),
        levers=", ".join(analytics.lever_labels(row.levers)),
    )


def _leads(row: Workstream) -> str:
    return ", ".join(dict.fromkeys(one.lead for one in row.actions.all()))


def _claimed(row: Workstream) -> str:
    claims = list(row.claims.all())
    if not claims:
        return ""
    total = sum((one.amount for one in claims), Decimal(0))
    others = sorted({one.code for claim in claims for one in claim.workstreams.all()} - {row.code})
    return f"{pounds(total)}, shared with {', '.join(others)}" if others else pounds(total)
