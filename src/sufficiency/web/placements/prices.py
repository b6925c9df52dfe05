"""What a week in a home costs: the price of its contract, else the usual price of its kind."""

from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import Q

from sufficiency.analytics.homes.contracts import PENNY, ContractKind
from sufficiency.analytics.money.prices import built_in, built_in_names
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models.contracts import Contract, ContractHome
from sufficiency.web.homes.models import Home


@cache
def usual_price(kind: Kind, day: date) -> Decimal | None:
    """The built-in set's latest price of a kind that holds on a day, in pounds a week; None where it has none."""
    prices = [price for price in built_in(built_in_names()[0]).of(kind) if price.from_date <= day]
    return max(prices, key=lambda price: price.from_date).weekly_price if prices else None


def agreed_price(contract: Contract) -> Decimal:
    """What a place costs a week by a contract, its discount taken off, in pounds."""
    return (contract.weekly_price * (1 - contract.discount / 100)).quantize(PENNY)


def contract_prices(authority: Authority, day: date) -> dict[int, Decimal]:
    """By home: the price of the contract in force on a day; the lowest where several name the home."""
    rows = ContractHome.objects.of(authority).filter(_in_force(day)).select_related("contract")
    found: dict[int, Decimal] = {}
    for row in rows:
        price = agreed_price(row.contract)
        found[row.home_id] = min(price, found.get(row.home_id, price))
    return found


def contract_of(home: Home, day: date) -> Contract | None:
    """The contract in force by which a place in a home costs least; None where there is none."""
    rows = (
        ContractHome.objects.of(home.authority).filter(_in_force(day), home=home).select_related("contract")
    )
    return min((row.contract for row in rows), key=agreed_price, default=None)


def _in_force(day: date) -> Q:
    # Short breaks, shared care and assessments are priced by the night or the course, not as a place to live.
    usual = Q(contract__kind__in=(ContractKind.SPOT, ContractKind.FRAMEWORK, ContractKind.BLOCK))
    ends = Q(contract__last_day=None) | Q(contract__last_day__gte=day)
    return usual & ends & Q(contract__starts_on__lte=day)
