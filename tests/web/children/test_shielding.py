import pytest

from sufficiency.web.children.shielding import COVERED, COVERED_IN_TEXT, shielded, without_postcodes


def test_postcodes_of_episodes_are_covered_and_nothing_else():
    cells = {"HOME_POST": "AB1 2CD", "PL_POST": "EF3 4GH", "PLACE": "U6"}
    assert shielded("Episodes", cells) == {"HOME_POST": COVERED, "PL_POST": COVERED, "PLACE": "U6"}


def test_a_blank_postcode_stays_blank():
    assert shielded("Episodes", {"PLACE": "U6"}) == {"PLACE": "U6"}


@pytest.mark.parametrize("postcode", ["AB1 2CD", "AB12CD", "E1W 3SS", "M1 1AE", "ab12 3cd", "SW1A 1AA"])
def test_a_postcode_in_a_sentence_is_covered(postcode):
    assert (
        without_postcodes(f"PL_POST {postcode} lies elsewhere.")
        == f"PL_POST {COVERED_IN_TEXT} lies elsewhere."
    )


@pytest.mark.parametrize(
    "text", ["DECOM 03/05/2026 is DEC 03/05/2026.", "URN SC000001, PLACE K2", "PL_POST AB1 2C."]
)
def test_what_is_no_postcode_is_left_to_read(text):
    assert without_postcodes(text) == text
