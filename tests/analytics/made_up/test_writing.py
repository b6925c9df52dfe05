from pathlib import Path

import polars as pl
import pytest

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import PROVIDER_COLUMNS, write_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.reading import read_returns
from sufficiency.analytics.returns.tables import TABLES

pytestmark = pytest.mark.slow
GIVEN = {"children": 40, "years": 2, "last_year": CollectionYear(2026), "seed": 6}


@pytest.fixture(scope="module")
def made():
    return make_up_authority(**GIVEN)


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_folder_a_year_with_the_usual_files(made, tmp_path):
    files = write_authority(tmp_path, made)
    names = {path.relative_to(tmp_path) for path in files}
    assert names == set(contents(tmp_path))
    usual = {Path("2025-26") / TABLES[name].file_name for name in made.returns[1].tables}
    assert usual <= names
    assert Path("providers/providers.xlsx") in names


def test_same_seed_writes_the_same_bytes(made, tmp_path):
    write_authority(tmp_path / "one", made)
    write_authority(tmp_path / "other", make_up_authority(**GIVEN))
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_what_is_written_is_read_again(made, tmp_path):
    write_authority(tmp_path, made)
    read = read_returns(tmp_path)
    assert [one.year for one in read] == [one.year for one in made.returns]
    for found, wanted in zip(read, made.returns, strict=True):
        assert {name: frame.height for name, frame in found.tables.items()} == {
            name: frame.height for name, frame in wanted.tables.items()
        }


def test_list_of_providers_has_the_departments_columns(made, tmp_path):
    write_authority(tmp_path, made)
    sheet = pl.read_excel(tmp_path / "providers" / "providers.xlsx")
    assert tuple(sheet.columns) == tuple(PROVIDER_COLUMNS.values())
    assert sheet["URN"].null_count() == 0
    assert sheet["Deregistration date"].dtype == pl.Date
