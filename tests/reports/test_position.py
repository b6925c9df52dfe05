from dataclasses import replace

from reports.sample import YEARS, by_kind_and_age, children, measures
from sufficiency.analytics.measures.results import Part
from sufficiency.reports.position import position
from sufficiency.reports.results import Results


def test_it_says_how_many_children_and_since_when():
    found = position(Results.of(measures()))
    assert found.headline == "1,134 children were looked after on 31 March 2024"
    assert found.since == "That is 32 more than a year before, and 148 more than on 31 March 2017."


def test_two_years_are_compared_once():
    found = position(Results.of([children(YEARS[0], 100), children(YEARS[1], 100)]))
    assert found.since == "That is as many as a year before."


def test_one_year_alone_has_no_line():
    found = position(Results.of([children(YEARS[0], 100)]))
    assert found.since == "No earlier year was read to compare with."
    assert found.over_time is None
    assert found.figures == ()


def test_nothing_is_shown_where_the_number_is_not_known():
    assert position(Results.of([])) is None
    assert position(Results.of([replace(children(YEARS[0], 1), value=None)])) is None


def test_kinds_have_their_names_shares_and_order():
    figure = position(Results.of([children(YEARS[-1], 1134, by=by_kind_and_age())])).by_kind
    assert figure.title == "The largest group: in-house fostering, 341 children (30.1%)"
    assert figure.table.rows[0] == ("Kinship fostering", "142", "12.5%")
    assert "Residential school" not in [row[0] for row in figure.table.rows]  # nobody lives there


def test_ages_are_said_as_ages():
    figure = position(Results.of([children(YEARS[-1], 1134, by=by_kind_and_age())])).by_age
    assert [row[0] for row in figure.table.rows][:2] == ["Under 1", "Aged 1–4"]


def test_a_hidden_part_shows_the_letter_and_no_bar():
    by = (Part("kind", "secure", None, None), Part("kind", "other", 90, None))
    figure = position(Results.of([children(YEARS[-1], 95, by=by)])).by_kind
    assert figure.table.rows[0] == ("Secure children’s home", "c", "c")
    assert figure.title.startswith("The largest group shown: other, 90")
    assert ">c<" in figure.wide
