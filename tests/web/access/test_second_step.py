import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user

from factories.people import PASSWORD, MembershipFactory

pytestmark = pytest.mark.django_db


def code(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def person(client):
    user = MembershipFactory(user__email="sam@example.org").user
    client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
    client.post("/confirm/password/", {"password": PASSWORD})
    return user


@pytest.fixture
def secret(client, person):
    """A second step that has been set up."""
    client.get("/security/app/")
    secret = client.session["mfa.totp.secret"]
    client.post("/security/app/", {"code": code(secret)})
    return secret


def test_setting_up_takes_the_code_from_the_app(client, person):
    page = client.get("/security/app/").content.decode()
    assert client.session["mfa.totp.secret"] in page
    assert "data:image/svg" in page
    refused = client.post("/security/app/", {"code": "000000"})
    assert refused.status_code == 200
    assert not Authenticator.objects.filter(user=person).exists()


def test_what_touches_ones_security_asks_for_the_password_again(client):
    user = MembershipFactory().user
    client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
    assert client.get("/security/app/").url.startswith("/confirm/password/")
    assert "Confirm that it is you" in client.get("/confirm/password/").content.decode()
    assert (
        client.post("/confirm/password/?next=/security/app/", {"password": PASSWORD}).url == "/security/app/"
    )


def test_with_a_second_step_a_password_is_not_enough(client, person, secret):
    client.post("/sign-out/")
    assert client.post("/sign-in/", {"login": person.email, "password": PASSWORD}).url == "/sign-in/code/"
    assert not get_user(client).is_authenticated
    answer = client.post("/sign-in/code/", {"code": recovery_code(person)})
    assert answer.status_code == 302
    assert get_user(client) == person
    assert secret


def test_secrets_are_not_readable_in_the_database(person, secret):
    for stored in Authenticator.objects.filter(user=person):
        assert secret not in str(stored.data)
        assert stored.wrap()


def test_recovery_codes_are_shown_and_can_be_made_anew(client, person, secret):
    first = recovery_code(person)
    assert first in client.get("/security/codes/").content.decode()
    assert first in client.get("/security/codes/download/").content.decode()
    assert client.post("/security/codes/new/").status_code == 302
    assert recovery_code(person) != first


def test_the_second_step_can_be_removed(client, person, secret):
    assert "Remove the authenticator app?" in client.get("/security/app/remove/").content.decode()
    client.post("/security/app/remove/")
    assert not Authenticator.objects.filter(user=person).exists()


def test_where_a_second_step_is_required_everything_waits_for_it(client, person, settings):
    settings.SECOND_STEP_REQUIRED = True
    assert client.get("/").url == "/security/app/"
    assert client.get("/security/app/").status_code == 200
    secret = client.session["mfa.totp.secret"]
    client.post("/security/app/", {"code": code(secret)})
    assert client.get("/").status_code == 200


def test_the_councils_own_sign_in_brings_its_own_second_step(client, person, settings):
    settings.SECOND_STEP_REQUIRED = True
    session = client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "provider": "council"}]
    session.save()
    assert client.get("/").status_code == 200
    assert person


def recovery_code(person):
    return Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]
