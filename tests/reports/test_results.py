import pytest

from reports.sample import YEARS, children, result
from sufficiency.analytics.measures.results import Part
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports.results import Results, count_in_words, in_words, parts, year_of


def one(value, unit, **more):
    return result("any", label="Any", year=YEARS[0], value=value, unit=unit, **more)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (one(1134, Unit.CHILDREN), "1,134"),
        (one(12.34, Unit.PERCENT), "12.3%"),
        (one(0.123, Unit.PERCENT_OF_CHILD_POPULATION), "0.123% of the child population"),
        (one(47, Unit.DAYS), "47 days"),
        (one(7600, Unit.POUNDS_A_WEEK), "£7,600 a week"),
        (one(None, Unit.DAYS), "not available"),
        (one(None, Unit.PERCENT, suppressed=True), "c"),
    ],
)
def test_a_figure_is_read_with_its_unit(found, words):
    assert in_words(found) == words


def test_results_are_found_by_measure_and_in_order_of_year():
    results = Results.of([children(YEARS[1], 2000), children(YEARS[0], 1000)])
    assert [year_of(found) for found in results.years("cla_number")] == YEARS[:2]
    assert results.latest("cla_number").value == 2000
    assert results.latest("cla_rate") is None


def test_points_leave_out_what_is_hidden_or_not_computed():
    hidden = result("x", label="X", year=YEARS[0], value=None, unit=Unit.CHILDREN, suppressed=True)
    known = result("x", label="X", year=YEARS[1], value=8, unit=Unit.CHILDREN)
    points = Results.of([hidden, known]).points("x")
    assert [(point.on, point.value) for point in points] == [(YEARS[1].end, 8)]


def test_a_part_that_is_hidden_in_any_year_has_no_line():
    years = [
        children(YEARS[0], 100, by=(Part("kind", "secure", None, None),)),
        children(YEARS[1], 100, by=(Part("kind", "secure", 9, None),)),
    ]
    assert Results.of(years).part_points("cla_number", "kind", "secure") is None
    assert [point.value for point in Results.of(years[1:]).part_points("cla_number", "kind", "secure")] == [9]


def test_a_part_that_is_not_there_counts_nought_where_the_others_are():
    by = (Part("kind", "other", 100, None),)
    points = Results.of([children(YEARS[0], 100, by=by)]).part_points("cla_number", "kind", "secure")
    assert [point.value for point in points] == [0]


def test_years_that_were_not_divided_have_no_points():
    assert Results.of([children(YEARS[0], 100)]).part_points("cla_number", "age", "1-4") == []


def test_parts_are_those_of_one_dimension():
    by = (Part("kind", "secure", 9, None), Part("age", "1-4", 8, None))
    assert parts(children(YEARS[0], 100, by=by), "age") == [by[1]]


def test_a_hidden_count_is_a_letter():
    assert [count_in_words(count) for count in (0, 1200, None)] == ["0", "1,200", "c"]


def test_what_is_expected_begins_after_a_count_that_is_hidden():
    shown = result("x", label="X", year=YEARS[0], value=120, unit=Unit.CHILDREN)
    hidden = result("x", label="X", year=YEARS[1], value=None, unit=Unit.CHILDREN, suppressed=True)
    days = ["the day of the count", "a quarter later"]
    assert Results.of([shown]).ahead("x", days) == days
    assert Results.of([shown, hidden]).ahead("x", days) == days[1:]
    assert Results.of([]).ahead("x", days) == days
