"""Gives accounts and roles, ends roles, opens accounts again, makes links by which a password is chosen."""

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.people import queries


class RefusedError(Exception):
    """Something that an administrator may not do; the message says why."""


@transaction.atomic
def give_account(email: str, *, name: str, role: str, authority: Authority, by: Actor) -> User:
    """Give someone an account with a role. Who has one elsewhere keeps it, name and all, and gets the role."""
    # Their name stays as it is: another authority may have given it.
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        user = User.objects.create_user(email, name=name)
        record(Verb.ACCOUNT_GIVEN, by=by, on=user)
    give_role(user, role=role, authority=authority, by=by)
    return user


@transaction.atomic
def give_role(user: User, *, role: str, authority: Authority, by: Actor) -> Membership:
    """Give a role at an authority; one that is held already stays as it is."""
    membership, is_new = Membership.objects.get_or_create(
        user=user, authority=authority, role=role, ended_at=None
    )
    if is_new:
        record(Verb.ROLE_GIVEN, by=by, on=user, reason=ROLES[role].label)
    return membership


@transaction.atomic
def end_role(membership: Membership, *, by: Actor) -> None:
    """End a role. The last administrator stays, or nobody could give roles any more."""
    if queries.is_last_administrator(membership):
        raise RefusedError("This is the only administrator. Give someone else the role first.")
    if membership.ended_at is None:
        membership.ended_at = timezone.now()
        membership.save(update_fields=["ended_at"])
        record(Verb.ROLE_ENDED, by=by, on=membership.user, reason=membership.in_words.label)


@transaction.atomic
def reopen(user: User, *, by: Actor) -> None:
    """Let someone sign in again whose account was shut because nobody used it."""
    user.is_active, user.last_login = True, None
    user.save(update_fields=["is_active", "last_login"])
    record(Verb.ACCOUNT_OPENED, by=by, on=user)


@transaction.atomic
def make_link(user: User, *, authority: Authority, by: Actor) -> str:
    """The path by which someone chooses a password, once and within three days."""
    # Or an administrator here could become someone there.
    if queries.serves_others(user, than=authority):
        raise RefusedError(
            "This person also works for another authority, so only who runs this site can do that."
        )
    record(Verb.PASSWORD_LINK_MADE, by=by, on=user)
    return link_for(user)


def link_for(user: User) -> str:
    """The path itself; a new password or a sign-in makes it void."""
    number = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("people:choose_password", args=[number, default_token_generator.make_token(user)])
