import polars as pl


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


def test_child_who_left_under_an_order_and_came_back_has_that_order(table, episodes):
    left = episodes.filter(pl.col("REC").is_in(["E45", "E46", "E47", "E41"])).select("CHILD", left="DEC")
    back = table("PrevPerm").join(left, on="CHILD").filter(pl.col("left") < pl.col("year_start"))
    assert back.filter(~pl.col("PREV_PERM").is_in(["P2", "P3"])).height <= back.height // 2
