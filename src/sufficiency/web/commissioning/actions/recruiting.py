"""What is written about households on their way to fostering."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.models import CarerCase, RecruitmentGoal, StageReached
from sufficiency.web.commissioning.refusals import RefusedError, in_words
from sufficiency.web.commissioning.states import STAGE_MOVES


@transaction.atomic
def open_case(case: CarerCase, *, on: date, by: Actor) -> CarerCase:
    """Write down a new enquiry."""
    case.stage = Stage.ENQUIRY
    with in_words():
        case.save()
    _reach(case, Stage.ENQUIRY, on=on, by=by)
    record(Verb.CARER_CASE_KEPT, by=by, on=case)
    return case


@transaction.atomic
def change_case(case: CarerCase, *, by: Actor) -> CarerCase:
    """Change what is known of a household; where it stands moves by `move_case` alone."""
    with in_words():
        case.save()
    record(Verb.CARER_CASE_KEPT, by=by, on=case)
    return case


@transaction.atomic
def move_case(case: CarerCase, to: Stage, *, on: date, by: Actor, reason: str = "") -> CarerCase:
    """Move a household to another stage as states.py allows, unless someone else moved it meanwhile."""
    here = case.stage_of
    move = STAGE_MOVES[here].get(to)
    if move is None:
        raise RefusedError(f"From {here.label.lower()} a household cannot go to {to.label.lower()}.")
    if by.user is not None and not by.may(move.permission):
        raise PermissionDenied
    if move.needs_reason and not reason:
        raise RefusedError("Say why.")
    _refuse_earlier(case, on)
    if not CarerCase.objects.of(case.authority).filter(pk=case.pk, stage=here).update(stage=to):
        raise RefusedError("Someone else moved this household meanwhile. Look at it again.")
    case.stage = to
    _reach(case, to, on=on, by=by, reason=reason)
    record(move.records, by=by, on=case, reason=f"{to.label}. {reason}".strip())
    return case


@transaction.atomic
def set_goal(goal: RecruitmentGoal, *, by: Actor) -> RecruitmentGoal:
    """Set how many more places are wanted, and from which year."""
    with in_words():
        goal.save()
    record(Verb.RECRUITMENT_GOAL_SET, by=by, on=goal)
    return goal


def _reach(case: CarerCase, stage: Stage, *, on: date, by: Actor, reason: str = "") -> None:
    StageReached.objects.create(
        authority=case.authority, case=case, stage=stage, on=on, by=by.name, reason=reason
    )


def _refuse_earlier(case: CarerCase, on: date) -> None:
    last = case.reached.last()
    if last is not None and on < last.on:
        raise RefusedError(f"The household came to {last.get_stage_display().lower()} on a later day.")
