import csv
import io

from factories.returns import FindingFactory, UploadFactory
from sufficiency.web.returns.exports import as_csv, records


def rows(upload):
    text = as_csv(upload.findings.all(), name="findings").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_finding_is_a_row_with_what_mending_needs(authority):
    upload = UploadFactory(authority=authority)
    FindingFactory(upload=upload, line=7, suggestion="Look it up.")
    (row,) = rows(upload)
    assert (row["rule"], row["line"], row["child"], row["suggestion"]) == ("101", "7", "200", "Look it up.")


def test_a_cell_that_a_spreadsheet_would_run_is_harmless(authority):
    upload = UploadFactory(authority=authority)
    FindingFactory(upload=upload, child="=HYPERLINK(1)")
    assert rows(upload)[0]["child"] == "'=HYPERLINK(1)"


def test_postcodes_are_covered_in_every_text(authority):
    finding = FindingFactory(
        upload=UploadFactory(authority=authority), why="PL_POST AB1 0AD.", suggestion="Is it AB1 0AE?"
    )
    assert not [value for value in records([finding])[0].values() if "AB1" in str(value)]


def test_no_findings_are_an_empty_file(authority):
    assert rows(UploadFactory(authority=authority)) == []
