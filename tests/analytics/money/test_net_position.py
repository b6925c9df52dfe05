"""What a strategy adds to spending, and its prices beside those of others."""

from dataclasses import replace
from decimal import Decimal

from sufficiency.analytics.money.net_position import costs_against, net_position
from sufficiency.analytics.money.savings_checks.conftest import COSTS, plan
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear


def test_what_is_put_in_less_what_is_saved_adds_up_over_the_years():
    told = replace(
        plan(targets={2026: 100, 2027: 300}),
        investment={CollectionYear(2026): Decimal(250), CollectionYear(2028): Decimal(5)},
    )
    assert [(one.net, one.so_far) for one in net_position(told)] == [(150, 150), (-300, -150), (5, -145)]
    assert net_position(plan(targets={2026: 100})) == ()


def test_a_price_is_held_against_the_average_only_where_there_is_one():
    told = replace(
        plan(costs=COSTS), average_costs={Kind.AGENCY_FOSTERING: Decimal(800), Kind.SECURE: Decimal(9)}
    )
    (one,) = costs_against(told)
    assert (one.kind, one.more, one.percent) == (Kind.AGENCY_FOSTERING, 200, 25)
    (nought,) = costs_against(replace(told, average_costs={Kind.AGENCY_FOSTERING: Decimal(0)}))
    assert nought.percent is None
