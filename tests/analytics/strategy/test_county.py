"""The county strategy of 2011: its own numbers, to the pound."""

from datetime import date

import pytest

from sufficiency.analytics.money.savings import as_json, reconcile
from sufficiency.analytics.strategy.examples import county_strategy
from sufficiency.analytics.strategy.remarks.catalogue import remarks
from sufficiency.analytics.strategy.remarks.parts import is_promise_overdue
from sufficiency.analytics.strategy.wordings import differs_materially


@pytest.fixture(scope="module")
def county():
    return county_strategy()


@pytest.fixture(scope="module")
def told(county):
    return as_json(reconcile(county.savings))


def warned(told, code):
    return [warning for warning in told["warnings"] if warning["code"] == code]


def test_its_parts_are_counted_as_printed(county):
    assert len(county.objectives) == 5
    assert len(county.principles) == 11
    assert len(county.workstreams) == 24
    assert len(county.actions) == 49
    assert all(action.lead and action.due.printed for action in county.actions)
    assert len(county.summary_actions) == 31
    assert [action.id for action in county.untraced] == ["O4.5"]
    assert len(county.supporting_processes) == 4
    assert sum(map(len, county.overview.values())) == 28
    assert len(county.impact_measures) == 11
    assert county.reported_every_months == 6


def test_due_dates_are_kept_as_printed_and_as_days(county):
    first = county.workstream("W01").actions[0].due
    assert (first.printed, first.day) == ("Sept 2011", date(2011, 9, 30))
    unit_model = county.workstream("W07").actions[0].due
    assert (unit_model.printed, unit_model.day) == ("2012/13", date(2013, 3, 31))
    assert county.workstream("W22").leads == ("MC", "PM", "EP")


def test_the_second_version_is_overdue_on_1_june_2011_with_its_five_topics(county):
    promise = county.promise
    assert len(promise.topics) == 5
    assert not is_promise_overdue(promise, versions_since=0, today=date(2011, 5, 31))
    assert is_promise_overdue(promise, versions_since=0, today=date(2011, 6, 1))
    assert not is_promise_overdue(promise, versions_since=1, today=date(2011, 6, 1))


def test_principles_that_say_something_else_in_their_box_are_flagged(county):
    assert [one.number for one in county.principles if differs_materially(one)] == [5, 6, 7, 8, 9, 11]


def test_remarks_of_a_careful_reader(county):
    said = {remark.where: remark.message for remark in remarks(county)}
    assert said["Objective 1"] == "The text says 5 key areas, 6 are listed."
    assert "under-12s" in said["Principle 6"]
    assert "From Care to Work" in said["O4.5"]
    assert said["W07"].startswith("It takes at least 3 years, but is due by 31/03/2013")
    assert said["W07"].endswith("and savings are claimed from 2011/12.")


def test_a_commitment_that_is_said_in_two_ways_is_told(county):
    said = {remark.where: (remark.code, remark.message) for remark in remarks(county)}
    code, message = said["Objective 5, permanence deadline"]
    assert code == "planned_or_reached"
    assert "“achieve permanence by the second review” asks that it is so by the second care review" in message
    assert "“have a PLAN for permanence by the second review” asks for a plan" in message
    code, message = said["Objective 3, foster capacity target"]
    assert code == "two_units"
    assert (
        "fostering households supported by the in-house service by at least fifty-five placements" in message
    )
    assert "55 placements are 55 households that take one child each, or 28 that take two" in message
    assert len(said) == 11 + 1  # six principles, and one line for all workstreams without a directorate


def test_claims_against_targets(told):
    assert [year["attributed"] for year in told["years"]] == [1_630_400, 2_083_400, 3_098_700, 981_500]
    assert [year["variance"] for year in told["years"]] == [400, 83_400, 598_700, -1_279_500]
    assert [round(year["coverage"], 2) for year in told["years"]] == [1.0, 1.04, 1.24, 0.43]
    assert (told["total"]["attributed"], told["total"]["variance"]) == (7_794_000, -597_000)


def test_the_change_of_mix_at_unit_cost(told):
    assert [year["priced_mix"] for year in told["years"]] == [1_112_800, 1_413_568, 3_163_680, 2_741_440]
    assert told["total"]["priced_mix"] == 8_431_488


@pytest.mark.parametrize(
    ("code", "where", "arithmetic"),
    [
        ("swapped_counts", "W01–W03 and W07–W11, 2013/14", "25 × £40,300 + 5 × £156,000 = £1,787,500"),
        ("swapped_counts", "W01–W03 and W07–W11, 2013/14", "20 × £40,300 = £806,000 for 20"),
        ("swapped_counts", "W01–W03 and W07–W11, 2013/14", "5 × £40,300 + 5 × £156,000 = £981,500 for 10"),
        ("year_not_printed", "W15", "in 2011/12 the variance would be +£400 (without it −£74,600)"),
        ("counted_twice", "W15, 2012/13", "2012/13 comes to £2,008,400, £8,400 above target"),
        ("counted_twice", "W15, 2012/13", "£140,000 − £75,000 = £65,000"),
        ("above_price_difference", "W14, 2011/12", "£117,936; claimed is £241,800, 2.05 times"),
        ("above_price_difference", "W14, 2012/13", "£196,560; claimed is £403,000, 2.05 times"),
        ("above_price_difference", "W14, 2013/14", "£393,120; claimed is £811,200, 2.06 times"),
        ("in_house_cost_left_out", "W15, 2011/12", "4 × (£3,290 − £2,278) × 52 = £210,496"),
        ("no_phasing", "W01–W03, 2011/12", "26/52 × £241,800 = £120,900"),
        ("no_phasing", "W14, 2011/12", "30/52 × £241,800 = £139,500"),
        ("short_of_target", "2014/15", "£1,279,500 short"),
        ("balancing_figure", "W07–W11, 2011/12", "£1,630,000 − all other claims £1,424,400 = £205,600"),
        ("running_cost_low", "W17, 2012/13", "leaves £320,480 a year"),
        ("mix_without_claim", "W14, 2014/15", "£811,200, and the year comes to £1,792,700"),
    ],
)
def test_what_a_careful_reader_would_ask_about_the_money(told, code, where, arithmetic):
    messages = [warning["message"] for warning in warned(told, code) if warning["where"] == where]
    assert messages, warned(told, code)
    assert arithmetic in messages[0]


def test_three_values_are_odd_and_the_mix_adds_up(told):
    assert [warning["where"] for warning in warned(told, "odd_value")] == [
        "W01–W03, 2013/14", "W07–W11, 2011/12", "W07–W11, 2013/14",
    ]  # fmt: skip
    for code in (
        "mix_does_not_add_up",
        "children_differ_from_mix",
        "mix_without_unit_cost",
        "pool_counted_twice",
    ):
        assert not warned(told, code)
