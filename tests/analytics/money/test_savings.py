"""Claims against targets and the mix at unit cost, and the registry of the checks."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.analytics.money import savings_checks
from sufficiency.analytics.money.claims import Method, named_together
from sufficiency.analytics.money.savings import as_json, reconcile
from sufficiency.analytics.money.savings_checks.catalogue import checks
from sufficiency.analytics.money.savings_checks.conftest import claim, plan, row
from sufficiency.analytics.money.savings_checks.declaring import savings_check
from sufficiency.analytics.reference.kinds import Kind


def test_claims_are_added_up_and_held_against_the_target():
    told = plan(
        claim("A B", 2026, 700),
        claim("C", 2026, 400),
        claim("C", 2027, 100),
        targets={2026: 1000, 2027: 200, 2028: 50},
    )
    found = as_json(reconcile(told))
    assert [(y["year"], y["attributed"], y["variance"]) for y in found["years"]] == [
        ("2025/26", 1100, 100),
        ("2026/27", 100, -100),
        ("2027/28", 0, -50),
    ]
    assert found["years"][0]["coverage"] == 1.1
    assert found["total"] == {
        "target": 1250, "attributed": 1200, "variance": -50, "coverage": 0.96, "priced_mix": None,
    }  # fmt: skip


def test_the_change_of_mix_is_priced_at_unit_cost():
    rows = [row(Kind.AGENCY_FOSTERING, {2026: -3}), row(Kind.IN_HOUSE_FOSTERING, {2026: 2})]
    years = reconcile(plan(mix=rows)).years
    assert years[0].priced_mix == 3 * 1000 * 52 - 2 * 500 * 52
    assert years[1].priced_mix == 0


def test_a_year_without_target_and_a_mix_without_cost_are_not_reconciled():
    found = reconcile(plan(claim("A", 2026, 10), mix=[row(Kind.SECURE, {2026: -1})], targets={2027: 5}))
    assert (found.years[0].variance, found.years[0].coverage, found.years[0].priced_mix) == (None, None, None)
    assert found.total.target is None


def test_pence_stay_pence():
    told = plan(claim("A", 2026, 10), targets={2026: Decimal("10.5")})
    assert as_json(reconcile(told))["years"][0]["variance"] == -0.5


def test_workstreams_are_named_shortly():
    assert named_together(("W07", "W08", "W09")) == "W07–W09"
    assert named_together(("W07", "W09", "W12")) == "W07, W09, W12"
    assert named_together(("care", "edge", "kin")) == "care, edge, kin"
    assert named_together(("W01", "W02")) == "W01, W02"


def test_every_check_says_what_it_looks_for_and_has_examples():
    folder = Path(savings_checks.__file__).parent
    examples = "".join(path.read_text() for path in folder.glob("test_*.py"))
    for check in checks():
        assert check.looks_for.endswith("."), check.code
        body = re.search(rf"^def test_{check.code}\(.*?(?=^def |\Z)", examples, re.M | re.S)
        assert body, check.code
        assert "assert not" in body[0], f"{check.code} has no example that passes"


def test_the_published_list_of_checks():
    assert {check.code for check in checks()} == {
        "short_of_target", "year_not_printed", "mix_does_not_add_up", "children_differ_from_mix",
        "mix_without_unit_cost", "no_phasing", "starts_before_due", "does_not_multiply", "counted_twice",
        "pool_counted_twice", "claimed_alike", "mix_without_claim", "swapped_counts", "odd_value",
        "balancing_figure", "dearer_than_any_placement", "in_house_cost_left_out", "above_price_difference",
        "running_cost_low", "investment_does_not_add_up",
    }  # fmt: skip


def test_a_check_is_declared_once():
    with pytest.raises(ValueError, match="two checks short_of_target"):
        savings_check("short_of_target")(lambda _: iter(()))


def test_every_method_is_in_words():
    assert all(method.label for method in Method)
