"""Who is acting: the person, for which authority, in which roles, from where. On every request as `request.actor`."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from sufficiency.web.access import checking
from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.access.permissions import Permission
from sufficiency.web.access.roles import Role

CHOSEN_AUTHORITY = "authority"  # the session's key for the authority that was chosen


@dataclass(frozen=True)
class Actor:
    """Someone doing something. Without a user it is nobody known, or the program itself (`name` says)."""

    user: User | None = None
    authority: Authority | None = None
    roles: tuple[Role, ...] = ()
    name: str = ""
    address: str = ""
    request_id: str = ""
    others: tuple[Authority, ...] = field(default=(), compare=False)  # further authorities they may act for

    def may(self, permission: Permission) -> bool:
        """Whether they may do something at the authority they act for."""
        return checking.allows(self.roles, permission)

    @property
    def here(self) -> Authority:
        """The authority they act for; every query of a page is narrowed to it."""
        if self.authority is None:
            raise LookupError("Nobody acts for an authority without a role there.")
        return self.authority

    @property
    def role_labels(self) -> str:
        """The roles in words, for the page's header."""
        return ", ".join(role.label for role in self.roles)


class SiteRequest(HttpRequest):
    """A request as our views get it."""

    actor: Actor
    request_id: str


class ActorMiddleware:
    """Puts `actor` on the request, numbers it, and keeps pages of signed-in people out of the browser's cache."""

    def __init__(self, get_response: Callable[[SiteRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        """Answer the request with its actor known."""
        recognise(request)
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id
        # Files that a view lets be kept say so themselves.
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = (
                "private, no-store"  # shared desks: nothing comes back by the back button
            )
        return response


def recognise(request: SiteRequest) -> None:
    """Put the actor on a request that does not have one yet. It is read from the database when first asked for."""
    if not hasattr(request, "actor"):
        request.request_id = uuid.uuid4().hex[:16]
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[assignment]


def actor_of(request: HttpRequest, *, user: AbstractBaseUser | AnonymousUser | None = None) -> Actor:
    """The person of a request in the roles they hold now, at the authority they chose or their first."""
    user = user or request.user
    where = {"address": request.META.get("REMOTE_ADDR", ""), "request_id": getattr(request, "request_id", "")}
    if not isinstance(user, User):
        return Actor(**where)
    # Read on each request, never kept in the session: an ended role ends with the next click.
    held = list(Membership.objects.current().filter(user=user).select_related("authority"))
    theirs = list(dict.fromkeys(membership.authority for membership in held))
    chosen = request.session.get(CHOSEN_AUTHORITY)
    # A choice that no longer holds falls back to the first, by name.
    authority = next((one for one in theirs if one.pk == chosen), theirs[0] if theirs else None)
    return Actor(
        user=user,
        authority=authority,
        roles=tuple(membership.in_words for membership in held if membership.authority == authority),
        name=user.name,
        others=tuple(one for one in theirs if one != authority),
        **where,
    )
