"""The JSON that callers rely on."""

import json

import pytest

from sufficiency.analytics.forecast.contract import as_json
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.reference.kinds import Kind

pytestmark = pytest.mark.slow
QUANTILES = ["0.025", "0.1", "0.25", "0.5", "0.75", "0.9", "0.975"]


@pytest.fixture(scope="module")
def told(history_of_four_years) -> dict:
    found = project(history_of_four_years, years=2, replications=20, seed=9, workers=2)
    return json.loads(json.dumps(as_json(found, years=2)))


def test_the_heading_repeats_what_was_asked(told):
    assert {key: told[key] for key in ("from", "years", "replications", "seed")} == {
        "from": "2024-03-31",
        "years": 2,
        "replications": 20,
        "seed": 9,
    }


def test_the_series_has_every_month_end_of_all_and_of_each_kind(told):
    assert len(told["series"]) == 25 * (1 + len(Kind))
    assert {row["kind"] for row in told["series"]} == {"all", *Kind}
    dates = [row["date"] for row in told["series"] if row["kind"] == "all"]
    assert dates[0] == "2024-03-31"
    assert {"2025-03-31", "2026-03-31"} <= set(dates)
    assert dates == sorted(dates)


def test_every_row_has_the_mean_and_seven_quantiles_in_order(told):
    rows = [row for key in ("series", "entrants", "leavers", "cost", "by_age") for row in told[key]]
    for row in rows:
        assert list(row["quantiles"]) == QUANTILES
        values = list(row["quantiles"].values())
        assert values == sorted(values)
        assert values[0] <= row["mean"] <= values[-1]


def test_flows_and_cost_come_by_financial_year(told):
    for key in ("entrants", "leavers", "cost"):
        assert [row["year"] for row in told[key]] == ["2024-25", "2025-26"]
    assert told["cost"][0]["mean"] > 100_000


def test_means_are_conserved(told):
    stock = {row["date"]: row["mean"] for row in told["series"] if row["kind"] == "all"}
    change = told["entrants"][0]["mean"] - told["leavers"][0]["mean"]
    assert stock["2025-03-31"] - stock["2024-03-31"] == pytest.approx(change, abs=0.01)


def test_causes_add_up_to_leavers(told):
    first = [row["mean"] for row in told["leavers_by_cause"] if row["year"] == "2024-25"]
    assert len(first) == 5
    assert sum(first) == pytest.approx(told["leavers"][0]["mean"], abs=0.01)


def test_prices_and_notes_say_what_the_cost_rests_on(told):
    assert len(told["prices"]) == len(Kind)
    assert set(told["prices"][0]) == {
        "kind",
        "weekly_price",
        "from",
        "inflation_per_year",
        "source",
        "certainty",
    }
    assert any("assumptions" in note["message"] and note["count"] == 11 for note in told["notes"])
