"""Sums that the county strategy of 2011 prints or leads to, worked out again from what it says."""

from decimal import Decimal

import pytest
import yaml

from sufficiency.analytics.governance.corporate_parents import growth_percent
from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.net_position import costs_against, net_position
from sufficiency.analytics.money.savings import reconcile
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.strategy.examples import county_strategy, county_text

SAID = yaml.safe_load(county_text())
BY_KIND = {
    Kind.EXTERNAL_RESIDENTIAL: ([-4, -12, -15, -15], -46),
    Kind.IN_HOUSE_RESIDENTIAL: ([4, 10, 6, 0], 20),
    Kind.AGENCY_FOSTERING: ([-24, -18, -41, -15], -98),
    Kind.IN_HOUSE_FOSTERING: ([6, 10, 20, 20], 56),
}


@pytest.fixture(scope="module")
def plan():
    return county_strategy().savings


@pytest.fixture(scope="module")
def said(plan):
    return [(one.code, one.where, one.message) for one in reconcile(plan).warnings]


def counts(plan, *workstreams: str, method: Method | None = None) -> list[int]:
    """What the claims of some workstreams are for, year by year as written."""
    return [
        claim.count or 0
        for claim in plan.claims
        if claim.workstreams[0] in workstreams and method in (None, claim.method)
    ]


def test_investment_adds_up_to_what_is_printed(plan, said):  # A1
    assert sum(plan.investment.values()) == plan.investment_printed == 12_898_000
    assert not [one for one in said if one[0] == "investment_does_not_add_up"]


def test_rows_and_columns_of_the_mix_are_those_printed(plan):  # A2, A3
    assert {row.kind: (list(row.changes.values()), row.total) for row in plan.mix} == BY_KIND
    assert all(row.total == row.printed_total for row in plan.mix)
    net = [sum(row.changes[year] for row in plan.mix) for year in plan.years]
    assert net == list(plan.mix_net_printed.values()) == [-18, -10, -30, -10]
    assert sum(net) == -68


def test_fewer_children_of_three_pools_are_the_net_of_the_mix(plan):  # A4
    fewer = [
        sum(claim.count or 0 for claim in plan.claims_in(year) if claim.method is Method.AVOIDED)
        for year in plan.years
    ]
    assert fewer == [18, 10, 30, 10] == [-net for net in plan.mix_net_printed.values()]


def test_beds_of_our_own_are_those_of_the_plan(plan):  # A5
    (beds, *_), (respite,), (harbour,), (highfields,) = (
        counts(plan, w) for w in ("W15", "W12", "W17", "W18")
    )
    assert [beds, respite + harbour, highfields, 0] == BY_KIND[Kind.IN_HOUSE_RESIDENTIAL][0]


def test_new_foster_placements_reach_the_aim_only_with_the_last_year_of_the_mix(plan, said):  # A6
    aim = SAID["sections"][3]["foster_capacity_target"]["at_least"]
    claimed, table = sum(counts(plan, "W14")), BY_KIND[Kind.IN_HOUSE_FOSTERING][1]
    assert (claimed, table, aim) == (36, 56, 55)
    assert claimed < aim <= table
    assert ("mix_without_claim", "W14, 2014/15") in {one[:2] for one in said}


def test_children_now_before_and_at_the_end_fit_together(plan):  # A7, A8
    now, growth = SAID["context"]["lac_number"]["about"], SAID["context"]["growth_since_2007"]
    before = now - growth["children_more_than"]
    assert (before, growth_percent(before, now)) == (400, growth["percent_over"])
    assert now + sum(plan.mix_net_printed.values()) == 432


def test_disabled_children_are_five_and_a_half_times_their_share(plan):  # A9
    told = SAID["context"]["disability"]
    assert SAID["context"]["lac_number"]["about"] * told["share_of_care_population_pct"] / 100 == 55
    assert told["share_of_care_population_pct"] / told["share_of_child_population_pct"] == 5.5


def test_spending_rises_by_the_end_of_the_period(plan):  # “planned increase in total spending”
    assert [one.net for one in net_position(plan)] == [4_485_000, 261_000, -239_000, 0]
    assert [one.so_far for one in net_position(plan)] == [4_485_000, 4_746_000, 4_507_000, 4_507_000]


def test_ten_of_one_pool_cost_twice_ten_of_another(plan):  # section 5, 2
    claimed = {(claim.whose, claim.count): claim.amount for claim in plan.claims}
    assert round(claimed["W01–W03", 10] / claimed["W14", 10], 3) == Decimal("1.998")


def test_the_last_year_is_short_even_with_fostering_at_its_price(plan, said):  # section 5, 5
    (message,) = [text for code, _, text in said if code == "mix_without_claim"]
    assert (
        "20 × £40,560 = £811,200, and the year comes to £1,792,700 against a target of £2,261,000" in message
    )
    found = reconcile(plan)
    assert found.years[-1].target - (found.years[-1].attributed + 811_200) == 468_300
    with_it = found.total.attributed + 811_200
    assert (with_it, with_it - found.total.target) == (8_605_200, 214_200)


def test_fostering_claims_exceed_the_price_difference_over_three_years(plan):  # section 5, 6
    apart = (plan.unit_costs[Kind.AGENCY_FOSTERING] - plan.unit_costs[Kind.IN_HOUSE_FOSTERING]) * 52
    claims = [claim for claim in plan.claims if claim.workstreams == ("W14",)]
    assert apart == 19_656
    assert [(claim.count or 0) * apart for claim in claims] == [117_936, 196_560, 393_120]
    assert sum(claim.amount - (claim.count or 0) * apart for claim in claims) == 748_384


def test_our_prices_beside_the_average_are_shown_and_not_assumed_alike(plan):  # section 5, 9
    found = {one.kind: (one.more, round(one.percent, 1)) for one in costs_against(plan)}
    assert found == {
        Kind.IN_HOUSE_RESIDENTIAL: (-333, Decimal("-12.8")),
        Kind.EXTERNAL_RESIDENTIAL: (516, Decimal("18.6")),
        Kind.IN_HOUSE_FOSTERING: (28, Decimal("6.5")),
        Kind.AGENCY_FOSTERING: (-39, Decimal("-4.4")),
    }
