import pytest

from factories.people import PASSWORD, MembershipFactory
from sufficiency.web.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return MembershipFactory(user__email="sam@example.org", user__name="Sam Lee", role="analyst").user


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def sign_in(client, password=PASSWORD, email="sam@example.org"):
    client.post("/sign-in/", {"login": email, "password": password}, REMOTE_ADDR="10.0.0.7")


def test_signing_in_and_out_is_recorded(client, person):
    sign_in(client)
    client.post("/sign-out/")
    assert verbs() == ["signed_in", "signed_out"]
    event = Event.objects.last()
    assert (event.actor, event.roles, event.address) == ("Sam Lee", "Analyst", "10.0.0.7")


def test_a_refused_sign_in_is_recorded_without_what_was_typed(client, person):
    sign_in(client, password="guess-one")
    sign_in(client, email="my-password@wrong-box.example")
    known, unknown = Event.objects.order_by("pk")
    assert {known.verb, unknown.verb} == {"sign_in_refused"}
    assert (known.subject, unknown.subject) == (str(person.pk), "")
    everything = str([list(Event.objects.values())])
    assert "guess-one" not in everything
    assert "my-password" not in everything
    assert "sam@example.org" not in everything


def test_a_changed_password_is_recorded(client, person):
    sign_in(client)
    new = {"oldpassword": PASSWORD, "password1": "nine-quiet-harbours", "password2": "nine-quiet-harbours"}
    client.post("/security/password/", new)
    assert verbs() == ["signed_in", "password_changed"]
