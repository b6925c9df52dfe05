"""From days in placement to cost by financial year, with prices that rise and are not known for certain."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sufficiency.analytics.money.blocks import Block, with_block
from sufficiency.analytics.money.prices import PENNY, Price, PriceSet
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear

DAYS_A_WEEK: Final = 7
# How far a year's rise may differ from what is expected, as a standard deviation: half of it common to all kinds
# (general inflation), half of each kind's own. Assumed: unit costs in England rose by 6% (fostering) to 9%
# (residential) in 2024-25 alone, and general inflation has differed from forecasts by about 2% a year.
COMMON_SPREAD: Final = 0.015
OWN_SPREAD: Final = 0.015

Floats = NDArray[np.float64]


def cost_by_month(
    days: NDArray[np.int32],
    *,
    month_ends: Sequence[date],
    prices: PriceSet,
    generator: np.random.Generator | None,
    price_times: Floats | None = None,
    blocks: Sequence[Block] = (),
) -> Floats:
    """The cost in pounds [replication, month, kind] of days in placement [replication, month, kind].

    `month_ends` begins with the day before the first month. Kinds without a price cost nothing. Without a
    generator prices rise exactly as stated. `price_times` [month, kind] multiplies prices; `blocks` are beds
    booked in advance.
    """
    years = financial_years(month_ends)
    of_month = np.array([years.index(CollectionYear.containing(end)) for end in month_ends[1:]])
    daily = np.array([[_daily(prices, kind, end) for kind in Kind] for end in month_ends[1:]])
    if price_times is not None:
        daily = daily * price_times
    cost: Floats = days * daily[None]
    lengths = np.diff([end.toordinal() for end in month_ends]).astype(np.float64)
    for block in blocks:
        kind = list(Kind).index(block.kind)
        cost[:, :, kind] += with_block(days[:, :, kind], daily[:, kind], block, month_lengths=lengths)
    if generator is not None:
        surprise = _surprise(len(days), years, prices, generator)
        # Month by month, as all months at once would take the space of the cost again.
        for month, year in enumerate(of_month):
            cost[:, month] *= surprise[:, year]
    return cost


def sums_by_year(monthly: Floats, month_ends: Sequence[date]) -> Floats:
    """Sums of months [replication, month, kind] by financial year [replication, year, kind]."""
    years = financial_years(month_ends)
    of_month = np.array([years.index(CollectionYear.containing(end)) for end in month_ends[1:]])
    sums: Floats = np.add.reduceat(monthly, np.searchsorted(of_month, np.arange(len(years))), axis=1)
    return sums


def cost_by_year(
    days: NDArray[np.int32],
    *,
    month_ends: Sequence[date],
    prices: PriceSet,
    generator: np.random.Generator | None,
) -> Floats:
    """The same by financial year [replication, financial year, kind]."""
    monthly = cost_by_month(days, month_ends=month_ends, prices=prices, generator=generator)
    return sums_by_year(monthly, month_ends)


def financial_years(month_ends: Sequence[date]) -> tuple[CollectionYear, ...]:
    """The financial years of the months that end on these days, the first day left out."""
    return tuple(sorted({CollectionYear.containing(end) for end in month_ends[1:]}))


def price_on(prices: PriceSet, kind: Kind, day: date) -> Decimal | None:
    """The weekly price of a kind on a day, to the penny, or None where the set has none.

    Before the first price of the kind, that price is taken back down at the same rate.
    """
    price = _holding(prices.of(kind), day)
    return None if price is None else (price.weekly_price * _risen(price, day)).quantize(PENNY)


def _holding(prices: tuple[Price, ...], day: date) -> Price | None:
    begun = [price for price in prices if price.from_date <= day]
    return begun[-1] if begun else next(iter(prices), None)


def _years_on(price: Price, day: date) -> int:
    return CollectionYear.containing(day).ending - CollectionYear.containing(price.from_date).ending


def _risen(price: Price, day: date) -> Decimal:
    return (1 + price.inflation_per_year) ** _years_on(price, day)


def _daily(prices: PriceSet, kind: Kind, month_end: date) -> float:
    """Pounds a day in the month: unrounded, as the simulation adds up many days."""
    price = _holding(prices.of(kind), month_end)
    return float(price.weekly_price * _risen(price, month_end)) / DAYS_A_WEEK if price else 0.0


def _surprise(
    size: int, years: tuple[CollectionYear, ...], prices: PriceSet, generator: np.random.Generator
) -> Floats:
    """Multipliers [replication, year, kind]: prices of a year already given are certain, later ones drift."""
    common = COMMON_SPREAD * generator.standard_normal((size, len(years), 1))
    own = OWN_SPREAD * generator.standard_normal((size, len(years), len(Kind)))
    drift = np.zeros((size, len(years), len(Kind)))
    level = np.zeros((size, len(Kind)))
    for place, year in enumerate(years):
        uncertain = np.array([_is_beyond(prices, kind, year) for kind in Kind])
        # A price that is given wipes out what had drifted before it.
        level = (level + common[:, place] + own[:, place]) * uncertain
        drift[:, place] = level
    return np.exp(drift)


def _is_beyond(prices: PriceSet, kind: Kind, year: CollectionYear) -> bool:
    price = _holding(prices.of(kind), year.end)
    return price is not None and _years_on(price, year.end) > 0
