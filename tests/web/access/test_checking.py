import pytest
from django.utils import timezone

from factories.people import AuthorityFactory, MembershipFactory, UserFactory
from sufficiency.web.access.checking import has_permission
from sufficiency.web.access.permissions import Permission

pytestmark = pytest.mark.django_db


def may(membership, permission=Permission.RETURNS_SEE):
    return has_permission(membership.user, membership.authority, permission)


def test_a_role_carries_its_permissions():
    assert may(MembershipFactory(role="analyst"))
    assert not may(MembershipFactory(role="councillor"))


def test_two_roles_add_up():
    first = MembershipFactory(role="councillor")
    MembershipFactory(role="analyst", user=first.user, authority=first.authority)
    assert may(first)


def test_a_role_holds_at_its_own_authority_only():
    membership = MembershipFactory(role="analyst")
    assert not has_permission(membership.user, AuthorityFactory(), Permission.RETURNS_SEE)


def test_an_ended_role_carries_nothing():
    assert not may(MembershipFactory(role="analyst", ended_at=timezone.now()))


def test_a_leaver_may_do_nothing():
    assert not may(MembershipFactory(role="analyst", user=UserFactory(is_active=False)))


def test_an_authority_that_no_longer_uses_the_site_lets_nobody_in():
    assert not may(MembershipFactory(role="analyst", authority=AuthorityFactory(is_ours=False)))
