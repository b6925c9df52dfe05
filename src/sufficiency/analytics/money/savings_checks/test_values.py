from decimal import Decimal

import pytest

from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.savings_checks.conftest import claim, plan
from sufficiency.analytics.money.savings_checks.values import nearest_split, own_values

# A plan that values a child at £30,000 a year (twice) and at £90,000 (twice).
USUAL = (
    claim("A", 2026, 120_000, 4),
    claim("A", 2027, 60_000, 2),
    claim("B", 2026, 270_000, 3),
    claim("B", 2027, 90_000, 1),
)


def test_a_plans_own_values_are_those_it_uses_more_than_once():
    told = plan(
        *USUAL,
        claim("C", 2026, 75_000, 1),
        claim("D", 2026, 75_000, 1, method=Method.CHEAPER),
        claim("E", 2026, 5),
    )
    assert own_values(told) == (30_000, 90_000)


def test_the_nearest_split_of_an_amount():
    split = nearest_split(Decimal(240_000), 4, (Decimal(30_000), Decimal(90_000)))
    assert split.counts == (2, 2)
    assert str(split) == "2 × £30,000 + 2 × £90,000"


@pytest.mark.slow
def test_a_very_large_count_is_held_against_the_most_used_value_only():
    split = nearest_split(Decimal(30_000_000), 1000, (Decimal(30_000), Decimal(90_000), Decimal(1)))
    assert split.amount == 30_000_000


def test_swapped_counts(found):
    swapped = plan(*USUAL, claim("A", 2028, 300_000, 3), claim("B", 2028, 90_000, 10))
    ((where, message),) = found("swapped_counts", swapped)
    assert where == "A and B, 2027/28"
    assert "10 × £30,000 = £300,000 for 10 and 3 × £30,000 = £90,000 for 3" in message
    assert "Nothing was changed." in message
    right = plan(*USUAL, claim("A", 2028, 300_000, 10), claim("B", 2028, 90_000, 3))
    assert not found("swapped_counts", right)
    two_years = plan(*USUAL, claim("A", 2027, 300_000, 3), claim("B", 2028, 90_000, 10))
    assert not found("swapped_counts", two_years)
    both_odd = plan(*USUAL, claim("A", 2028, 310_000, 3), claim("B", 2028, 17_000, 10))
    assert not found("swapped_counts", both_odd)


def test_swapped_counts_needs_values_to_go_by(found):
    assert not found("swapped_counts", plan(claim("A", 2028, 300_000, 3), claim("B", 2028, 90_000, 10)))


def test_odd_value(found):
    ((where, message),) = found("odd_value", plan(*USUAL, claim("C", 2028, 100_000, 2)))
    assert where == "C, 2027/28"
    assert "£50,000 a year or £961.54 a week for one" in message
    assert "1 × £30,000 + 1 × £90,000 = £120,000, £20,000 away" in message
    fine = [
        claim("C", 2028, 120_500, 2),
        claim("D", 2028, 100_000, 2, method=Method.NET),
        claim("E", 2028, 9),
    ]
    assert not found("odd_value", plan(*USUAL, *fine))


def test_balancing_figure(found):
    closing = plan(*USUAL, claim("C", 2026, 100_000, 2), targets={2026: 490_500})
    ((where, message),) = found("balancing_figure", closing)
    assert where == "C, 2025/26"
    assert "target £490,500 − all other claims £390,000 = £100,500" in message
    assert not found("balancing_figure", plan(*USUAL, claim("C", 2026, 100_000, 2), targets={2026: 600_000}))
    assert not found("balancing_figure", plan(*USUAL, claim("C", 2028, 100_000, 2), targets={2026: 390_000}))
    assert not found("balancing_figure", plan(*USUAL, targets={2026: 390_000}))


def test_dearer_than_any_placement(found):
    ((where, message),) = found("dearer_than_any_placement", plan(claim("A", 2026, 700_000, 2)))
    assert where == "A, 2025/26"
    assert "£6,730.77 a week for one; the dearest kind, external residential, costs £6,000" in message
    assert not found("dearer_than_any_placement", plan(claim("A", 2026, 600_000, 2), claim("B", 2026, 10**7)))
    assert not found("dearer_than_any_placement", plan(claim("A", 2026, 700_000, 2), costs={}))
