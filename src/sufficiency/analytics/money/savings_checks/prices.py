"""Claims for using one kind of placement instead of another, against the difference of their unit costs."""

from decimal import Decimal

from sufficiency.analytics.money.claims import Claim, Method, SavingsPlan
from sufficiency.analytics.money.pounds import WEEKS_A_YEAR, pounds
from sufficiency.analytics.money.savings_checks.declaring import Found, savings_check

ABOVE_BY = Decimal("1.1")  # of the difference: less is how a plan rounds its prices
NEARLY_ALL = Decimal("0.8")  # of a price: the plan then counts the price itself, not what is left of it
LOW_RUNNING_COST = Decimal("0.75")  # of the unit cost of our own


def costs_of(plan: SavingsPlan, claim: Claim) -> tuple[Decimal, Decimal] | None:
    """Weekly unit costs of what is not bought and of what is used instead; None where either is unknown."""
    if claim.instead_of is None or claim.used is None or not claim.count:
        return None
    dear, own = plan.unit_costs.get(claim.instead_of), plan.unit_costs.get(claim.used)
    return None if dear is None or own is None else (dear, own)


@savings_check("in_house_cost_left_out")
def in_house_cost_left_out(plan: SavingsPlan) -> Found:
    """Nearly the whole price of placements not bought, though the plan adds places of its own."""
    for claim in plan.claims:
        costs = costs_of(plan, claim)
        if costs and _leaves_own_cost_out(plan, claim, costs[0]):
            dear, own = costs
            net = (claim.count or 0) * (dear - own) * WEEKS_A_YEAR
            yield (
                plan.where(claim),
                (
                    f"{pounds(claim.amount)} is claimed for {claim.count} placements at {pounds(claim.each_week or 0)} a "
                    f"week, but the change of mix adds {_added(plan, claim)} of our own that year, which cost too. "
                    f"{claim.count} × ({pounds(dear)} − {pounds(own)}) × 52 = {pounds(net)}. The claim holds only where "
                    "our own places stand empty and are paid for already."
                ),
            )


@savings_check("above_price_difference")
def above_price_difference(plan: SavingsPlan) -> Found:
    """More claimed than the difference between the two kinds of placement comes to."""
    for claim in plan.claims:
        costs = costs_of(plan, claim)
        is_gross = claim.method in (Method.REPLACED, Method.NOT_BOUGHT)
        if not costs or not is_gross or _leaves_own_cost_out(plan, claim, costs[0]):
            continue
        dear, own = costs
        worth = (claim.count or 0) * (dear - own) * WEEKS_A_YEAR
        if claim.amount > max(worth, Decimal(0)) * ABOVE_BY:
            times = f", {claim.amount / worth:.2f} times that" if worth > 0 else ""
            yield (
                plan.where(claim),
                (
                    f"{claim.count} × ({pounds(dear)} − {pounds(own)}) × 52 = {pounds(worth)}; claimed is "
                    f"{pounds(claim.amount)}{times}: {pounds(claim.amount - worth)} more than the price difference."
                ),
            )


@savings_check("running_cost_low")
def running_cost_low(plan: SavingsPlan) -> Found:
    """A saving said to be less running costs that leaves far less for them than our own places cost."""
    for claim in plan.claims:
        costs = costs_of(plan, claim)
        if not costs or claim.method is not Method.NET:
            continue
        dear, own = costs
        count = claim.count or 1
        running = count * dear * WEEKS_A_YEAR - claim.amount
        weekly = running / count / WEEKS_A_YEAR
        if weekly < own * LOW_RUNNING_COST:
            yield (
                plan.where(claim),
                (
                    f"{count} × {pounds(dear)} × 52 − {pounds(claim.amount)} leaves {pounds(running)} a year for running "
                    f"costs: {pounds(weekly)} a week for one, where places of our own cost {pounds(own)}."
                ),
            )


def _leaves_own_cost_out(plan: SavingsPlan, claim: Claim, dear: Decimal) -> bool:
    is_gross = claim.method is Method.NOT_BOUGHT and claim.each_week is not None
    return is_gross and (claim.each_week or 0) >= dear * NEARLY_ALL and _added(plan, claim) > 0


def _added(plan: SavingsPlan, claim: Claim) -> int:
    rows = [row for row in plan.mix if row.kind == claim.used]
    return sum(row.changes.get(claim.year, 0) for row in rows if claim.year is not None)
