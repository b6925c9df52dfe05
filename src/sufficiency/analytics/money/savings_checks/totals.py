"""Whether claims add up to what they are meant to: targets, the years, the printed totals."""

from decimal import Decimal

from sufficiency.analytics.money.claims import Method, SavingsPlan
from sufficiency.analytics.money.pounds import pounds
from sufficiency.analytics.money.savings_checks.declaring import Found, savings_check
from sufficiency.analytics.reference.years import CollectionYear

ROUNDING = Decimal("0.01")  # of a target: less is rounding, as claims are worked out to the hundred pounds


def attributed(plan: SavingsPlan, year: CollectionYear) -> Decimal:
    """What the claims of a year add up to, in pounds."""
    return sum((claim.amount for claim in plan.claims_in(year)), Decimal(0))


@savings_check("short_of_target")
def short_of_target(plan: SavingsPlan) -> Found:
    """A year, or all of them together, in which claims do not reach the target."""
    sums = [(plan.printed(year), attributed(plan, year), plan.targets[year]) for year in plan.targets]
    everything = (
        "all years",
        sum((row[1] for row in sums), Decimal(0)),
        sum(plan.targets.values(), Decimal(0)),
    )
    for where, claimed, target in [*sums, everything] if len(sums) > 1 else sums:
        if claimed < target * (1 - ROUNDING):
            yield (
                where,
                (
                    f"Claims add up to {pounds(claimed)} against a target of {pounds(target)}: "
                    f"{pounds(target - claimed)} short ({claimed / target:.1%} covered)."
                ),
            )


@savings_check("year_not_printed")
def year_not_printed(plan: SavingsPlan) -> Found:
    """A saving for which no year is printed."""
    for claim in plan.claims:
        if claim.year_is_printed:
            continue
        without = {
            year: attributed(plan, year) - (claim.amount if year == claim.year else 0)
            for year in plan.targets
        }
        effects = "; ".join(
            f"in {plan.printed(year)} the variance would be {_signed(claimed + claim.amount - plan.targets[year])} "
            f"(without it {_signed(claimed - plan.targets[year])})"
            for year, claimed in without.items()
        )
        placed = (
            "It is counted in no year."
            if claim.year is None
            else f"It is counted in {plan.printed(claim.year)}."
        )
        yield (
            claim.whose,
            f"No year is printed for {pounds(claim.amount)}. {placed} Each year’s effect: {effects}.",
        )


@savings_check("investment_does_not_add_up")
def investment_does_not_add_up(plan: SavingsPlan) -> Found:
    """A printed total of the investment that is not the sum of its years."""
    total, printed = sum(plan.investment.values(), Decimal(0)), plan.investment_printed
    if printed is not None and printed != total:
        yield "investment", f"The years add up to {pounds(total)}, printed is {pounds(printed)}."


@savings_check("mix_does_not_add_up")
def mix_does_not_add_up(plan: SavingsPlan) -> Found:
    """A printed total of the change of mix that is not the sum of its row or column."""
    for row in plan.mix:
        if row.printed_total is not None and row.printed_total != row.total:
            yield (
                f"change of mix, {row.label}",
                f"The row adds up to {row.total:+}, printed is {row.printed_total:+}.",
            )
    for year, printed in plan.mix_net_printed.items():
        net = sum(row.changes.get(year, 0) for row in plan.mix)
        if net != printed:
            yield (
                f"change of mix, {plan.printed(year)}",
                f"The column adds up to {net:+}, printed is {printed:+}.",
            )


@savings_check("children_differ_from_mix")
def children_differ_from_mix(plan: SavingsPlan) -> Found:
    """Fewer children claimed than the change of mix takes away, or more."""
    for year in plan.years if plan.mix else ():
        counts = [c.count for c in plan.claims_in(year) if c.method is Method.AVOIDED and c.count is not None]
        fewer = -sum(row.changes.get(year, 0) for row in plan.mix)
        if counts and sum(counts) != fewer:
            added = " + ".join(map(str, counts))
            yield (
                plan.printed(year),
                (f"Claims speak of {added} = {sum(counts)} fewer children, the change of mix of {fewer}."),
            )


@savings_check("mix_without_unit_cost")
def mix_without_unit_cost(plan: SavingsPlan) -> Found:
    """A kind of placement in the change of mix that has no unit cost, so that the mix cannot be priced."""
    for row in plan.mix:
        if row.kind not in plan.unit_costs:
            yield (
                f"change of mix, {row.label}",
                ("There is no weekly unit cost for it, so the change of mix cannot be priced. Add one."),
            )


def _signed(amount: Decimal) -> str:
    return pounds(amount) if amount < 0 else f"+{pounds(amount)}"
