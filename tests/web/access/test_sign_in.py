from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.utils import timezone

from factories.people import PASSWORD, MembershipFactory, UserFactory
from sufficiency.web.access.models import User

pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": email, "password": password, **more})


@pytest.fixture
def person():
    return MembershipFactory(user__email="sam@example.org").user


def test_email_and_password_let_one_in(client, person):
    assert sign_in(client, "SAM@example.org").url == "/"
    assert get_user(client) == person


def test_one_comes_back_to_where_one_was_going(client, person):
    assert sign_in(client, person.email, next="/security/").url == "/security/"


def test_one_is_never_sent_to_another_site(client, person):
    assert sign_in(client, person.email, next="https://elsewhere.example/").url == "/"


def test_a_wrong_password_and_an_unknown_address_read_the_same(client, person):
    wrong, unknown = sign_in(client, person.email, "guess"), sign_in(client, "nobody@example.org", "guess")
    assert wrong.status_code == unknown.status_code == 200
    assert problems(wrong) == problems(unknown) != []


def test_a_refused_sign_in_says_so_in_the_title_at_the_top_and_beside(client, person):
    page = sign_in(client, person.email, "").content.decode()
    assert "<title>Error: Sign in – Sufficiency</title>" in page
    assert "There is a problem" in page
    assert 'href="#id_password"' in page
    assert 'id="id_password_error"' in page


def test_guessing_is_slowed_down(client, person):
    answers = [sign_in(client, person.email, f"guess {n}") for n in range(6)]
    assert "Too many" in answers[-1].content.decode()
    assert "Too many" in sign_in(client, person.email).content.decode()
    assert not get_user(client).is_authenticated


def test_a_closed_account_stays_shut(client):
    user = UserFactory(is_active=False)
    sign_in(client, user.email)
    assert not get_user(client).is_authenticated


def test_an_account_unused_for_six_weeks_stays_shut(client, person):
    User.objects.update(last_login=timezone.now() - timedelta(days=46))
    assert sign_in(client, person.email).url == "/sign-in/closed/"
    assert not get_user(client).is_authenticated
    assert "This account is closed" in client.get("/sign-in/closed/").content.decode()


def test_signing_in_begins_a_new_session(client, person):
    client.get("/sign-in/")
    session = client.session
    session["kept"] = "from before"
    session.save()
    before = session.session_key
    sign_in(client, person.email)
    assert client.session.session_key != before


def test_signing_out_is_asked_for_and_done(client, person):
    sign_in(client, person.email)
    assert "Do you want to sign out?" in client.get("/sign-out/").content.decode()
    client.post("/sign-out/")
    assert not get_user(client).is_authenticated


def test_nobody_signs_themselves_up(client):
    assert client.get("/sign-up/").status_code == 404


def test_a_password_is_changed_with_the_old_one(client, person):
    sign_in(client, person.email)
    given = {"oldpassword": PASSWORD, "password1": "nine-quiet-harbours", "password2": "nine-quiet-harbours"}
    assert client.post("/security/password/", given).status_code == 302
    person.refresh_from_db()
    assert person.check_password("nine-quiet-harbours")


@pytest.mark.parametrize("weak", ["short", "password1234", "samexampleorg"])
def test_a_weak_password_is_refused(client, person, weak):
    sign_in(client, person.email)
    given = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    page = client.post("/security/password/", given)
    assert page.status_code == 200
    assert problems(page)


def test_who_has_no_password_here_is_told_where_to_change_it(client):
    person = MembershipFactory(user=UserFactory(password=None)).user
    client.force_login(person)
    assert "You have no password here" in client.get("/security/password/").content.decode()


def problems(page):
    form = page.context["form"]
    return [*form.non_field_errors(), *(str(e) for field in form for e in field.errors)]
