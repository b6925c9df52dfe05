"""Ofsted's list beside the register: looked at first, then all of it kept or nothing."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.homes import BareHomeFactory, HomeFactory, ProviderFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.homes.models import Home, OfstedEntry
from sufficiency.web.returns.models import ProviderList

pytestmark = pytest.mark.django_db
HEADING = (
    "URN,Provider type,Local authority,Placement code,Placement provider code,Deregistration date,Postcode"
)


def a_list(*rows):
    return SimpleUploadedFile("ofsted.csv", "\n".join([HEADING, *rows]).encode())


@pytest.fixture
def register(authority):
    agency = ProviderFactory(
        authority=authority, name="Fenmarch", kind="fostering_agency", ofsted_number="SC1"
    )
    for number in ("SC2", "SC3", "SC4"):
        HomeFactory(
            provider=agency, reference=f"H-{number}", kind="childrens_home", ofsted_number=number,
            registration="not_known",
        )  # fmt: skip


ROWS = (
    "SC1,Independent fostering agency,Testshire,U6,PR4,,CB1 1AA",
    "SC2,Children's home,Testshire,K2,PR4,,CB1 1AA",
    "SC3,Children's home,Testshire,K2,PR4,01/10/2026,CB1 1AA",
    "SC7,Children's home,Testshire,K2,PR4,,CB1 1AB",
    "SC8,Children's home,Elsewhere,K2,PR4,,CB1 1AB",
)


def looked_at(browser, *rows, day="01/11/2026"):
    return browser.post("/homes/ofsted/", {"list_file": a_list(*rows), "as_of": day})


def kept(browser, page, **more):
    signed = re.search(r'name="list" value="([^"]+)"', page.content.decode())[1]
    return browser.post("/homes/ofsted/", {"list": signed, **more}, follow=True)


@pytest.mark.usefixtures("register")
def test_a_list_is_looked_at_first_and_nothing_is_written(signed_in):
    page = looked_at(signed_in("commissioner"), *ROWS)
    assert dict(page.context["counts"]) == {
        "First told by a list": 2, "As it was": 0, "Changed": 0, "No longer registered": 1, "Not on the list": 1,
    }  # fmt: skip
    assert [row[1] for row in page.context["told"].rows] == ["SC3", "SC4"]
    assert [row[0] for row in page.context["new"].rows] == ["SC7"]
    assert not OfstedEntry.objects.exists()


@pytest.mark.usefixtures("register")
def test_what_the_list_says_is_kept_with_its_source_and_day(signed_in):
    browser = signed_in("commissioner")
    assert "4 registrations was kept" in kept(browser, looked_at(browser, *ROWS)).content.decode()
    told = {e.urn: (e.is_listed, e.source, str(e.as_of)) for e in OfstedEntry.objects.all()}
    assert told["SC2"] == (True, "ofsted.csv", "2026-11-01")
    assert not told["SC4"][0]
    states = dict(Home.objects.values_list("ofsted_number", "registration"))
    assert states == {"SC2": "registered", "SC3": "not_registered", "SC4": "not_known"}
    assert not Home.objects.exclude(closed_on=None).exists()
    page = browser.get(Home.objects.get(ofsted_number="SC3").get_absolute_url()).content.decode()
    assert "registration ended on 1 October 2026" in page
    assert "ofsted.csv, 1 November 2026" in page
    assert Event.objects.filter(verb="homes_imported").exists()
    again = looked_at(browser, ROWS[0], ROWS[1].replace("Testshire", "Newshire"), *ROWS[2:], day="20/11/2026")
    assert dict(again.context["counts"])["Changed"] == dict(again.context["counts"])["As it was"] == 1


@pytest.mark.usefixtures("register")
def test_homes_that_are_new_are_added_only_where_asked_and_offer_no_place_yet(signed_in):
    browser = signed_in("commissioner")
    kept(browser, looked_at(browser, *ROWS), add_new="yes")
    home = Home.objects.get(ofsted_number="SC7")
    assert (home.kind, home.registration, home.approvals.count()) == ("childrens_home", "registered", 0)
    assert "Not known yet" in home.provider.name


@pytest.mark.usefixtures("register")
def test_where_one_is_refused_nothing_is_kept(signed_in, authority):
    BareHomeFactory(provider__authority=authority, reference="SC7")  # the reference a new home would have
    browser = signed_in("commissioner")
    page = kept(browser, looked_at(browser, *ROWS), add_new="yes")
    assert "Nothing was kept" in page.content.decode()
    assert not OfstedEntry.objects.exists()


def test_the_list_of_the_returns_serves_where_none_is_given(signed_in, authority):
    browser = signed_in("commissioner")
    missing = browser.post("/homes/ofsted/", {"as_of": "01/11/2026"})
    assert "there is none with the returns" in missing.content.decode()
    ProviderList.objects.create(
        authority=authority, file="with the return.csv", content="\n".join([HEADING, ROWS[1]]).encode(),
        providers=1, given_by="Sam",
    )  # fmt: skip
    assert "with the return.csv" in browser.post("/homes/ofsted/", {"as_of": "01/11/2026"}).content.decode()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"as_of": "01/01/2090"}, "not in the future"),
        ({"as_of": "01/11/2026", "list_file": SimpleUploadedFile("x.csv", b"a,b\n1,2")}, "URN"),
        ({"list": "changed"}, "too old"),
    ],
)
def test_what_is_no_list_is_refused(signed_in, told, why):
    page = signed_in("commissioner").post("/homes/ofsted/", told)
    assert page.status_code == 422
    assert why in page.content.decode()


def test_who_only_sees_the_register_imports_nothing(signed_in):
    assert signed_in("analyst").get("/homes/ofsted/").status_code == 404
