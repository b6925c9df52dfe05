"""Small made-up savings plans, and a way to ask one check about them."""

from datetime import date
from decimal import Decimal

import pytest

from sufficiency.analytics.money.claims import Claim, Method, MixRow, SavingsPlan
from sufficiency.analytics.money.savings_checks.declaring import CHECKS
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear

COSTS = {
    Kind.IN_HOUSE_FOSTERING: Decimal(500),
    Kind.AGENCY_FOSTERING: Decimal(1000),
    Kind.IN_HOUSE_RESIDENTIAL: Decimal(4000),
    Kind.EXTERNAL_RESIDENTIAL: Decimal(6000),
}


def claim(workstreams: str, year: int | None, amount: int, count: int | None = None, **more) -> Claim:
    """A claim of “A” or of a pool “A B”."""
    told = {"method": Method.AVOIDED, **more}
    if "unit_value" in told:
        told["unit_value"] = Decimal(told["unit_value"])
    ended = None if year is None else CollectionYear(year)
    return Claim(
        workstreams=tuple(workstreams.split()), year=ended, amount=Decimal(amount), count=count, **told
    )


def row(kind: Kind, changes: dict[int, int], printed: int | None = None) -> MixRow:
    """A row of the change of mix."""
    by_year = {CollectionYear(year): change for year, change in changes.items()}
    return MixRow(kind=kind, label=kind.label, changes=by_year, printed_total=printed)


def plan(*claims: Claim, targets: dict[int, int] | None = None, mix=(), costs=COSTS, net=None) -> SavingsPlan:
    """A plan of the years 2025-26 to 2027-28."""
    years = tuple(map(CollectionYear, (2026, 2027, 2028)))
    return SavingsPlan(
        years=years,
        printed_years={year: f"{year.ending - 1}/{year.ending % 100}" for year in years},
        targets={CollectionYear(year): Decimal(sum_) for year, sum_ in (targets or {}).items()},
        claims=claims,
        mix=tuple(mix),
        mix_net_printed={CollectionYear(year): value for year, value in (net or {}).items()},
        unit_costs=costs,
    )


OCTOBER = date(2025, 10, 1)


@pytest.fixture
def found():
    """What the check named by the test finds: pairs of where and message."""

    def of(code: str, told: SavingsPlan) -> list[tuple[str, str]]:
        return [(warned.where, warned.message) for warned in CHECKS[code].warnings(told)]

    return of
