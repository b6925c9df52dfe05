import polars as pl
import pytest

from sufficiency.analytics.made_up.eras import activity_in, place_in, sex_in
from sufficiency.analytics.reference.years import CollectionYear


def place(ending, *codes):
    frame = pl.DataFrame({"place": codes, "which": list(range(len(codes)))})
    return (
        frame.select(place_in(CollectionYear(ending), pl.col("place"), which=pl.col("which")))
        .to_series()
        .to_list()
    )


@pytest.mark.parametrize(("ending", "code"), [(2024, "H5"), (2025, "K3"), (2027, "K3")])
def test_supported_accommodation_changes_its_code_in_2024_25(ending, code):
    assert place(ending, "H5", "K2") == [code, "K2"]


def test_other_placements_are_parted_in_2025_26():
    assert place(2025, "Z1", "Z1") == ["Z1", "Z1"]
    assert place(2026, "Z1", "Z1", "Z1", "Z1", "U6") == ["Z11", "Z12", "Z13", "Z14", "U6"]


@pytest.mark.parametrize(("ending", "codes"), [(2024, ["1", "2"]), (2025, ["M", "F"])])
def test_sex_is_a_number_until_2023_24(ending, codes):
    frame = pl.DataFrame({"male": [True, False]})
    assert frame.select(sex_in(CollectionYear(ending), pl.col("male"))).to_series().to_list() == codes


@pytest.mark.parametrize(("ending", "codes"), [(2021, ["F3", "P3", "G5"]), (2022, ["F4", "P5", "G5"])])
def test_apprenticeships_are_told_apart_since_2021_22(ending, codes):
    frame = pl.DataFrame({"activity": ["F4", "P5", "G5"]})
    assert (
        frame.select(activity_in(CollectionYear(ending), pl.col("activity"))).to_series().to_list() == codes
    )
