import pytest
from hypothesis import given as for_any, strategies as st

from sufficiency.web.returns.packing import Given, given, packed, unpacked


@for_any(st.lists(st.binary(max_size=200), max_size=4))
def test_what_was_packed_comes_out_as_it_was(contents):
    files = [Given(f"{place}.csv", content) for place, content in enumerate(contents)]
    assert unpacked(packed(files)) == files


def test_two_files_of_one_name_are_both_kept():
    names = [file.name for file in unpacked(packed([Given("a.csv", b"1"), Given("a.csv", b"2")]))]
    assert names == ["a.csv", "2-a.csv"]


@pytest.mark.parametrize(
    ("name", "kept"), [("../../etc/passwd", "passwd"), ("a\0b\n.csv", "ab.csv"), ("", "file"), ("\0", "file")]
)
def test_names_are_made_harmless(name, kept):
    assert given(name, b"").name == kept


def test_the_same_files_pack_to_the_same_bytes():
    files = [Given("a.csv", b"CHILD\n1\n")]
    assert packed(files) == packed(files)
