import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.legal import (
    legal_statuses,
    moved_to_moves,
    protection_ends,
    under_care_order,
)
from sufficiency.analytics.made_up.states import Course, Status

STARTED = 18_000
NO_PLANS = pl.DataFrame(
    schema={
        "period": pl.Int64, "decided": pl.Int32, "ordered": pl.Int32, "reversed": pl.Int32, "by_consent": pl.Boolean,
    }
)  # fmt: skip


def periods(course, *, size=400, days=2000, number=1):
    return pl.DataFrame(
        {
            "period": np.arange(size),
            "started": np.full(size, STARTED, dtype=np.int32),
            "ended": np.full(size, STARTED + days, dtype=np.int32),
            "course": np.full(size, int(course)),
            "number": np.full(size, number),
        }
    )


def statuses(course, *, plans=NO_PLANS, **given):
    return legal_statuses(np.random.default_rng(1), periods(course, **given), plans)


def plan(*, decided=250, ordered=300, reversed_on=None, by_consent=False):
    """The same plan for every one of 400 periods, its steps in days after the start."""
    steps = {"decided": decided, "ordered": ordered, "reversed": reversed_on}
    days = {name: None if step is None else STARTED + step for name, step in steps.items()}
    return pl.DataFrame({"period": np.arange(400)}).with_columns(
        **{name: pl.lit(day, dtype=pl.Int32) for name, day in days.items()}, by_consent=pl.lit(by_consent)
    )


@pytest.mark.parametrize("course", list(Course))
def test_every_period_begins_with_a_status(course):
    found = statuses(course)
    assert found.filter(pl.col("date") == STARTED)["period"].n_unique() == 400


@pytest.mark.parametrize("course", list(Course))
def test_each_status_differs_from_the_one_before_it(course):
    found = statuses(course)
    same = pl.col("status") == pl.col("status").shift(1).over("period")
    assert found.filter(same).height == 0


def test_no_status_begins_after_the_child_left():
    assert statuses(Course.LONG, days=100)["date"].max() < STARTED + 100


def test_children_in_long_care_get_a_full_order_once_proceedings_end():
    full = statuses(Course.LONG).filter(pl.col("status") == int(Status.C2))
    assert full["period"].n_unique() == 400
    assert (full["date"] - STARTED).min() >= 90


def test_unaccompanied_children_stay_by_agreement():
    assert set(statuses(Course.ALONE)["status"]) == {int(Status.V2)}


def test_remand_is_not_a_care_order():
    assert set(statuses(Course.REMAND)["status"]) == {int(Status.J1), int(Status.J2)}


def test_police_protection_lasts_up_to_three_days():
    found = statuses(Course.SHORT)
    lasting = protection_ends(found, periods(Course.SHORT))
    police = found.filter(pl.col("status") == int(Status.L1))["period"]
    days = lasting.filter(pl.col("period").is_in(police.implode()))["lasts"]
    assert len(days) > 40
    assert set(days) == {1, 2, 3}


def test_protection_is_nought_without_it():
    assert set(protection_ends(statuses(Course.ALONE), periods(Course.ALONE))["lasts"]) == {0}


def test_police_protection_comes_once_in_a_life():
    assert not set(statuses(Course.SHORT, number=2)["status"]) & {int(Status.L1), int(Status.L2)}


def test_placement_order_comes_on_its_day_and_ends_the_proceedings():
    found = statuses(Course.ADOPTION, plans=plan())
    orders = found.filter(pl.col("status") == int(Status.E1))
    assert orders["period"].n_unique() == 400
    assert set(orders["date"]) == {STARTED + 300}
    assert found.filter(pl.col("date") > STARTED + 300).height == 0


def test_order_for_care_is_there_before_the_placement_order():
    found = statuses(Course.ADOPTION, plans=plan(decided=110, ordered=115))
    interim = found.filter(pl.col("status") == int(Status.C1)).group_by("period").agg(pl.col("date").min())
    assert interim.height == 400
    assert interim["date"].max() < STARTED + 115


def test_reversed_plan_falls_back_on_a_full_order():
    found = statuses(Course.LONG, plans=plan(reversed_on=700))
    assert (
        found.filter((pl.col("date") == STARTED + 700) & (pl.col("status") == int(Status.C2))).height == 400
    )


def test_adoption_by_consent_needs_no_order():
    found = statuses(Course.ADOPTION, plans=plan(by_consent=True, ordered=None))
    assert set(found["status"]) == {int(Status.V2)}


def test_children_may_live_with_parents_from_the_first_order_on():
    of_periods = periods(Course.LONG)
    found = statuses(Course.LONG)
    spans = under_care_order(found, of_periods)
    first = (
        found.filter(pl.col("status").is_in([0, 1]))
        .group_by("period")
        .agg(pl.col("date").min())
        .sort("period")
    )
    assert spans["order_from"].to_list() == first["date"].to_list()
    assert set(spans["order_until"]) == {STARTED + 2000}


@pytest.mark.parametrize(
    ("course", "plans"), [(Course.ALONE, NO_PLANS), (Course.LONG, plan(reversed_on=700))]
)
def test_children_without_an_order_or_with_a_plan_for_adoption_never_may(course, plans):
    spans = under_care_order(statuses(course, plans=plans), periods(course))
    assert (spans["order_from"] == spans["order_until"]).all()


def moved(order_day, *moves):
    """The day of a full order, made on a day, once moves on other days are known."""
    found = pl.DataFrame(
        {"period": [1, 1, 1], "date": [0, order_day, 400], "status": [0, 1, 2]},
        schema_overrides={"date": pl.Int32},
    )
    placements = pl.DataFrame(
        {"period": [1] * (len(moves) + 1), "number": list(range(1, len(moves) + 2)), "started": [0, *moves]},
        schema_overrides={"started": pl.Int32},
    )
    return moved_to_moves(found, placements)["date"].to_list()


def test_full_order_is_made_on_the_day_of_a_move_near_it():
    assert moved(200, 193) == [0, 193, 400]
    assert moved(200, 207, 260) == [0, 207, 400]


def test_full_order_far_from_any_move_keeps_its_day():
    assert moved(200, 150) == [0, 200, 400]
    assert moved(200) == [0, 200, 400]


def test_full_order_never_overtakes_its_neighbours():
    assert moved(395, 402) == [0, 395, 400]
