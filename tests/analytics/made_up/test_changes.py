from datetime import date

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.changes import segments
from sufficiency.analytics.made_up.county import County, Places
from sufficiency.analytics.made_up.states import Course, Setting, Status

STARTED = days.number(date(2022, 6, 1))
REGISTERED = days.number(date(2023, 10, 28))
SIZE = 600


@pytest.fixture
def county():
    def places(prefix):
        codes = np.array([f"{prefix}{number} 1AA" for number in range(50)], dtype=object)
        return Places(codes, np.arange(50.0), np.arange(50.0), np.array(["Somewhere"] * 50, dtype=object))

    return County(places("IN"), places("NR"), places("FA"))


def placements(setting, *, course=Course.LONG, length=2000):
    return pl.DataFrame(
        {
            "placement": np.arange(SIZE),
            "period": np.arange(SIZE),
            "started": np.full(SIZE, STARTED, dtype=np.int32),
            "ended": np.full(SIZE, STARTED + length, dtype=np.int32),
            "setting": np.full(SIZE, int(setting)),
            "course": np.full(SIZE, int(course)),
            "home_postcode": ["AA1 1AA"] * SIZE,
            "postcode": ["BB2 2BB"] * SIZE,
            "ring": np.zeros(SIZE, dtype=np.int64),
        }
    )


def statuses(full=None):
    interim = {"period": np.arange(SIZE), "date": np.full(SIZE, STARTED, dtype=np.int32)}
    found = pl.DataFrame({**interim, "status": np.full(SIZE, int(Status.C1))})
    if full is None:
        return found
    later = pl.DataFrame({**interim, "status": np.full(SIZE, int(Status.C2))}).with_columns(
        pl.col("date") + full
    )
    return pl.concat([found, later])


def parts(county, setting, *, full=None, seed=1, **given):
    return segments(np.random.default_rng(seed), county, placements(setting, **given), statuses(full))


def test_every_placement_keeps_its_first_part(county):
    found = parts(county, Setting.OWN_CARER)
    first = found.group_by("placement").agg(pl.col("date").min())
    assert set(first["date"]) == {STARTED}
    assert first.height == SIZE


def test_many_carers_of_children_in_long_care_become_long_term(county):
    matched = (
        parts(county, Setting.OWN_CARER).filter("long_term").group_by("placement").agg(pl.col("date").min())
    )
    assert matched.height / SIZE == pytest.approx(0.65, abs=0.06)
    assert (matched["date"] - STARTED).is_between(200, 450).all()


def test_some_matches_come_with_the_full_order(county):
    matched = parts(county, Setting.OWN_CARER, full=150).filter("long_term")
    first = matched.group_by("placement").agg(pl.col("date").min())
    assert (first["date"] == STARTED + 150).mean() == pytest.approx(0.4, abs=0.08)


@pytest.mark.parametrize(("setting", "course"), [(Setting.HOME, Course.LONG), (Setting.KIN, Course.ORDER)])
def test_homes_and_short_courses_have_no_long_term_match(county, setting, course):
    assert not parts(county, setting, course=course)["long_term"].any()


def test_carers_who_move_take_the_child_along(county):
    found = parts(county, Setting.KIN, course=Course.ORDER)
    at_home = found.filter(pl.col("away").is_null())
    moved = at_home.filter(pl.col("postcode") != "BB2 2BB")
    assert moved["placement"].n_unique() > 20
    # Once moved, the old postcode does not come back.
    back = at_home.join(moved.group_by("placement").agg(since=pl.col("date").min()), on="placement").filter(
        (pl.col("date") > pl.col("since")) & (pl.col("postcode") == "BB2 2BB")
    )
    assert back.height == 0


def test_supported_accommodation_registers_on_one_day(county):
    found = parts(county, Setting.SUPPORTED, course=Course.TEEN)
    assert set(found["date"]) == {STARTED, REGISTERED}
    assert found.filter("registered")["date"].n_unique() == 1
    ended_before = parts(county, Setting.SUPPORTED, course=Course.TEEN, length=100)
    assert not ended_before["registered"].any()


def test_stays_away_have_a_day_out_and_a_day_back(county):
    found = parts(county, Setting.HOME, course=Course.TEEN)
    away = found.filter(pl.col("away").is_not_null())
    assert away.height > 40
    assert away["placement"].n_unique() == away.height
    following = found.with_columns(back=pl.col("date").shift(-1).over("placement")).filter(
        pl.col("away").is_not_null()
    )
    assert (following["back"] - following["date"]).is_between(1, 20).all()


def test_nothing_else_happens_during_a_stay_away(county):
    busy = statuses(full=700)
    found = segments(np.random.default_rng(2), county, placements(Setting.OWN_CARER), busy)
    away = found.with_columns(back=pl.col("date").shift(-1).over("placement")).filter(
        pl.col("away").is_not_null()
    )
    order = STARTED + 700
    assert away.filter((pl.col("date") <= order) & (order <= pl.col("back"))).height == 0
    # The row after the stay is the coming back, to where the child lived.
    after = found.with_columns(
        next_away=pl.col("away").shift(-1).over("placement"),
        before=pl.col("postcode").shift(1).over("placement"),
        again=pl.col("postcode").shift(-1).over("placement"),
    ).filter(pl.col("away").is_not_null())
    assert after["next_away"].null_count() == after.height
    assert (after["before"] == after["again"]).all()
