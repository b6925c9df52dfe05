"""The made-up authority is shaped like England, whose published figures are named beside each range."""

import polars as pl
import pytest

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.county import COUNTY
from sufficiency.analytics.reference.kinds import kind_expression
from sufficiency.analytics.reference.postcodes import find_postcodes, with_location
from sufficiency.analytics.reference.years import CollectionYear

CHILDREN = 3000
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def year():
    """Episodes of a large authority in 2024-25 with births, dates parsed."""
    made = make_up_authority(children=CHILDREN, years=1, last_year=CollectionYear(2025), seed=4).returns[0]
    days = [pl.col(name).str.to_date("%d/%m/%Y") for name in ("DECOM", "DEC", "DOB")]
    rows = made.tables["Episodes"].join(made.tables["Header"].select("CHILD", "DOB", "SEX"), on="CHILD")
    return rows.with_columns(*days).filter(~pl.col("LS").is_in(["V3", "V4"]))


@pytest.fixture(scope="module")
def stock(year):
    """Children looked after on 31 March 2025, with their kind of placement and age."""
    open_now = year.filter(pl.col("DEC").is_null())
    age = (pl.date(2025, 3, 31) - pl.col("DOB")).dt.total_days() / 365.25
    return open_now.with_columns(kind=kind_expression(pl.col("PLACE"), pl.col("PLACE_PROVIDER")), age=age)


def share(frame, condition):
    return frame.select(condition.fill_null(value=False).mean()).item()


@pytest.mark.parametrize(
    ("kinds", "low", "high"),
    [
        (["kinship_fostering"], 0.13, 0.21),  # 16%
        (["in_house_fostering"], 0.20, 0.31),  # 24%
        (["agency_fostering"], 0.21, 0.31),  # 27%
        (["in_house_residential", "external_residential", "secure"], 0.09, 0.15),  # 12%
        (["supported_accommodation"], 0.055, 0.11),  # 9%
        (["with_parents"], 0.04, 0.09),  # 6%
        (["adoption"], 0.013, 0.035),  # 2%
        (["other", "residential_school", "other_residential"], 0.01, 0.05),  # 4%
    ],
)
def test_kinds_of_placement(stock, kinds, low, high):
    assert low < share(stock, pl.col("kind").is_in(kinds)) < high


@pytest.mark.parametrize(
    ("first", "last", "low", "high"),
    [(0, 1, 0.03, 0.06), (1, 5, 0.12, 0.19), (5, 10, 0.15, 0.23), (10, 16, 0.33, 0.42), (16, 18, 0.20, 0.29)],
)  # 4, 13, 18, 38 and 27%
def test_ages(stock, first, last, low, high):
    assert low < share(stock, pl.col("age").is_between(first, last, closed="left")) < high


@pytest.mark.parametrize(
    ("statuses", "low", "high"),
    [(["C1", "C2"], 0.66, 0.80), (["E1"], 0.04, 0.08), (["V2"], 0.16, 0.27)],
)  # 75, 6 and 19%
def test_legal_statuses(stock, statuses, low, high):
    assert low < share(stock, pl.col("LS").is_in(statuses)) < high


def test_starts_and_ceases_keep_the_number_about_level(year):
    starts = year.filter((pl.col("RNE") == "S") & (pl.col("DECOM") >= pl.date(2024, 4, 1)))[
        "CHILD"
    ].n_unique()
    ceases = year.filter(pl.col("REC").is_not_null() & (pl.col("REC") != "X1"))["CHILD"].n_unique()
    assert 0.34 < starts / CHILDREN < 0.48  # 39%
    assert 0.34 < ceases / CHILDREN < 0.48  # 42%


@pytest.mark.parametrize(
    ("codes", "low", "high"),
    [
        (["E4A", "E4B"], 0.15, 0.26),  # 20%
        (["E45", "E46", "E47", "E48"], 0.07, 0.15),  # 11%
        (["E11", "E12"], 0.05, 0.12),  # 9%
        (["E17"], 0.11, 0.22),  # 16%
        (["E5", "E6"], 0.08, 0.19),  # 16%
    ],
)
def test_ways_of_leaving(year, codes, low, high):
    left = year.filter(pl.col("REC").is_not_null() & (pl.col("REC") != "X1"))
    assert low < share(left, pl.col("REC").is_in(codes)) < high


def test_one_child_in_ten_has_three_placements_in_the_year(year, stock):
    moves = year.join(stock.select("CHILD"), on="CHILD", how="semi").filter(
        pl.col("RNE").is_in(["S", "P", "B"]) & ~pl.col("PLACE").str.starts_with("T")
        & (pl.col("DECOM") >= pl.date(2024, 4, 1))
    )  # fmt: skip
    several = moves.group_by("CHILD").len().filter(pl.col("len") >= 2).height
    assert 0.05 < several / CHILDREN < 0.17  # 10% have three or more, with the one they lived in before


def test_distances_are_those_of_a_county(stock):
    columns = {"home": "HOME_POST", "placement": "PL_POST"}
    postcodes = find_postcodes(pl.concat([stock["HOME_POST"].rename("p"), stock["PL_POST"].rename("p")]))
    placed = with_location(stock, **columns, authority=COUNTY, postcodes=postcodes)
    assert placed["PL_LA"].null_count() == 0
    assert 0.33 < share(placed, pl.col("PL_LOCATION") == "OUT") < 0.48  # 44%
    assert 0.2 < share(placed, pl.col("PL_DISTANCE") > 20) < 0.42  # 22%, 42% in the county
    homes = placed.filter(pl.col("PLACE") == "K2")
    assert 0.45 < share(homes, pl.col("PL_LOCATION") == "OUT") < 0.75  # 68%


def test_homes_in_wales_have_no_english_number(stock):
    postcodes = find_postcodes(stock["PL_POST"])
    placed = with_location(
        stock, home="HOME_POST", placement="PL_POST", authority=COUNTY, postcodes=postcodes
    )
    assert set(placed["PL_LA"].str.head(1)) <= {"E", "W"}
    in_wales = placed.filter((pl.col("PL_LA") == "WAL") & (pl.col("PLACE") == "K2"))
    assert in_wales["URN"].null_count() == in_wales.height > 0


def test_new_entrants_leave_sooner_than_the_average_child():
    returns = make_up_authority(children=CHILDREN, years=2, last_year=CollectionYear(2026), seed=8).returns
    first, second = (made.tables["Episodes"] for made in returns)
    in_care = first.filter(pl.col("DEC").is_null() & ~pl.col("LS").is_in(["V3", "V4"]))
    new = in_care.join(
        first.filter(
            (pl.col("RNE") == "S") & pl.col("DECOM").str.slice(3).is_in(["01/2025", "02/2025", "03/2025"])
        ),
        on="CHILD",
        how="semi",
    )
    stayed = second.filter(pl.col("DEC").is_null()).select("CHILD").unique()
    left = [frame.join(stayed, on="CHILD", how="anti").height / frame.height for frame in (new, in_care)]
    assert left[0] > left[1] + 0.05
