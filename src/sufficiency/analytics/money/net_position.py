"""What a strategy adds to spending in the end: investment for more children, less the savings it is to make."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear


@dataclass(frozen=True)
class YearNet:
    """Pounds a year adds to the budget for good: what is put in, what is to be saved, and the sum of both so far."""

    year: CollectionYear
    investment: Decimal
    target: Decimal
    so_far: Decimal

    @property
    def net(self) -> Decimal:
        """Investment less target; below nought the year takes out more than it puts in."""
        return self.investment - self.target


def net_position(plan: SavingsPlan) -> tuple[YearNet, ...]:
    """Year by year; nothing where the strategy states no investment."""
    return tuple(_years(plan)) if plan.investment else ()


def _years(plan: SavingsPlan) -> Iterator[YearNet]:
    so_far = Decimal(0)
    for year in plan.years:
        investment = plan.investment.get(year, Decimal(0))
        target = plan.targets.get(year, Decimal(0))
        so_far += investment - target
        yield YearNet(year, investment, target, so_far)


@dataclass(frozen=True)
class CostAgainst:
    """Our weekly price of a kind (pounds) beside the average of those we compare with."""

    kind: Kind
    ours: Decimal
    average: Decimal

    @property
    def more(self) -> Decimal:
        """Pounds a week more than the average; below nought less."""
        return self.ours - self.average

    @property
    def percent(self) -> Decimal | None:
        """The same in percent of the average; None where that is nought."""
        return 100 * self.more / self.average if self.average else None


def costs_against(plan: SavingsPlan) -> tuple[CostAgainst, ...]:
    """Every kind of which both are known: a price effect is shown, not assumed away."""
    both = (kind for kind in plan.unit_costs if kind in plan.average_costs)
    return tuple(CostAgainst(kind, plan.unit_costs[kind], plan.average_costs[kind]) for kind in both)
