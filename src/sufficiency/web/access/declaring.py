"""What each view needs, said on the view: `@needs(Permission.X)` or `@open_to_all("why")`.

Who is not signed in is asked to sign in. Who may not see a page gets the same answer as for one that does not
exist, so that nobody learns what is there. A test walks every address and fails for a view that says neither.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url

from sufficiency.web.access.acting import SiteRequest, recognise
from sufficiency.web.access.permissions import Permission
from sufficiency.web.access.second_step import lacks_second_step

View = Callable[..., HttpResponseBase]
SETTING_UP_SECOND_STEP = (
    "mfa_",
    "account_",
)  # pages on the way to the second step, by the start of their name


@dataclass(frozen=True)
class Declaration:
    """What a view says of itself: the permission it needs, or why it needs none."""

    permission: Permission | None = None
    open_because: str = ""


def needs(permission: Permission) -> Callable[[View], View]:
    """Let a view answer only those who have a permission at the authority they act for."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: SiteRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            recognise(request)  # django-allauth calls views again with a request of its own making
            refused = refusal(request, permission)
            return refused or view(request, *args, **kwargs)

        return _declared(guarded, Declaration(permission=permission))

    return declare


def open_to_all(because: str) -> Callable[[View], View]:
    """Let a view answer everyone, for a reason that is written down."""

    def declare(view: View) -> View:
        @wraps(view)
        def unguarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        return _declared(unguarded, Declaration(open_because=because))

    return declare


def declaration_of(view: Any) -> Declaration | None:
    """What a view declared; None where it declared nothing."""
    return getattr(view, "declaration", None)


def refusal(request: SiteRequest, permission: Permission) -> HttpResponseBase | None:
    """Where someone is sent instead of the page; None where they may have it."""
    # The order matters: who someone is, whether they have a role at all, then what this page asks for.
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
    if not request.actor.roles:
        return render(request, "access/no_role.html", status=403)
    if lacks_second_step(request) and not _sets_up_second_step(request):
        return redirect("mfa_activate_totp")
    # 404, not 403: a refusal would say that there is something to see.
    if not request.actor.may(permission):
        raise Http404
    return None


def _sets_up_second_step(request: SiteRequest) -> bool:
    match = request.resolver_match
    return bool(match and (match.url_name or "").startswith(SETTING_UP_SECOND_STEP))


def _declared(view: View, declaration: Declaration) -> View:
    view.declaration = declaration  # type: ignore[attr-defined]
    return view
