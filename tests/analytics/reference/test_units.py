"""Figures are rounded as the published statistics round them, and units say what they count."""

from fractions import Fraction

import pytest

from sufficiency.analytics.reference.units import Unit, nearest_ten, rounded, whole_percent


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(0.5, 0, 1), (1.5, 0, 2), (2.5, 0, 3), (Fraction(1, 8), 2, 0.13), (12.25, 1, 12.3), (72.04, 1, 72.0)],
)
def test_halves_go_up(value, decimals, expected):
    assert rounded(value, decimals) == expected


def test_without_decimals_a_value_is_a_whole_number():
    assert isinstance(rounded(Fraction(5, 2)), int)
    assert isinstance(rounded(Fraction(5, 2), 1), float)


def test_percentages_are_published_whole_and_counts_to_the_nearest_ten():
    assert whole_percent(1, 200) == 1
    assert whole_percent(2, 3) == 67
    assert [nearest_ten(count) for count in (4, 5, 81_766)] == [0, 10, 81_770]


def test_the_threshold_of_the_transfer_scheme_can_be_seen():
    assert Unit.PERCENT_OF_CHILD_POPULATION.decimals == 3
    assert Unit.CHILDREN.decimals == 0
    assert Unit.PERCENT.decimals == 1


def test_units_say_which_number_counts_people():
    assert [unit for unit in Unit if unit.is_share] == [Unit.PERCENT]
    assert [unit for unit in Unit if unit.is_difference] == [Unit.NET_CHILDREN]
    assert [unit for unit in Unit if not unit.adds_up_people] == [Unit.DAYS, Unit.SCORE]
    assert Unit.PERCENT.is_for_each_person
    assert not Unit.PER_10000.is_for_each_person
