"""What does not fit together among objectives, principles, workstreams and actions."""

from datetime import date

from sufficiency.analytics.strategy.plan import Promise, Strategy
from sufficiency.analytics.strategy.remarks.declaring import Found, reading_rule
from sufficiency.analytics.strategy.wordings import changed_words, differs_materially


def is_promise_overdue(promise: Promise, *, versions_since: int, today: date) -> bool:
    """Whether the next version was due before today and has not come."""
    return versions_since == 0 and today > promise.due.day


@reading_rule("areas_miscounted")
def areas_miscounted(strategy: Strategy) -> Found:
    """A chapter that says how many key areas it has, and lists more or fewer."""
    for objective in strategy.objectives:
        if objective.stated_areas is not None and objective.stated_areas != len(objective.areas):
            yield (
                f"Objective {objective.number}",
                f"The text says {objective.stated_areas} key areas, {len(objective.areas)} are listed.",
            )


@reading_rule("two_wordings")
def two_wordings(strategy: Strategy) -> Found:
    """A principle that is repeated with words of weight dropped or added."""
    for principle in strategy.principles:
        if differs_materially(principle):
            said = principle.differs or f"words in one only: {', '.join(changed_words(principle))}"
            yield f"Principle {principle.number}", f"It is worded twice, and not alike: {said}."


@reading_rule("untraced")
def untraced(strategy: Strategy) -> Found:
    """A summary action that no workstream does."""
    for action in strategy.untraced:
        yield action.id, f"No workstream, lead or due date stands behind “{action.text}”."


@reading_rule("no_directorate")
def no_directorate(strategy: Strategy) -> Found:
    """Workstreams without the services that contribute."""
    without = [one.id for one in strategy.workstreams if not one.directorates]
    if without:
        yield ", ".join(without), "No contributing directorate is named."


@reading_rule("no_work")
def no_work(strategy: Strategy) -> Found:
    """An objective towards which no workstream works."""
    served = {one.objective for one in strategy.workstreams}
    for objective in strategy.objectives:
        if objective.number not in served:
            yield f"Objective {objective.number}", "No workstream works towards it."


@reading_rule("due_too_soon")
def due_too_soon(strategy: Strategy) -> Found:
    """A roll-out that takes years and is due before they are over."""
    if not strategy.savings.years:
        return
    start = strategy.savings.years[0].start
    for one in strategy.workstreams:
        if one.at_least_years is None or not one.actions:
            continue
        planned = (one.last_due - start).days / 365.25
        if planned < one.at_least_years:
            yield (
                one.id,
                (
                    f"It takes at least {one.at_least_years} years, but is due by {one.last_due:%d/%m/%Y}, "
                    f"{planned:.1f} years after the strategy begins{_claimed_from(strategy, one.id)}."
                ),
            )


def _claimed_from(strategy: Strategy, workstream: str) -> str:
    years = [one.year for one in strategy.savings.claims if workstream in one.workstreams and one.year]
    return f", and savings are claimed from {strategy.savings.printed(min(years))}" if years else ""
