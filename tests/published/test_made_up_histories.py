"""Figures of the made-up histories and of the sample returns that are known beforehand."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from returns_in_text import places
from sufficiency.analytics.disclosure import suppressed
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.measures.links import sums_between
from sufficiency.analytics.measures.scorecard import scorecard
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.reading import read_returns

pytestmark = pytest.mark.slow


@cache
def joined(folder: Path) -> History:
    return history(read_returns(folder))


@pytest.fixture
def authority_a(shared) -> History:
    return joined(shared("data", "histories", "a", "returns"))


def results(of: History, **given):
    return {result.id: result for result in scorecard(of, **given)}


def test_the_numbers_of_2023_24(authority_a):
    found = results(authority_a, years=[CollectionYear.parse("2023-24")])
    assert {name: found[name].value for name in ("cla_number", "starts_year", "ceases_year")} == {
        "cla_number": 1134,
        "starts_year": 435,
        "ceases_year": 329,
    }


def test_the_children_by_kind_of_2023_24(authority_a):
    kinds = {part.value: part.numerator for part in results(authority_a)["cla_number"].by if part.numerator}
    assert kinds == {
        "kinship_fostering": 142,
        "in_house_fostering": 341,
        "agency_fostering": 333,
        "external_residential": 173,
        "supported_accommodation": 63,
        "with_parents": 65,
        "adoption": 17,
    }


def test_the_sample_returns_have_the_children_of_their_own_years(shared):
    samples = joined(shared("data", "samples", "returns-2017-2021"))
    found = [r for r in scorecard(samples, years=samples.years) if r.id == "cla_number"]
    assert [(result.period, result.value) for result in found] == [
        ("2017-18", 367),
        ("2018-19", 195),
        ("2019-20", 135),
        ("2020-21", 89),
        ("2021-22", 55),
    ]


def test_postcodes_that_are_not_real_give_no_location(authority_a):
    found = results(authority_a, authority="E10000003", postcodes=places(CB11AA=(0, 0, "E10000003")))
    assert found["outside_la"].value is None
    assert "could be found" in found["outside_la"].not_computed_because


@pytest.mark.parametrize("which", ["a", "b", "c"])
def test_starts_less_ceases_are_the_change_from_year_to_year(shared, which):
    of = joined(shared("data", "histories", which, "returns"))
    by_year = {}
    for result in scorecard(of, years=of.years):
        by_year.setdefault(result.id, []).append(result.value)
    numbers = by_year["cla_number"]
    changes = [later - earlier for earlier, later in pairwise(numbers)]
    assert by_year["net_change"][1:] == changes


def test_no_small_number_of_the_sample_leaves_the_service(shared):
    samples = joined(shared("data", "samples", "returns-2017-2021"))
    found = scorecard(samples, years=samples.years, by=["age", "need", "sex"])
    for result in suppressed(found, also=sums_between(found)):
        if result.unit.adds_up_people and not result.unit.is_difference:
            shown = [result.numerator, *(part.numerator for part in result.by)]
            assert not {1, 2, 3, 4, 5} & {number for number in shown if number is not None}
