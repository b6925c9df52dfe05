import polars as pl


def adopted(table, cared):
    ends = cared.filter(pl.col("REC").is_in(["E11", "E12"]))
    return table("AD1").join(
        ends.select("year", "CHILD", "DECOM", "DEC", "PLACE", "REC"),
        on=["year", "CHILD"],
        how="full",
        coalesce=True,
    )


def test_everybody_adopted_in_the_year_is_returned_once(table, cared):
    rows = adopted(table, cared)
    assert rows.height > 40
    assert rows["DEC"].null_count() == rows["DATE_INT"].null_count() == 0
    assert rows.select("year", "CHILD").is_duplicated().any() is False


def test_steps_to_adoption_come_in_order(table, cared):
    rows = adopted(table, cared)
    in_order = (
        (pl.col("DATE_INT") <= pl.col("DATE_MATCH"))
        & (pl.col("DATE_MATCH") <= pl.col("DECOM"))
        & (pl.col("DECOM") < pl.col("DEC"))
    )
    assert rows.select(in_order.all()).item()


def test_adopted_children_lived_with_their_adopters(table, cared):
    rows = adopted(table, cared)
    by_carer = pl.col("PLACE").is_in(["A3", "A5"])
    assert rows["PLACE"].is_in(["A3", "A4", "A5", "A6"]).all()
    assert rows.select(((pl.col("FOSTER_CARE") == "1") == by_carer).all()).item()
    assert rows["FOSTER_CARE"].n_unique() == 2


def test_nobody_adopted_comes_back(episodes):
    last = episodes.filter(pl.col("REC").is_in(["E11", "E12"])).select("CHILD", adopted="DEC")
    later = episodes.join(last, on="CHILD").filter(pl.col("DECOM") >= pl.col("adopted"))
    assert later.height == 0


def test_adopters_fit_their_number_and_status(table):
    pairs = set(table("AD1").select("NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR").unique().iter_rows())
    for number, sex, status in pairs:
        assert (number == "1") == (sex in ("M1", "F1")) == (status == "L0")
        assert (status not in ("L11", "L3")) or sex == "MF"


def test_placement_under_an_order_has_the_order(cared):
    under_order = cared.filter(pl.col("PLACE").is_in(["A5", "A6"]))
    by_consent = cared.filter(pl.col("PLACE").is_in(["A3", "A4"]))
    assert set(under_order["LS"]) == {"E1"}
    assert set(by_consent["LS"]) <= {"V2"}


def test_carers_who_adopt_keep_the_child_where_it_is(cared, before):
    by_carer = cared.with_columns(was=before("PL_POST"), place_was=before("PLACE")).filter(
        pl.col("PLACE").is_in(["A3", "A5"]) & pl.col("was").is_not_null()
    )
    assert by_carer.height
    assert (by_carer["was"] == by_carer["PL_POST"]).all()
    assert by_carer["place_was"].is_in(["U5", "U6"]).all()
    assert set(by_carer["RNE"]) <= {"T", "U"}


def test_every_placement_order_has_its_decision_before_it(table, cared):
    orders = cared.filter(pl.col("LS") == "E1").group_by("year", "CHILD").agg(pl.col("DECOM").min())
    joined = orders.join(table("PlacedAdoption"), on=["year", "CHILD"], how="left")
    assert joined.height > 100
    assert joined.select((pl.col("DATE_PLACED") <= pl.col("DECOM")).all()).item()


def test_decision_stays_in_the_return_until_it_ends(table, cared):
    decisions = table("PlacedAdoption")
    goes_on = decisions.filter(pl.col("DATE_PLACED_CEASED").is_null() & (pl.col("year") < 2027))
    in_care = cared.filter(pl.col("DEC").is_null()).select("year", "CHILD")
    expected = goes_on.join(in_care, on=["year", "CHILD"], how="semi").select(
        pl.col("year") + 1, "CHILD", "DATE_PLACED"
    )
    assert expected.join(decisions, on=["year", "CHILD", "DATE_PLACED"], how="anti").height == 0


def test_reversed_decision_is_dated_in_the_year_with_its_reason(table):
    ended = table("PlacedAdoption").filter(pl.col("DATE_PLACED_CEASED").is_not_null())
    assert ended.height > 5
    assert ended["REASON_PLACED_CEASED"].null_count() == 0
    assert ended.filter(pl.col("DATE_PLACED_CEASED") < pl.col("year_start")).height == 0
    assert ended.filter(pl.col("DATE_PLACED_CEASED") <= pl.col("DATE_PLACED")).height == 0


def test_adoption_agrees_with_the_decision(table):
    both = table("AD1").join(table("PlacedAdoption"), on=["year", "CHILD"])
    assert both.height > 40
    assert (both["DATE_INT"] == both["DATE_PLACED"]).all()
    assert both["DATE_PLACED_CEASED"].null_count() == both.height
