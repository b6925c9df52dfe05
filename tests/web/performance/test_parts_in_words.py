import pytest

from sufficiency.analytics.measures.dimensions import ASKABLE, DIMENSIONS
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.performance import parts_in_words


@pytest.mark.parametrize(
    ("dimension", "value", "words"),
    [
        ("kind", "kinship_fostering", "Kinship fostering"),
        ("age", "10-15", "Aged 10–15"),
        ("age", "under 1", "Under 1"),
        ("sex", "F", "Girls"),
        ("legal_status", "C2", "Full care order (C2)"),
        ("need", "N8", "Absent parenting (N8)"),
        ("uasc", "yes", "Unaccompanied"),
        ("provider", "not known", "Not known"),
        ("legal_status", "QQ", "QQ"),
        ("month", "2023-04", "2023-04"),
    ],
)
def test_a_part_is_named_as_people_say_it(dimension, value, words):
    assert parts_in_words.of(dimension, value) == words


def test_before_a_bar_long_names_are_cut_but_the_code_stays():
    assert parts_in_words.short("legal_status", "J1") == "Remanded to local… (J1)"
    assert parts_in_words.short("kind", "in_house_fostering") == "In-house fostering"


@pytest.mark.parametrize("name", ASKABLE)
def test_every_part_that_is_always_shown_has_a_name(name):
    dimension = DIMENSIONS[name]
    for key in dimension.shown(CollectionYear(2024)):
        assert parts_in_words.of(name, dimension.text(key)) not in ("", str(key))
