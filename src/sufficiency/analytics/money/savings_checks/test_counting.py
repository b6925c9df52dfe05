from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.savings_checks.conftest import claim, plan, row
from sufficiency.analytics.reference.kinds import Kind

FOSTER = {"method": Method.REPLACED, "instead_of": Kind.AGENCY_FOSTERING, "used": Kind.IN_HOUSE_FOSTERING}


def test_counted_twice(found):
    part = claim("A", 2026, 40, 5, method=Method.CHEAPER)
    whole = claim("A", 2027, 100, 5, method=Method.CHEAPER)
    ((where, message),) = found("counted_twice", plan(part, whole, targets={2027: 90}))
    assert where == "A, 2026/27"
    assert "£100 − £40 = £60, and 2026/27 comes to £60, £30 below target." in message
    (no_target,) = found("counted_twice", plan(whole, part))
    assert no_target[1].endswith("= £60.")
    others = [
        claim("A", 2027, 100, 6, method=Method.CHEAPER),
        claim("B", 2027, 100, 5, method=Method.CHEAPER),
        claim("A", 2027, 100, 5),
    ]
    assert not any(found("counted_twice", plan(part, other)) for other in others)


def test_pool_counted_twice(found):
    ((where, message),) = found(
        "pool_counted_twice", plan(claim("A B", 2026, 100, 2), claim("B", 2026, 40, 1))
    )
    assert where == "B, 2025/26"
    assert message.startswith("B takes part in two claims of the year: £100 (A, B) and £40 (B).")
    assert found("pool_counted_twice", plan(claim("A B", 2026, 100, 2), claim("B C", 2026, 100, 2)))
    fine = [
        claim("A B", 2026, 100, 2),
        claim("B", 2027, 40, 1),
        claim("C", 2026, 100, 2),
        claim("C", 2026, 9),
    ]
    assert not found("pool_counted_twice", plan(*fine))


def test_claimed_alike(found):
    one = claim("A", 2026, 100, 2, basis="Two fewer beds")
    ((where, message),) = found("claimed_alike", plan(one, claim("B", 2026, 100, 2, basis="two fewer beds")))
    assert where == "B, 2025/26"
    assert "£200 − £100 = £100 is left" in message
    others = [
        claim("B", 2027, 100, 2, basis="Two fewer beds"),
        claim("B", 2026, 100, 2, basis="Two adoptions"),
        claim("B", 2026, 110, 2, basis="Two fewer beds"),
        claim("A B", 2026, 100, 2, basis="Two fewer beds"),
    ]
    assert not any(found("claimed_alike", plan(one, other)) for other in others)


def test_mix_without_claim(found):
    rows = [row(Kind.IN_HOUSE_FOSTERING, {2026: 4, 2027: 6, 2028: 0})]
    foster = claim("A", 2026, 100_000, 4, **FOSTER)
    ((where, message),) = found("mix_without_claim", plan(foster, mix=rows, targets={2027: 400_000}))
    assert where == "A, 2026/27"
    assert "6 × £25,000 = £150,000, and the year comes to £150,000 against a target of £400,000." in message
    assert "comes to £150,000." in found("mix_without_claim", plan(foster, mix=rows))[0][1]
    assert not found("mix_without_claim", plan(foster, claim("A", 2027, 150_000, 6, **FOSTER), mix=rows))
    assert not found("mix_without_claim", plan(claim("A", 2026, 100_000, 4), mix=rows))
