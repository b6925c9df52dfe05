"""What tests of the site share: people signed in, a closed network, the record's triggers out of the way."""

import os
import socket

import pytest
from django.core.cache import cache
from django.test import Client

from factories.people import AuthorityFactory, MembershipFactory

# The browser's library keeps an event loop open in this thread; Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NEAR = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _closed_network(monkeypatch):
    """A test that reaches for another machine fails."""
    connect = socket.socket.connect

    def only_near(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in NEAR:
            raise AssertionError(f"A test tried to reach {address}.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_near)


@pytest.fixture(autouse=True)
def _forgetful_cache():
    """Attempts to sign in are counted in the cache: each test begins with none."""
    cache.clear()


@pytest.fixture
def authority(db):
    return AuthorityFactory(code="E10000003", name="Testshire")


@pytest.fixture
def signed_in(authority):
    """A browser in which someone with a role is signed in: `signed_in("analyst")`."""

    def sign_in(role, *, at=None):
        membership = MembershipFactory(role=role, authority=at or authority)
        browser = Client()
        browser.force_login(membership.user)
        browser.user = membership.user
        return browser

    return sign_in
