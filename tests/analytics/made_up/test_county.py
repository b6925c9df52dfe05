import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.county import FAR, INSIDE, METRES_IN_A_MILE, NEAR, County, Places, county
from sufficiency.analytics.reference.postcodes import find_postcodes


def places(*points, authority="Here"):
    east, north = zip(*points, strict=True)
    names = np.array([f"{authority[:2]}{number} 1AA" for number in range(len(points))], dtype=object)
    miles = METRES_IN_A_MILE
    return Places(
        names,
        np.array(east) * miles,
        np.array(north) * miles,
        np.array([authority] * len(points), dtype=object),
    )


LITTLE = County(
    inside=places((1, 0), (5, 0), (20, 0)),
    near=places((30, 0), (33, 0), authority="Near"),
    far=places((100, 0), authority="Far"),
)


def found(ring, miles, size=200):
    at = np.zeros(size)
    return LITTLE.about(
        np.random.default_rng(1),
        np.full(size, ring),
        easting=at,
        northing=at,
        miles=np.full(size, float(miles)),
    )


def test_place_is_the_one_at_the_distance_wanted():
    assert (found(INSIDE, 5).easting == 5 * METRES_IN_A_MILE).mean() > 0.99
    assert (found(NEAR, 29).easting == 30 * METRES_IN_A_MILE).mean() > 0.99


def test_far_places_are_taken_as_they_come():
    assert set(found(FAR, 5).authority) == {"Far"}


def test_anywhere_keeps_to_the_ring():
    drawn = LITTLE.anywhere(np.random.default_rng(1), np.array([INSIDE, NEAR, FAR] * 20))
    assert drawn.authority.tolist() == ["Here", "Near", "Far"] * 20
    assert len(drawn) == 60


def test_places_can_be_replaced_without_changing_the_old_ones():
    old = LITTLE.near
    new = old.replaced(np.array([1]), LITTLE.far)
    assert new.authority.tolist() == ["Near", "Far"]
    assert old.authority.tolist() == ["Near", "Near"]


@pytest.mark.slow
def test_the_real_county_is_cambridgeshire_and_its_surroundings():
    real = county()
    assert set(real.inside.authority) == {"Cambridgeshire"}
    assert {"Peterborough", "Suffolk"} <= set(real.near.authority)
    assert {"Norfolk", "Wales"} <= set(real.far.authority)
    assert "Cambridgeshire" not in set(real.near.authority) | set(real.far.authority)
    assert min(map(len, real.rings)) > 10_000


@pytest.mark.slow
def test_its_postcodes_are_real():
    some = county().inside.take(np.arange(0, 3000, 100)).postcode
    assert find_postcodes(pl.Series(some, dtype=pl.String)).height == len(some)
