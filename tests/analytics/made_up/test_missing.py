import polars as pl


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
