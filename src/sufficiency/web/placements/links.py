"""The links by which a home answers without an account. The link is signed, not stored; it ends with the ask."""

from datetime import datetime, timedelta

from django.core import signing
from django.urls import reverse

from sufficiency.web.placements.models import Ask
from sufficiency.web.placements.states import AskState

SALT = "placements.ask"
LATE = timedelta(hours=12)  # after the time to answer by, so that a late yes still helps


def path_of(ask: Ask) -> str:
    """Where the home answers."""
    return reverse("placements:asked", args=[signing.dumps(ask.pk, salt=SALT)])


def ask_of(token: str) -> Ask | None:
    """The ask of a link; None where the link was not made here."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Ask.objects.select_related("request", "home", "authority").filter(pk=number).first()


def is_good(ask: Ask, *, now: datetime) -> bool:
    """Whether the link still opens: not taken back, and not long after the time to answer by."""
    return ask.state != AskState.REVOKED and now < ask.reply_by + LATE
