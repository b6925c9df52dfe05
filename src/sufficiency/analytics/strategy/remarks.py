"""What a careful reader of a strategy asks about: each remark says where and what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sufficiency.analytics.strategy.plan import Promise, Strategy
from sufficiency.analytics.strategy.wordings import changed_words, differs_materially


@dataclass(frozen=True)
class Remark:
    """Something to settle: where it stands and what it is."""

    where: str
    message: str


def remarks(strategy: Strategy) -> tuple[Remark, ...]:
    """All remarks on a strategy, in the order of its chapters."""
    finders = (_areas, _principles, _untraced, _directorates, _no_objective_work, _roll_out)
    return tuple(remark for find in finders for remark in find(strategy))


def is_promise_overdue(promise: Promise, *, versions_since: int, today: date) -> bool:
    """Whether the next version was due before today and has not come."""
    return versions_since == 0 and today > promise.due.day


def _areas(strategy: Strategy) -> Iterator[Remark]:
    for objective in strategy.objectives:
        if objective.stated_areas is not None and objective.stated_areas != len(objective.areas):
            yield Remark(
                f"Objective {objective.number}",
                f"The text says {objective.stated_areas} key areas, {len(objective.areas)} are listed.",
            )


def _principles(strategy: Strategy) -> Iterator[Remark]:
    for principle in strategy.principles:
        if differs_materially(principle):
            said = principle.differs or f"words in one only: {', '.join(changed_words(principle))}"
            yield Remark(f"Principle {principle.number}", f"It is worded twice, and not alike: {said}.")


def _untraced(strategy: Strategy) -> Iterator[Remark]:
    for action in strategy.untraced:
        yield Remark(action.id, f"No workstream, lead or due date stands behind “{action.text}”.")


def _directorates(strategy: Strategy) -> Iterator[Remark]:
    without = [one.id for one in strategy.workstreams if not one.directorates]
    if without:
        yield Remark(", ".join(without), "No contributing directorate is named.")


def _no_objective_work(strategy: Strategy) -> Iterator[Remark]:
    served = {one.objective for one in strategy.workstreams}
    for objective in strategy.objectives:
        if objective.number not in served:
            yield Remark(f"Objective {objective.number}", "No workstream works towards it.")


def _roll_out(strategy: Strategy) -> Iterator[Remark]:
    """A roll-out that takes years cannot be due before they are over."""
    if not strategy.savings.years:
        return
    start = strategy.savings.years[0].start
    for one in strategy.workstreams:
        if one.at_least_years is None or not one.actions:
            continue
        planned = (one.last_due - start).days / 365.25
        if planned < one.at_least_years:
            yield Remark(
                one.id,
                f"It takes at least {one.at_least_years} years, but is due by {one.last_due:%d/%m/%Y}, "
                f"{planned:.1f} years after the strategy begins.",
            )
