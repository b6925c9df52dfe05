"""Holds the savings a strategy claims against its targets, and against its change of mix at unit cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.money.mix_pricing import saved_by
from sufficiency.analytics.money.savings_checks.catalogue import warnings_of
from sufficiency.analytics.money.savings_checks.declaring import Warned
from sufficiency.analytics.reference.years import CollectionYear

ZERO = Decimal(0)


@dataclass(frozen=True)
class YearReconciled:
    """Pounds of one year, or of all: the target, what claims add up to, and the change of mix at unit cost.

    None where nothing is stated: no target for the year, or a kind in the mix without a unit cost.
    """

    year: str
    target: Decimal | None
    attributed: Decimal
    priced_mix: Decimal | None

    @property
    def variance(self) -> Decimal | None:
        """Attributed less target; below nought is short."""
        return None if self.target is None else self.attributed - self.target

    @property
    def coverage(self) -> Decimal | None:
        """Attributed as a share of the target: 1 is all of it."""
        return self.attributed / self.target if self.target else None


@dataclass(frozen=True)
class Reconciled:
    """The years, all of them together, and what the checks say."""

    years: tuple[YearReconciled, ...]
    total: YearReconciled
    warnings: tuple[Warned, ...]


def reconcile(plan: SavingsPlan) -> Reconciled:
    """Add up the claims year by year, each pool once, and run every check."""
    years = tuple(_year(plan, year) for year in plan.years)
    total = YearReconciled(
        "all years",
        _added(year.target for year in years),
        sum((year.attributed for year in years), ZERO),
        _added(year.priced_mix for year in years),
    )
    return Reconciled(years, total, warnings_of(plan))


def _priced_mix(plan: SavingsPlan, year: CollectionYear) -> Decimal | None:
    # Unlike a scenario, a strategy may lack a unit cost: then the mix is not priced, rather than priced in part.
    rows = [(row.changes.get(year, 0), plan.unit_costs.get(row.kind)) for row in plan.mix]
    known = [(change, weekly) for change, weekly in rows if weekly is not None]
    return saved_by(known) if rows and len(known) == len(rows) else None


def _year(plan: SavingsPlan, year: CollectionYear) -> YearReconciled:
    attributed = sum((claim.amount for claim in plan.claims_in(year)), ZERO)
    return YearReconciled(plan.printed(year), plan.targets.get(year), attributed, _priced_mix(plan, year))


def _added(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = list(amounts)
    return sum((amount for amount in known if amount is not None), ZERO) if None not in known else None


def as_json(found: Reconciled) -> Mapping[str, Any]:
    """The result with the keys of the command line's contract; `coverage` is a share."""
    return {
        "years": [_row(year) for year in found.years],
        "total": {name: value for name, value in _row(found.total).items() if name != "year"},
        "warnings": [
            {"code": warned.code, "where": warned.where, "message": warned.message}
            for warned in found.warnings
        ],
    }


def _row(year: YearReconciled) -> dict[str, Any]:
    return {
        "year": year.year,
        "target": _number(year.target),
        "attributed": _number(year.attributed),
        "variance": _number(year.variance),
        "coverage": None if year.coverage is None else round(float(year.coverage), 4),
        "priced_mix": _number(year.priced_mix),
    }


def _number(amount: Decimal | None) -> int | float | None:
    """A whole number of pounds where it is one."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else round(float(amount), 2)
