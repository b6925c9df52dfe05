"""Records signing in and out and changes to one's own sign-in, which the libraries tell by signal."""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.http import HttpRequest

from sufficiency.web.access.acting import Actor, actor_of
from sufficiency.web.access.models import User
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb

_HEARD = {
    user_logged_in: Verb.SIGNED_IN,
    user_logged_out: Verb.SIGNED_OUT,
    password_changed: Verb.PASSWORD_CHANGED,
    authenticator_added: Verb.SECOND_STEP_ADDED,
    authenticator_removed: Verb.SECOND_STEP_REMOVED,
}
_VERBS = {id(signal): verb for signal, verb in _HEARD.items()}


def connect() -> None:
    """Start listening."""
    # `dispatch_uid`: Django may make an app ready twice in one process, and each event is wanted once.
    for signal in _HEARD:
        signal.connect(_heard, dispatch_uid="audit")
    user_login_failed.connect(_refused, dispatch_uid="audit")


@transaction.atomic
def _heard(signal: Any, request: HttpRequest | None = None, user: User | None = None, **_: Any) -> None:
    if request is not None and user is not None:
        record(_VERBS[id(signal)], by=actor_of(request, user=user))


@transaction.atomic
def _refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    # What was typed is not kept: people type passwords into the wrong box.
    known = User.objects.filter(email__iexact=str(credentials.get("email", ""))).first()
    address = request.META.get("REMOTE_ADDR", "") if request else ""
    record(Verb.SIGN_IN_REFUSED, by=Actor(name="Someone not signed in", address=address), on=known)
