import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.plans import adoption_plans
from sufficiency.analytics.made_up.states import Course

STARTED = 18_000


def periods(course, *, age=1.0, days=800, size=500, number=1, person=None):
    return pl.DataFrame(
        {
            "period": np.arange(size),
            "person": np.arange(size) if person is None else person,
            "started": np.full(size, STARTED, dtype=np.int32),
            "ended": np.full(size, STARTED + days, dtype=np.int32),
            "born": np.full(size, STARTED - round(age * 365), dtype=np.int32),
            "course": np.full(size, int(course)),
            "number": np.full(size, number),
        }
    )


def plans(of):
    return adoption_plans(np.random.default_rng(1), of)


@pytest.mark.parametrize("days", [330, 800, 2000])
def test_every_step_follows_the_one_before_it(days):
    found = plans(periods(Course.ADOPTION, days=days))
    assert found.height == 500
    steps = found.select("decided", "matched", "placed").with_columns(adopted=pl.lit(STARTED + days))
    assert (
        steps.select(
            (pl.lit(STARTED) < pl.col("decided"))
            & (pl.col("decided") < pl.col("matched"))
            & (pl.col("matched") <= pl.col("placed"))
            & (pl.col("placed") < pl.col("adopted"))
        )
        .to_series()
        .all()
    )


def test_placement_order_lies_between_decision_and_match():
    found = plans(periods(Course.ADOPTION)).filter(~pl.col("by_consent"))
    assert found["ordered"].null_count() == 0
    assert found.select(
        ((pl.col("decided") < pl.col("ordered")) & (pl.col("ordered") < pl.col("matched"))).all()
    ).item()


def test_a_few_are_by_consent_and_have_no_order():
    found = plans(periods(Course.ADOPTION))
    assert 0.03 < found["by_consent"].mean() < 0.12
    assert found.filter("by_consent")["ordered"].null_count() == found["by_consent"].sum()


def test_a_fifth_are_adopted_by_their_carers():
    assert plans(periods(Course.ADOPTION))["by_carer"].mean() == pytest.approx(0.22, abs=0.06)


def test_some_plans_for_small_children_in_long_care_are_reversed():
    found = plans(periods(Course.LONG, days=3000))
    assert 0.15 < found.height / 500 < 0.35
    assert found["placed"].null_count() == found.height
    assert found.select((pl.col("reversed") >= pl.col("ordered") + 60).all()).item()
    assert set(found["why_reversed"]) <= {"RD1", "RD2", "RD3", "RD4"}


def test_plan_ends_at_the_latest_as_the_child_leaves():
    found = plans(periods(Course.LONG, days=500))
    assert found.height
    assert found["reversed"].max() <= STARTED + 500
    assert found["ordered"].max() < STARTED + 499


@pytest.mark.parametrize("given", [{"age": 6.0}, {"days": 120}])
def test_older_children_and_short_stays_have_no_such_plan(given):
    assert plans(periods(Course.LONG, **given)).height == 0


def test_children_who_come_back_have_no_reversed_plan():
    first = periods(Course.LONG, days=3000)
    again = periods(Course.TEEN, number=2).with_columns(pl.col("period") + 500)
    assert plans(pl.concat([first, again])).height == 0
