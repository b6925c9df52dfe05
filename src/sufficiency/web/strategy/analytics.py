"""Strategies from and to the analytics: reading files, savings, remarks, status; the only file that calls analytics."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.registry import THEMES
from sufficiency.analytics.money.claims import Claim as ClaimSum, Method, SavingsPlan
from sufficiency.analytics.money.savings import Reconciled, reconcile
from sufficiency.analytics.money.savings_checks.declaring import CHECKS, Warned
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.strategy.cells import Cell
from sufficiency.analytics.strategy.due_dates import Due, read_due
from sufficiency.analytics.strategy.plan import (
    Action as PlannedAction,
    Commitment as PlannedCommitment,
    Objective as PlannedObjective,
    Principle as PlannedPrinciple,
    Strategy,
    SummaryAction as PlannedSummary,
    Workstream as PlannedWorkstream,
)
from sufficiency.analytics.strategy.reading import is_strategy, parsed, strategy_from
from sufficiency.analytics.strategy.reading_savings import read_money, ready_on
from sufficiency.analytics.strategy.remarks.catalogue import remarks
from sufficiency.analytics.strategy.remarks.declaring import Remark
from sufficiency.analytics.strategy.status import Progress, Status, status_of, worst
from sufficiency.web.strategy.models import Action, Claim, Commitment, Version, Workstream

MONEY_KEYS = ("meta", "savings_targets", "placement_mix_change", "context", "demography_investment")

__all__ = ["Due", "Reconciled", "Remark", "Status", "Strategy", "is_strategy", "read_due"]


def read(text: str, *, where: str) -> tuple[Strategy, Any]:
    """A strategy from the text of a YAML file, and what the file says; raises StrategyError."""
    told = parsed(text, where=where)
    return strategy_from(told, where=where), told


def money_of(told: Any) -> str:
    """The parts of a file about targets, mix and unit costs, as they are kept beside a version: one text, since
    the order of what a file says counts and PostgreSQL would not keep that of keys."""
    return json.dumps({key: told[key] for key in MONEY_KEYS if key in told})


def _money(version: Version) -> Cell:
    kept = version.money
    return Cell(json.loads(kept) if isinstance(kept, str) else kept, "the version’s money")


def savings_plan(version: Version) -> SavingsPlan:
    """What a version says of money as it stands now, in the words of the analytics."""
    return read_money(_money(version), claims=[claim_of(one) for one in _claims(version)])


def reconciled(version: Version) -> Reconciled:
    """Claims against targets and the change of mix, with every check: the numbers of the command line."""
    return reconcile(savings_plan(version))


def warnings_by_check(result: Reconciled) -> list[tuple[str, list[Warned]]]:
    """What each check looks for, with all that it found: its rule is read once and not with every warning."""
    return [
        (CHECKS[code].looks_for, list(found))
        for code, found in groupby(result.warnings, key=attrgetter("code"))
    ]


def claim_of(row: Claim) -> ClaimSum:
    """A stored claim as the analytics knows it."""
    members = sorted(row.workstreams.all(), key=lambda one: one.code)
    planned = [actions for one in members if (actions := list(one.actions.all()))]
    return ClaimSum(
        workstreams=tuple(one.code for one in members),
        year=None if row.year is None else CollectionYear(row.year),
        amount=Decimal(row.amount),
        count=row.count,
        unit=row.unit,
        method=Method(row.method),
        basis=row.basis,
        instead_of=Kind(row.instead_of) if row.instead_of else None,
        used=Kind(row.used) if row.used else None,
        unit_value=row.unit_value,
        starts_on=row.starts_on,
        ready_on=ready_on([max(one.due_on for one in actions) for actions in planned]),
        year_is_printed=row.year_is_printed,
    )


def status(action: Action, *, today: date) -> Status:
    """The status of an action by the rule."""
    return status_of(Progress(action.progress), due=action.due_on, today=today, first_due=action.first_due_on)


def status_of_workstream(workstream: Workstream, *, today: date) -> Status:
    """The status of a workstream: the worst of its open actions."""
    return worst(status(action, today=today) for action in workstream.actions.all())


def remarks_on(version: Version) -> tuple[Remark, ...]:
    """What a careful reader asks about a version as it stands now."""
    return remarks(_strategy(version))


def measure_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every measure, theme by theme."""
    return [
        (
            (theme.__doc__ or "").split("\n")[0].rstrip("."),
            [(one.id, one.label) for one in vars(theme).values() if isinstance(one, Measure)],
        )
        for theme in THEMES
    ]


