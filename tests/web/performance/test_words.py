import pytest

from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.performance import words

YEAR = CollectionYear(2024)


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("cla_number", "at 31 March 2024"),
        ("stability_3plus", "in the year to 31 March 2024"),
        ("A1", "in the three years to 31 March 2024"),
        ("absence", "in the school year, 2023-24"),
    ],
)
def test_when_a_figure_is_of_is_said_in_full(measure, said):
    assert words.when(MEASURES[measure], YEAR) == said


def test_who_is_looked_at_reads_without_marks_of_the_program():
    for measure in MEASURES.values():
        assert "`" not in words.who(measure)
        assert "_" not in words.who(measure)
    assert words.who(MEASURES["cla_number"]).startswith("Children in care on 31 March")


def test_a_count_has_no_denominator():
    assert not words.has_denominator(MEASURES["cla_number"])
    assert words.has_denominator(MEASURES["reviews_timely"])
    assert words.has_denominator(MEASURES["cla_rate"])
