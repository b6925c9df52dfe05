"""Numbers in addresses: read where a page of ours wrote them, and no error where none did."""

import pytest

from sufficiency.web.ui.asked import number_in


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("0", 0), ("007", 7), ("999999999", 999_999_999)])
def test_a_number_is_read(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize("text", ["", "abc", "-1", "1.0", " 1", "²", "9" * 30, "1\x00"])
def test_what_no_page_writes_is_no_number(text):
    assert number_in(text) is None
