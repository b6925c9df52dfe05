import polars as pl

PUPIL_NUMBER = r"^[A-HJ-NP-RT-Z]\d{12}$"


def test_sex_is_written_as_the_year_wants_it(table):
    by_year = table("Header").group_by("year").agg(pl.col("SEX").unique().sort())
    for year, codes in by_year.iter_rows():
        assert codes == (["F", "M"] if year >= 2025 else ["1", "2"])


def test_child_keeps_sex_ethnicity_and_birth(table):
    header = table("Header").with_columns(pl.col("SEX").replace({"1": "M", "2": "F"}))
    for name in ("SEX", "ETHNIC", "DOB"):
        assert header.group_by("CHILD").agg(pl.col(name).n_unique())[name].max() == 1


def test_pupil_numbers_are_well_formed_made_up_and_their_own(table):
    numbers = table("Header").filter(~pl.col("UPN").is_in(["UN1", "UN2"]))
    assert numbers["UPN"].str.contains(PUPIL_NUMBER).all()
    assert (numbers["UPN"].str.slice(1, 3) == "999").all()
    assert numbers.group_by("year", "UPN").len()["len"].max() == 1
    assert numbers.group_by("CHILD").agg(pl.col("UPN").n_unique())["UPN"].max() == 1


def test_too_young_for_a_number_means_under_school_age(table, birthday):
    small = table("Header").filter(pl.col("UPN") == "UN1")
    assert small.height > 50
    august = pl.date(pl.col("year_start").dt.year(), 8, 31)
    assert small.filter(birthday(4) <= august).height == 0


def test_motherhood_is_asked_of_girls_in_care_only(table, cared):
    in_care = cared.select("year", "CHILD").unique().with_columns(in_care=pl.lit(value=True))
    header = table("Header").join(in_care, on=["year", "CHILD"], how="left")
    asked = pl.col("SEX").is_in(["2", "F"]) & pl.col("in_care").fill_null(value=False)
    assert header.select((pl.col("MOTHER").is_not_null() == asked).all()).item()


def test_mothers_have_their_childs_birth_and_stay_mothers(table, cared, birthday):
    mothers = table("Header").filter(pl.col("MOTHER") == "1")
    assert mothers.height
    assert mothers["MC_DOB"].null_count() == 0
    assert mothers.filter(pl.col("MC_DOB") < birthday(15)).height == 0
    assert mothers.filter(pl.col("MC_DOB") > pl.col("year_end")).height == 0
    in_care = cared.select("year", "CHILD").unique()
    since = mothers.group_by("CHILD").agg(since=pl.col("year").min())
    later = table("Header").join(in_care, on=["year", "CHILD"], how="semi").join(since, on="CHILD")
    assert (later.filter(pl.col("year") >= pl.col("since"))["MOTHER"] == "1").all()


def test_unaccompanied_children_are_known_until_18(table, cared, birthday):
    alone = table("UASC")
    assert alone.height > 100
    assert alone.select((pl.col("DUC") == birthday(18)).all()).item()
    assert alone.filter(pl.col("DUC") < pl.col("year_start")).height == 0
    everybody = set(alone["CHILD"])
    in_care = cared.filter(pl.col("CHILD").is_in(list(everybody))).select("year", "CHILD").unique()
    assert in_care.join(alone, on=["year", "CHILD"], how="anti").height == 0


def test_unaccompanied_children_agree_with_the_header(table):
    both = table("UASC").join(table("Header"), on=["year", "CHILD"])
    assert (both["SEX"] == both["SEX_right"]).all()
