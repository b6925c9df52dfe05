"""What the pages about people read: always the people of one authority."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from sufficiency.web.access.adapters import UNUSED_FOR
from sufficiency.web.access.models import Authority, Membership, User


def people_of(authority: Authority) -> "QuerySet[User]":
    """Everyone who has or had a role at an authority, with their roles there as `roles_here`, the current ones first."""
    # Roles elsewhere are nobody's business here.
    here = Membership.objects.filter(authority=authority).order_by("-ended_at", "pk")
    return (
        User.objects.filter(memberships__authority=authority)
        .distinct()
        .order_by("name", "pk")
        .prefetch_related(Prefetch("memberships", here, to_attr="roles_here"))
    )


def serves_others(user: User, *, than: Authority) -> bool:
    """Whether someone also has a role at another authority."""
    return Membership.objects.current().filter(user=user).exclude(authority=than).exists()


def is_last_administrator(membership: Membership) -> bool:
    """Whether nobody else could give roles at an authority once this one has ended."""
    if membership.role != "system_administrator":
        return False
    others = Membership.objects.current().filter(authority=membership.authority, role=membership.role)
    return not others.exclude(pk=membership.pk).exists()


def is_shut(user: User, *, now: datetime) -> bool:
    """Whether an account stays shut when its owner tries to sign in."""
    return not user.is_active or bool(user.last_login and now - user.last_login > UNUSED_FOR)
