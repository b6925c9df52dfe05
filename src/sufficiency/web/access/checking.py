"""The one place where it is decided whether someone may do something."""

from collections.abc import Iterable

from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.access.permissions import Permission
from sufficiency.web.access.roles import Role


def allows(roles: Iterable[Role], permission: Permission) -> bool:
    """Whether any of the roles carries the permission."""
    return any(permission in role.permissions for role in roles)


def has_permission(user: User, authority: Authority, permission: Permission) -> bool:
    """Whether a person may do something at an authority, by the roles they hold there now."""
    held = Membership.objects.current().filter(user=user, authority=authority)
    return allows((membership.in_words for membership in held), permission)
