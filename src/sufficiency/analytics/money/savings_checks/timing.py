"""When a saving can begin, against when it is claimed."""

from datetime import date, timedelta

from sufficiency.analytics.money.claims import Claim, SavingsPlan
from sufficiency.analytics.money.pounds import WEEKS_A_YEAR, pounds
from sufficiency.analytics.money.savings_checks.declaring import Found, savings_check
from sufficiency.analytics.reference.years import CollectionYear

# A start in the first week or two of April is a whole year to anyone who plans by the month.
WHOLE_YEAR_WEEKS = 50


def weeks_left(year: CollectionYear, starts_on: date) -> int:
    """Whole weeks of a financial year from a day on: 26 from 1 October, 52 at most."""
    days = (year.end - max(starts_on, year.start)).days + 1
    return min(max(days // 7, 0), WEEKS_A_YEAR)


@savings_check("no_phasing")
def no_phasing(plan: SavingsPlan) -> Found:
    """A whole year claimed although the work behind it ends in the course of that year or later."""
    for claim in plan.claims:
        year, ready = claim.year, claim.ready_on
        if not claim.year_is_printed or claim.starts_on or ready is None or year is None:
            continue
        weeks = weeks_left(year, ready)
        if weeks < WHOLE_YEAR_WEEKS:
            yield plan.where(claim), _unphased(claim, ready, weeks)


def _unphased(claim: Claim, ready: date, weeks: int) -> str:
    due = f"the first workstream of it has done its actions on {_day(ready - timedelta(days=1))}"
    left = claim.amount * weeks / WEEKS_A_YEAR
    return (
        f"{pounds(claim.amount)} is claimed without phasing, though {due}. From then {weeks} of 52 weeks are left: "
        f"{weeks}/52 × {pounds(claim.amount)} = {pounds(left)}."
    )


@savings_check("starts_before_due")
def starts_before_due(plan: SavingsPlan) -> Found:
    """A saving said to start before the work behind it is due to end."""
    for claim in plan.claims:
        if claim.starts_on and claim.ready_on and claim.starts_on < claim.ready_on:
            yield (
                plan.where(claim),
                (
                    f"It counts from {_day(claim.starts_on)}, but its actions are due until "
                    f"{_day(claim.ready_on - timedelta(days=1))}."
                ),
            )


@savings_check("does_not_multiply")
def does_not_multiply(plan: SavingsPlan) -> Found:
    """An amount that is not its count times what one is worth, for the weeks it counts."""
    for claim in plan.claims:
        if claim.unit_value is None or claim.count is None or claim.year is None:
            continue
        weeks = weeks_left(claim.year, claim.starts_on) if claim.starts_on else WEEKS_A_YEAR
        expected = claim.count * claim.unit_value * weeks / WEEKS_A_YEAR
        if abs(expected - claim.amount) > claim.amount / 100:
            phased = "" if weeks == WEEKS_A_YEAR else f" × {weeks}/52"
            yield (
                plan.where(claim),
                (
                    f"{claim.count} × {pounds(claim.unit_value)}{phased} = {pounds(expected)}, "
                    f"claimed is {pounds(claim.amount)}."
                ),
            )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
