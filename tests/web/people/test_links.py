from datetime import datetime, timedelta

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from factories.people import MembershipFactory, UserFactory
from sufficiency.web.audit.models import Event

NEW = {"new_password1": "nine-quiet-harbours", "new_password2": "nine-quiet-harbours"}


@pytest.fixture
def colleague(authority):
    return MembershipFactory(authority=authority, role="analyst", user=UserFactory(password=None)).user


@pytest.fixture
def link(signed_in, colleague):
    """The link that an administrator made for a colleague."""
    page = signed_in("system_administrator").post(f"/people/{colleague.pk}/link/")
    return page.context["link"].removeprefix("http://testserver")


def choose(client, link, given=NEW):
    return client.post(client.get(link, follow=True).request["PATH_INFO"], given)


def test_a_link_lets_its_owner_choose_a_password_and_sign_in(client, colleague, link):
    assert "Choose a password" in client.get(link, follow=True).content.decode()
    assert choose(client, link).url == "/sign-in/"
    client.post("/sign-in/", {"login": colleague.email, "password": "nine-quiet-harbours"})
    assert get_user(client) == colleague
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == [
        "signed_in", "password_link_made", "password_changed", "signed_in",
    ]  # fmt: skip


def test_a_link_works_once(client, link):
    choose(client, link)
    assert "This link is used up" in client.get(link, follow=True).content.decode()


def test_a_link_lasts_three_days(client, link, monkeypatch):
    later = datetime.now() + timedelta(days=4)  # noqa: DTZ005  (the clock the generator reads)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _: later)
    assert "This link is used up" in client.get(link, follow=True).content.decode()


@pytest.mark.parametrize("link", ["/people/password/MQ/not-a-token/", "/people/password/!/x/"])
def test_a_made_up_link_opens_nothing(client, db, link):
    assert "This link is used up" in client.get(link).content.decode()


def test_a_weak_password_is_refused(client, link, colleague):
    page = choose(client, link, {"new_password1": "short", "new_password2": "short"})
    assert "There is a problem" in page.content.decode()
    colleague.refresh_from_db()
    assert not colleague.has_usable_password()


def test_nobody_takes_over_someone_who_serves_another_authority_too(signed_in, colleague):
    MembershipFactory(user=colleague, role="analyst")
    page = signed_in("system_administrator").post(f"/people/{colleague.pk}/link/", follow=True)
    assert "also works for another authority" in page.content.decode()
