"""From days in placement to pounds."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest

from sufficiency.analytics.money.costs import cost_by_year, financial_years, price_on
from sufficiency.analytics.money.prices import Price, PriceSet, built_in, in_order
from sufficiency.analytics.reference.kinds import Kind

KINDS = list(Kind)
SECURE, OTHER = KINDS.index(Kind.SECURE), KINDS.index(Kind.OTHER)


def month_ends(first: date, months: int) -> list[date]:
    """A day and the month ends after it."""
    ends = [first]
    while len(ends) <= months:
        following = (ends[-1] + timedelta(days=1)).replace(day=28) + timedelta(days=4)
        ends.append(following - timedelta(days=following.day))
    return ends


def prices(*given: tuple[Kind, str, date, str]) -> PriceSet:
    made = [Price(kind, Decimal(p), day, Decimal(i), "ledger") for kind, p, day, i in given]
    return PriceSet("ours", "Ours", in_order(made), {})


FROM_2024 = date(2024, 4, 1)
SEVENTY = prices((Kind.SECURE, "70", FROM_2024, "0.10"))
YEARS = month_ends(date(2024, 3, 31), 36)


def nights(ends: list[date], *, size: int = 1) -> np.ndarray:
    """One child in a secure home every night."""
    days = np.zeros((size, len(ends) - 1, len(KINDS)), dtype=np.int32)
    days[:, :, SECURE] = [(b - a).days for a, b in pairwise(ends)]
    return days


def test_one_child_costs_a_seventh_of_the_weekly_price_a_night():
    cost = cost_by_year(nights(YEARS), month_ends=YEARS, prices=SEVENTY, generator=None)
    assert cost[0, 0, SECURE] == pytest.approx(365 * 10)
    assert cost.sum(axis=2)[0, 0] == pytest.approx(3650)


def test_prices_rise_every_april():
    cost = cost_by_year(nights(YEARS), month_ends=YEARS, prices=SEVENTY, generator=None)[0, :, SECURE]
    assert cost == pytest.approx([365 * 10, 365 * 11, 365 * 12.1])


def test_a_later_price_takes_over_on_its_day():
    later = prices((Kind.SECURE, "70", FROM_2024, "0.10"), (Kind.SECURE, "140", date(2025, 4, 1), "0.50"))
    cost = cost_by_year(nights(YEARS), month_ends=YEARS, prices=later, generator=None)[0, :, SECURE]
    assert cost == pytest.approx([365 * 10, 365 * 20, 365 * 30])


def test_before_its_first_day_a_price_is_taken_back_down():
    ends = month_ends(date(2023, 3, 31), 12)
    cost = cost_by_year(nights(ends), month_ends=ends, prices=SEVENTY, generator=None)
    assert cost[0, 0, SECURE] == pytest.approx(366 * 10 / 1.1)


def test_kinds_without_a_price_cost_nothing():
    days = nights(YEARS)
    days[:, :, OTHER] = 30
    cost = cost_by_year(days, month_ends=YEARS, prices=SEVENTY, generator=None)
    assert cost[0, :, OTHER].tolist() == [0.0, 0.0, 0.0]


def test_a_start_within_the_year_costs_the_months_left():
    ends = month_ends(date(2024, 12, 31), 6)
    assert [str(year) for year in financial_years(ends)] == ["2024-25", "2025-26"]
    cost = cost_by_year(nights(ends), month_ends=ends, prices=SEVENTY, generator=None)[0, :, SECURE]
    assert cost == pytest.approx([90 * 10, 91 * 11])


def uncertain(size: int = 4000, given: PriceSet = SEVENTY) -> np.ndarray:
    generator = np.random.default_rng(1)
    return cost_by_year(nights(YEARS, size=size), month_ends=YEARS, prices=given, generator=generator)[
        :, :, SECURE
    ]


def test_prices_already_given_are_certain_and_later_ones_ever_less():
    spread = np.log(uncertain()).std(axis=0)
    assert spread[0] == pytest.approx(0.0, abs=1e-12)
    assert spread[1] == pytest.approx(0.0212, rel=0.05)
    assert spread[2] == pytest.approx(0.0300, rel=0.05)


def test_uncertain_prices_have_the_expected_middle():
    middle = np.median(uncertain(), axis=0)
    assert middle == pytest.approx([3650, 4015, 4416.5], rel=0.005)


def test_a_price_given_for_a_later_year_makes_it_certain_again():
    later = prices((Kind.SECURE, "70", FROM_2024, "0.10"), (Kind.SECURE, "140", date(2026, 4, 1), "0.10"))
    spread = np.log(uncertain(given=later)).std(axis=0)
    assert spread[1] > 0.01
    assert spread[2] == pytest.approx(0.0, abs=1e-12)


def test_kinds_share_half_of_the_surprise():
    given = prices((Kind.SECURE, "70", FROM_2024, "0.03"), (Kind.OTHER, "70", FROM_2024, "0.03"))
    days = nights(YEARS, size=4000)
    days[:, :, OTHER] = days[:, :, SECURE]
    cost = cost_by_year(days, month_ends=YEARS, prices=given, generator=np.random.default_rng(1))
    together = np.corrcoef(np.log(cost[:, 2, SECURE]), np.log(cost[:, 2, OTHER]))[0, 1]
    assert together == pytest.approx(0.5, abs=0.05)


def test_a_price_on_a_day_is_to_the_penny():
    assert price_on(SEVENTY, Kind.SECURE, date(2026, 6, 1)) == Decimal("84.70")
    assert price_on(SEVENTY, Kind.SECURE, date(2024, 4, 1)) == Decimal("70.00")
    assert price_on(SEVENTY, Kind.OTHER, date(2024, 4, 1)) is None
    england = built_in("england_2024_25")
    assert price_on(england, Kind.AGENCY_FOSTERING, date(2025, 4, 1)) == Decimal("1112.40")
