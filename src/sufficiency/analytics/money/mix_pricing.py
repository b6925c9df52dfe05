"""A table of planned changes in the mix of placements, priced: each year's change at its weekly price for a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.reference.kinds import Kind

WEEKS_A_YEAR: Final = 52  # as placement strategies count, so that printed figures come out to the pound


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
    weekly = {kind: _weekly(prices, kind) for kind in changes}
    columns = zip(*changes.values(), strict=True)
    kinds = tuple(changes)
    return PricedMix(
        tuple(
            -sum(
                (change * weekly[kind] * WEEKS_A_YEAR for kind, change in zip(kinds, column, strict=True)),
                Decimal(0),
            )
            for column in columns
        )
    )


def _weekly(prices: PriceSet, kind: Kind) -> Decimal:
    known = prices.of(kind)
    if not known:
        raise KeyError(f"{prices.label} has no price for {kind.label.lower()}.")
    return known[0].weekly_price
