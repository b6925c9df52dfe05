"""`sufficiency forecast --scenario`: the contract's keys, what is said, what is refused."""

import json

import pytest

SCENARIO = """
name: Closer to home
levers:
- {lever: entrants, amount: -20, from: year 1}
- {lever: price, amount: 5, kinds: all, from: year 1}
places:
- {kind: in_house_fostering, places: 3}
savings_targets: {year 1: 1000}
"""


@pytest.mark.slow
def test_a_scenario_is_compared_with_doing_nothing(run, authority, tmp_path):
    (tmp_path / "plan.yaml").write_text(SCENARIO)
    arguments = (
        "forecast",
        authority,
        "--years",
        1,
        "--replications",
        20,
        "--scenario",
        tmp_path / "plan.yaml",
    )
    told = json.loads(run(*arguments, "--format", "json").out)
    assert {"series", "entrants", "leavers", "cost", "scenario"} <= set(told)
    scenario = told["scenario"]
    assert [one["lever"] for one in scenario["levers"]] == ["entrants", "price"]
    assert scenario["levers"][0]["sentence"] == "20% fewer children come into care, from the start of year 1."
    assert scenario["difference"]["series"][12]["mean"] < 0
    parts = scenario["split"]["total"]
    assert round(100 * sum(parts[name] for name in ("volume", "mix", "price"))) == round(100 * parts["total"])
    assert {row["kind"] for row in scenario["capacity"]} >= {"in_house_fostering"}
    assert set(scenario["places_needed"][0]["places"]) == {"0.01", "0.02", "0.05", "0.1", "0.2"}
    said = run(*arguments, "--unmet-below", 2).out
    for words in (
        "Scenario: Closer to home",
        "If it works: ",
        "Why the cost differs",
        "weeks unmet",
        "Places needed so that no more than 2 in 100 of the weeks in a year go unmet",
        "In-house fostering: ",
        "savings target",
    ):
        assert words in " ".join(said.lower().split()) or words in said


def test_a_mistake_in_a_scenario_says_where_and_what_next(run, authority, tmp_path):
    (tmp_path / "plan.yaml").write_text(
        "levers:\n- {lever: step_down, amount: 6, until: 2026-04-01, from: 2027-04-01}"
    )
    ran = run("forecast", authority, "--scenario", tmp_path / "plan.yaml")
    assert ran.code == 2
    assert "plan.yaml, lever 1 (step_down), until" in ran.err
    assert "Give “until” a later date than “from”." in ran.err
