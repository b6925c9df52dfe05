"""Ofsted's list of providers: given once, checked with from then on, replaced, removed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from factories.people import AuthorityFactory
from factories.returns import analyst_of, as_given
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.returns import queries, receiving
from sufficiency.web.returns.models import ProviderList
from sufficiency.web.returns.packing import Given
from sufficiency.web.returns.states import State

ADDRESS = "/returns/providers/"
HEADINGS = "URN,Placement code,Placement provider code,Deregistration date,Setting address postcode"
LISTED = f"{HEADINGS}\nSC000001,K2,PR4,,N1 1AA\nSC000002,U6,PR4,,\n".encode()
NEEDS_IT = {"1008", "219", "221", "224", "227", "228", "229"}


@pytest.fixture
def by(authority):
    return analyst_of(authority)


def give(browser, content=LISTED, name="list.csv"):
    return browser.post(ADDRESS, {"given_file": SimpleUploadedFile(name, content)}, follow=True)


def not_run(upload):
    return set(upload.outcomes.filter(outcome=Outcome.COULD_NOT_RUN).values_list("code", flat=True))


def test_without_a_list_the_rules_that_need_it_could_not_run(signed_in, by):
    upload = receiving.receive(as_given(), by=by)
    assert not_run(upload) >= NEEDS_IT
    page = signed_in("analyst").get(f"/returns/{upload.pk}/").content.decode()
    assert "no list of providers" in page
    assert f'href="{ADDRESS}"' in page
    assert f'href="{ADDRESS}"' not in signed_in("team_manager").get(f"/returns/{upload.pk}/").content.decode()


def test_a_return_is_checked_with_the_list_that_was_given(signed_in, by):
    page = give(signed_in("analyst")).content.decode()
    assert "Returns are checked with list.csv from now on." in page
    assert Event.objects.first().verb == Verb.PROVIDER_LIST_KEPT
    upload = receiving.receive(as_given(), by=by)
    assert upload.state == State.STORED
    assert not not_run(upload) & (NEEDS_IT - {"229"})
    assert upload.providers.file == "list.csv"


def test_a_file_that_is_no_list_is_refused_and_changes_nothing(signed_in, by):
    browser = signed_in("analyst")
    give(browser)
    answer = give(browser, content=b"CHILD,SEX\n1,M\n", name="header.csv")
    assert answer.status_code == 422
    assert "no row of headings has URN in it" in answer.content.decode()
    assert queries.provider_list(by.here).file == "list.csv"
    assert give(browser, content=b"PK not a workbook", name="list.xlsx").status_code == 422
    assert browser.post(ADDRESS, {}).status_code == 422


def test_another_list_makes_what_is_stored_outdated_until_it_is_checked_again(signed_in, by):
    upload = receiving.receive(as_given(), by=by)
    assert not queries.is_outdated(upload)
    browser = signed_in("analyst")
    assert f"/returns/{upload.pk}/" in give(browser).content.decode()
    assert queries.is_outdated(upload)
    assert "Check it again" in browser.get(f"/returns/{upload.pk}/").content.decode()
    again = receiving.check_again(upload, by=by)
    assert not queries.is_outdated(again)
    assert not not_run(again) & (NEEDS_IT - {"229"})
    give(browser, name="newer.csv")
    again.refresh_from_db()
    assert queries.is_outdated(again)
    assert ProviderList.objects.get().file == "newer.csv"


def test_a_list_can_be_removed(signed_in, by):
    browser = signed_in("analyst")
    give(browser)
    browser.get(f"{ADDRESS}remove/")
    assert ProviderList.objects.exists()
    page = browser.post(f"{ADDRESS}remove/", follow=True).content.decode()
    assert "The list of providers was removed." in page
    assert not ProviderList.objects.exists()
    assert Event.objects.first().verb == Verb.PROVIDER_LIST_REMOVED
    assert browser.post(f"{ADDRESS}remove/").status_code == 302
    assert not_run(receiving.receive(as_given(), by=by)) >= NEEDS_IT


def test_a_list_serves_its_own_authority_alone(by):
    other = analyst_of(AuthorityFactory())
    receiving.give_providers(Given("theirs.csv", LISTED), by=other)
    assert queries.provider_list(by.here) is None
    assert receiving.receive(as_given(), by=by).providers is None
    with pytest.raises(IntegrityError), transaction.atomic():
        ProviderList.objects.create(authority=other.here, file="second.csv", content=LISTED, providers=2)
