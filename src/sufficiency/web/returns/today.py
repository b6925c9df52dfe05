"""What the page Today says about returns: what waits for an answer, what is still wrong, what came lately."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.returns import queries
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.states import State
from sufficiency.web.ui.today import TodayItem

LATELY = timedelta(days=7)


def about_returns(actor: Actor, *, now: datetime) -> list[TodayItem]:
    """The items for someone who sees returns, or uploads them."""
    if actor.authority is None or not actor.may(Permission.RETURNS_SEE):
        return []
    return [*_to_do(actor), *_lately(actor, now)]


def _to_do(actor: Actor) -> Iterator[TodayItem]:
    if not actor.may(Permission.RETURNS_UPLOAD):
        return
    for upload in queries.uploads_of(actor.here).filter(state=State.WAITING):
        text = f"A return of {upload.year_in_words} waits for your answer"
        yield TodayItem(
            text=text, detail="Is it to replace the one that is stored?", href=_href("replace", upload)
        )
    latest = queries.latest_stored(actor.here)
    open_rows = latest.findings.filter(queries.OPEN).count() if latest else 0
    if latest and open_rows:
        text = f"{plural(open_rows, 'row')} of the return of {latest.year_in_words} to put right"
        yield TodayItem(
            text=text, detail=plural(latest.failed, "rule") + " failed", href=_href("upload", latest)
        )


def _lately(actor: Actor, now: datetime) -> Iterator[TodayItem]:
    for upload in queries.uploads_of(actor.here).filter(state=State.STORED, uploaded_at__gte=now - LATELY):
        text = f"{upload.uploaded_by} uploaded the return of {upload.year_in_words}"
        yield TodayItem(text=text, at=upload.uploaded_at, href=_href("upload", upload), needs_you=False)


def _href(page: str, upload: Upload) -> str:
    return reverse(f"returns:{page}", args=[upload.pk])


SOURCES = [about_returns]
