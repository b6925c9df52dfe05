from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.savings_checks.conftest import claim, plan, row
from sufficiency.analytics.reference.kinds import Kind

FOSTER = {"method": Method.REPLACED, "instead_of": Kind.AGENCY_FOSTERING, "used": Kind.IN_HOUSE_FOSTERING}
BEDS = {"instead_of": Kind.EXTERNAL_RESIDENTIAL, "used": Kind.IN_HOUSE_RESIDENTIAL}
GROSS = {**BEDS, "method": Method.NOT_BOUGHT}
NET = {**BEDS, "method": Method.NET}
MORE_BEDS = [row(Kind.IN_HOUSE_RESIDENTIAL, {2026: 3})]


def test_in_house_cost_left_out(found):
    ((where, message),) = found(
        "in_house_cost_left_out", plan(claim("A", 2026, 900_000, 3, **GROSS), mix=MORE_BEDS)
    )
    assert where == "A, 2025/26"
    assert "3 × (£6,000 − £4,000) × 52 = £312,000" in message
    assert not found("in_house_cost_left_out", plan(claim("A", 2026, 312_000, 3, **GROSS), mix=MORE_BEDS))
    assert not found("in_house_cost_left_out", plan(claim("A", 2026, 900_000, 3, **GROSS)))
    assert not found("in_house_cost_left_out", plan(claim("A", 2027, 900_000, 3, **GROSS), mix=MORE_BEDS))
    assert not found("in_house_cost_left_out", plan(claim("A", 2026, 900_000, 3, **NET), mix=MORE_BEDS))
    assert not found("in_house_cost_left_out", plan(claim("A", 2026, 9, 3, **GROSS), mix=MORE_BEDS, costs={}))


def test_above_price_difference(found):
    ((where, message),) = found("above_price_difference", plan(claim("A", 2026, 104_000, 2, **FOSTER)))
    assert where == "A, 2025/26"
    assert message.startswith(
        "2 × (£1,000 − £500) × 52 = £52,000; claimed is £104,000, 2.00 times that: £52,000"
    )
    fine = [
        claim("A", 2026, 52_000, 2, **FOSTER),
        claim("B", 2026, 104_000, 2),
        claim("C", 2026, 312_000, 3, **GROSS),
        claim("D", 2026, 900_000, 3, **NET),
        claim("E", 2026, 900_000, **FOSTER),
    ]
    assert not found("above_price_difference", plan(*fine))
    told_already = plan(claim("A", 2026, 900_000, 3, **GROSS), mix=MORE_BEDS)
    assert not found("above_price_difference", told_already)


def test_above_price_difference_where_our_own_is_the_dearer(found):
    costs = {Kind.AGENCY_FOSTERING: 500, Kind.IN_HOUSE_FOSTERING: 600}
    ((_, message),) = found("above_price_difference", plan(claim("A", 2026, 100, 1, **FOSTER), costs=costs))
    assert "= −£5,200; claimed is £100: £5,300 more" in message


def test_running_cost_low(found):
    ((where, message),) = found("running_cost_low", plan(claim("A", 2026, 780_000, 3, **NET)))
    assert where == "A, 2025/26"
    assert (
        "leaves £156,000 a year for running costs: £1,000 a week for one, where places of our own cost £4,000"
        in message
    )
    assert not found(
        "running_cost_low", plan(claim("A", 2026, 300_000, 3, **NET), claim("B", 2026, 9, 1, **GROSS))
    )
