"""The pipeline of carers and the goal for more places, from the households written down."""

from collections.abc import Sequence
from datetime import date

from sufficiency.analytics.homes.recruitment import Goal, InStage, OnPath, pipeline, progress
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning import queries


def stages(authority: Authority, today: date) -> Sequence[InStage]:
    """Every stage as at today; nothing where nobody has asked yet."""
    cases = [case.in_plain() for case in queries.cases_of(authority)]
    return pipeline(cases, today) if cases else []


def goal_and_progress(authority: Authority, today: date) -> tuple[Goal, Sequence[OnPath]] | None:
    """The goal with each year that has begun; None where no goal is set."""
    goal = queries.goal_of(authority)
    if goal is None:
        return None
    cases = [case.in_plain() for case in queries.cases_of(authority)]
    return goal.in_plain(), progress(cases, goal.in_plain(), today)
