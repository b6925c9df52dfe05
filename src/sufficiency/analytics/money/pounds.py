"""Sums of money in words, as a message or a table gives them."""

from decimal import Decimal
from typing import Final

MINUS: Final = "−"
WEEKS_A_YEAR: Final = 52  # as plans count: 4 beds at £3,000 a week are £624,000 a year


def pounds(amount: Decimal | int) -> str:
    """A sum to the pound, as "£241,800" or "−£597,000"."""
    sign = MINUS if round(amount) < 0 else ""
    return f"{sign}£{abs(round(amount)):,}"


def pence(amount: Decimal) -> str:
    """A sum to the penny, as "£660.26"."""
    sign = MINUS if amount < 0 else ""
    return f"{sign}£{abs(amount):,.2f}"
