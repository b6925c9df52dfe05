"""Numbers in a sentence."""

import pytest

from sufficiency.analytics.strategy.quantities import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("at least fifty-five placements over four years", {55, 4}),
        ("At least 55 placements over 4 years", {55, 4}),
        ("Ninety-nine, twenty and nineteen", {99, 20, 19}),
        ("£1,630,000 in 2011/12", {1_630_000}),
        ("one of them, in the second review", set()),
        ("a rise of 6.5 or W07", set()),
        ("", set()),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text, numbers):
    assert numbers_in(text) == numbers
