import pytest

from factories.people import MembershipFactory
from sufficiency.web.access.models import Authority, User
from sufficiency.web.audit.models import Event
from sufficiency.web.people import by_hand

pytestmark = pytest.mark.django_db


def test_the_first_administrator_comes_with_their_authority():
    user = by_hand.add("lee@council.gov.uk", name="Lee", role="system_administrator", authority="E10000003")
    assert user.memberships.get().authority.name == "Cambridgeshire"
    assert by_hand.add("a@council.gov.uk", name="A", role="analyst", authority="E10000003")
    assert Authority.objects.count() == 1
    assert Event.objects.last().actor == "Whoever runs the installation"


@pytest.mark.parametrize(
    ("given", "what_next"),
    [({"role": "king"}, "sufficiency user roles"), ({"authority": "X1"}, "ONS code")],
)
def test_what_is_not_known_says_what_to_do(given, what_next):
    with pytest.raises(by_hand.UnknownError) as problem:
        by_hand.add(
            "lee@council.gov.uk", **{"name": "Lee", "role": "analyst", "authority": "E10000003", **given}
        )
    assert what_next in problem.value.what_next
    assert not User.objects.exists()


def test_a_link_is_made_for_who_is_known(client):
    user = MembershipFactory(role="analyst").user
    assert "Choose a password" in client.get(by_hand.link(user.email.upper()), follow=True).content.decode()
    with pytest.raises(by_hand.UnknownError, match="Nobody here"):
        by_hand.link("nobody@council.gov.uk")


def test_shutting_an_account_ends_every_role(signed_in):
    browser = signed_in("analyst")
    MembershipFactory(user=browser.user, role="councillor")
    by_hand.shut(browser.user.email)
    browser.user.refresh_from_db()
    assert not browser.user.is_active
    assert not browser.user.memberships.filter(ended_at=None).exists()
    assert browser.get("/").status_code == 302
    assert [event.verb for event in Event.objects.all()[:3]] == ["account_shut", "role_ended", "role_ended"]
