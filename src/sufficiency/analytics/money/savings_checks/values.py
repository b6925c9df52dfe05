"""What one child or placement is worth in a claim, against what the plan itself uses elsewhere."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from sufficiency.analytics.money.claims import Claim, Method, SavingsPlan
from sufficiency.analytics.money.pounds import WEEKS_A_YEAR, pence, pounds
from sufficiency.analytics.money.savings_checks.declaring import Found, savings_check
from sufficiency.analytics.money.savings_checks.totals import attributed

FITS_WITHIN = Decimal("0.01")  # of the amount
MOST_VALUES = 3  # more values of its own than these and nearly any amount can be made up of them
MOST_SPLIT = 200  # children; a larger number fits nearly any amount
_GROSS = (Method.AVOIDED, Method.REPLACED, Method.NOT_BOUGHT)


@dataclass(frozen=True)
class Split:
    """An amount as so many at one value and so many at another."""

    counts: tuple[int, ...]
    values: tuple[Decimal, ...]

    @property
    def amount(self) -> Decimal:
        """What it adds up to, in pounds."""
        pairs = zip(self.counts, self.values, strict=True)
        return sum((count * value for count, value in pairs), Decimal(0))

    def __str__(self) -> str:
        parts = [f"{n} × {pounds(v)}" for n, v in zip(self.counts, self.values, strict=True) if n]
        return " + ".join(parts)


def own_values(plan: SavingsPlan) -> tuple[Decimal, ...]:
    """Pounds a year for one child that the plan uses in more than one claim, the most used first.

    Another claim may be for placements; part-year claims are left out.
    """
    whole = [claim for claim in plan.claims if claim.method in _GROSS and not claim.starts_on and claim.each]
    used = Counter(claim.each for claim in whole)
    for_children = {claim.each for claim in whole if claim.method is Method.AVOIDED}
    recurring = [value for value, times in used.most_common() if times > 1 and value in for_children]
    return tuple(value for value in recurring[:MOST_VALUES] if value is not None)


def nearest_split(amount: Decimal, count: int, values: tuple[Decimal, ...]) -> Split:
    """The whole numbers of each value, `count` in all, that come nearest to the amount."""
    tried = values if count <= MOST_SPLIT else values[:1]
    splits = (Split(counts, tried) for counts in _compositions(count, len(tried)))
    return min(splits, key=lambda split: abs(split.amount - amount))


def _compositions(count: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (count,)
        return
    for first in range(count + 1):
        for rest in _compositions(count - first, parts - 1):
            yield (first, *rest)


def fits(amount: Decimal, count: int, values: tuple[Decimal, ...]) -> bool:
    """Whether the amount is made up of whole numbers of the plan's own values."""
    return abs(nearest_split(amount, count, values).amount - amount) <= amount * FITS_WITHIN


def odd_claims(plan: SavingsPlan) -> tuple[Claim, ...]:
    """Claims for fewer children that no whole numbers of the plan's own values make up."""
    values = own_values(plan)
    gross = [claim for claim in plan.claims if claim.count and not claim.starts_on]
    avoided = [claim for claim in gross if claim.method is Method.AVOIDED]
    return tuple(claim for claim in avoided if values and not fits(claim.amount, claim.count or 0, values))


@savings_check("swapped_counts")
def swapped_counts(plan: SavingsPlan) -> Found:
    """Two claims of a year whose counts look exchanged: neither amount fits its own count, both fit the other's."""
    values = own_values(plan)
    for one, other in combinations(odd_claims(plan), 2):
        if one.year is None or one.year != other.year or one.count == other.count:
            continue
        counts = (one.count or 0, other.count or 0)
        if fits(one.amount, counts[1], values) and fits(other.amount, counts[0], values):
            yield (
                f"{one.whose} and {other.whose}, {plan.printed(one.year)}",
                _swapped(one, other, counts, values),
            )


def _swapped(one: Claim, other: Claim, counts: tuple[int, int], values: tuple[Decimal, ...]) -> str:
    together = nearest_split(one.amount + other.amount, sum(counts), values)
    first, second = (
        nearest_split(one.amount, counts[1], values),
        nearest_split(other.amount, counts[0], values),
    )
    return (
        f"The counts look swapped. {pounds(one.amount)} for {counts[0]} and {pounds(other.amount)} for {counts[1]} "
        f"fit none of the values used elsewhere ({', '.join(map(pounds, values))}). Exchanged they do: "
        f"{first} = {pounds(first.amount)} for {counts[1]} and {second} = {pounds(second.amount)} for {counts[0]}. "
        f"Together {pounds(one.amount + other.amount)} for {sum(counts)}: {together} = {pounds(together.amount)}. "
        "Nothing was changed."
    )


@savings_check("odd_value")
def odd_value(plan: SavingsPlan) -> Found:
    """A value for one child that the plan uses nowhere else and that no split of its own values gives."""
    values = own_values(plan)
    for claim in odd_claims(plan):
        nearest = nearest_split(claim.amount, claim.count or 0, values)
        yield (
            plan.where(claim),
            (
                f"{pounds(claim.amount)} for {claim.count} is {pounds(claim.each or Decimal(0))} a year or "
                f"{pence(claim.each_week or Decimal(0))} a week for one. The nearest split of the plan’s own values is "
                f"{nearest} = {pounds(nearest.amount)}, {pounds(abs(nearest.amount - claim.amount))} away."
            ),
        )


@savings_check("balancing_figure")
def balancing_figure(plan: SavingsPlan) -> Found:
    """An odd amount that just closes the gap between the other claims of its year and the target."""
    for claim in odd_claims(plan):
        if claim.year is None or claim.year not in plan.targets:
            continue
        target, others = plan.targets[claim.year], attributed(plan, claim.year) - claim.amount
        if abs(target - others - claim.amount) <= claim.amount * FITS_WITHIN:
            yield (
                plan.where(claim),
                (
                    f"{pounds(claim.amount)} looks like what was left over: target {pounds(target)} − all other claims "
                    f"{pounds(others)} = {pounds(target - others)}."
                ),
            )


@savings_check("dearer_than_any_placement")
def dearer_than_any_placement(plan: SavingsPlan) -> Found:
    """More claimed for one child or placement than the dearest kind costs in a year."""
    if not plan.unit_costs:
        return
    kind, dearest = max(plan.unit_costs.items(), key=lambda item: item[1])
    for claim in plan.claims:
        if claim.each_week is not None and claim.each_week > dearest:
            yield (
                plan.where(claim),
                (
                    f"{pounds(claim.amount)} for {claim.count} is {pence(claim.each_week)} a week for one; the dearest "
                    f"kind, {kind.label.lower()}, costs {pounds(dearest)} a week ({pounds(dearest * WEEKS_A_YEAR)} a year)."
                ),
            )
