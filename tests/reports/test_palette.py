import pytest

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports import palette


def test_every_kind_of_placement_has_its_own_colour():
    assert set(palette.KINDS) == set(Kind)
    assert len(set(palette.KINDS.values())) == len(Kind)


@pytest.mark.parametrize("colour", [*palette.KINDS.values(), palette.INK, palette.QUIET, palette.ACCENT])
def test_every_colour_can_be_read_on_white(colour):
    assert palette.contrast(colour, palette.PAPER) >= 4.5


def test_contrast_agrees_with_the_standards_own_ends():
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#777777") == 1


def test_all_children_together_have_the_accent():
    assert palette.colour_of("all") == palette.ACCENT
    assert palette.colour_of("secure") == palette.KINDS[Kind.SECURE]
