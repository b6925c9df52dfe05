"""The council's own sign-in by OpenID Connect, played by a stand-in that answers as Entra ID does."""

import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user

from factories.people import MembershipFactory, UserFactory
from sufficiency.web.access.adapters import CouncilAdapter
from sufficiency.web.audit.models import Event
from sufficiency.web.config import sign_in

SERVER = "https://login.council.example/v2.0"
VARIABLES = {
    "SUFFICIENCY_OIDC_SERVER": SERVER,
    "SUFFICIENCY_OIDC_CLIENT_ID": "sufficiency",
    "SUFFICIENCY_OIDC_CLIENT_SECRET": "kept",
    "SUFFICIENCY_OIDC_DOMAINS": "council.gov.uk",
    "SUFFICIENCY_OIDC_NAME": "your Testshire account",
}


class Answer:
    """What the server answers to one request."""

    status_code = 200
    headers = {"content-type": "application/json"}  # noqa: RUF012

    def __init__(self, content):
        self.content = content

    def json(self):
        return self.content

    def raise_for_status(self):
        pass


class Server:
    """Stands in for the council's sign-in: knows one person, remembers what it was asked."""

    def __init__(self, person):
        self.person = person
        self.asked = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def get(self, url, **_):
        return self.request("GET", url)

    def request(self, _method, url, data=None, **_):
        self.asked.append((url, data))
        ends = {"/.well-known/openid-configuration": self.configuration, "/token": self.token}
        return Answer(ends.get(url.removeprefix(SERVER), self.user)())

    def configuration(self):
        ends = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        found = {f"{name}_endpoint": f"{SERVER}/{path}" for name, path in ends.items()}
        keys = {"jwks_uri": f"{SERVER}/keys", "token_endpoint_auth_methods_supported": ["client_secret_post"]}
        return {**found, **keys, "issuer": SERVER}

    def token(self):
        claims = {**self.person, "iss": SERVER, "aud": "sufficiency", "exp": time.time() + 60}
        return {
            "access_token": "a",
            "token_type": "Bearer",
            "id_token": jwt.encode(claims, "x" * 32, algorithm="HS256"),
        }

    def user(self):
        return self.person


@pytest.fixture
def come_back(client, settings, monkeypatch, db):
    """Sign in at the council as someone and come back: `come_back(email=...)`; gives the answer."""
    settings.SOCIALACCOUNT_PROVIDERS = sign_in.providers(VARIABLES)

    def sign_in_there(**claims):
        server = Server({"sub": "1234", "name": "Amira Hassan", **claims})
        monkeypatch.setattr(CouncilAdapter, "get_requests_session", lambda _: server)
        away = client.post("/sign-in/with/council/?process=login&next=/security/")
        asked = parse_qs(urlsplit(away.url).query)
        assert away.url.startswith(f"{SERVER}/authorize")
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["redirect_uri"] == ["http://testserver/sign-in/from/council/"]
        return client.get("/sign-in/from/council/", {"code": "c", "state": asked["state"][0]})

    return sign_in_there


def test_the_sign_in_page_offers_the_councils_account(client, settings, db):
    assert "Sign in with your" not in client.get("/sign-in/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = sign_in.providers(VARIABLES)
    page = client.get("/sign-in/?next=/security/").content.decode()
    assert "Sign in with your Testshire account" in page
    assert "next=%2Fsecurity%2F" in page


def test_who_has_an_account_here_gets_in_and_to_where_they_were_going(client, come_back):
    person = MembershipFactory(user=UserFactory(email="amira@council.gov.uk", password=None)).user
    assert come_back(email="Amira@council.gov.uk").url == "/security/"
    assert get_user(client) == person
    assert SocialAccount.objects.get(user=person).uid == "1234"
    assert Event.objects.get().verb == "signed_in"


def test_the_second_time_the_number_counts_not_the_address(client, come_back):
    person = MembershipFactory(user__email="amira@council.gov.uk").user
    come_back(email="amira@council.gov.uk")
    client.post("/sign-out/")
    come_back(email="amira.married@council.gov.uk")
    assert get_user(client) == person


def test_the_councils_second_step_is_enough(client, come_back, settings):
    settings.SECOND_STEP_REQUIRED = True
    MembershipFactory(user__email="amira@council.gov.uk")
    come_back(email="amira@council.gov.uk")
    assert client.get("/").status_code == 200


def test_who_has_no_account_here_is_told_whom_to_ask(client, come_back):
    assert "You have no account here" in come_back(email="stranger@council.gov.uk").content.decode()
    assert not get_user(client).is_authenticated


def test_an_address_of_another_domain_is_not_believed(client, come_back):
    UserFactory(email="amira@elsewhere.example")
    page = come_back(email="amira@elsewhere.example")
    assert not get_user(client).is_authenticated
    assert page.status_code == 200


def test_a_closed_account_stays_shut_for_the_council_too(client, come_back):
    MembershipFactory(user=UserFactory(email="amira@council.gov.uk", is_active=False))
    come_back(email="amira@council.gov.uk")
    assert not get_user(client).is_authenticated


def test_a_council_that_does_not_answer_is_said_not_a_fault(client, come_back, monkeypatch):
    assert come_back
    monkeypatch.setattr(Server, "request", lambda *_, **__: (_ for _ in ()).throw(requests.ConnectionError()))
    monkeypatch.setattr(CouncilAdapter, "get_requests_session", lambda _: Server({}))
    page = client.post("/sign-in/with/council/?process=login")
    assert page.status_code == 503
    assert "did not answer" in page.content.decode()


def test_turning_back_at_the_council_is_not_an_error(client, come_back):
    come_back(email="stranger@council.gov.uk")
    asked = parse_qs(urlsplit(client.post("/sign-in/with/council/?process=login").url).query)
    page = client.get(
        "/sign-in/from/council/", {"error": "access_denied", "state": asked["state"][0]}, follow=True
    )
    assert "You did not sign in" in page.content.decode()


def test_an_unknown_council_is_not_there(client, come_back, db):
    assert client.post("/sign-in/with/another/").status_code == 404
