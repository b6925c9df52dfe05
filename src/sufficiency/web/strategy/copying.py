"""Makes rows of a version from a file, or from another version."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import models

from sufficiency.analytics.money.claims import Claim as ClaimSum
from sufficiency.analytics.strategy.plan import Strategy, Workstream as PlannedWorkstream
from sufficiency.web.strategy.models import (
    Action,
    Claim,
    Commitment,
    ImpactMeasure,
    Objective,
    Principle,
    SummaryAction,
    Version,
    Workstream,
)


def write_parts(version: Version, strategy: Strategy) -> None:
    """Write everything that a strategy read from a file consists of."""
    objectives = _objectives(version, strategy)
    _principles(version, strategy)
    _commitments(version, strategy, objectives)
    workstreams = {one.id: _workstream(version, one, objectives) for one in strategy.workstreams}
    for summary in strategy.summary_actions:
        SummaryAction.objects.create(
            authority=version.authority,
            version=version,
            objective=objectives[summary.objective],
            code=summary.id,
            text=summary.text,
            workstream=workstreams[summary.workstream] if summary.workstream else None,
        )
    for claim in strategy.savings.claims:
        _claim(version, claim, workstreams)
    for measure in strategy.impact_measures:
        ImpactMeasure.objects.create(
            authority=version.authority,
            version=version,
            number=measure.number,
            wording=measure.wording,
            measures=list(measure.measures),
            path=dict(measure.path),
        )


def copy_parts(old: Version, new: Version) -> None:
    """Write the parts of one version again for another, so that the old one stays as it was."""
    objectives = {row.pk: _again(row, version=new) for row in old.objectives.all()}
    for commitment in old.commitments.all():
        _again(commitment, version=new, objective=objectives[commitment.objective_id])
    for part in (old.principles, old.impact_measures):
        for row in part.all():
            _again(row, version=new)
    workstreams = {
        row.pk: _again(row, version=new, objective=objectives[row.objective_id])
        for row in old.workstreams.all()
    }
    for action in Action.objects.filter(workstream__version=old):
        _again(action, workstream=workstreams[action.workstream_id])
    for summary in old.summary_actions.all():
        target = workstreams[summary.workstream_id] if summary.workstream_id else None
        _again(summary, version=new, objective=objectives[summary.objective_id], workstream=target)
    for claim in old.claims.prefetch_related("workstreams"):
        members = [workstreams[one.pk] for one in claim.workstreams.all()]
        _again(claim, version=new).workstreams.set(members)


def _again(row: Any, **changed: models.Model | None) -> Any:
    """A new row with the values of another."""
    values: Mapping[str, Any] = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    by_key = {f"{name}_id": None if one is None else one.pk for name, one in changed.items()}
    return type(row).objects.create(**{**values, **by_key})


def _objectives(version: Version, strategy: Strategy) -> dict[int, Objective]:
    return {
        one.number: Objective.objects.create(
            authority=version.authority,
            version=version,
            number=one.number,
            title=one.title,
            detail=one.detail,
            principles=list(one.principles),
            stated_areas=one.stated_areas,
            areas=list(one.areas),
            cards=list(strategy.overview.get(one.number, ())),
        )
        for one in strategy.objectives
    }


def _principles(version: Version, strategy: Strategy) -> None:
    for one in strategy.principles:
        Principle.objects.create(
            authority=version.authority,
            version=version,
            number=one.number,
            wording=one.wording,
            variant=one.variant,
            differs=one.differs,
            rule=one.rule,
        )


def _commitments(version: Version, strategy: Strategy, objectives: Mapping[int, Objective]) -> None:
    for one in strategy.commitments:
        values = {**asdict(one), "objective": objectives[one.objective]}
        Commitment.objects.create(authority=version.authority, version=version, **values)


def _workstream(version: Version, one: PlannedWorkstream, objectives: Mapping[int, Objective]) -> Workstream:
    row = Workstream.objects.create(
        authority=version.authority,
        version=version,
        objective=objectives[one.objective],
        code=one.id,
        title=one.title,
        directorates=list(one.directorates),
        in_scope=one.in_scope,
        levers=list(one.levers),
        at_least_years=one.at_least_years,
    )
    for action in one.actions:
        Action.objects.create(
            authority=version.authority,
            workstream=row,
            text=action.text,
            lead=action.lead,
            due_printed=action.due.printed,
            due_on=action.due.day,
            first_due_on=action.due.day,
        )
    return row


def _claim(version: Version, claim: ClaimSum, workstreams: Mapping[str, Workstream]) -> None:
    row = Claim.objects.create(
        authority=version.authority,
        version=version,
        year=claim.year.ending if claim.year else None,
        year_is_printed=claim.year_is_printed,
        amount=claim.amount,
        count=claim.count,
        unit=claim.unit,
        method=claim.method.value,
        basis=claim.basis,
        instead_of=claim.instead_of or "",
        used=claim.used or "",
        unit_value=claim.unit_value,
        starts_on=claim.starts_on,
    )
    row.workstreams.set([workstreams[name] for name in claim.workstreams])
