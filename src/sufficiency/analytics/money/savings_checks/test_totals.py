from dataclasses import replace
from decimal import Decimal

from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.savings_checks.conftest import claim, plan, row
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear


def test_short_of_target(found):
    short = plan(claim("A", 2026, 900, 1), claim("A", 2027, 1000, 1), targets={2026: 1000, 2027: 1000})
    first, everything = found("short_of_target", short)
    assert first == (
        "2025/26",
        "Claims add up to £900 against a target of £1,000: £100 short (90.0% covered).",
    )
    assert everything[0] == "all years"
    assert "£100 short" in everything[1]
    assert not found("short_of_target", plan(claim("A", 2026, 995), targets={2026: 1000}))
    assert not found("short_of_target", plan(claim("A", 2026, 1500), targets={2026: 1000}))
    assert not found("short_of_target", plan(claim("A", 2026, 10)))


def test_year_not_printed(found):
    guessed = plan(
        claim("A", 2026, 900), claim("B", 2026, 100, year_is_printed=False), targets={2026: 1000, 2027: 50}
    )
    ((where, message),) = found("year_not_printed", guessed)
    assert where == "B"
    assert "It is counted in 2025/26." in message
    assert "in 2025/26 the variance would be +£0 (without it −£100)" in message
    assert "in 2026/27 the variance would be +£50 (without it −£50)" in message
    nowhere = plan(claim("B", None, 100, year_is_printed=False), targets={2026: 1000})
    assert "It is counted in no year." in found("year_not_printed", nowhere)[0][1]
    assert not found("year_not_printed", plan(claim("A", 2026, 900)))


def test_mix_does_not_add_up(found):
    rows = [row(Kind.SECURE, {2026: -1, 2027: -2}, -4), row(Kind.AGENCY_FOSTERING, {2026: 1, 2027: 1}, 2)]
    (wrong_row, wrong_column) = found("mix_does_not_add_up", plan(mix=rows, net={2026: 0, 2027: -2}))
    assert wrong_row[1] == "The row adds up to -3, printed is -4."
    assert wrong_column == ("change of mix, 2026/27", "The column adds up to -1, printed is -2.")
    assert not found("mix_does_not_add_up", plan(mix=rows[1:], net={2026: 1}))


def test_investment_does_not_add_up(found):
    invested = {CollectionYear(2026): Decimal(900), CollectionYear(2027): Decimal(100)}
    short = replace(plan(), investment=invested, investment_printed=Decimal(1100))
    assert found("investment_does_not_add_up", short) == [
        ("investment", "The years add up to £1,000, printed is £1,100.")
    ]
    assert not found("investment_does_not_add_up", replace(short, investment_printed=Decimal(1000)))
    assert not found("investment_does_not_add_up", replace(short, investment_printed=None))


def test_children_differ_from_mix(found):
    rows = [row(Kind.AGENCY_FOSTERING, {2026: -9, 2027: -5})]
    claims = [claim("A", 2026, 1, 4), claim("B", 2026, 1, 4), claim("A", 2027, 1, 5)]
    ((where, message),) = found("children_differ_from_mix", plan(*claims, mix=rows))
    assert where == "2025/26"
    assert "4 + 4 = 8 fewer children, the change of mix of 9" in message
    assert not found("children_differ_from_mix", plan(claim("A", 2026, 1, 3, method=Method.NET), mix=rows))


def test_mix_without_unit_cost(found):
    rows = [row(Kind.SECURE, {2026: -1}), row(Kind.AGENCY_FOSTERING, {2026: 1})]
    ((where, _),) = found("mix_without_unit_cost", plan(mix=rows))
    assert where == "change of mix, Secure children’s home"
    assert not found("mix_without_unit_cost", plan(mix=rows[1:]))
