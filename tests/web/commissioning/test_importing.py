from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.commissioning import ContractFactory, under
from factories.homes import HomeFactory, ProviderFactory
from sufficiency.web.commissioning.importing import HEADINGS, preview, rows_in, template
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.homes import sheets
from sufficiency.web.homes.sheets import WorkbookError

ROW = {
    "reference": "B-10", "title": "Six places", "provider": "Oak Homes", "kind": "Block", "places": 6,
    "price a week": 3000, "discount %": 15, "first day": "01/04/2026", "last day": "31/03/2027",
}  # fmt: skip


def workbook(*rows, headings=tuple(one.heading for one in HEADINGS), sheet="Contracts"):
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, headings)
        for at, row in enumerate(rows, start=1):
            for column, heading in enumerate(headings):
                if row.get(heading) is not None:
                    page.write(at, column, row[heading])
    return out.getvalue()


@pytest.fixture
def provider(authority):
    return ProviderFactory(authority=authority, name="Oak Homes", kind="childrens_home_company")


def give(browser, content, name="contracts.xlsx"):
    return browser.post("/commissioning/contracts/import/", {"workbook": SimpleUploadedFile(name, content)})


def test_a_workbook_is_looked_at_first_and_then_kept_whole(signed_in, provider):
    HomeFactory(provider=provider, kind="childrens_home", reference="C-01")
    known = ContractFactory(provider=provider, reference="B-09", title="Old title")
    rows = ROW | {"homes": "C-01"}, ROW | {"reference": "b-09", "title": "New title"}
    browser = signed_in("commissioner")
    looked = give(browser, workbook(*rows))
    assert "1 contract would be added and 1 changed" in looked.content.decode()
    assert Contract.objects.count() == 1
    kept = browser.post("/commissioning/contracts/import/", {"rows": looked.context["signed"]})
    assert kept.url == "/commissioning/contracts/"
    known.refresh_from_db()
    assert known.title == "New title"
    new = Contract.objects.get(reference="B-10")
    assert [home.reference for home in new.homes.all()] == ["C-01"]
    assert (new.places, new.discount, str(new.last_day)) == (6, 15, "2027-03-31")


@pytest.mark.usefixtures("provider")
def test_each_fault_is_told_with_its_row_and_column_and_nothing_is_kept(signed_in):
    rows = [
        ROW,
        ROW | {"reference": "B-11", "last day": "31/03/2026"},
        ROW | {"reference": "B-12", "provider": "Nobody"},
        ROW | {"reference": "B-13", "kind": "Blok"},
        ROW | {"reference": "B-14", "price a week": "dear"},
        ROW | {"reference": "B-15", "homes": "C-99"},
        ROW,
    ]
    looked = give(signed_in("commissioner"), workbook(*rows))
    assert looked.status_code == 422
    told = {(row[0], row[1]): row[2] for row in looked.context["faults"].rows}
    assert told == {
        (3, "whole row"): "The last day must not be before the first.",
        (4, "provider"): "The register has no provider called “Nobody”.",
        (5, "kind"): "There is no kind “Blok”.",
        (6, "price a week"): "Enter a number.",
        (7, "homes"): "The register has no home C-99.",
        (8, "reference"): "Row 2 has the same reference.",
    }
    assert looked.context["signed"] == ""
    assert not Contract.objects.exists()


@pytest.mark.usefixtures("provider")
def test_days_and_numbers_that_the_workbook_holds_as_such_are_read(authority):
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page, day = book.add_worksheet("Contracts"), book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, [one.heading for one in HEADINGS])
        for column, one in enumerate(HEADINGS):
            value = ROW.get(one.heading)
            if one.heading in ("first day", "last day"):
                page.write_number(1, column, 46113 if one.heading == "first day" else 46477, day)
            elif value is not None:
                page.write(1, column, value)
    found = preview(rows_in(out.getvalue()), authority)
    assert found.faults == []
    contract = found.contracts[0][0]
    assert (str(contract.starts_on), str(contract.last_day)) == ("2026-04-01", "2027-03-31")


def test_what_the_database_refuses_keeps_all_of_it_out(signed_in, provider):
    known = ContractFactory(provider=provider, reference="B-09")
    for _ in range(3):
        under(known)
    browser = signed_in("commissioner")
    looked = give(browser, workbook(ROW, ROW | {"reference": "B-09", "places": 2}))
    answer = browser.post("/commissioning/contracts/import/", {"rows": looked.context["signed"]})
    assert answer.status_code == 422
    assert "Nothing was kept: More children live under this contract" in answer.content.decode()
    assert Contract.objects.count() == 1


def test_a_preview_that_was_tampered_with_is_not_kept(signed_in):
    browser = signed_in("commissioner")
    answer = browser.post("/commissioning/contracts/import/", {"rows": "made up"})
    assert answer.status_code == 422
    assert "The preview is too old." in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no workbook", "no workbook that can be read"),
        (workbook(headings=("reference", "title")), "These columns are not there: provider, kind"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_what_to_do(signed_in, content, words):
    answer = give(signed_in("commissioner"), content)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_an_empty_workbook_has_nothing_to_import(authority):
    assert [one.message for one in preview(rows_in(workbook()), authority).faults] == [
        "There is no row to import."
    ]


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(WorkbookError, match="in parts"):
        rows_in(workbook(ROW, ROW))


def test_another_kind_of_file_is_named(signed_in):
    answer = give(signed_in("commissioner"), b"a,b", name="contracts.csv")
    assert "contracts.csv is no .xlsx workbook" in answer.content.decode()


def test_the_template_has_every_column_and_is_read_as_empty(signed_in):
    answer = signed_in("commissioner").get("/commissioning/contracts/import/template/")
    assert rows_in(answer.content) == []
    assert list(template()["Contracts"][0]) == [one.heading for one in HEADINGS]
    assert len(template()["How to fill it in"]) == len(HEADINGS)
