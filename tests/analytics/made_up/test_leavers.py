import polars as pl


def reported(table, birthday):
    """OC3 rows with the age whose birthday falls in the year."""
    in_year = [
        pl.when(birthday(age).is_between(pl.col("year_start"), pl.col("year_end"))).then(age)
        for age in range(16, 24)
    ]
    return table("OC3").with_columns(age=pl.coalesce(*in_year))


def test_care_leavers_are_reported_at_17_to_21(table, birthday):
    ages = reported(table, birthday)["age"]
    assert set(ages) == {17, 18, 19, 20, 21}


def test_nobody_in_care_at_the_end_is_a_care_leaver(table, cared):
    open_at_end = cared.filter(pl.col("DEC").is_null()).select("year", "CHILD")
    assert table("OC3").join(open_at_end, on=["year", "CHILD"], how="semi").height == 0


def test_leaver_of_17_or_18_left_before_the_birthday(table, cared, birthday):
    young = reported(table, birthday).filter(pl.col("age") <= 18)
    left = cared.group_by("year", "CHILD").agg(pl.col("DEC").max())
    joined = young.join(left, on=["year", "CHILD"])
    assert joined.height
    turned = pl.when(pl.col("age") == 17).then(birthday(17)).otherwise(birthday(18))
    assert joined.select((pl.col("DEC") < turned).all()).item()


def test_those_who_leave_at_18_are_reported_a_year_later(table, cared, birthday):
    at_18 = cared.filter((pl.col("DEC") == birthday(18)) & (pl.col("year") < 2027) & (pl.col("REC") == "E17"))
    mothers = table("Header").filter(pl.col("MOTHER") == "1").select("CHILD")
    due = at_18.join(mothers, on="CHILD", how="anti").filter(
        pl.col("DEC") - pl.col("DECOM") > pl.duration(days=100)
    ).select(pl.col("year") + 1, "CHILD")  # fmt: skip
    assert due.height > 20
    assert due.join(table("OC3"), on=["year", "CHILD"], how="anti").height == 0


def test_adopted_transferred_and_dead_are_no_care_leavers(episodes, table):
    gone = episodes.filter(pl.col("REC").is_in(["E2", "E3", "E11", "E12"])).select("CHILD", gone="DEC")
    back = episodes.join(gone, on="CHILD").filter(pl.col("DECOM") > pl.col("gone")).select("CHILD")
    for_good = gone.join(back, on="CHILD", how="anti")
    assert table("OC3").join(for_good, on="CHILD", how="semi").height == 0


def test_out_of_touch_means_nothing_is_known(table):
    oc3 = table("OC3")
    touch = pl.col("IN_TOUCH") == "YES"
    assert oc3.select(((pl.col("ACTIV") != "0") == touch).all()).item()
    assert oc3.select(((pl.col("ACCOM") != "0") == touch).all()).item()


def test_staying_put_is_for_those_who_did(table, cared):
    stayed = set(cared.filter(pl.col("REC") == "E17")["CHILD"])
    with_carers = table("OC3").filter(pl.col("ACCOM") == "Z1")
    known = with_carers.filter(pl.col("CHILD").is_in(list(stayed)))
    assert known.height > 0.5 * with_carers.filter(pl.col("year") > 2023).height


def test_care_leavers_without_care_in_the_year_have_no_motherhood(table, cared):
    in_care = cared.select("year", "CHILD").unique()
    only_left = table("Header").join(in_care, on=["year", "CHILD"], how="anti")
    assert only_left.height > 100
    assert only_left["MOTHER"].null_count() == only_left["MC_DOB"].null_count() == only_left.height
