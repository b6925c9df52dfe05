"""Whether anything is counted twice, or left out."""

from itertools import combinations

from sufficiency.analytics.money.claims import Claim, Method, SavingsPlan
from sufficiency.analytics.money.pounds import pounds
from sufficiency.analytics.money.savings_checks.declaring import Found, savings_check
from sufficiency.analytics.money.savings_checks.totals import attributed


@savings_check("counted_twice")
def counted_twice(plan: SavingsPlan) -> Found:
    """A lower price of the same placements claimed in two years, though a saving lasts."""
    cheaper = [claim for claim in plan.claims if claim.method is Method.CHEAPER and claim.count]
    for one, other in combinations(cheaper, 2):
        if one.workstreams == other.workstreams and one.count == other.count and one.year != other.year:
            yield _twice(plan, *sorted((one, other), key=lambda claim: claim.amount))


def _twice(plan: SavingsPlan, part: Claim, whole: Claim) -> tuple[str, str]:
    adds = whole.amount - part.amount
    message = (
        f"A lower price of {whole.count} {whole.unit or 'placements'} is claimed at {pounds(part.amount)} "
        f"({plan.printed(part.year)}) and at {pounds(whole.amount)} ({plan.printed(whole.year)}). If these are the "
        f"same placements and the first is the part of a year of the second, the second adds only "
        f"{pounds(whole.amount)} − {pounds(part.amount)} = {pounds(adds)}"
    )
    if whole.year is not None and whole.year in plan.targets:
        left = attributed(plan, whole.year) - part.amount
        against = left - plan.targets[whole.year]
        side = "above" if against >= 0 else "below"
        message += (
            f", and {plan.printed(whole.year)} comes to {pounds(left)}, {pounds(abs(against))} {side} target"
        )
    return plan.where(whole), f"{message}."


@savings_check("pool_counted_twice")
def pool_counted_twice(plan: SavingsPlan) -> Found:
    """A workstream that shares a pooled saving and has a claim of its own in the same year."""
    for one, other in combinations(plan.claims, 2):
        both = [name for name in one.workstreams if name in other.workstreams]
        is_pooled = len(one.workstreams) > 1 or len(other.workstreams) > 1
        if both and is_pooled and one.year == other.year and one.workstreams != other.workstreams:
            yield (
                plan.where(other),
                (
                    f"{', '.join(both)} takes part in two claims of the year: {pounds(one.amount)} ({one.whose}) and "
                    f"{pounds(other.amount)} ({other.whose}). A pooled saving is claimed once."
                ),
            )


@savings_check("claimed_alike")
def claimed_alike(plan: SavingsPlan) -> Found:
    """The same amount, count and basis claimed by two workstreams in one year."""
    for one, other in combinations(plan.claims, 2):
        alike = (one.year, one.amount, one.count, one.basis.lower()) == (
            other.year,
            other.amount,
            other.count,
            other.basis.lower(),
        )
        if alike and one.basis and one.year is not None and not set(one.workstreams) & set(other.workstreams):
            yield (
                plan.where(other),
                (
                    f"{pounds(other.amount)} is claimed on the same basis as by {one.whose}. If it is one saving, "
                    f"{pounds(attributed(plan, one.year))} − {pounds(other.amount)} = "
                    f"{pounds(attributed(plan, one.year) - other.amount)} is left."
                ),
            )


@savings_check("mix_without_claim")
def mix_without_claim(plan: SavingsPlan) -> Found:
    """A year in which the change of mix goes on, but the saving that comes with it is not claimed."""
    replaced = [claim for claim in plan.claims if claim.method is Method.REPLACED and claim.year is not None]
    for used in dict.fromkeys(claim.used for claim in replaced if claim.used):
        claims = [claim for claim in replaced if claim.used == used]
        claimed = {claim.year for claim in claims}
        last = max(claims, key=lambda claim: claim.year or plan.years[0])
        for row in plan.mix:
            for year, change in row.changes.items():
                if row.kind == used and change > 0 and year not in claimed and last.count:
                    worth = last.amount / last.count * change
                    total = attributed(plan, year) + worth
                    yield (
                        f"{last.whose}, {plan.printed(year)}",
                        (
                            f"The change of mix adds {change} ({row.label}), but no saving is claimed for them. At the "
                            f"price of {plan.printed(last.year)} they are {change} × {pounds(last.amount / last.count)} = "
                            f"{pounds(worth)}, and the year comes to {pounds(total)}"
                            + (
                                f" against a target of {pounds(plan.targets[year])}."
                                if year in plan.targets
                                else "."
                            )
                        ),
                    )
