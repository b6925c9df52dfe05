import polars as pl


def test_table_is_new_in_2026_27(returns):
    assert [made.year.ending for made in returns if "DoLo" in made.tables] == [2027]


def test_orders_last_within_one_stay_in_a_childrens_home(table, cared):
    orders = table("DoLo")
    assert orders.height
    homes = cared.filter(pl.col("PLACE") == "K2").select("year", "CHILD", "DECOM", "DEC")
    inside = orders.join(homes, on=["year", "CHILD"]).filter(
        (pl.col("DECOM") < pl.col("DOLO_START"))
        & (pl.col("DEC").is_null() | (pl.col("DOLO_END") < pl.col("DEC")).fill_null(value=False))
    )
    assert inside.height == orders.height


def test_orders_have_a_length_and_touch_the_year(table):
    orders = table("DoLo")
    assert orders.filter(pl.col("DOLO_END") <= pl.col("DOLO_START")).height == 0
    assert orders.filter(pl.col("DOLO_START") < pl.col("year_start")).height == 0
    assert orders["CHILD"].n_unique() == orders.height
