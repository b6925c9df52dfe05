import polars as pl
import pytest

from sufficiency.analytics.made_up.authority import made_up_providers, make_up, make_up_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.codes import code_sets
from sufficiency.analytics.returns.tables import TABLES, collected_in

LAST = CollectionYear(2026)


def small(**changed):
    return make_up(**{"children": 60, "years": 2, "last_year": LAST, "seed": 5, **changed})


def same(one, other):
    return all(
        a.year == b.year and all(a.tables[name].equals(b.tables[name]) for name in a.tables)
        for a, b in zip(one, other, strict=True)
    )


@pytest.mark.slow
def test_same_numbers_make_the_same_returns():
    assert same(small(), small())


@pytest.mark.slow
def test_another_seed_makes_other_returns():
    assert not same(small(), small(seed=6))


def test_years_are_in_order_and_end_where_asked(returns):
    assert [made.year.ending for made in returns] == [2022, 2023, 2024, 2025, 2026, 2027]


def test_every_table_of_the_year_is_there_in_official_columns(returns):
    for made in returns:
        assert list(made.tables) == [table.name for table in collected_in(made.year)]
        for name, frame in made.tables.items():
            assert tuple(frame.columns) == TABLES[name].column_names
            assert set(frame.dtypes) == {pl.String}


def test_every_table_holds_something(returns):
    assert all(frame.height for frame in returns[-1].tables.values())


def test_as_many_children_are_looked_after_at_the_end_as_asked(cared):
    open_at_end = cared.filter((pl.col("year") == 2027) & pl.col("DEC").is_null())
    assert open_at_end["CHILD"].n_unique() == 400


@pytest.mark.slow
@pytest.mark.parametrize("children", [1, 7])
def test_very_small_authorities_can_be_made(children):
    made = small(children=children, years=1)
    episodes = made[0].tables["Episodes"].filter(~pl.col("LS").is_in(["V3", "V4"]))
    assert episodes.filter(pl.col("DEC").is_null())["CHILD"].n_unique() == children


def test_earlier_years_hold_about_as_many_children(cared):
    in_care = cared.filter(pl.col("DEC").is_null()).group_by("year").agg(pl.col("CHILD").n_unique())
    assert in_care["CHILD"].min() > 300
    assert in_care["CHILD"].max() < 500


@pytest.mark.slow
def test_codes_are_valid_in_their_year(returns, old_returns):
    for made in (*returns, *old_returns):
        for name, frame in made.tables.items():
            for column in TABLES[name].columns:
                if column.codes in code_sets() and column.name not in ("ACCOM", "UPN"):
                    used = set(frame[column.name].drop_nulls())
                    assert used <= code_sets()[column.codes].valid_in(made.year), (made.year, column.name)


def test_identifiers_are_short_and_stand_for_one_child(table):
    header = table("Header")
    assert header["CHILD"].str.len_chars().max() <= 10
    assert header.group_by("CHILD").agg(pl.col("DOB").n_unique())["DOB"].max() == 1


def test_every_row_belongs_to_a_child_in_the_header(returns):
    for made in returns:
        known = set(made.tables["Header"]["CHILD"])
        for frame in made.tables.values():
            assert set(frame["CHILD"]) <= known


def test_births_agree_in_all_tables(returns):
    for made in returns:
        header = made.tables["Header"].select("CHILD", BORN="DOB")
        for frame in made.tables.values():
            if "DOB" in frame.columns:
                joined = frame.join(header, on="CHILD")
                assert (joined["DOB"] == joined["BORN"]).all()


@pytest.mark.parametrize("wrong", [{"children": 0}, {"years": 0}, {"faults": 1.5}, {"faults": -0.1}])
def test_impossible_numbers_are_refused(wrong):
    with pytest.raises(ValueError, match="at least one child and one year"):
        small(**wrong)


@pytest.mark.parametrize(("years", "ending"), [(3, 2018), (1, 2028)])
def test_years_without_a_description_are_refused(years, ending):
    with pytest.raises(ValueError, match="not described"):
        make_up(children=10, years=years, last_year=CollectionYear(ending))


@pytest.mark.slow
def test_providers_are_those_of_the_returns():
    given = {"children": 60, "years": 2, "last_year": LAST, "seed": 5}
    assert made_up_providers(**given).equals(make_up_authority(**given).providers)
