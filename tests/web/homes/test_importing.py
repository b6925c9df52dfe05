import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.homes import HomeFactory, PlacementFactory, ProviderFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.homes import importing
from sufficiency.web.homes.models import Home

pytestmark = pytest.mark.django_db
ROW = {
    "reference": "H-900", "name": "Heronholt household", "kind": "Carer household", "run by": "Our own carers",
    "postcode": "cb11aa", "smoking": "Outside only", "animals": "a dog", "school run miles": 7,
    "skills": "Babies; Teenagers", "languages": "Polish", "places": 2, "from age": 0, "to age": 11,
    "approved from": "01/02/2026", "approved by": "Fostering panel",
}  # fmt: skip


@pytest.fixture(autouse=True)
def provider(authority):
    return ProviderFactory(authority=authority, name="Our own carers")


def workbook(*rows, drop=()):
    content = io.BytesIO()
    columns = [name for name in (rows[0] if rows else ROW) if name not in drop]
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Carers")
        sheet.write_row(0, 0, columns)
        for at, row in enumerate(rows, start=1):
            sheet.write_row(at, 0, [row[name] for name in columns])
    return SimpleUploadedFile("carers.xlsx", content.getvalue())


def given(browser, *rows, **options):
    return browser.post("/homes/import/", {"workbook": workbook(*rows, **options)})


def kept(browser, page):
    return browser.post("/homes/import/", {"rows": page.context["signed"]})


def test_rows_are_previewed_and_then_kept(signed_in):
    browser = signed_in("placement_officer")
    page = given(browser, ROW, {**ROW, "reference": "H-901", "animals": "none"})
    assert "2 homes, 2 of them new" in page.content.decode()
    assert not Home.objects.exists()
    assert kept(browser, page).status_code == 302
    one, two = Home.objects.order_by("reference")
    assert (one.postcode, one.smoking, one.pets, one.has_pets, two.has_pets) == (
        "CB1 1AA", "outside", "a dog", True, False,
    )  # fmt: skip
    assert one.area == "E10000003"
    assert (one.approvals.get().places, one.approvals.get().oldest) == (2, 11)
    assert sorted(offer.in_words for offer in one.offers.all()) == ["Babies", "Polish", "Teenagers"]
    assert Event.objects.filter(verb="homes_imported").get().reason == "2 homes"


def test_a_known_home_is_changed_and_a_later_approval_ends_the_one_before(signed_in, provider):
    home = HomeFactory(provider=provider, reference="H-900")
    browser = signed_in("commissioner")
    page = given(browser, ROW)
    assert "1 home, 0 of them new" in page.content.decode()
    kept(browser, page)
    before, after = home.approvals.all()
    assert (before.ends_on, after.starts_on, after.places) == (after.starts_on, before.ends_on, 2)
    kept(browser, given(browser, {**ROW, "places": 3}))
    assert [approval.places for approval in home.approvals.all()] == [3, 3]


@pytest.mark.parametrize(
    ("wrong", "column", "words"),
    [
        ({"run by": "Nobody"}, "run by", "no provider in the register called “Nobody”"),
        ({"kind": "Castle"}, "kind", "no kind of home “Castle”"),
        ({"places": "many"}, "places", "whole number"),
        ({"from age": 12, "to age": 3}, "to age", "from the younger to the older"),
        ({"approved from": "soon"}, "approved from", "24/11/2026"),
        ({"skills": "Juggling"}, "skills", "“Juggling” is not in the list"),
        ({"smoking": "sometimes"}, "smoking", "no answer"),
        ({"name": ""}, "name", "required"),
        ({"reference": "h-900"}, "reference", "Row 2 has the same reference"),
    ],
)
def test_one_wrong_row_keeps_all_out_and_says_where(signed_in, wrong, column, words):
    page = given(signed_in("placement_officer"), ROW, {**ROW, "reference": "H-901", **wrong})
    assert page.status_code == 422
    faults = [fault for fault in page.context["preview"].faults if fault.heading == column]
    assert [fault.row for fault in faults] == [3]
    assert words in faults[0].message
    assert "signed" not in page.context or not page.context["signed"]
    assert not Home.objects.exists()


def test_what_the_database_refuses_keeps_all_out_too(signed_in, provider):
    home = HomeFactory(provider=provider, reference="H-902", approval__places=3)
    for _ in range(3):
        PlacementFactory(home=home)
    browser = signed_in("placement_officer")
    page = kept(browser, given(browser, ROW, {**ROW, "reference": "H-902", "places": 1}))
    assert page.status_code == 422
    assert "Row 3: More children live there" in page.content.decode()
    assert list(Home.objects.values_list("reference", flat=True)) == ["H-902"]
    assert home.approvals.get().ends_on is None


def test_other_files_are_refused_in_words(signed_in):
    browser = signed_in("placement_officer")
    text = browser.post("/homes/import/", {"workbook": SimpleUploadedFile("a.xlsx", b"no workbook")})
    assert "no workbook that can be read" in text.content.decode()
    assert "not there: kind, places" in given(browser, ROW, drop=("kind", "places")).content.decode()
    assert "Choose the workbook again" in browser.post("/homes/import/", {"rows": "made up"}).content.decode()


@pytest.mark.parametrize("kind", ["carers", "homes"])
def test_the_template_has_every_needed_column(signed_in, kind):
    answer = signed_in("commissioner").get(f"/homes/templates/{kind}/download/")
    assert answer.status_code == 200
    sheet = next(iter(importing.template(carers=kind == "carers").values()))
    assert set(importing.NEEDED) <= {name.lower() for name in sheet[0]}


def test_the_register_goes_out_without_addresses(signed_in, provider):
    HomeFactory(provider=provider, postcode="CB1 1AA")
    answer = signed_in("finance_officer").get("/homes/download/")
    assert answer.status_code == 200
    assert b"CB1 1AA" not in answer.content
    assert Event.objects.filter(verb="homes_exported").exists()
