import pytest
from django.contrib.auth import get_user

from factories.people import UserFactory
from sufficiency.web.access.models import Membership, User
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.models import Event
from sufficiency.web.demo.actions import make_people
from sufficiency.web.demo.people import PEOPLE

pytestmark = pytest.mark.django_db


def test_there_is_a_made_up_person_in_each_role():
    assert [person.role for person in PEOPLE] == list(ROLES)
    assert len({person.email for person in PEOPLE}) == len(PEOPLE)


def test_making_them_twice_changes_nothing():
    assert make_people() == make_people()
    assert Membership.objects.count() == User.objects.count() == len(PEOPLE)


def test_they_have_no_password_to_guess():
    make_people()
    assert not any(user.has_usable_password() for user in User.objects.all())


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_one_click_makes_one_any_of_them(client, person):
    make_people()
    assert person.name in client.get("/demo/").content.decode()
    assert client.post("/demo/become/", {"email": person.email}).url == "/"
    assert get_user(client).name == person.name
    assert Event.objects.first().verb == "signed_in"


def test_one_comes_back_to_where_one_was_going_but_never_elsewhere(client):
    make_people()
    email = PEOPLE[0].email
    assert client.post("/demo/become/", {"email": email, "next": "/security/"}).url == "/security/"
    assert client.post("/demo/become/", {"email": email, "next": "https://elsewhere.example"}).url == "/"


def test_nobody_real_can_be_become(client):
    make_people()
    assert client.post("/demo/become/", {"email": UserFactory().email}).status_code == 404
    assert client.get("/demo/become/").status_code == 405


def test_without_the_demonstration_there_is_no_such_page(client, settings):
    make_people()
    settings.DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/become/", {"email": PEOPLE[0].email}).status_code == 404
    assert not get_user(client).is_authenticated


def test_every_page_says_that_it_is_a_demonstration(client, settings):
    assert "Demonstration:" in client.get("/accessibility/").content.decode()
    settings.DEMO = False
    assert "Demonstration:" not in client.get("/accessibility/").content.decode()


def test_an_empty_demonstration_says_what_to_do(client):
    assert "sufficiency setup" in client.get("/demo/").content.decode()
