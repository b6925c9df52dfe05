"""Seals events in batches, each seal holding the digest of the one before, and finds out whether all is as sealed.

Sealing each event as it is written would make writers wait for one another; a batch is sealed every hundred
events, and when the record is exported. Events after the last seal are protected by the triggers alone.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from django.db import connection, transaction

from sufficiency.web.audit.models import Event, Seal

SEAL_EVERY = 100
FIELDS = (
    "pk", "verb", "actor", "actor_id", "roles", "authority",
    "subject_type", "subject", "child", "reason", "address", "request_id",
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """What came of checking the chain: counts, and what does not fit, in words."""

    seals: int
    sealed: int
    unsealed: int
    faults: tuple[str, ...]
    digest: str  # of the last seal: who keeps it elsewhere can tell whether the end was cut off

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was sealed."""
        return not self.faults


@transaction.atomic
def seal() -> Seal | None:
    """Seal every event since the last seal; None where there is nothing to seal."""
    _wait_for_writers()
    # Inside the lock: two who seal at once would otherwise make two seals with one number.
    last = Seal.objects.last()
    events = list(Event.objects.filter(pk__gt=last.last_event if last else 0).order_by("pk"))
    if not events:
        return None
    previous = last.digest if last else ""
    return Seal.objects.create(
        number=last.number + 1 if last else 1,
        first_event=events[0].pk,
        last_event=events[-1].pk,
        events=len(events),
        previous=previous,
        digest=digest(events, previous=previous),
    )


def digest(events: Iterable[Event], *, previous: str) -> str:
    """SHA-256 over the digest before and every event's values, in order."""
    sha = hashlib.sha256(previous.encode())
    for event in events:
        # In UTC: the same moment must give the same digest on every machine and in summer.
        values = [event.at.astimezone(UTC).isoformat(), *(getattr(event, name) for name in FIELDS)]
        sha.update(json.dumps(values, ensure_ascii=False).encode() + b"\n")
    return sha.hexdigest()


def verify() -> Verdict:
    """Compare every sealed event with its seal, and every seal with the one before."""
    faults: list[str] = []
    before: Seal | None = None
    sealed = 0
    # One seal's events at a time, so that years of events fit in memory.
    for one in Seal.objects.order_by("number").iterator():
        faults += _faults_of(one, before=before)
        before, sealed = one, sealed + one.events
    unsealed = Event.objects.filter(pk__gt=before.last_event if before else 0).count()
    return Verdict(
        seals=before.number if before else 0,
        sealed=sealed,
        unsealed=unsealed,
        faults=tuple(faults),
        digest=before.digest if before else "",
    )


def _faults_of(one: Seal, *, before: Seal | None) -> list[str]:
    expected = before.number + 1 if before else 1
    if one.number != expected:
        return [f"Seal {expected} is missing."]
    if one.previous != (before.digest if before else ""):
        return [f"Seal {one.number} does not follow from the one before it."]
    events = list(
        Event.objects.filter(pk__gt=before.last_event if before else 0, pk__lte=one.last_event).order_by("pk")
    )
    if len(events) != one.events:
        return [f"Seal {one.number} was put on {one.events} events; {len(events)} are there."]
    if digest(events, previous=one.previous) != one.digest:
        return [f"An event from {events[0].at:%d %B %Y} was changed after seal {one.number}."]
    return []


def _wait_for_writers() -> None:
    # PostgreSQL numbers events before they are committed: without the lock, one with a lower number could appear
    # behind the seal. SQLite lets one transaction write at a time anyway.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
