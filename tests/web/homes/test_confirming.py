from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factories.children import ChildFactory
from factories.homes import HomeFactory, PlacementFactory, officer_of
from sufficiency.web.audit.models import Event
from sufficiency.web.homes import confirming
from sufficiency.web.homes.models import Confirmation, ConfirmLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(home):
    return confirming.make_link(home, by=officer_of(home.authority), site="https://example.org")[0]


def address(link, token=None):
    return reverse("homes:confirm", args=[token or confirming.token_of(link)])


def refused(path):
    page = Client().get(path)
    assert page.status_code == 410
    assert "H-207" not in page.content.decode()
    posted = Client().post(path, {"places_free": "1"})
    return posted.status_code == 410 and not Confirmation.objects.exists()


def test_who_has_the_link_confirms_without_an_account(home, link):
    PlacementFactory(home=home)
    page = Client().get(address(link))
    assert page.status_code == 200
    answer = Client().post(address(link), {"places_free": "1", "note": "Away at Easter"})
    assert "you could take 1 more child" in answer.content.decode()
    kept = Confirmation.objects.get()
    assert (kept.places_free, kept.expected, kept.how, kept.note) == (1, 2, "link", "Away at Easter")
    assert kept.differs
    home.refresh_from_db()
    assert home.confirmed_at is not None
    event = Event.objects.filter(verb="vacancies_confirmed").get()
    assert (event.actor, event.subject, event.authority) == (
        "Whoever had the link",
        "H-207",
        home.authority.code,
    )


def test_the_page_shows_nothing_about_any_child(home, link):
    child = ChildFactory(authority=home.authority, reference="C-4711", is_live=True)
    empty = Client().get(address(link)).content.decode()
    PlacementFactory(home=home, child=child)
    page = Client().get(address(link)).content.decode()
    assert "C-4711" not in page
    # Not even how many: the page is the same whether one lives there or none.
    assert without_token(page) == without_token(empty)


def without_token(page):
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_link_runs_out(link):
    ConfirmLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refused(address(link))
    assert Event.objects.filter(verb="confirm_link_refused").exists()


def test_the_signature_runs_out_too(link, monkeypatch):
    monkeypatch.setattr(confirming, "LASTS", timedelta(0))
    assert refused(address(link))


def test_a_revoked_link_opens_nothing(link, signed_in):
    revoke = reverse("homes:revoke", args=[link.home_id, link.pk])
    assert signed_in("placement_officer").post(revoke).status_code == 302
    assert refused(address(link))


def test_a_newer_link_ends_the_older(home, link):
    newer, _ = confirming.make_link(home, by=officer_of(home.authority), site="")
    assert refused(address(link))
    assert Client().get(address(newer)).status_code == 200


@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_link_that_was_altered_opens_nothing(link, at):
    token = confirming.token_of(link)
    other = "A" if token[at] != "A" else "B"
    assert refused(address(link, token[:at] + other + (token[at + 1 :] if at != -1 else "")))


@pytest.mark.parametrize("guess", ["1", "x", "WzEsMV0:1x:abc", "a" * 300])
def test_a_link_is_not_guessed(link, guess):
    assert refused(address(None, guess))


def test_a_link_is_of_one_home(link):
    other = HomeFactory(provider=link.home.provider)
    assert refused(address(None, signing.dumps([link.pk, other.pk], salt=confirming.SALT)))


def test_what_the_site_signs_for_something_else_is_no_link(link):
    assert refused(address(None, signing.dumps([link.pk, link.home_id], salt="something else")))


def test_another_sites_key_signs_no_link(link, settings):
    token = confirming.token_of(link)
    settings.SECRET_KEY = "another key"
    assert refused(address(None, token))


def test_a_closed_home_confirms_nothing(link):
    link.home.closed_on = timezone.localdate()
    link.home.save()
    assert refused(address(link))


@pytest.mark.parametrize("said", [{}, {"places_free": "4"}, {"places_free": "-1"}, {"places_free": "many"}])
def test_an_answer_that_cannot_be_is_asked_again(link, said):
    page = Client().post(address(link), said)
    assert page.status_code == 422
    assert not Confirmation.objects.exists()


def test_nothing_of_the_page_is_kept_or_told_on(link):
    page = Client().get(address(link))
    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "same-origin"


def test_a_signed_in_officer_who_opens_the_link_is_nobody_special(link, signed_in):
    page = signed_in("placement_officer").get(address(link)).content.decode()
    assert "/homes/" not in page.replace(address(link), "")


def test_the_officer_gets_the_link_to_copy_and_it_goes_by_mail(
    home, signed_in, mailoutbox, django_capture_on_commit_callbacks
):
    browser, ask = signed_in("placement_officer"), reverse("homes:ask", args=[home.pk])
    assert "carer@example.org" in browser.get(ask).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        page = browser.post(ask, {"send": "yes"}).content.decode()
    made = ConfirmLink.objects.get()
    assert address(made).split(":")[0] in page
    (mail,) = mailoutbox
    assert mail.to == ["carer@example.org"]
    path = next(line for line in mail.body.splitlines() if "/homes/confirm/" in line).removeprefix(
        "http://testserver"
    )
    assert Client().get(path).status_code == 200
    assert Event.objects.filter(verb="confirm_link_made").get().reason == "sent to carer@example.org"


def test_only_shown_it_goes_to_nobody(home, signed_in, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("commissioner").post(reverse("homes:ask", args=[home.pk]), {"send": "no"})
    assert mailoutbox == []


def test_what_was_said_on_the_telephone_is_kept(home, signed_in):
    told = reverse("homes:told", args=[home.pk])
    browser = signed_in("placement_officer")
    assert browser.post(told, {}).status_code == 422
    assert browser.post(told, {"places_free": "2"}).status_code == 302
    assert (Confirmation.objects.get().how, Confirmation.objects.get().by) == ("officer", browser.user.name)
    assert "differs" in browser.get(home.get_absolute_url()).content.decode()


def test_a_large_home_types_the_number(authority, signed_in):
    large = HomeFactory(provider__authority=authority, approval__places=20, kind="supported_accommodation")
    told = reverse("homes:told", args=[large.pk])
    assert signed_in("placement_officer").post(told, {"places_free": "12"}).status_code == 302
