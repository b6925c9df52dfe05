"""Links by which a home confirms its vacancies: signed, bound to one home, good for some days, revoked at will.

A link holds the numbers of its row and of its home, signed with the site's key under a salt of its own. So it cannot
be guessed, altered for another home, or used for anything else the site signs; and the row says whether it still is
good.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record, seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import queries
from sufficiency.web.homes.models import Confirmation, ConfirmLink, Home

SALT = "homes.confirming"
LASTS = timedelta(days=7)
BY_LINK = "Whoever had the link"


@dataclass(frozen=True)
class Said:
    """What the carer or provider said."""

    places_free: int
    note: str = ""


@transaction.atomic
def make_link(home: Home, *, by: Actor, site: str, send: bool = False) -> tuple[ConfirmLink, str]:
    """A link for one home, and its address; sent by e-mail too where asked and the home has an address.

    `site` is the beginning of the address, such as https://sufficiency.example.gov.uk. Earlier links end.
    """
    now = timezone.now()
    home.links.filter(revoked_at=None, expires_at__gt=now).update(revoked_at=now)
    link = ConfirmLink.objects.create(
        authority=home.authority,
        home=home,
        made_by=by.name,
        expires_at=now + LASTS,
        sent_to=home.email if send else "",
    )
    record(Verb.CONFIRM_LINK_MADE, by=by, on=home, reason=f"sent to {home.email}" if link.sent_to else "")
    address = site + reverse("homes:confirm", args=[token_of(link)])
    if link.sent_to:
        transaction.on_commit(lambda: _send(link, address))
    return link, address


@transaction.atomic
def revoke(link: ConfirmLink, *, by: Actor) -> ConfirmLink:
    """Let a link open nothing any more."""
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    record(Verb.CONFIRM_LINK_REVOKED, by=by, on=link.home)
    return link


def token_of(link: ConfirmLink) -> str:
    """The signed part of the address."""
    return signing.dumps([link.pk, link.home_id], salt=SALT)


def link_of(token: str, *, by: Actor) -> ConfirmLink | None:
    """The link of a token; None where it was altered, ran out, was revoked, or is of another home."""
    try:
        number, home = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    link = (
        ConfirmLink.objects.select_related("home__authority", "home__provider")
        .filter(pk=number, home=home)
        .first()
    )
    if link is None:
        return None
    if not link.is_good(timezone.now()) or link.home.is_closed:
        seen(Verb.CONFIRM_LINK_REFUSED, by=by, on=link.home)
        return None
    return link


@transaction.atomic
def confirm(link: ConfirmLink, said: Said, *, by: Actor) -> Confirmation:
    """Keep what was said by a link. The places themselves stay what the register's arithmetic makes them."""
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    return _keep(link.home, said, how="link", by=by, link=link)


@transaction.atomic
def told(home: Home, said: Said, *, by: Actor) -> Confirmation:
    """Keep what an officer was told on the telephone."""
    return _keep(home, said, how="officer", by=by, link=None)


def _keep(home: Home, said: Said, *, how: str, by: Actor, link: ConfirmLink | None) -> Confirmation:
    now = timezone.now()
    kept = Confirmation.objects.create(
        authority=home.authority,
        home=home,
        at=now,
        how=how,
        by=by.name,
        places_free=said.places_free,
        expected=queries.places_at(home, at=now).free,
        note=said.note,
        link=link,
    )
    Home.objects.filter(pk=home.pk).update(confirmed_at=now)
    record(Verb.VACANCIES_CONFIRMED, by=by, on=home, reason=f"{said.places_free} free")
    return kept


def _send(link: ConfirmLink, address: str) -> None:
    days = LASTS.days
    send_mail(
        subject="Can you take a child? One tap tells us",
        message=(
            "Hello,\n\nplease tell us how many more children you could take now. It takes less than a minute on a "
            f"phone, and you need no account:\n\n{address}\n\nThe link is for your home alone and works for {days} "
            f"days. If it was not meant for you, please tell {link.home.authority.name}.\n"
        ),
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[link.sent_to],
    )
