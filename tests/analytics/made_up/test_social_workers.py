import polars as pl

SINCE = pl.date(2023, 4, 1)


def test_table_starts_in_2023_24(returns):
    assert [made.year.ending for made in returns if "SWEpisodes" in made.tables] == [2024, 2025, 2026, 2027]


def test_everybody_in_care_has_a_worker_all_the_time(table, cared):
    spells = table("SWEpisodes")
    open_now = (
        cared.filter(pl.col("DEC").is_null() & (pl.col("year") >= 2024)).select("year", "CHILD").unique()
    )
    with_worker = spells.filter(pl.col("SW_DEC").is_null()).select("year", "CHILD")
    assert open_now.join(with_worker, on=["year", "CHILD"], how="anti").height == 0


def test_one_worker_follows_another(table):
    ordered = table("SWEpisodes").sort("year", "CHILD", "SW_DECOM")
    earlier = pl.col("SW_DEC").shift(1).over("year", "CHILD")
    known = ordered.with_columns(gap=pl.col("SW_DECOM") - earlier).filter(earlier.is_not_null())
    assert known.filter(pl.col("gap") < pl.duration(days=0)).height == 0
    new_contact = pl.col("SW_REASON") == "FCONTA"
    assert known.filter((pl.col("gap") > pl.duration(days=7)) & ~new_contact).height == 0
    same = pl.col("SW_ID") == pl.col("SW_ID").shift(1).over("year", "CHILD")
    assert ordered.filter(same).height == 0


def test_reason_is_given_since_the_table_began(table):
    spells = table("SWEpisodes")
    assert spells.select((pl.col("SW_REASON").is_not_null() == (pl.col("SW_DECOM") >= SINCE)).all()).item()


def test_first_contact_begins_with_care(table, cared):
    first = table("SWEpisodes").filter(
        (pl.col("SW_REASON") == "FCONTA") & (pl.col("SW_DECOM") > pl.col("year_start"))
    )
    starts = cared.filter(pl.col("RNE") == "S").select("year", "CHILD", SW_DECOM="DECOM")
    assert first.height > 50
    assert first.join(starts, on=["year", "CHILD", "SW_DECOM"], how="anti").height == 0


def test_workers_are_made_up_and_look_after_several_children(table):
    spells = table("SWEpisodes")
    assert spells["SW_ID"].str.contains(r"^SW9\d{6}$").all()
    assert spells.group_by("SW_ID").agg(pl.col("CHILD").n_unique())["CHILD"].median() > 5


def test_no_time_with_a_worker_ends_in_the_last_days_of_march(table):
    late = pl.col("SW_DEC").is_between(pl.col("year_end") - pl.duration(days=5), pl.col("year_end"))
    assert table("SWEpisodes").filter(late).height == 0
