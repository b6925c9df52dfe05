"""A county's planned changes in the mix of placements, priced: its strategy's own figures, to the pound."""

from decimal import Decimal

import pytest

from sufficiency.analytics.money.mix_pricing import priced_mix
from sufficiency.analytics.money.prices import built_in
from sufficiency.analytics.reference.kinds import Kind

# Placement strategy of an English county, 2011–2015, appendix 1; its private residential placements include
# residential schools.
CHANGES = {
    Kind.EXTERNAL_RESIDENTIAL: [-4, -12, -15, -15],
    Kind.IN_HOUSE_RESIDENTIAL: [4, 10, 6, 0],
    Kind.AGENCY_FOSTERING: [-24, -18, -41, -15],
    Kind.IN_HOUSE_FOSTERING: [6, 10, 20, 20],
}


def test_the_table_adds_up():
    assert [sum(row) for row in CHANGES.values()] == [-46, 20, -98, 56]
    assert [sum(column) for column in zip(*CHANGES.values(), strict=True)] == [-18, -10, -30, -10]


def test_the_table_priced_comes_to_the_printed_sum():
    found = priced_mix(CHANGES, built_in("cambridgeshire_2010"))
    assert found.by_year == (1112800, 1413568, 3163680, 2741440)
    assert found.total == Decimal(8431488)


def test_a_kind_without_a_price_cannot_be_priced():
    with pytest.raises(KeyError, match="has no price for secure"):
        priced_mix({Kind.SECURE: [1]}, built_in("cambridgeshire_2010"))
