"""A table of planned changes in the mix of placements, priced: each year's change at its weekly price for a year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.analytics.money.pounds import WEEKS_A_YEAR
from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.reference.kinds import Kind


@dataclass(frozen=True)
class PricedMix:
    """What the changes of each year save, in pounds (below nought: cost), year by year and together."""

    by_year: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """The years together; each year's change counts once, not again in the years after."""
        return sum(self.by_year, Decimal(0))


def priced_mix(changes: Mapping[Kind, Sequence[int | Decimal]], prices: PriceSet) -> PricedMix:
    """Price the changes in children at a time by kind and year: change × weekly price × 52, not accumulated.

    Raises KeyError for a kind without a price.
    """
    weekly = [_weekly(prices, kind) for kind in changes]
    columns = zip(*changes.values(), strict=True)
    return PricedMix(tuple(saved_by(zip(column, weekly, strict=True)) for column in columns))


def saved_by(changes: Iterable[tuple[int | Decimal, Decimal]]) -> Decimal:
    """What one year's changes save in pounds (below nought: cost); each is children more or fewer, and pounds a week.

    The only place where a change of mix becomes money: a strategy's reconciliation and a scenario's comparison must
    agree to the pound.
    """
    return -sum((change * weekly * WEEKS_A_YEAR for change, weekly in changes), Decimal(0))


def _weekly(prices: PriceSet, kind: Kind) -> Decimal:
    known = prices.of(kind)
    if not known:
        raise KeyError(f"{prices.label} has no price for {kind.label.lower()}.")
    return known[0].weekly_price
