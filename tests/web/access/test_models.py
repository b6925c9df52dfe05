import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from factories.people import AuthorityFactory, MembershipFactory, UserFactory
from sufficiency.web.access.models import User

pytestmark = pytest.mark.django_db


def test_nobody_has_two_accounts_with_one_address():
    UserFactory(email="sam@example.org")
    with pytest.raises(IntegrityError):
        User(email="SAM@example.org", name="Sam").save()


def test_people_are_found_whatever_the_case_of_their_address():
    user = UserFactory(email="Sam@Example.org")
    assert user.email == "sam@example.org"
    assert User.objects.get_by_natural_key("SAM@example.org") == user


def test_people_are_greeted_by_their_first_name():
    assert UserFactory.build(name="Grace Okafor").get_short_name() == "Grace"


def test_an_account_without_a_password_of_ours_has_none_to_guess():
    assert not UserFactory(password=None).has_usable_password()


@pytest.mark.parametrize(
    ("colour", "wrong"), [("#12436d", False), ("#ffdd00", True), ("blue", True), ("#12436", True)]
)
def test_a_colour_must_carry_white_words(colour, wrong):
    authority = AuthorityFactory.build(colour=colour)
    found = False
    try:
        authority.clean_fields(exclude=["region"])
    except ValidationError as problem:
        found = "colour" in problem.message_dict
    assert found is wrong


def test_a_role_is_held_once_at_a_time():
    first = MembershipFactory(role="analyst", ended_at=timezone.now())
    again = {"user": first.user, "authority": first.authority, "role": "analyst"}
    MembershipFactory(**again)
    with pytest.raises(IntegrityError):
        MembershipFactory(**again)


def test_a_membership_reads_as_a_sentence():
    membership = MembershipFactory(role="analyst", authority__name="Testshire", user__name="Sam Lee")
    assert str(membership) == "Sam Lee, Analyst at Testshire"
