from datetime import date

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.homes import _Beds
from sufficiency.analytics.reference.kinds import Kind


@pytest.fixture(scope="session")
def providers(authority):
    return authority.providers


def test_register_names_every_number_in_the_returns(episodes, providers):
    used = set(episodes["URN"].drop_nulls()) - {"XXXXXXX"}
    assert len(used) > 30
    assert used <= set(providers["urn"].drop_nulls())


def test_places_and_owners_are_those_registered(episodes, providers):
    known = episodes.filter(pl.col("URN").is_not_null() & (pl.col("URN") != "XXXXXXX")).join(
        providers, left_on="URN", right_on="urn"
    )
    assert known.select(pl.col("placement_codes").str.contains(pl.col("PLACE"), literal=True).all()).item()
    assert (known["PLACE_PROVIDER"] == known["provider_code"]).all()


def test_homes_stand_where_their_children_live(episodes, providers):
    homes = episodes.filter(
        pl.col("PLACE").is_in(["K1", "K2", "K3", "R3", "S1"]) & pl.col("URN").is_not_null()
    )
    joined = homes.filter(pl.col("URN") != "XXXXXXX").join(providers, left_on="URN", right_on="urn")
    assert joined.height > 200
    assert (joined["PL_POST"] == joined["postcode"]).all()


def test_own_homes_are_in_the_county_and_others_authorities_are_not(providers):
    homes = providers.filter(pl.col("kind") == Kind.IN_HOUSE_RESIDENTIAL)
    assert homes.height >= 2
    assert set(homes["authority"]) == {"Cambridgeshire"}
    assert "Cambridgeshire" not in set(providers.filter(pl.col("provider_code") == "PR2")["authority"])


def test_homes_have_places_and_agencies_have_none(providers):
    agencies = providers.filter(
        pl.col("kind").is_in([Kind.AGENCY_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.ADOPTION])
    )
    assert agencies["places"].null_count() == agencies.height
    assert providers.filter(pl.col("kind") == Kind.EXTERNAL_RESIDENTIAL)["places"].is_between(3, 6).all()


def test_in_house_is_what_the_council_provides(providers):
    assert set(providers.filter("in_house")["provider_code"]) == {"PR1"}
    assert set(providers.filter(~pl.col("in_house"))["provider_code"]) == {"PR2", "PR4", "PR5"}


def test_closed_homes_are_listed_and_empty(providers, episodes):
    closed = providers.filter(pl.col("closed").is_not_null())
    assert closed.height == 2
    assert not set(closed["urn"]) & set(episodes["URN"].drop_nulls())


def test_only_homes_in_wales_have_no_number(providers):
    assert set(providers.filter(pl.col("urn").is_null())["authority"]) <= {"Wales"}
    assert "Wales" not in set(providers.filter(pl.col("urn").is_not_null())["authority"])


def test_own_homes_never_hold_more_than_their_places(episodes, providers):
    own = providers.filter(pl.col("kind") == Kind.IN_HOUSE_RESIDENTIAL).select("urn", "places", "opened")
    stays = episodes.filter((pl.col("PLACE") == "K2") & (pl.col("PLACE_PROVIDER") == "PR1"))
    for day in (date(2022, 3, 31), date(2024, 9, 1), date(2026, 12, 24)):
        there = (pl.col("DECOM") <= day) & (pl.col("DEC").is_null() | (pl.col("DEC") > day))
        year = day.year + (day.month >= 4)
        held = (
            stays.filter(there & (pl.col("year") == year))
            .group_by("URN")
            .len()
            .join(own, left_on="URN", right_on="urn")
        )
        assert held.select((pl.col("len") <= pl.col("places")).all()).item()
        assert held.select((pl.col("opened") <= day).all()).item()


def beds(*, places=(1, 2), opened=(0, 0)):
    return _Beds(pl.DataFrame({"home": [10, 20], "places": list(places), "opened": list(opened)}))


def test_free_place_is_found_in_another_home():
    rng = np.random.default_rng(1)
    homes = beds()
    assert {int(homes.home[homes.free(rng, 5, other_than=10, crowded=False)]) for _ in range(20)} == {20}


def test_full_homes_have_no_place_unless_crowded():
    rng = np.random.default_rng(1)
    full = beds(opened=(9, 9))
    assert full.free(rng, 5, other_than=-1, crowded=False) is None
    assert full.free(rng, 5, other_than=-1, crowded=True) in (0, 1, 2)


def test_only_place_left_is_found():
    rng = np.random.default_rng(1)
    homes = beds(places=(40, 1), opened=(9, 0))
    assert homes.free(rng, 5, other_than=-1, crowded=False) == 40
