from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.homes.contracts import KINDS, Block, ContractKind, VoidRule, account, cost_of_voids


def block(**terms):
    given_terms = {
        "places": 6,
        "weekly_price": Decimal(3000),
        "discount": Decimal("0.15"),
        "starts": date(2026, 4, 1),
        "last_day": date(2027, 3, 31),
        **terms,
    }
    return Block(**given_terms)


def test_the_strategy_s_block_of_six_saves_140_400_a_year():
    # Action plan, workstream 15: "15% reduction in cost" for six placements at about £3,000 a week.
    assert block().discount_a_year == Decimal("140400.00")
    # At the unit cost that the same strategy prints for external residential, £3,290.
    assert block(weekly_price=Decimal(3290)).discount_a_year == Decimal("153972.00")


def test_a_parent_and_child_contract_of_500_000_saves_75_000():
    spend = Decimal(500_000) / 6 / 52
    assert round(block(weekly_price=spend).discount_a_year) == 75_000


def test_a_place_costs_the_spot_price_less_the_discount():
    assert block().agreed_price == Decimal("2550.00")
    assert block().cost_a_year == Decimal("795600.00")
    assert block().cost_a_year + block().discount_a_year == 6 * 3000 * 52


@pytest.mark.parametrize(
    ("rule", "part", "cost"),
    [
        (VoidRule.IN_FULL, "1", "3642.86"),  # 10 days × £2,550 / 7
        (VoidRule.IN_PART, "0.5", "1821.43"),
        (VoidRule.NOTHING, "1", "0.00"),
    ],
)
def test_empty_days_cost_what_the_rule_says(rule, part, cost):
    assert cost_of_voids(block(void_rule=rule, part=Decimal(part)), 10) == Decimal(cost)


def test_a_full_year_of_one_empty_place_of_six_eats_the_discount():
    # 2,190 place-days, of which 365 stand empty: 83.3% used, and the block pays from 85% on.
    found = account(block(), used=1825, empty=365)
    assert (found.paid_for_empty, found.saved) == (Decimal("132964.29"), Decimal("-15642.86"))
    assert block().pays_from == Decimal("0.8500")
    assert account(block(), used=2190, empty=0).saved == Decimal(
        "140785.72"
    )  # 365 days are 52 weeks and a day


def test_a_block_that_pays_nothing_for_voids_always_pays():
    assert block(void_rule=VoidRule.NOTHING).pays_from == 0
    assert block(discount=Decimal(0), void_rule=VoidRule.NOTHING).pays_from == 0


def test_notice_is_counted_back_from_the_last_day():
    assert block(notice_weeks=13).last_day_for_notice() == date(2026, 12, 30)
    assert block().days == 365


def test_every_kind_is_declared_and_those_for_some_months_end_on_a_day():
    assert set(KINDS) == set(ContractKind)
    ending = {kind for kind in ContractKind if kind.terms.needs_end}
    assert ending == {
        ContractKind.BLOCK,
        ContractKind.PARENT_AND_CHILD,
        ContractKind.SHARED_CARE,
        ContractKind.SHORT_BREAKS,
    }
    assert all(
        kind.label and kind.terms.about and not kind.terms.about.endswith(".") for kind in ContractKind
    )
    assert all(rule.label for rule in VoidRule)


@given(
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.decimals(0, 1, places=2),
    st.sampled_from(VoidRule),
    st.decimals(0, 1, places=2),
)
@settings(max_examples=60)
def test_it_saves_where_enough_is_used_and_never_else(used, empty, discount, rule, part):
    terms = block(discount=discount, void_rule=rule, part=part)
    found = account(terms, used=used, empty=empty)
    assert found.paid == found.paid_for_used + found.paid_for_empty >= 0
    share = Decimal(used) / (used + empty) if used + empty else terms.pays_from
    if abs(share - terms.pays_from) > Decimal("0.001"):
        assert (found.saved >= 0) == (share > terms.pays_from)
