import csv
import io

import fastexcel
import pytest

from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb

ADDRESS = "/scorecard/"
pytestmark = pytest.mark.usefixtures("scorecard")


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def row_of(rows, name, period="2023-24"):
    return next(row for row in rows if (row["id"], row["period"]) == (name, period))


def test_a_download_has_every_measure_and_year_and_is_recorded(scorecard, signed_in):
    response = signed_in("analyst").get(f"{ADDRESS}download/csv/")
    rows = rows_of(response)
    assert len(rows) == 2 * len(MEASURES)
    assert row_of(rows, "mix_residential")["numerator"] == "3"
    assert "inside-only" in response["Content-Disposition"]
    assert Event.objects.get(verb=Verb.SCORECARD_EXPORTED).subject == str(scorecard.pk)


def test_a_download_for_who_may_not_see_small_numbers_says_c(signed_in):
    response = signed_in("councillor").get(f"{ADDRESS}download/csv/")
    row = row_of(rows_of(response), "mix_residential")
    assert (row["numerator"], row["value"], row["mark"]) == ("c", "c", "c")
    assert "small-numbers-hidden" in response["Content-Disposition"]


def test_the_workbook_has_parts_and_says_whether_small_numbers_are_hidden(signed_in, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(signed_in("councillor").get(f"{ADDRESS}download/xlsx/").content)
    book = fastexcel.read_excel(path)
    assert book.sheet_names == ["Measures", "Parts", "About"]
    about = dict(book.load_sheet("About").to_polars().iter_rows())
    assert "hidden" in about["small numbers"]
    parts = book.load_sheet("Parts").to_polars()
    secure = parts.filter((parts["Part"] == "external_residential") & (parts["Period"] == "2023-24"))
    assert secure["Numerator"].to_list() == ["c"]


def test_an_unknown_form_of_download_is_not_found(signed_in):
    assert signed_in("analyst").get(f"{ADDRESS}download/docx/").status_code == 404
