import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.moves import placements
from sufficiency.analytics.made_up.states import Course, Exit, Setting

STARTED = 18_000
SIZE = 1500
NO_PLANS = pl.DataFrame(schema={"period": pl.Int64, "placed": pl.Int32, "by_consent": pl.Boolean})


def periods(course, *, age, length=1500, way=Exit.EIGHTEEN, alone=False):
    return pl.DataFrame(
        {
            "period": np.arange(SIZE),
            "started": np.full(SIZE, STARTED, dtype=np.int32),
            "ended": np.full(SIZE, STARTED + length, dtype=np.int32),
            "born": days.not_leap_day(np.full(SIZE, STARTED - round(age * days.YEAR), dtype=np.int32)),
            "alone": np.full(SIZE, alone),
            "course": np.full(SIZE, int(course)),
            "exit": np.full(SIZE, int(way)),
        }
    )


def placed(course, *, plans=NO_PLANS, ordered=False, protection=0, seed=1, **given):
    """Placements of many like periods, under a care order throughout or never."""
    of = periods(course, **given)
    until = pl.col("ended")
    orders = of.select("period", order_from="started" if ordered else until, order_until=until)
    lasts = of.select("period", lasts=pl.lit(protection))
    return placements(np.random.default_rng(seed), of, plans, orders, lasts).join(
        of.select("period", "born"), on="period"
    )


def test_placements_fill_the_period_without_gap_or_overlap():
    found = placed(Course.LONG, age=8).sort("period", "number")
    first = found.filter(pl.col("number") == 1)
    assert set(first["started"]) == {STARTED}
    following = found["started"].shift(-1)
    goes_on = found["period"] == found["period"].shift(-1)
    assert (found.filter(goes_on)["ended"] == following.filter(goes_on)).all()
    assert set(found.filter(~goes_on.fill_null(value=False))["ended"]) == {STARTED + 1500}


def test_nobody_under_16_lives_in_supported_accommodation():
    found = placed(Course.TEEN, age=14.5, length=1200).filter(pl.col("setting") == int(Setting.SUPPORTED))
    assert found.height > 50
    assert (found["started"].to_numpy() >= days.birthday(found["born"].to_numpy(), 16)).all()


def test_nobody_moves_on_the_16th_birthday_itself_because_of_it():
    found = placed(Course.TEEN, age=14.5, length=1200)
    on_it = found["started"].to_numpy() == days.birthday(found["born"].to_numpy(), 16)
    assert on_it.mean() < 0.01


@pytest.mark.parametrize("ordered", [True, False])
def test_children_live_with_parents_only_under_an_order(ordered):
    found = placed(Course.LONG, age=8, ordered=ordered)
    assert (int(Setting.PARENTS) in set(found["setting"])) is ordered


def test_unaccompanied_children_never_live_with_parents():
    assert int(Setting.PARENTS) not in set(placed(Course.ALONE, age=15, alone=True, ordered=True)["setting"])


def test_secure_homes_are_for_12_and_over():
    young = placed(Course.TEEN, age=10.5, length=400)
    assert int(Setting.SECURE) not in set(young["setting"])


def test_plan_for_adoption_ends_with_the_adopters():
    plans = pl.DataFrame({"period": np.arange(SIZE)}).with_columns(
        placed=pl.lit(STARTED + 500, dtype=pl.Int32), by_consent=pl.lit(value=True)
    )
    found = placed(Course.ADOPTION, age=0.5, length=900, plans=plans)
    last = found.group_by("period").agg(pl.all().sort_by("number").last())
    assert set(last["setting"]) == {int(Setting.ADOPTERS)}
    assert set(last["started"]) == {STARTED + 500}
    before = found.filter(pl.col("setting") != int(Setting.ADOPTERS))
    assert set(before["setting"]) <= {int(Setting.OWN_CARER), int(Setting.AGENCY_CARER)}


def test_many_go_home_by_way_of_a_placement_with_parents():
    found = placed(Course.HOME, age=6, length=400, way=Exit.HOME_PLANNED, ordered=True)
    last = found.group_by("period").agg(pl.col("setting").sort_by(pl.col("number")).last())
    assert last.select((pl.col("setting") == int(Setting.PARENTS)).mean()).item() > 0.6


def test_nobody_moves_to_where_they_live():
    found = placed(Course.ORDER, age=3, length=500).sort("period", "number")
    again = pl.col("setting") == pl.col("setting").shift(1).over("period")
    with_kin = found.filter(again & (pl.col("setting") == int(Setting.KIN)))
    assert with_kin.height < found.height * 0.05


def test_many_move_as_police_protection_ends():
    found = placed(Course.SHORT, age=8, length=60, protection=3)
    moved = found.filter((pl.col("number") == 2) & (pl.col("started") == STARTED + 3))
    assert moved.height / SIZE == pytest.approx(0.4, abs=0.06)


def test_risk_of_moving_falls_as_a_placement_settles():
    first = placed(Course.LONG, age=8, length=3000).filter(pl.col("number") == 1)
    length = (first["ended"] - first["started"]).to_numpy()
    early = (length <= 180).mean()
    later = ((length > 720) & (length <= 900)).sum() / (length > 720).sum()
    assert early > 1.5 * later
