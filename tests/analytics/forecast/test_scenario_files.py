"""Scenario files: what is read, what is refused and how it is told, and that what is written reads the same."""

import re
import textwrap
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.analytics.forecast.causes import Cause
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import When
from sufficiency.analytics.forecast.levers.which_home import FOSTERING
from sufficiency.analytics.forecast.scenario import Scenario
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.forecast.scenario_files import (
    as_yaml,
    read_scenario,
    scenario_in,
    shipped,
    shipped_names,
)
from sufficiency.analytics.reference.kinds import Kind

WHOLE = """
name: Closer to home
about: What we mean to do.
levers:
- {lever: step_down, amount: 6 children a year, from: April 2027, over_months: 12, ages: 10-17, to: Agency fostering}
- {lever: home_sooner, amount: 10 %, cause: order, uasc: no, from: 2027-04-01, until: March 2029, why: Audits}
- {lever: block_beds, amount: 6, kinds: [external residential, residential school], discount: 15%, from: year 2}
- {lever: entrants, amount: −5, ages: [under 1, 1-4], from: 2027-10}
places:
- {kind: IFA, places: 300}
- {kind: in_house_fostering, places: 410, from: 01/04/2028}
overflow: {in_house_fostering: [agency_fostering, fostering]}
investment: {year 1: "6,115,000"}
savings_targets: {year 2: 2000000.50}
"""


def read(text: str) -> Scenario:
    return scenario_in(text.encode(), name="plan.yaml")


def test_everything_a_file_may_hold_is_read():
    found = read(WHOLE)
    step, home, block, fewer = found.levers
    assert (step.amount, step.starts, step.ages) == (6, When(date(2027, 4, 1)), ("10-15", "16-17"))
    assert step.kinds == levers()["step_down"].usual["kinds"]
    assert step.to == (Kind.AGENCY_FOSTERING,)
    assert (home.cause, home.uasc, home.until, home.why) == (
        Cause.ORDER,
        False,
        When(date(2029, 3, 31)),
        "Audits",
    )
    assert (block.kinds, block.discount, block.starts) == (
        (Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL), 15, When(year=2),
    )  # fmt: skip
    assert (fewer.amount, fewer.ages, fewer.starts) == (-5, ("under 1", "1-4"), When(date(2027, 10, 1)))
    assert [(one.kind, one.places) for one in found.places] == [
        (Kind.AGENCY_FOSTERING, 300), (Kind.IN_HOUSE_FOSTERING, 410),
    ]  # fmt: skip
    assert found.overflow[Kind.IN_HOUSE_FOSTERING][0] is Kind.AGENCY_FOSTERING
    assert found.plan.investment == {1: Decimal(6115000)}
    assert found.plan.savings_targets == {2: Decimal("2000000.5")}


def test_what_is_written_reads_the_same():
    for one in (read(WHOLE), *map(shipped, shipped_names())):
        assert scenario_in(as_yaml(one).encode(), name="again.yaml") == one


def test_a_file_says_each_lever_as_a_sentence_above_it():
    assert "# Step down 6 children a year from residential to agency fostering, ages 10–17" in as_yaml(
        read(WHOLE)
    )


