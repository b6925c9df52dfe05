"""Sets of prices: the ones that come with the program, and filling what a set lacks."""

from datetime import date
from decimal import Decimal

import pytest

from sufficiency.analytics.money.prices import (
    ASSUMED,
    CERTAINTIES,
    READ,
    Price,
    PriceError,
    PriceSet,
    built_in,
    built_in_names,
    in_order,
    kind_named,
)
from sufficiency.analytics.reference.kinds import Kind

APRIL = date(2026, 4, 1)


def price(kind: Kind, pounds: str, *, from_date: date = APRIL, inflation: str = "0.03") -> Price:
    return Price(kind, Decimal(pounds), from_date, Decimal(inflation), "our ledger")


def prices(*given: Price) -> PriceSet:
    return PriceSet("ours", "Our prices", in_order(list(given)), {})


def test_the_default_set_prices_every_kind():
    assert built_in_names()[0] == "england_2024_25"
    assert built_in("england_2024_25").missing == ()


@pytest.mark.parametrize("name", built_in_names())
def test_every_built_in_price_has_a_source_a_date_and_a_certainty(name):
    found = built_in(name)
    assert found.prices
    for given in found.prices:
        assert given.weekly_price > 0
        assert given.source
        assert given.certainty in CERTAINTIES
        assert given.from_date.month == 4
    assert found.averages


def test_the_split_of_england_is_marked_as_assumed():
    england = built_in("england_2024_25")
    assert {price.kind for price in england.assumptions} == set(Kind) - {Kind.ADOPTION}
    assert england.of(Kind.ADOPTION)[0].weekly_price == 1450
    assert england.averages["all_fostering"] == 765
    assert england.year == "2024"


def test_cambridgeshire_has_the_prices_printed_in_its_strategy():
    found = built_in("cambridgeshire_2010")
    printed = {price.kind: int(price.weekly_price) for price in found.prices}
    assert printed == {
        Kind.IN_HOUSE_FOSTERING: 460,
        Kind.AGENCY_FOSTERING: 838,
        Kind.IN_HOUSE_RESIDENTIAL: 2278,
        Kind.EXTERNAL_RESIDENTIAL: 3290,
    }
    assert not found.assumptions
    assert len(found.missing) == 8


def test_what_a_set_lacks_is_scaled_as_the_nearest_kind_is():
    england = built_in("england_2024_25")
    filled = built_in("cambridgeshire_2010").filled_from(england)
    kinship = filled.of(Kind.KINSHIP_FOSTERING)[0]
    assert kinship.weekly_price == Decimal("345.00")  # 420 x 460 / 560
    assert kinship.certainty == ASSUMED
    assert kinship.from_date == date(2010, 4, 1)
    assert kinship.source == (
        "taken from England 2024-25, with assumed prices by kind, scaled as in-house fostering is"
    )
    secure = filled.of(Kind.SECURE)[0]
    assert secure.weekly_price == Decimal("4545.39")  # 10,500 x 3,290 / 7,600
    assert filled.missing == ()


def test_prices_that_a_set_has_are_kept_when_it_is_filled():
    filled = prices(price(Kind.SECURE, "9000")).filled_from(built_in("england_2024_25"))
    assert filled.of(Kind.SECURE)[0].weekly_price == 9000
    assert filled.of(Kind.SECURE)[0].certainty == READ


def test_without_any_near_kind_the_other_sets_price_is_taken():
    filled = prices(price(Kind.SECURE, "9000")).filled_from(built_in("england_2024_25"))
    kinship = filled.of(Kind.KINSHIP_FOSTERING)[0]
    assert kinship.weekly_price == 420
    assert kinship.certainty == ASSUMED


def test_a_set_with_everything_is_not_changed_by_filling():
    england = built_in("england_2024_25")
    assert england.filled_from(england) == england


def test_prices_stand_in_the_usual_order_and_by_date():
    later = price(Kind.KINSHIP_FOSTERING, "450", from_date=date(2027, 4, 1))
    found = prices(price(Kind.OTHER, "1"), later, price(Kind.KINSHIP_FOSTERING, "430"))
    assert [given.weekly_price for given in found.prices] == [430, 450, 1]
    assert found.year == "2026 to 2027"


def test_an_unknown_set_is_refused_with_those_there_are():
    with pytest.raises(PriceError, match=r"no set “kent”.*england_2024_25"):
        built_in("kent")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("agency_fostering", Kind.AGENCY_FOSTERING),
        ("IFA", Kind.AGENCY_FOSTERING),
        ("In-house foster", Kind.IN_HOUSE_FOSTERING),
        ("In-house fostering", Kind.IN_HOUSE_FOSTERING),
        (" Private residential ", Kind.EXTERNAL_RESIDENTIAL),
        ("Secure children’s home", Kind.SECURE),
        ("lodgings", None),
        ("", None),
    ],
)
def test_words_of_ours_and_of_other_documents_name_kinds(word, kind):
    assert kind_named(word) is kind
