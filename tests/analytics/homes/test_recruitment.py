from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from sufficiency.analytics.homes.recruitment import (
    Case,
    Stage,
    Step,
    pipeline,
    progress,
    strategy_goal,
)
from sufficiency.analytics.reference.years import CollectionYear

TODAY = date(2026, 11, 28)
GOAL = strategy_goal(CollectionYear(2026))


def case(reference, *steps, places=2):
    return Case(reference, [Step(Stage(stage), on) for stage, on in steps], places)


def at(stage, cases):
    return next(one for one in pipeline(cases, TODAY) if one.stage is stage)


def test_days_in_a_stage_end_with_the_next_or_go_on_until_today():
    one = case("A", ("enquiry", date(2026, 9, 1)), ("visit", date(2026, 9, 21)))
    assert one.days_in(Stage.ENQUIRY, TODAY) == 20
    assert one.days_in(Stage.VISIT, TODAY) == 68
    assert one.days_in(Stage.PANEL, TODAY) is None


def test_going_back_to_a_stage_adds_to_its_days():
    one = case(
        "A",
        ("panel", date(2026, 9, 1)),
        ("assessment", date(2026, 9, 11)),
        ("panel", date(2026, 10, 1)),
        ("approved", date(2026, 10, 6)),
    )
    assert one.days_in(Stage.PANEL, TODAY) == 15
    assert one.stage_on(date(2026, 9, 20)) is Stage.ASSESSMENT
    assert one.stage_on(date(2026, 8, 31)) is None


def test_the_pipeline_counts_who_is_there_and_who_went_on():
    cases = [
        case("A", ("enquiry", date(2026, 9, 1))),
        case("B", ("enquiry", date(2026, 9, 1)), ("visit", date(2026, 9, 11))),
        case("C", ("enquiry", date(2026, 9, 1)), ("left", date(2026, 9, 6))),
    ]
    enquiry = at(Stage.ENQUIRY, cases)
    assert (enquiry.now, enquiry.ever, enquiry.went_on, enquiry.share_going_on) == (1, 3, 1, 50)
    assert (enquiry.middle_days, enquiry.longest_days) == (10, 88)
    nobody = at(Stage.PANEL, cases)
    assert (nobody.now, nobody.middle_days, nobody.longest_days, nobody.share_going_on) == (
        0,
        None,
        None,
        None,
    )


def test_the_goal_adds_up_to_56_and_says_that_55_are_wanted():
    assert (GOAL.total, GOAL.at_least) == (56, 55)
    assert list(GOAL.path.values()) == [6, 16, 36, 56]
    assert [str(year) for year in GOAL.years] == ["2025-26", "2026-27", "2027-28", "2028-29"]
    assert "56" in GOAL.note
    assert "36" in GOAL.note  # met only with the last year's 20


def test_places_count_from_the_approval_and_go_with_the_household():
    cases = [
        case("A", ("approved", date(2025, 6, 1)), places=3),
        case("B", ("approved", date(2025, 7, 1)), ("left", date(2026, 5, 1)), places=2),
        case("C", ("approved", date(2026, 9, 1)), ("first_placement", date(2026, 10, 1)), places=4),
        case("before the goal", ("approved", date(2024, 6, 1)), ("left", date(2025, 6, 1)), places=9),
        case("to come", ("approved", date(2026, 12, 1)), places=9),
        case("on the way", ("enquiry", date(2026, 6, 1)), places=9),
    ]
    first, second = progress(cases, GOAL, TODAY)
    assert (first.gained, first.lost, first.reached, first.ahead, first.is_over) == (5, 0, 5, -1, True)
    assert (second.gained, second.lost, second.reached, second.path) == (4, 2, 7, 16)
    assert (second.households, second.is_over) == (0, False)


def test_a_household_that_was_approved_is_told_from_one_that_was_not():
    assert case("A", ("approved", TODAY), ("left", TODAY)).was_approved
    assert not case("B", ("enquiry", TODAY), ("left", TODAY)).was_approved


@st.composite
def ways(draw):
    day = date(2024, 1, 1)
    steps = []
    for stage in draw(st.lists(st.sampled_from(Stage), min_size=1, max_size=6)):
        day += timedelta(days=draw(st.integers(0, 200)))
        steps.append(Step(stage, day))
    return Case("A", steps, draw(st.integers(0, 4)))


@given(st.lists(ways(), max_size=6))
@settings(max_examples=50)
def test_every_household_that_has_begun_stands_in_one_stage(cases):
    begun = [one for one in cases if one.stage_on(TODAY)]
    assert sum(stage.now for stage in pipeline(cases, TODAY)) == len(begun)


@given(st.lists(ways(), max_size=6))
@settings(max_examples=50)
def test_days_in_all_stages_are_the_days_since_the_enquiry(cases):
    for one in cases:
        days = [one.days_in(stage, one.steps[-1].on) or 0 for stage in Stage]
        assert sum(days) == (one.steps[-1].on - one.steps[0].on).days
