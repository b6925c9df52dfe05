from datetime import date

import polars as pl
import pytest
import xlsxwriter

from sufficiency.analytics.returns.providers import PROVIDER_SCHEMA, read_providers
from sufficiency.analytics.returns.returned import ReadingError

HEADINGS = (
    "URN",
    "Provider type",
    "Local authority",
    "Placement code",
    "Placement provider code",
    "Deregistration date",
    "Setting address postcode",
)
AS_TEXT = ("SC000001", "Other", "Newtown", "u1, U2", "PR1", None, "AB1 2CD")


@pytest.fixture
def workbook(tmp_path):
    """Writes rows into a workbook as they come: numbers as numbers, days as days."""

    def written(*rows, sheet="Providers", above=()):
        path = tmp_path / "providers.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            book.add_worksheet("Notes").write(0, 0, "About this list")
            page = book.add_worksheet(sheet)
            for place, row in enumerate((*above, *rows)):
                page.write_row(place, 0, row)
        return path

    return written


def test_a_number_is_the_same_whether_kept_as_number_or_text(workbook):
    as_number = (1234567, *AS_TEXT[1:])
    again = ("1234567 ", *AS_TEXT[1:])
    found = read_providers(workbook(HEADINGS, as_number, again, AS_TEXT))
    assert found["urn"].to_list() == ["1234567", "1234567", "SC000001"]
    assert found.schema == pl.Schema(PROVIDER_SCHEMA)


def test_every_column_is_read(workbook):
    found = read_providers(workbook(HEADINGS, AS_TEXT))
    assert found.row(0) == ("SC000001", "Other", "Newtown", "U1, U2", "PR1", None, "AB1 2CD")


@pytest.mark.parametrize(
    "closed", [date(2026, 9, 1), "01/09/2026", "2026-09-01", "2026-09-01 00:00:00", 46266, "46266"]
)
def test_a_closing_day_is_read_however_it_is_kept(workbook, closed):
    found = read_providers(workbook(HEADINGS, (*AS_TEXT[:5], closed, "AB1 2CD")))
    assert found["closed_on"].to_list() == [date(2026, 9, 1)]


def test_titles_above_the_headings_and_other_columns_are_passed_over(workbook):
    shuffled = ("Setting name", *reversed(HEADINGS))
    row = ("Home", *reversed(AS_TEXT))
    found = read_providers(workbook(shuffled, row, above=(("List of providers",), ())))
    assert found.row(0, named=True)["postcode"] == "AB1 2CD"


def test_rows_without_a_number_are_left_out(workbook):
    assert read_providers(workbook(HEADINGS, AS_TEXT, ("", *AS_TEXT[1:]), ())).height == 1


def test_a_csv_file_will_do(tmp_path):
    path = tmp_path / "providers.csv"
    path.write_text(
        "\ufeffURN,Placement_code,Placement provider code,Deregistration date,Postcode\n"
        '1234567,"K1,K2",PR4,01/09/2026,AB1 2CD\n',
        encoding="utf-8",
    )
    found = read_providers(path)
    assert found.row(0) == ("1234567", None, None, "K1,K2", "PR4", date(2026, 9, 1), "AB1 2CD")


def test_a_list_without_a_needed_column_is_refused(workbook):
    with pytest.raises(ReadingError, match="no column Placement code, Deregistration date"):
        read_providers(
            workbook(("URN", "Placement provider code", "Postcode"), ("SC000001", "PR1", "AB1 2CD"))
        )


def test_a_workbook_of_something_else_is_refused(workbook):
    with pytest.raises(ReadingError, match="no row of headings has URN"):
        read_providers(workbook(("CHILD", "SEX"), ("A", "F")))


@pytest.mark.parametrize("name", ["broken.xlsx", "missing.xlsx", "missing.csv"])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path, name):
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    with pytest.raises(ReadingError, match="cannot be opened"):
        read_providers(tmp_path / name)
