import pytest
from django.test import Client

from factories.people import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_who_is_not_signed_in_is_asked_to_and_comes_back(client):
    answer = client.get("/record-of-use/?child=A1")
    assert answer.status_code == 302
    assert answer.url == "/sign-in/?next=/record-of-use/%3Fchild%3DA1"


def test_a_lost_session_in_a_form_leads_back_to_the_form(client):
    answer = client.post("/security/password/", {"oldpassword": "x"})
    assert answer.url == "/sign-in/?next=/security/password/"


def test_forbidden_and_unknown_pages_answer_alike(signed_in):
    browser = signed_in("social_worker")
    forbidden, unknown = browser.get("/record-of-use/"), browser.get("/record-of-nothing/")
    assert forbidden.status_code == unknown.status_code == 404
    assert without_token(forbidden) == without_token(unknown)


def test_an_account_without_a_role_is_told_whom_to_ask():
    browser = Client()
    browser.force_login(UserFactory(name="Sam Lee"))
    page = browser.get("/")
    assert page.status_code == 403
    assert "no authority has given you a role" in page.content.decode()


def test_ending_a_role_closes_its_pages_at_once(signed_in):
    browser = signed_in("data_protection_officer")
    assert browser.get("/record-of-use/").status_code == 200
    MembershipFactory(
        user=browser.user, authority=browser.user.memberships.get().authority, role="panel_member"
    )
    membership = browser.user.memberships.get(role="data_protection_officer")
    membership.ended_at = membership.began_at
    membership.save()
    assert browser.get("/record-of-use/").status_code == 404


def test_a_leavers_session_ends_at_once(signed_in):
    browser = signed_in("analyst")
    type(browser.user).objects.filter(pk=browser.user.pk).update(is_active=False)
    assert browser.get("/").status_code == 302


def without_token(answer):
    body = answer.content.decode()
    for part in ("csrfmiddlewaretoken", "nonce"):
        body = "\n".join(line for line in body.splitlines() if part not in line)
    return body
