from datetime import date

import pytest

from sufficiency.reports import wording


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [(1234, 0, "1,234"), (0, 0, "0"), (-12.34, 1, "−12.3"), (-0.4, 0, "0"), (1e6, 0, "1,000,000")],
)
def test_numbers_have_thousands_and_a_true_minus(value, places, words):
    assert wording.number(value, places=places) == words


@pytest.mark.parametrize(
    ("pounds", "words"),
    [(740, "£740"), (9_999, "£9,999"), (82_345, "£82,000"), (71_449_000, "£71.4m"), (-1_200_000, "−£1.2m")],
)
def test_money_is_said_as_people_say_it(pounds, words):
    assert wording.money(pounds) == words


def test_a_range_reads_low_to_high_and_collapses_where_equal():
    assert wording.span("1,180", "1,310") == "1,180–1,310"
    assert wording.span("0", "0") == "0"


def test_dates_are_in_full_however_they_are_given():
    assert wording.day(date(2024, 3, 31)) == "31 March 2024"
    assert wording.as_date("2024-03-31") == wording.as_date(date(2024, 3, 31)) == date(2024, 3, 31)


def test_one_of_a_thing_is_not_plural():
    assert [wording.plural(count, "row") for count in (0, 1, 1200)] == ["0 rows", "1 row", "1,200 rows"]
    assert wording.plural(2, "child", "children") == "2 children"


@pytest.mark.parametrize(("amount", "words"), [(60, "60 more"), (-3, "3 fewer"), (0.2, "no change")])
def test_a_change_has_its_direction_in_words(amount, words):
    assert wording.change(amount) == words


def test_a_list_ends_with_and():
    assert wording.sentence_list(["one"]) == "one"
    assert wording.sentence_list(["one", "two", "three"]) == "one, two and three"


def test_percentages_have_one_decimal():
    assert wording.percentage(12.34) == "12.3%"


@pytest.mark.parametrize(("amount", "words"), [(60, "60 more than"), (-3, "3 fewer than"), (0, "as many as")])
def test_a_comparison_leads_up_to_what_it_is_with(amount, words):
    assert wording.compared(amount) == words
