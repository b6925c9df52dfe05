"""Savings claimed by a strategy: what a workstream says it will save, how, for how many, and in which year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sufficiency.analytics.money.pounds import WEEKS_A_YEAR
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear


class Method(StrEnum):
    """How a saving comes about; it decides what the claim is held against."""

    AVOIDED = "avoided"
    REPLACED = "replaced"
    NOT_BOUGHT = "not_bought"
    NET = "net"
    CHEAPER = "cheaper"

    @property
    def label(self) -> str:
        """The method in words."""
        return _LABELS[self]


_LABELS = {
    Method.AVOIDED: "Fewer children looked after",
    Method.REPLACED: "A cheaper kind of placement instead of a dearer one",
    Method.NOT_BOUGHT: "Placements not bought, running costs not mentioned",
    Method.NET: "Placements not bought, less running costs",
    Method.CHEAPER: "A lower price for the same placements",
}


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One amount (pounds) claimed in one year by a workstream, or once by a pool of several.

    `year` is None where none is printed and none can be inferred. `count` is what the amount is for: children or
    placements, as `unit` says. `unit_value` is what one is worth in a whole year, where stated. `ready_on` is the
    first day on which a workstream of the claim has done all that it planned; `starts_on` the day the claim says
    it counts from.
    """

    workstreams: tuple[str, ...]
    year: CollectionYear | None
    amount: Decimal
    count: int | None = None
    unit: str = ""
    method: Method
    basis: str = ""
    instead_of: Kind | None = None
    used: Kind | None = None
    unit_value: Decimal | None = None
    starts_on: date | None = None
    ready_on: date | None = None
    year_is_printed: bool = True

    @property
    def each(self) -> Decimal | None:
        """Pounds a year for one child or placement, as the claim implies."""
        return self.amount / self.count if self.count else None

    @property
    def each_week(self) -> Decimal | None:
        """Pounds a week for one child or placement, a year being 52 weeks."""
        return None if self.each is None else self.each / WEEKS_A_YEAR

    @property
    def whose(self) -> str:
        """The workstreams in short: "W14", "W01–W03" or "W02, W05"."""
        return named_together(self.workstreams)


@dataclass(frozen=True, kw_only=True)
class MixRow:
    """One row of the planned change of placements: how many more (or fewer) of a kind each year adds."""

    kind: Kind
    label: str
    changes: Mapping[CollectionYear, int]
    printed_total: int | None = None

    @property
    def total(self) -> int:
        """The change over all years."""
        return sum(self.changes.values())


@dataclass(frozen=True, kw_only=True)
class SavingsPlan:
    """What a strategy says of money: targets (pounds by year), claims, the change of mix, weekly unit costs.

    Savings are lasting: a year's figure is what it adds. `printed_years` are the years as the strategy writes them.
    `investment` is what each year adds to the budget for more children; `average_costs` are the unit costs of those
    the council compares itself with.
    """

    years: tuple[CollectionYear, ...]
    printed_years: Mapping[CollectionYear, str]
    targets: Mapping[CollectionYear, Decimal]
    claims: tuple[Claim, ...]
    mix: tuple[MixRow, ...] = ()
    mix_net_printed: Mapping[CollectionYear, int] = field(default_factory=dict)
    unit_costs: Mapping[Kind, Decimal] = field(default_factory=dict)
    average_costs: Mapping[Kind, Decimal] = field(default_factory=dict)
    investment: Mapping[CollectionYear, Decimal] = field(default_factory=dict)
    investment_printed: Decimal | None = None

    def printed(self, year: CollectionYear | None) -> str:
        """A year as the strategy writes it."""
        return "no year printed" if year is None else self.printed_years.get(year, year.label)

    def claims_in(self, year: CollectionYear) -> tuple[Claim, ...]:
        """The claims of one year."""
        return tuple(claim for claim in self.claims if claim.year == year)

    def where(self, claim: Claim) -> str:
        """Where a claim stands: its workstreams and year."""
        return f"{claim.whose}, {self.printed(claim.year)}"


def named_together(ids: tuple[str, ...]) -> str:
    """Workstreams in short: neighbours as a range."""
    if len(ids) > 2 and _are_neighbours(ids):
        return f"{ids[0]}–{ids[-1]}"
    return ", ".join(ids)


def _are_neighbours(ids: tuple[str, ...]) -> bool:
    numbers = ["".join(letter for letter in name if letter.isdigit()) for name in ids]
    if not all(numbers):
        return False
    first = int(numbers[0])
    return [int(number) for number in numbers] == list(range(first, first + len(ids)))
