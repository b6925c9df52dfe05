"""Kinds of contract, and the arithmetic of a block: what it costs, what its discount saves, what empty places cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

PENNY: Final = Decimal("0.01")
DAYS_A_WEEK: Final = 7
# As the placement strategy of 2011 counts: 4 places × £3,000 × 52 = £624,000 (action plan, workstream 15).
WEEKS_A_YEAR: Final = 52


class ContractKind(StrEnum):
    """How homes are bought. The order here is the order shown everywhere."""

    SPOT = "spot"
    FRAMEWORK = "framework"
    BLOCK = "block"
    PARENT_AND_CHILD = "parent_and_child"
    SHARED_CARE = "shared_care"
    SHORT_BREAKS = "short_breaks"

    @property
    def terms(self) -> "Terms":
        """What it is and what has to be agreed in it."""
        return KINDS[self]

    @property
    def label(self) -> str:
        """The kind in words."""
        return KINDS[self].label


@dataclass(frozen=True)
class Terms:
    """A kind of contract: what it is, whether it buys a number of places, and whether it has to end on a day."""

    label: str
    about: str
    has_places: bool
    needs_end: bool


KINDS: Final[Mapping[ContractKind, Terms]] = {
    ContractKind.SPOT: Terms(
        "Spot", "One place for one child, at the price of the day", has_places=False, needs_end=False
    ),
    ContractKind.FRAMEWORK: Terms(
        "Framework", "Agreed prices with many providers; no place is promised", has_places=False, needs_end=False
    ),
    ContractKind.BLOCK: Terms(
        "Block", "So many places from a day to a day, mostly paid for whether used or not", has_places=True,
        needs_end=True,
    ),
    ContractKind.PARENT_AND_CHILD: Terms(
        "Parent-and-child assessment", "Places in which a parent’s care of a baby is assessed", has_places=True,
        needs_end=True,
    ),
    ContractKind.SHARED_CARE: Terms(
        "Shared care", "Beds that disabled children share with their own homes", has_places=True, needs_end=True
    ),
    ContractKind.SHORT_BREAKS: Terms(
        "Short breaks", "Nights away for children who live at home", has_places=True, needs_end=True
    ),
}  # fmt: skip


class VoidRule(StrEnum):
    """What is paid for a place while it is empty."""

    IN_FULL = "in_full"
    IN_PART = "in_part"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """The rule in words."""
        return _VOID_RULES[self]


_VOID_RULES: Final = {
    VoidRule.IN_FULL: "Every place is paid for, empty or not",
    VoidRule.IN_PART: "An empty place is paid for in part",
    VoidRule.NOTHING: "An empty place costs nothing",
}


@dataclass(frozen=True, kw_only=True)
class Block:
    """The terms of a contract with places. `discount` is a share (0.15 is 15%) of the spot price a week.

    `part` is the share of the agreed price that an empty place costs where it is paid for in part.
    """

    places: int
    weekly_price: Decimal
    discount: Decimal
    starts: date
    last_day: date
    void_rule: VoidRule = VoidRule.IN_FULL
    part: Decimal = Decimal(1)
    notice_weeks: int = 0

    @property
    def agreed_price(self) -> Decimal:
        """What a place costs a week after the discount, in pounds."""
        return (self.weekly_price * (1 - self.discount)).quantize(PENNY)

    @property
    def discount_a_year(self) -> Decimal:
        """What the discount takes off a year with every place in use: 6 × £3,000 × 15% × 52 = £140,400."""
        return (self.places * self.weekly_price * self.discount * WEEKS_A_YEAR).quantize(PENNY)

    @property
    def cost_a_year(self) -> Decimal:
        """What a year with every place in use costs."""
        return (self.places * self.agreed_price * WEEKS_A_YEAR).quantize(PENNY)

    @property
    def days(self) -> int:
        """From the first day to the last, both included."""
        return (self.last_day - self.starts).days + 1

    @property
    def share_paid_when_empty(self) -> Decimal:
        """The share of the agreed price that an empty place costs."""
        return {VoidRule.IN_FULL: Decimal(1), VoidRule.IN_PART: self.part, VoidRule.NOTHING: Decimal(0)}[
            self.void_rule
        ]

    @property
    def pays_from(self) -> Decimal:
        """The share of place-days that has to be used before it costs no more than buying them at the spot price.

        Of each place-day a share u is used: u × agreed + (1 − u) × empty = u × spot, all over the spot price.
        """
        empty = (1 - self.discount) * self.share_paid_when_empty
        most = empty + self.discount
        return (empty / most).quantize(Decimal("0.0001")) if most else Decimal(0)

    def last_day_for_notice(self) -> date:
        """The last day on which notice can be given so that it ends when it should."""
        return self.last_day - timedelta(weeks=self.notice_weeks)


@dataclass(frozen=True)
class Account:
    """What a contract came to over some days: used and empty place-days, and money in pounds."""

    used: int
    empty: int
    paid_for_used: Decimal
    paid_for_empty: Decimal
    at_spot_price: Decimal

    @property
    def paid(self) -> Decimal:
        """Everything that was paid."""
        return self.paid_for_used + self.paid_for_empty

    @property
    def saved(self) -> Decimal:
        """What the used days would have cost at the spot price, less all that was paid; below nought it lost."""
        return self.at_spot_price - self.paid


def account(block: Block, *, used: int, empty: int) -> Account:
    """What so many used and empty place-days came to, by the day: a seventh of the week's price."""
    return Account(
        used=used,
        empty=empty,
        paid_for_used=by_the_day(block.agreed_price, used),
        paid_for_empty=cost_of_voids(block, empty),
        at_spot_price=by_the_day(block.weekly_price, used),
    )


def cost_of_voids(block: Block, days: int) -> Decimal:
    """What so many empty place-days cost by the void rule, to the penny."""
    return by_the_day(block.agreed_price * block.share_paid_when_empty, days)


def by_the_day(weekly_price: Decimal, days: int) -> Decimal:
    """So many days at a price a week, to the penny; rounded once, at the end."""
    return (weekly_price * days / DAYS_A_WEEK).quantize(PENNY)
