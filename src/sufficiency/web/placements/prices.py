"""What a week of each kind of placement usually costs, for showing beside the ranking."""

from datetime import date
from decimal import Decimal
from functools import cache

from sufficiency.analytics.money.prices import built_in, built_in_names
from sufficiency.analytics.reference.kinds import Kind


@cache
def usual_price(kind: Kind, day: date) -> Decimal | None:
    """The built-in set's latest price of a kind that holds on a day, in pounds a week; None where it has none."""
    prices = [price for price in built_in(built_in_names()[0]).of(kind) if price.from_date <= day]
    return max(prices, key=lambda price: price.from_date).weekly_price if prices else None
