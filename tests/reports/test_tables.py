import csv
import io
from datetime import date

import fastexcel
import polars as pl
import pytest

from sufficiency.reports import tables

RECORDS = [
    {"code": "101", "rows": 1200, "share": 0.5, "columns": ["SEX", "DOB"], "checked": True},
    {"code": "102", "rows": 3, "share": None, "columns": [], "checked": False, "until": date(2026, 3, 31)},
]


def test_a_text_table_has_headings_in_words_and_figures_with_thousands():
    text = tables.text_table(RECORDS, title="Rules")
    assert text.splitlines()[0] == "Rules"
    assert "Code" in text
    assert "1,200" in text
    assert "SEX, DOB" in text


def test_a_text_table_sets_numbers_to_the_right():
    lines = tables.text_table([{"name": "a", "rows": 5}, {"name": "b", "rows": 1000}]).splitlines()
    ends = [len(line) for line in lines if line.endswith(("5", "1,000"))]
    assert len(set(ends)) == 1


def test_brackets_in_a_value_are_shown_and_not_taken_for_markup():
    assert "[bold]x" in tables.text_table([{"name": "[bold]x"}])


@pytest.mark.parametrize(
    ("title", "said"), [("Findings", "Findings: nothing to show\n"), ("", "Nothing to show\n")]
)
def test_no_records_is_said_in_words(title, said):
    assert tables.text_table([], title=title) == said


def test_csv_keeps_every_column_of_every_record():
    rows = list(csv.DictReader(io.StringIO(tables.csv_text(RECORDS))))
    assert rows[0]["columns"] == "SEX, DOB"
    assert rows[0]["until"] == ""
    assert rows[1]["until"] == "2026-03-31"
    assert rows[1]["checked"] == "no"


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1"])
def test_csv_text_that_would_be_a_formula_is_disarmed(text):
    (row,) = csv.reader(io.StringIO(tables.csv_text([{"cell": text}]).split("\r\n", 1)[1]))
    assert row == ["'" + text]


def test_csv_numbers_below_zero_stay_numbers():
    assert tables.csv_text([{"change": -3}]) == "change\r\n-3\r\n"


def test_csv_files_say_their_encoding(tmp_path):
    tables.write_csv([{"name": "Zoë"}], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig") == "name\nZoë\n"


def test_a_spreadsheet_has_a_sheet_a_table_and_reads_back(tmp_path):
    path = tmp_path / "out.xlsx"
    tables.write_xlsx({"rules": RECORDS, "a name that is much too long [for] a sheet": []}, path)
    book = fastexcel.read_excel(path)
    assert book.sheet_names == ["Rules", "A name that is much too long  f"]
    frame = book.load_sheet("Rules").to_polars()
    assert frame["Rows"].to_list() == [1200, 3]
    assert frame["Until"].cast(pl.Date).to_list() == [None, date(2026, 3, 31)]


def test_a_spreadsheet_never_holds_a_formula_from_the_data(tmp_path):
    path = tmp_path / "out.xlsx"
    tables.write_xlsx({"cells": [{"cell": "=1+1"}, {"cell": "https://example.org"}]}, path)
    assert fastexcel.read_excel(path).load_sheet(0).to_polars()["Cell"].to_list() == [
        "=1+1",
        "https://example.org",
    ]


def test_the_same_records_make_the_same_bytes(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        tables.write_xlsx({"rules": RECORDS}, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_more_rows_than_a_sheet_holds_are_refused_with_what_next(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "ROWS_IN_A_SHEET", 3)
    with pytest.raises(tables.TooManyRowsError, match="Write CSV instead"):
        tables.write_xlsx({"rules": [{"a": 1}] * 3}, tmp_path / "out.xlsx")


def test_a_frame_gives_the_csv_that_its_records_give():
    frame = pl.DataFrame(
        {"cell": ["=1+1", "\t2", 'say "x"', "a,b", None, "é"], "rows": [1, -2, None, 4, 5, 6]}
    )
    assert tables.csv_text(frame) == tables.csv_text(frame.to_dicts())


def test_a_frame_as_a_file_says_its_encoding_too(tmp_path):
    frame = pl.DataFrame({"name": ["Zoë"], "change": ["-3"]})
    tables.write_csv(frame, tmp_path / "one.csv")
    tables.write_csv(frame.to_dicts(), tmp_path / "other.csv")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()


def test_a_frame_without_rows_keeps_its_heading():
    assert tables.csv_text(pl.DataFrame(schema={"code": pl.String, "line": pl.Int64})) == "code,line\r\n"
