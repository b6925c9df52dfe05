"""How long one stays signed in: a working day at most, and less where nothing is done (trust checklist S24)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN, SEEN = "session_began", "session_seen"
NOTED_EVERY = timedelta(minutes=1)  # so that not every page writes the session


class SessionLimits:
    """Ends sessions that have lasted or rested too long, and says so on the page that follows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, as nobody where the session is over."""
        if request.user.is_authenticated:
            now = timezone.now()
            over = ended_because(request, now=now)
            if over:
                logout(request)
                messages.info(request, over)
            else:
                note(request, now=now)
        return self.get_response(request)


def ended_because(request: HttpRequest, *, now: datetime) -> str | None:
    """Why a session is over, in words; None where it goes on."""
    # The cookie's own age would start again whenever something is kept in the session; this cap does not.
    began, seen = _time(request, BEGAN), _time(request, SEEN)
    if began and now - began > settings.SESSION_LASTS:
        return "You were signed out because a session lasts a working day. Sign in to go on where you were."
    if seen and now - seen > settings.SESSION_IDLE:
        return "You were signed out because nothing was done for a while. Sign in to go on where you were."
    return None


def note(request: HttpRequest, *, now: datetime) -> None:
    """Remember when the session began and was last used."""
    request.session.setdefault(BEGAN, now.isoformat())
    seen = _time(request, SEEN)
    if seen is None or now - seen > NOTED_EVERY:
        request.session[SEEN] = now.isoformat()


def _time(request: HttpRequest, key: str) -> datetime | None:
    kept = request.session.get(key)
    return datetime.fromisoformat(kept) if kept else None