def lever_choices() -> list[tuple[str, str]]:
    """The levers of the forecast, by id."""
    return [(one.id, one.label) for one in levers().values()]


def lever_labels(ids: list[str]) -> list[str]:
    """Levers in words; one that is no longer there by its id."""
    known = levers()
    return [known[name].label if name in known else name for name in ids]


def _claims(version: Version) -> Any:
    return version.claims.prefetch_related("workstreams__actions")


def _strategy(version: Version) -> Strategy:
    """A stored version as the analytics knows it."""
    return Strategy(
        title=version.title,
        authority=version.authority.name,
        from_year=version.from_year,
        to_year=version.to_year,
        aim=version.aim,
        objectives=tuple(
            PlannedObjective(
                number=one.number, title=one.title, stated_areas=one.stated_areas, areas=tuple(one.areas)
            )
            for one in version.objectives.all()
        ),
        principles=tuple(
            PlannedPrinciple(number=one.number, wording=one.wording, variant=one.variant, differs=one.differs)
            for one in version.principles.all()
        ),
        workstreams=tuple(
            _workstream(one)
            for one in version.workstreams.select_related("objective").prefetch_related("actions")
        ),
        summary_actions=tuple(
            PlannedSummary(
                id=one.code,
                objective=one.objective.number,
                text=one.text,
                workstream=one.workstream.code if one.workstream else None,
            )
            for one in version.summary_actions.select_related("objective", "workstream")
        ),
        supporting_processes=tuple(version.supporting_processes),
        overview={},
        impact_measures=(),
        promise=None,
        reported_every_months=version.reported_every_months,
        savings=savings_plan(version),
        commitments=tuple(map(_commitment, version.commitments.select_related("objective"))),
    )


def _commitment(row: Commitment) -> PlannedCommitment:
    return PlannedCommitment(
        objective=row.objective.number,
        name=row.name,
        wording=row.wording,
        summary=row.summary,
        by=row.by,
        at_least=row.at_least,
        unit=row.unit,
        years=row.years,
    )


def _workstream(row: Workstream) -> PlannedWorkstream:
    return PlannedWorkstream(
        id=row.code,
        title=row.title,
        objective=row.objective.number,
        actions=tuple(
            PlannedAction(text=one.text, lead=one.lead, due=Due(one.due_printed, one.due_on))
            for one in row.actions.all()
        ),
        directorates=tuple(row.directorates),
        in_scope=row.in_scope,
        at_least_years=row.at_least_years,
    )


def warned_of(version: Version, values: Mapping[str, Any], *, instead_of: int | None) -> tuple[Warned, ...]:
    """What the checks say of a claim that is about to be written, and did not say before of what stays as it is."""
    others = [one for one in _claims(version) if one.pk != instead_of]
    money = _money(version)
    before = {
        (one.code, one.where)
        for one in reconcile(read_money(money, claims=list(map(claim_of, others)))).warnings
    }
    entered = _entered(values)
    after = reconcile(read_money(money, claims=[*map(claim_of, others), entered])).warnings
    about_totals = ("short_of_target", "children_differ_from_mix")
    return tuple(one for one in after if (one.code, one.where) not in before and one.code not in about_totals)


def _entered(values: Mapping[str, Any]) -> ClaimSum:
    members = sorted(values["workstreams"], key=lambda one: str(one.code))
    planned = [actions for one in members if (actions := list(one.actions.all()))]
    return ClaimSum(
        workstreams=tuple(one.code for one in members),
        year=CollectionYear(values["year"]) if values["year"] else None,
        amount=values["amount"],
        count=values["count"],
        unit=values["unit"],
        method=Method(values["method"]),
        basis=values["basis"],
        instead_of=Kind(values["instead_of"]) if values["instead_of"] else None,
        used=Kind(values["used"]) if values["used"] else None,
        unit_value=values["unit_value"],
        starts_on=values["starts_on"],
        ready_on=ready_on([max(one.due_on for one in actions) for actions in planned]),
        year_is_printed=values["year"] is not None,
    )
