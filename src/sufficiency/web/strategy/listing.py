"""Parts of the strategy as tables."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.money.net_position import CostAgainst, costs_against, net_position
from sufficiency.web.strategy import analytics
from sufficiency.web.strategy.analytics import Reconciled
from sufficiency.web.strategy.measuring import Reading
from sufficiency.web.strategy.models import Action, Change, Claim, Report, SummaryAction, Version
from sufficiency.web.strategy.states import TONES
from sufficiency.web.ui.components import Cell, Column, Table, Tone
from sufficiency.web.ui.wording import brief_moment, pounds


def actions(rows: Iterable[Action], *, today: date, may_keep: bool, rating: str = "") -> Table:
    """The action plan, each action with its status by the rule."""
    rated = [(row, analytics.status(row, today=today)) for row in rows]
    columns = [
        Column("Action"),
        Column("Workstream"),
        Column("Lead"),
        Column("Due"),
        Column("Status"),
        Column("Because"),
    ]
    shown = [
        [
            Cell(row.text, href=reverse("strategy:edit", args=["action", row.pk]) if may_keep else ""),
            Cell(row.workstream.code, href=row.workstream.get_absolute_url()),
            row.lead,
            row.due_printed,
            Cell(status.rating.label, tone=TONES[status.rating.value]),
            status.because,
        ]
        for row, status in rated
        if not rating or status.rating.value == rating
    ]
    return Table("Action plan", columns, shown, stacks=True)


def savings(found: Reconciled) -> Table:
    """Claims against targets by year: the numbers of the command line."""
    columns = [
        Column("Year"), _number("Target"), _number("Claimed"), _number("Variance"),
        _number("Covered"), _number("Change of mix, priced"),
    ]  # fmt: skip
    rows = [
        [
            year.year[:1].upper() + year.year[1:],
            _pounds(year.target),
            _pounds(year.attributed),
            _signed(year.variance),
            "" if year.coverage is None else f"{year.coverage:.1%}",
            _pounds(year.priced_mix),
        ]
        for year in (*found.years, found.total)
    ]
    return Table("Savings by year", columns, rows)


def money(plan: SavingsPlan) -> list[Table]:
    """What the claims are held against: the net position, the change of mix, and prices beside the average."""
    return [table for table in (_net(plan), _mix(plan), _costs(plan)) if table.rows]


def _net(plan: SavingsPlan) -> Table:
    columns = [
        Column("Year"),
        _number("Investment"),
        _number("Target"),
        _number("Net"),
        _number("Net so far"),
    ]
    rows = [
        [plan.printed(one.year), *map(pounds, (one.investment, one.target, one.net, one.so_far))]
        for one in net_position(plan)
    ]
    return Table("Investment less targets: what is added to spending", columns, rows)


def _mix(plan: SavingsPlan) -> Table:
    columns = [
        Column("Placements"),
        *(_number(plan.printed(year)) for year in plan.years),
        _number("All years"),
    ]
    rows = [
        [row.label, *(f"{row.changes.get(year, 0):+}" for year in plan.years), f"{row.total:+}"]
        for row in plan.mix
    ]
    return Table("Change of mix, children more or fewer", columns, rows)


def _costs(plan: SavingsPlan) -> Table:
    columns = [
        Column("Kind"),
        _number("Ours a week"),
        _number("Average"),
        _number("More"),
        _number("In percent"),
    ]
    against = {one.kind: one for one in costs_against(plan)}
    rows = [
        [kind.label, pounds(cost), *_against(against.get(kind))] for kind, cost in plan.unit_costs.items()
    ]
    return Table("Unit costs beside the average of those we compare with", columns, rows)


def _against(one: CostAgainst | None) -> list[str]:
    if one is None:
        return ["not known", "", ""]
    return [pounds(one.average), pounds(one.more), "" if one.percent is None else f"{one.percent:+.1f}%"]


def claims(rows: Iterable[Claim], *, years: dict[int, str], may_keep: bool) -> Table:
    """Every claim with what one is worth."""
    columns = [
        Column("Workstreams"), Column("Year"), _number("Claimed"), _number("For"),
        _number("Each a week"), Column("How"), Column("Basis"), Column("Proved"),
    ]  # fmt: skip
    return Table(
        "Savings claims", columns, [_claim(row, years, may_keep=may_keep) for row in rows], stacks=True
    )


def _claim(row: Claim, years: dict[int, str], *, may_keep: bool) -> list[object]:
    worked_out = analytics.claim_of(row)
    href = reverse("strategy:edit", args=["claim", row.pk]) if may_keep else ""
    year = years.get(row.year, str(row.year)) if row.year else "None printed"
    return [
        Cell(worked_out.whose, href=href),
        year if row.year_is_printed else f"{year} (not printed)",
        pounds(row.amount),
        row.count,
        "" if worked_out.each_week is None else pounds(worked_out.each_week),
        worked_out.method.label,
        capfirst(row.basis),
        "Not yet",
    ]


def changes(rows: Iterable[Change]) -> Table:
    """The change log."""
    columns = [Column("What"), Column("Was"), Column("Is"), Column("Why"), Column("Who"), Column("When")]
    shown = [[row.what, row.old, row.new, row.reason, row.by, brief_moment(row.at)] for row in rows]
    return Table("Changes, newest first", columns, shown, stacks=True)


def versions(rows: Iterable[Version]) -> Table:
    """The versions."""
    columns = [
        Column("Version"),
        Column("State"),
        Column("Years"),
        _number("Changes"),
        Column("Made"),
    ]
    shown = [
        [
            Cell(str(row), href=row.get_absolute_url()),
            Cell(row.get_state_display(), tone=TONES[row.state]),
            f"{row.from_year} to {row.to_year}",
            row.changed,  # type: ignore[attr-defined]  # annotated by the query
            f"{brief_moment(row.made_at)}, {row.made_by}",
        ]
        for row in rows
    ]
    return Table("Versions, newest first", columns, shown, stacks=True)


def summary_actions(rows: Iterable[SummaryAction], *, may_keep: bool) -> Table:
    """Summary actions with the workstream that each is traced to."""
    columns = [Column("Summary action"), _number("Objective"), Column("Traced to")]
    shown = [
        [
            Cell(
                f"{row.code} {row.text}",
                href=reverse("strategy:edit", args=["summary", row.pk]) if may_keep else "",
            ),
            row.objective.number,
            Cell(str(row.workstream), href=row.workstream.get_absolute_url())
            if row.workstream
            else Cell("No workstream", tone=Tone.BAD),
        ]
        for row in rows
    ]
    return Table("Summary actions", columns, shown, stacks=True)


def measures(rows: Iterable[Reading]) -> Table:
    """Impact measures with their newest value and their path."""
    columns = [
        Column("Impact measure"),
        Column("Measure"),
        _number("Value"),
        Column("Year"),
        _number("Path"),
        Column("Verdict"),
    ]
    shown = [
        [
            f"{row.number}. {row.wording}",
            Cell(row.label, href=reverse("performance:measure", args=[row.measure]) if row.measure else ""),
            row.value or "Not known",
            row.period,
            row.aim,
            Cell(row.verdict, tone=Tone.GOOD if row.verdict == "On track" else Tone.BAD)
            if row.verdict
            else "",
        ]
        for row in rows
    ]
    return Table("Impact measures", columns, shown, stacks=True)


def reports(rows: Iterable[Report]) -> Table:
    """Reports, newest first."""
    columns = [Column("Report"), Column("From"), Column("To"), Column("State"), Column("Made by")]
    shown = [
        [
            Cell(row.get_kind_display(), href=row.get_absolute_url()),
            row.from_day,
            row.to_day,
            Cell("Issued", tone=Tone.GOOD) if row.issued_at else Cell("Draft", tone=Tone.QUIET),
            f"{row.made_by}, {timezone.localdate(row.made_at):%d/%m/%Y}",
        ]
        for row in rows
    ]
    return Table("Reports, newest first", columns, shown, stacks=True)


def _pounds(amount: object) -> str:
    return "" if amount is None else pounds(amount)  # type: ignore[arg-type]  # looser than its stubs


def _signed(amount: Decimal | None) -> str:
    """What is above a target with its plus, so that a column of variances reads both ways."""
    return "" if amount is None else f"+{pounds(amount)}" if amount > 0 else pounds(amount)


def _number(heading: str) -> Column:
    return Column(heading, is_number=True)
