from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.starters import previous_permanence
from sufficiency.analytics.made_up.states import Exit
from sufficiency.analytics.reference.authorities import authorities


def test_exactly_those_who_started_in_the_year_are_asked(table, episodes):
    started = episodes.filter((pl.col("RNE") == "S") & (pl.col("DECOM") >= pl.col("year_start")))
    expected = set(started.select("year", "CHILD").iter_rows())
    rows = table("PrevPerm")
    assert set(rows.select("year", "CHILD").iter_rows()) == expected
    assert rows.height == len(expected)


def test_an_earlier_order_has_authority_and_date(table):
    rows = table("PrevPerm")
    had_one = pl.col("PREV_PERM") != "Z1"
    assert rows.select((pl.col("LA_PERM").is_not_null() == had_one).all()).item()


def test_what_is_not_known_is_written_as_the_return_wants_it(returns):
    texts = pl.concat([made.tables["PrevPerm"] for made in returns])
    unknown = texts.filter(pl.col("PREV_PERM") == "P4")
    assert unknown.height > 20
    assert set(unknown.select("LA_PERM", "DATE_PERM").iter_rows()) == {("999", "ZZ/ZZ/ZZZZ")}


def test_an_earlier_order_comes_before_care(table, episodes):
    starts = episodes.group_by("year", "CHILD").agg(pl.col("DECOM").min())
    dated = table("PrevPerm").filter(pl.col("DATE_PERM").is_not_null()).join(starts, on=["year", "CHILD"])
    assert dated.height
    assert dated.select((pl.col("DATE_PERM") < pl.col("DECOM")).all()).item()
    assert dated.select((pl.col("DATE_PERM") > pl.col("DOB")).all()).item()


def starts(*, left, gap=500, size=300):
    """What is asked at the second start of so many children who first left in one way."""
    periods = pl.DataFrame(
        {
            "person": np.repeat(np.arange(size), 2),
            "started": np.tile([18_000, 18_400 + gap], size),
            "ended": np.tile([18_400, 20_000], size),
            "born": np.full(2 * size, 16_000),
            "exit": np.tile([int(left), int(Exit.EIGHTEEN)], size),
            "number": np.tile([1, 2], size),
        },
        schema_overrides=dict.fromkeys(("started", "ended", "born"), pl.Int32),
    )
    asked = previous_permanence(np.random.default_rng(1), periods)
    return asked.filter(pl.col("started") > 18_000)


@pytest.mark.parametrize(("left", "code"), [(Exit.GUARDIANSHIP, "P2"), (Exit.ARRANGEMENTS, "P3")])
def test_child_who_left_us_under_an_order_and_came_back_has_that_order(left, code):
    again = starts(left=left)
    day = (date(1970, 1, 1) + timedelta(days=18_400)).strftime("%d/%m/%Y")
    assert set(again.select("PREV_PERM", "LA_PERM", "DATE_PERM").iter_rows()) == {(code, "873", day)}


def test_child_who_came_back_from_home_has_none():
    assert set(starts(left=Exit.HOME_PLANNED).select("PREV_PERM", "LA_PERM", "DATE_PERM").iter_rows()) == {
        ("Z1", None, None)
    }


def test_order_elsewhere_is_dated_after_birth_and_comes_from_a_real_authority():
    periods = pl.DataFrame(
        {
            "person": np.arange(20_000),
            "started": 20_000,
            "ended": 21_000,
            "born": 16_000,
            "exit": 0,
            "number": 1,
        },
        schema_overrides=dict.fromkeys(("started", "ended", "born"), pl.Int32),
    )
    asked = previous_permanence(np.random.default_rng(1), periods)
    ordered = asked.filter(pl.col("PREV_PERM").is_in(["P1", "P2", "P3"]))
    assert ordered.height > 200
    assert set(ordered["LA_PERM"]) <= {authority.number for authority in authorities().values()}
    days = ordered["DATE_PERM"].str.to_date("%d/%m/%Y").cast(pl.Int32)
    assert days.is_between(16_200, 17_000).all()


def test_small_children_have_no_earlier_order():
    periods = pl.DataFrame(
        {
            "person": np.arange(5000),
            "started": 16_900,
            "ended": 21_000,
            "born": 16_000,
            "exit": 0,
            "number": 1,
        },
        schema_overrides=dict.fromkeys(("started", "ended", "born"), pl.Int32),
    )
    assert set(previous_permanence(np.random.default_rng(1), periods)["PREV_PERM"]) == {"Z1", "P4"}
