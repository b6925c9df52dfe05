from datetime import date

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.missing import incidents
from sufficiency.analytics.reference.years import CollectionYear

YEAR = CollectionYear(2025)
END = days.number(YEAR.end)


def test_incidents_touch_the_year(table):
    missing = table("Missing")
    assert missing.height > 300
    assert missing.filter(pl.col("MIS_END") < pl.col("year_start")).height == 0
    assert (
        missing.filter(
            (pl.col("MIS_END") > pl.col("year_end")) | (pl.col("MIS_START") > pl.col("year_end"))
        ).height
        == 0
    )


def test_nobody_is_missing_twice_at_once(table):
    ordered = table("Missing").sort("year", "CHILD", "MIS_START", "MIS_END")
    earlier = pl.col("MIS_END").shift(1).over("year", "CHILD")
    assert ordered.filter(pl.col("MIS_START") < earlier).height == 0


def test_children_go_missing_from_care(table, cared):
    rows = table("Missing").with_row_index()
    stays = cared.select("year", "CHILD", "DECOM", "DEC")
    inside = rows.join(stays, on=["year", "CHILD"]).filter(
        (pl.col("DECOM") <= pl.col("MIS_START"))
        & (pl.col("DEC").is_null() | (pl.col("MIS_START") <= pl.col("DEC")))
    )
    assert inside["index"].n_unique() == rows.height


def test_whoever_is_missing_on_31_march_is_missing_from_the_open_episode(table, cared):
    still = table("Missing").filter(pl.col("MIS_END").is_null())
    assert still.height
    latest = cared.group_by("year", "CHILD").agg(pl.col("DECOM").max())
    joined = still.join(latest, on=["year", "CHILD"])
    assert joined.select((pl.col("DECOM") < pl.col("MIS_START")).all()).item()


def test_whoever_is_missing_on_31_march_comes_back_in_the_next_return(table):
    missing = table("Missing")
    still = missing.filter(pl.col("MIS_END").is_null() & (pl.col("year") < 2027))
    again = still.select(pl.col("year") + 1, "CHILD", "MIS_START")
    assert again.join(missing, on=["year", "CHILD", "MIS_START"], how="anti").height == 0


def test_small_children_do_not_go_missing(table, birthday):
    assert table("Missing").filter(pl.col("MIS_START") < birthday(11)).height == 0


def test_some_are_away_without_authorisation(table):
    assert set(table("Missing")["MISSING"]) == {"M", "A"}


def many(*, decoms=(), born=date(2009, 1, 1), left=date(2026, 1, 1), size=3000):
    """Incidents of many children in care from 2020, whose placement changed on some days, in 2024-25."""
    periods = pl.DataFrame(
        {
            "period": np.arange(size),
            "person": np.arange(size),
            "started": days.number(date(2020, 1, 1)),
            "ended": days.number(left),
            "born": days.number(born),
        },
        schema_overrides=dict.fromkeys(("started", "ended", "born"), pl.Int32),
    )
    changes = [days.number(day) for day in (date(2020, 1, 1), *decoms)]
    episodes = pl.DataFrame(
        {"period": np.repeat(np.arange(size), len(changes)), "decom": np.tile(changes, size)}
    )
    return incidents(np.random.default_rng(1), periods, episodes.cast({"decom": pl.Int32}), [YEAR])


def over_the_end(found):
    return found.filter((pl.col("began") <= END) & (pl.col("returned") > END))


def test_a_fifth_or_so_go_missing_and_some_very_often():
    times = many().group_by("person").len()["len"]
    assert 0.15 < len(times) / 3000 < 0.30
    assert times.max() > 20


def test_some_are_missing_over_31_march_where_they_have_long_lived():
    assert over_the_end(many()).height > 3


def test_none_is_missing_over_31_march_from_a_placement_left_meanwhile():
    assert over_the_end(many(decoms=[date(2025, 3, 31)])).height == 0


def test_move_in_the_year_leaves_other_incidents_alone():
    moved = many(decoms=[date(2025, 3, 31)])
    assert moved.height == many().height - over_the_end(many()).height


def test_nobody_is_missing_after_leaving_care():
    assert many(left=date(2024, 9, 1))["returned"].max() < days.number(date(2024, 9, 1)) - 1


def test_nobody_is_missing_before_the_age_for_it():
    assert many(born=date(2018, 1, 1)).height == 0
