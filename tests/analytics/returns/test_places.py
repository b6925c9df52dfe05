import polars as pl
import pytest

from sufficiency.analytics.reference.postcodes import with_location
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.engines import PolarsEngine, Search
from sufficiency.analytics.returns.places import needed_postcodes
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.derived_places import located, pl_location

OURS = "E08000025"


def a_return(ending, home, placed):
    episodes = pl.DataFrame({"HOME_POST": home, "PL_POST": placed}, schema_overrides={"HOME_POST": pl.String})
    return Return(CollectionYear(ending), {"Episodes": episodes})


def test_postcodes_of_both_years_and_of_providers_are_needed_once():
    providers = pl.DataFrame({"postcode": ["ZE1 1ZE", None, "B1 1AA"]})
    returns = (
        a_return(2026, ["B1 1AA", None], ["b11ab", "B1 1AC"]),
        a_return(2025, ["B11AC"], ["B1 1AD"]),
        Return(CollectionYear(2024), {}),
    )
    needed = needed_postcodes(returns, providers=providers)
    assert needed.to_list() == ["B11AA", "B11AB", "B11AC", "B11AD", "ZE11ZE"]


def test_nothing_is_needed_where_nothing_is_given():
    assert needed_postcodes([a_return(2026, [None], [None])]).to_list() == []


@pytest.mark.parametrize("authority", [OURS, "E10000003"])
def test_rules_and_measures_place_a_child_alike(authority):
    postcodes = pl.DataFrame(
        {
            "postcode": ["H1", "N1", "S1", "W1", "I1", "J1", "Q1"],
            "easting": [400000.0, 401234, 325000, 318000, 145000, None, 401000],
            "northing": [280000.0, 284321, 673000, 176000, 529000, None, 281000],
            "authority": [OURS, "E10000003", "S12000033", "W06000015", "N09000003", "L99999999", None],
        }
    )
    placed = ["N1", "n 1", "S1", "W1", "I1", "J1", "Q1", "ZZ1", None, "H1"]
    episodes = pl.DataFrame({"line": range(10), "HOME_POST": ["H1"] * 9 + [None], "PL_POST": placed})
    engine = PolarsEngine()
    by_rules = located(engine.lazy(episodes), engine.lazy(postcodes)).with_columns(
        PL_LOCATION=pl_location("PL_LA", authority)
    )
    by_measures = with_location(
        episodes, home="HOME_POST", placement="PL_POST", authority=authority, postcodes=postcodes
    )
    (found,) = engine.run([Search(by_rules, ("line", "PL_LA", "PL_LOCATION", "PL_DISTANCE"))])
    assert found.sort("line").equals(by_measures.select("line", "PL_LA", "PL_LOCATION", "PL_DISTANCE"))