def test_a_file_without_a_name_is_called_after_its_file():
    assert read("levers: []").name == "plan"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3", "plan.yaml: There is no scenario in it."),
        ("a: [1", "plan.yaml, line 1: It is not readable as YAML"),
        ("name: x\nlevrs: []", "plan.yaml: There is no “levrs” here. Did you mean levers?"),
        ("levers: 3", "plan.yaml, levers: It is no list."),
        ("levers: [{amount: 3}]", "plan.yaml, lever 1: It does not say which lever."),
        ("levers: [{lever: stepdown, amount: 3}]", "Did you mean step_down?"),
        ("levers: [{lever: step_down}]", "lever 1 (step_down): It has no amount. Add “amount:”, such as 6 children a year."),
        ("levers: [{lever: step_down, amount: many}]", "“many” is not a number. Write it like 6 children a year."),
        ("levers: [{lever: step_down, amount: 6%}]", "“%” is not what this is counted in."),
        ("levers: [{lever: step_down, amount: -6}]", "It is -6. Give a number from 0 to 500 children a year."),
        ("levers: [{lever: step_down, amount: true}]", "“True” is not a number."),
        ("levers: [{lever: price, amount: 5, cause: home}]", "There is no “cause” here."),
        ("levers: [{lever: price, amount: 5, from: soon}]", "“soon” is not a date. Write 2027-04-01, April 2027, or year 2"),
        ("levers: [{lever: price, amount: 5, from: year 30}]", "is beyond any forecast"),
        (
            "levers: [{lever: price, amount: 5, from: 2027-04-01, until: 2026-05-01}]",
            "lever 1 (price), until: It ends with 1 May 2026, before it begins with April 2027.",
        ),
        ("levers: [{lever: price, amount: 5, from: year 3, until: year 2}]", "before it begins with the start of year 3"),
        ("levers: [{lever: price, amount: 5, over_months: 1.5}]", "“1.5” is not a whole number."),
        ("levers: [{lever: entrants, amount: 5, ages: 3-7}]", "“3-7” are no ages that the forecast tells apart."),
        ("levers: [{lever: price, amount: 5, kinds: agency_fosterin}]", "Did you mean agency_fostering?"),
        ("levers: [{lever: home_sooner, amount: 5, cause: eighteen}]", "is no reason for leaving that a lever can change"),
        ("levers: [{lever: home_sooner, amount: 5, uasc: maybe}]", "is neither yes nor no"),
        ("levers: [{lever: price, amount: 5, why: [a]}]", "It is not a text of reasonable length."),
        (
            "levers: [{lever: step_down, amount: 5, kinds: residential, to: in_house_residential}]",
            "In-house residential is where children come from and where they go to.",
        ),
        ("places: [3]", "It does not say how many of which kind."),
        ("places: [{kind: fostering, places: 3}]", "It names several kinds."),
        ("overflow: [3]", "It is no list of kinds."),
        (
            "places: [{kind: secure, places: 3}, {kind: secure, places: 4}]",
            "plan.yaml, places 2: Secure children’s home has another number of places from the same day.",
        ),
        ("overflow: {IFA: [secure, secure]}", "plan.yaml, overflow, IFA: Secure children’s home is there twice."),
        ("overflow: {secure: [secure]}", "Secure children’s home is full and cannot take the children"),
        ("levers: []\nname: x\nlevers: []", "plan.yaml, line 3: It is not readable as YAML: “levers” is there twice"),
        ("levers: [{lever: price, amount: 5, amount: 6}]", "line 1: It is not readable as YAML: “amount” is there twice"),
        ("investment: 3", "plan.yaml, investment: It has no years."),
        ("investment: {2027-04-01: 3}", "is no year of the forecast"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(text, told):
    with pytest.raises(ScenarioError) as fault:
        read(text)
    assert told in str(fault.value)
    assert fault.value.what_next


def test_a_year_and_a_day_are_compared_only_once_the_forecast_starts():
    assert read("levers: [{lever: price, amount: 5, from: year 2, until: 2020-01-01}]").levers


def test_what_is_no_text_is_refused(tmp_path):
    with pytest.raises(ScenarioError, match="It is no scenario file"):
        scenario_in(b"\0", name="plan.yaml")
    with pytest.raises(ScenarioError, match="No such file"):
        read_scenario(tmp_path / "none.yaml")


def test_letters_that_cannot_be_read_are_told_with_their_line():
    with pytest.raises(ScenarioError, match=r"plan\.yaml, line 2: It is not written in UTF-8") as fault:
        scenario_in("name: x\nabout: £5 a week".encode("cp1252"), name="plan.yaml")
    assert "encoding UTF-8" in fault.value.what_next


def test_a_word_for_several_kinds_gives_each_of_them_the_order():
    found = read("overflow: {fostering: [fostering, residential], secure: []}").overflow
    assert found[Kind.AGENCY_FOSTERING][:2] == (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING)
    assert set(found) == {*FOSTERING, Kind.SECURE}
    assert all(kind not in order for kind, order in found.items())
    assert found[Kind.SECURE] == ()


def test_dates_that_yaml_reads_as_times_are_days():
    (one,) = read("levers: [{lever: price, amount: 5, from: 2027-04-01 10:00:00}]").levers
    assert one.starts == When(date(2027, 4, 1))


def test_the_scenario_in_the_how_to_can_be_read():
    page = Path(__file__).parents[3] / "docs" / "how-to" / "write-a-scenario.md"
    block = re.search(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    found = read(textwrap.dedent(block[1].rstrip(" ")))
    assert [one.lever for one in found.levers] == ["step_down", "in_house_growth", "block_beds", "shock"]
    assert len(found.places) == 2
