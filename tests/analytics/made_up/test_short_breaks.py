import polars as pl
import pytest


@pytest.fixture
def breaks(episodes):
    return episodes.filter(pl.col("LS").is_in(["V3", "V4"]))


def test_there_are_a_few_children_with_short_breaks(breaks):
    assert set(breaks["LS"]) == {"V3", "V4"}
    assert 2 <= breaks.filter(pl.col("year") == 2026)["CHILD"].n_unique() <= 30


def test_each_break_starts_anew_and_is_short(breaks):
    each = breaks.filter(pl.col("LS") == "V3")
    assert set(each["RNE"]) == {"S"}
    assert each.filter(pl.col("DEC") - pl.col("DECOM") > pl.duration(days=17)).height == 0


def test_breaks_add_up_to_less_than_75_days_a_year(breaks):
    each = breaks.filter(pl.col("LS") == "V3")
    total = each.group_by("year", "CHILD").agg((pl.col("DEC") - pl.col("DECOM")).sum())
    assert total.filter(pl.col("DEC") > pl.duration(days=75)).height == 0


def test_breaks_say_nothing_of_places(breaks):
    for name in ("HOME_POST", "PL_POST", "URN", "REASON_PLACE_CHANGE"):
        assert breaks[name].null_count() == breaks.height


def test_children_with_breaks_are_in_no_other_care_and_have_no_reviews(breaks, cared, table):
    children = breaks.select("CHILD").unique()
    for frame in (cared, table("Reviews"), table("SWEpisodes"), table("OC2"), table("Missing")):
        assert frame.join(children, on="CHILD", how="semi").height == 0
