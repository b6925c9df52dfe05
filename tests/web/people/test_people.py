from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.people import AuthorityFactory, MembershipFactory, UserFactory
from sufficiency.web.access.models import Membership, User
from sufficiency.web.audit.models import Event

PAGE = "/people/"


@pytest.fixture
def administrator(signed_in):
    return signed_in("system_administrator")


@pytest.fixture
def colleague(authority):
    return MembershipFactory(authority=authority, role="analyst", user__name="Farid Rahimi").user


def verbs():
    return [event.verb for event in Event.objects.order_by("pk") if event.verb != "signed_in"]


def words(page):
    return " ".join(page.content.decode().split())


def test_the_list_has_the_people_of_this_authority_only(administrator, colleague):
    MembershipFactory(user__name="Zoe Far", role="analyst")
    page = words(administrator.get(PAGE))
    assert colleague.name in page
    assert "Zoe Far" not in page


@pytest.mark.parametrize(
    ("filters", "found"),
    [({"name": "rahi"}, 1), ({"role": "analyst"}, 1), ({"role": "councillor"}, 0), ({}, 2)],
)
def test_the_list_can_be_narrowed(administrator, colleague, filters, found):
    assert administrator.get(PAGE, filters).context["page"].paginator.count == found


def test_the_list_costs_the_same_however_many_there_are(administrator, authority):
    administrator.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        administrator.get(PAGE)
    MembershipFactory.create_batch(20, authority=authority)
    with CaptureQueriesContext(connection) as many:
        administrator.get(PAGE)
    assert len(few) == len(many)


def test_an_account_is_given_with_a_role_and_no_password(administrator, authority):
    given = {"name": "Efua Boateng", "email": " Efua@Council.gov.uk ", "role": "commissioner"}
    page = administrator.post(PAGE + "add/", given, follow=True)
    user = User.objects.get(email="efua@council.gov.uk")
    assert "Efua Boateng has an account." in words(page)
    assert not user.has_usable_password()
    assert user.memberships.get().authority == authority
    assert verbs() == ["account_given", "role_given"]


def test_who_has_an_account_elsewhere_keeps_it(administrator, authority):
    theirs = MembershipFactory(role="analyst", user__name="Zoe Far").user
    administrator.post(
        PAGE + "add/", {"name": "Another Name", "email": theirs.email.upper(), "role": "councillor"}
    )
    theirs.refresh_from_db()
    assert theirs.name == "Zoe Far"
    assert theirs.memberships.filter(authority=authority, role="councillor").exists()
    assert verbs() == ["role_given"]


@pytest.mark.parametrize("wrong", [{"email": "not-an-address"}, {"role": ""}, {"role": "king"}, {"name": ""}])
def test_a_mistake_is_said_and_nobody_gets_in(administrator, wrong):
    given = {"name": "Efua Boateng", "email": "efua@council.gov.uk", "role": "commissioner", **wrong}
    assert "There is a problem" in words(administrator.post(PAGE + "add/", given))
    assert User.objects.count() == 1


def test_a_closed_account_is_not_given_again(administrator):
    closed = UserFactory(is_active=False)
    given = {"name": "x", "email": closed.email, "role": "analyst"}
    assert "This account was closed" in words(administrator.post(PAGE + "add/", given))


def test_a_role_is_given_once_and_ended(administrator, colleague):
    path = f"{PAGE}{colleague.pk}/"
    administrator.post(path + "roles/", {"role": "councillor"})
    administrator.post(path + "roles/", {"role": "councillor"})
    held = colleague.memberships.get(role="councillor")
    page = administrator.post(f"{path}roles/{held.pk}/end/", follow=True)
    assert "is no longer councillor" in words(page)
    assert "Ended" in words(page)
    assert verbs() == ["role_given", "role_ended"]
    event = Event.objects.get(verb="role_ended")
    assert (event.subject, event.reason) == (str(colleague.pk), "Councillor (corporate parent)")


def test_a_role_that_is_none_is_refused(administrator, colleague):
    assert "There is a problem" in words(administrator.post(f"{PAGE}{colleague.pk}/roles/", {"role": "king"}))
    assert verbs() == []


def test_the_last_administrator_stays(administrator):
    me = administrator.user.memberships.get()
    page = administrator.post(f"{PAGE}{administrator.user.pk}/roles/{me.pk}/end/", follow=True)
    assert "Give someone else the role first" in words(page)
    assert Membership.objects.get(pk=me.pk).ended_at is None


def test_one_of_two_administrators_can_go(administrator, authority):
    other = MembershipFactory(authority=authority, role="system_administrator")
    administrator.post(f"{PAGE}{other.user.pk}/roles/{other.pk}/end/")
    other.refresh_from_db()
    assert other.ended_at


@pytest.mark.parametrize("path", ["", "roles/", "open/", "link/"])
def test_people_of_other_authorities_are_not_there(administrator, path):
    stranger = MembershipFactory(authority=AuthorityFactory(), role="analyst").user
    send = administrator.post if path else administrator.get
    assert send(f"{PAGE}{stranger.pk}/{path}", {"role": "analyst"}).status_code == 404
    held = stranger.memberships.get()
    assert administrator.post(f"{PAGE}{stranger.pk}/roles/{held.pk}/end/").status_code == 404


def test_an_account_nobody_used_is_opened_again(administrator, colleague, client):
    User.objects.filter(pk=colleague.pk).update(last_login=timezone.now() - timedelta(days=50))
    assert "Shut" in words(administrator.get(f"{PAGE}{colleague.pk}/"))
    administrator.post(f"{PAGE}{colleague.pk}/open/")
    assert "Shut" not in words(administrator.get(f"{PAGE}{colleague.pk}/"))
    assert verbs() == ["account_opened"]
    assert client.get("/").status_code == 302


def test_who_watches_over_accounts_sees_them_and_changes_nothing(signed_in, colleague):
    officer = signed_in("data_protection_officer")
    page = words(officer.get(f"{PAGE}{colleague.pk}/"))
    assert colleague.email in page
    assert "Give another role" not in page
    assert "Give someone an account" not in words(officer.get(PAGE))
    for path in ("roles/", "open/", "link/"):
        assert officer.post(f"{PAGE}{colleague.pk}/{path}").status_code == 404
