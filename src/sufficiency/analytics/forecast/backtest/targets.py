"""What forecasts are scored on, each declared once: how it is counted, in a forecast or in what happened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.backtest.counted import Counted
from sufficiency.analytics.forecast.bands import AGE_GROUPS, KIND_INDEX, KINDS, Floats
from sufficiency.analytics.money.costs import price_on
from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.reference.kinds import Kind

CHILDREN: Final = "children"
CHILDREN_A_YEAR: Final = "children a year"
POUNDS_A_YEAR: Final = "pounds a year"
DAYS_A_WEEK: Final = 7


@dataclass(frozen=True)
class Target:
    """One thing that is forecast: `of` counts it for each year."""

    id: str
    label: str
    unit: str
    group: str
    of: Callable[[Counted], Floats]


FAMILIES: Final = {
    "fostering": (
        "Fostering, all kinds",
        (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    ),
    "residential": ("Children’s homes", (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL)),
}


def targets(prices: PriceSet, *, on: date) -> tuple[Target, ...]:
    """Every target; cost is in the prices of one day, so that inflation is not scored."""
    return (
        Target("all", "All children", CHILDREN, "all", lambda c: c.stock.sum(axis=(-2, -1))),
        *_families(),
        *_kinds(),
        *_ages(),
        Target("entrants", "Entrants", CHILDREN_A_YEAR, "flows", lambda c: c.entrants),
        Target("leavers", "Leavers", CHILDREN_A_YEAR, "flows", lambda c: c.leavers),
        _cost(prices, on=on),
    )


def _families() -> Iterator[Target]:
    for name, (label, kinds) in FAMILIES.items():
        yield _of_kinds(name, label, "families", kinds)


def _kinds() -> Iterator[Target]:
    for kind in KINDS:
        yield _of_kinds(kind.value, kind.label, "kinds", (kind,))


def _of_kinds(name: str, label: str, group: str, kinds: tuple[Kind, ...]) -> Target:
    places = [KIND_INDEX[kind.value] for kind in kinds]
    return Target(name, label, CHILDREN, group, lambda c: c.stock[..., places, :].sum(axis=(-2, -1)))


def _ages() -> Iterator[Target]:
    for place, group in enumerate(AGE_GROUPS):
        yield _of_age(group, place)


def _of_age(group: str, place: int) -> Target:
    return Target(
        f"age {group}", f"Aged {group}", CHILDREN, "ages", lambda c: c.stock[..., place].sum(axis=-1)
    )


def _cost(prices: PriceSet, *, on: date) -> Target:
    weekly = np.array([float(price_on(prices, kind, on) or 0) for kind in KINDS])
    return Target(
        "cost",
        f"Cost at the prices of {on:%d/%m/%Y}",
        POUNDS_A_YEAR,
        "cost",
        lambda c: c.nights @ weekly / DAYS_A_WEEK,
    )
