"""What whoever runs the installation does from the command line: the first administrator, and help in need.

Nobody is asked for a permission here: who reaches the command line reaches the database too. All is recorded.
"""

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.reference.authorities import authorities
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.people import actions

ME = Actor(name="Whoever runs the installation")


class UnknownError(Exception):
    """What was named is not known; says what to do."""

    def __init__(self, what: str, *, what_next: str) -> None:
        super().__init__(what)
        self.what, self.where, self.what_next = what, "user", what_next


def add(email: str, *, name: str, role: str, authority: str) -> User:
    """Give someone an account and a role; the authority is made where it is new here."""
    if role not in ROLES:
        raise UnknownError(f"There is no role “{role}”", what_next="List them with: sufficiency user roles")
    return actions.give_account(email, name=name, role=role, authority=_authority(authority), by=ME)


@transaction.atomic
def link(email: str) -> str:
    """The path by which someone chooses a password."""
    user = _user(email)
    record(Verb.PASSWORD_LINK_MADE, by=ME, on=user)
    return actions.link_for(user)


@transaction.atomic
def shut(email: str) -> User:
    """Close an account and end every role of its owner, wherever it is held."""
    user = _user(email)
    for held in Membership.objects.current().filter(user=user):
        held.ended_at = timezone.now()
        held.save(update_fields=["ended_at"])
        record(Verb.ROLE_ENDED, by=ME, on=user, reason=held.in_words.label)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(Verb.ACCOUNT_SHUT, by=ME, on=user)
    return user


def _user(email: str) -> User:
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        raise UnknownError(
            f"Nobody here has the address {email}", what_next="Give them an account: sufficiency user add"
        )
    return user


def _authority(code: str) -> Authority:
    known = authorities().get(code)
    if known is None:
        raise UnknownError(f"There is no authority {code}", what_next="Give its ONS code, such as E10000003.")
    defaults = {"name": known.name, "region": known.region}
    return Authority.objects.get_or_create(code=code, defaults=defaults)[0]
