from datetime import date

import pytest

from factories.children import ChildFactory
from sufficiency.web.children import queries
from sufficiency.web.children.forms import ChildFilters, UncoverAddresses

AS_AT = date(2027, 3, 31)


def narrowed(authority, **given):
    form = ChildFilters(given, as_at=AS_AT)
    return {child.reference for child in form.narrow(queries.children_of(authority))}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2026, 4, 1), "under 1"),
        (date(2026, 3, 31), "1-4"),
        (date(2011, 4, 1), "10-15"),
        (date(2011, 3, 31), "16-17"),
        (date(2009, 3, 31), "18 and over"),
        (date(1950, 1, 1), "18 and over"),
    ],
)
def test_an_age_band_holds_who_had_that_age_on_the_day_of_the_data(authority, born, band):
    ChildFactory(authority=authority, reference="one", born=born)
    assert narrowed(authority, age=band) == {"one"}


def test_a_child_whose_birthday_is_not_known_is_in_no_band(authority):
    ChildFactory(authority=authority, born=None)
    assert narrowed(authority, age="18 and over") == set()


def test_references_are_found_whatever_the_letters_case(authority):
    ChildFactory(authority=authority, reference="AbC1")
    assert narrowed(authority, reference="abc") == {"AbC1"}


def test_filters_together_narrow_further(authority):
    ChildFactory(authority=authority, reference="one", kind="secure", in_care_since=date(2026, 1, 1))
    ChildFactory(authority=authority, reference="two", kind="", in_care_since=None)
    assert narrowed(authority, care="in-care") == {"one"}
    assert narrowed(authority, care="left") == {"two"}
    assert narrowed(authority, care="left", kind="secure") == set()


def test_without_filters_everyone_is_there(authority):
    ChildFactory.create_batch(3, authority=authority)
    assert len(narrowed(authority)) == 3


@pytest.mark.parametrize(("reason", "is_enough"), [("Rule 156", True), ("   ", False), ("x" * 201, False)])
def test_a_reason_for_uncovering_has_words_and_an_end(reason, is_enough):
    assert UncoverAddresses({"reason": reason}).is_valid() is is_enough
