"""Weekly prices by kind of placement: where each comes from, from when it holds, and how it rises."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Final, Self

import yaml

from sufficiency.analytics.reference.kinds import Kind

READ: Final = "A"  # read in the source named
DERIVED: Final = "B"  # from one that was
ASSUMED: Final = "C"  # to be replaced
CERTAINTIES: Final = (READ, DERIVED, ASSUMED)
DEFAULT_INFLATION: Final = Decimal("0.03")  # a year; assumed where nothing is said
PENNY: Final = Decimal("0.01")

# A kind without a price follows the nearest kind that has one: foster-like and home-like kinds rise and fall
# with in-house fostering, the others with external residential homes.
_NEAREST: Final = {
    Kind.KINSHIP_FOSTERING: (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    Kind.IN_HOUSE_FOSTERING: (Kind.AGENCY_FOSTERING, Kind.KINSHIP_FOSTERING),
    Kind.AGENCY_FOSTERING: (Kind.IN_HOUSE_FOSTERING, Kind.KINSHIP_FOSTERING),
    Kind.IN_HOUSE_RESIDENTIAL: (Kind.EXTERNAL_RESIDENTIAL,),
    Kind.EXTERNAL_RESIDENTIAL: (Kind.IN_HOUSE_RESIDENTIAL,),
    Kind.SECURE: (Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL),
    Kind.SUPPORTED_ACCOMMODATION: (Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL),
    Kind.WITH_PARENTS: (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    Kind.ADOPTION: (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    Kind.RESIDENTIAL_SCHOOL: (Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL),
    Kind.OTHER_RESIDENTIAL: (Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL),
    Kind.OTHER: (Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_RESIDENTIAL),
}


class PriceError(Exception):
    """Prices that cannot be used: what is wrong, where, and what to do next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{where}: {what} {what_next}")
        self.what = what
        self.where = where
        self.what_next = what_next


@dataclass(frozen=True)
class Price:
    """What a week of one kind of placement costs for one child from a day on.

    It holds until 31 March and then rises by `inflation_per_year` (0.03 is 3%) every April, until the next
    price of the kind. `certainty` is A for a price read in its source, B for one derived from it, C for an assumption.
    """

    kind: Kind
    weekly_price: Decimal
    from_date: date
    inflation_per_year: Decimal
    source: str
    certainty: str = READ


@dataclass(frozen=True)
class PriceSet:
    """The prices of one source, kind by kind in the usual order and then by date.

    `averages` are what the source says of groups of kinds, for comparison; nothing is costed with them.
    """

    name: str
    label: str
    prices: tuple[Price, ...]
    averages: Mapping[str, Decimal]

    @property
    def year(self) -> str:
        """The calendar year, or years, from which the prices hold."""
        years = sorted({price.from_date.year for price in self.prices})
        return str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"

    def of(self, kind: Kind) -> tuple[Price, ...]:
        """The prices of a kind, the earliest first."""
        return tuple(price for price in self.prices if price.kind == kind)

    @property
    def missing(self) -> tuple[Kind, ...]:
        """The kinds without a price."""
        return tuple(kind for kind in Kind if not self.of(kind))

    @property
    def assumptions(self) -> tuple[Price, ...]:
        """The prices that are only assumed."""
        return tuple(price for price in self.prices if price.certainty == ASSUMED)

    def filled_from(self, other: Self) -> Self:
        """These prices, with kinds that have none taken from another set and marked as assumptions.

        A price taken over is scaled as the nearest kind with prices in both sets is, so that a set of another
        year or place stays of one piece.
        """
        filled = [self._filled(kind, other) for kind in self.missing if other.of(kind)]
        return replace(self, prices=in_order([*self.prices, *filled]))

    def _filled(self, kind: Kind, other: Self) -> Price:
        taken = other.of(kind)[0]
        # Nothing is invented from thin air: without a near kind the other set's own price is taken.
        near = next((near for near in _NEAREST[kind] if self.of(near) and other.of(near)), None)
        if near is None:
            return replace(taken, certainty=ASSUMED, source=f"taken from {other.label}")
        ours, theirs = self.of(near)[0], other.of(near)[0]
        scaled = taken.weekly_price * ours.weekly_price / theirs.weekly_price
        return replace(
            ours,
            kind=kind,
            weekly_price=scaled.quantize(PENNY),
            source=f"taken from {other.label}, scaled as {near.label.lower()} is",
            certainty=ASSUMED,
        )


def in_order(prices: list[Price]) -> tuple[Price, ...]:
    """Prices by kind in the usual order, then by date."""
    kinds = list(Kind)
    return tuple(sorted(prices, key=lambda price: (kinds.index(price.kind), price.from_date)))


@cache
def _told() -> Mapping[str, Any]:
    text = files(__package__).joinpath("prices.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


def built_in_names() -> tuple[str, ...]:
    """The names of the sets that come with the program; the first is used where none is given."""
    return tuple(_told()["sets"])


def built_in(name: str) -> PriceSet:
    """A set that comes with the program; PriceError for a name that is not among them."""
    if name not in _told()["sets"]:
        known = ", ".join(built_in_names())
        raise PriceError(f"There is no set “{name}”.", where="prices", what_next=f"Choose one of {known}.")
    told = _told()["sets"][name]
    prices = [
        Price(
            kind=Kind(kind),
            weekly_price=Decimal(str(entry["weekly_price"])),
            from_date=told["from"],
            inflation_per_year=Decimal(str(told["inflation_per_year"])),
            source=entry.get("source", told["source"]),
            certainty=entry["certainty"],
        )
        for kind, entry in told["prices"].items()
    ]
    averages = {key: Decimal(str(value)) for key, value in told["averages"].items() if key != "source"}
    return PriceSet(name, told["label"], in_order(prices), averages)


def kind_named(word: str) -> Kind | None:
    """The kind that a word of ours or of other documents means, or None."""
    plain = "_".join(word.strip().lower().replace("-", " ").split())
    labels = {"_".join(kind.label.lower().replace("-", " ").split()): kind.value for kind in Kind}
    known = {kind.value: kind.value for kind in Kind} | labels | _told()["words"]
    return Kind(known[plain]) if plain in known else None
