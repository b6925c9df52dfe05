"""The one function by which anything is recorded."""

from django.db import connection, models, transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit import chain
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb


class NotInTransactionError(Exception):
    """Something was recorded apart from what it records; one could be kept without the other."""


def record(
    verb: Verb, *, by: Actor, on: models.Model | None = None, child: str = "", reason: str = ""
) -> Event:
    """Record that someone did something, in the same transaction as what they did.

    `on` is what it was done to; its `reference` is kept where it has one, else its number.
    `child` is the reference of the child concerned. Nothing else of a record's content belongs here.
    """
    if not connection.in_atomic_block:
        raise NotInTransactionError(
            "Call audit.record inside transaction.atomic(), beside the write it records."
        )
    event = Event.objects.create(
        verb=verb,
        actor=by.name,
        actor_id=str(by.user.pk) if by.user else "",
        roles=by.role_labels,
        authority=by.authority.code if by.authority else "",
        subject_type=str(on._meta.verbose_name) if on else "",
        subject=str(getattr(on, "reference", on.pk)) if on else "",
        child=child,
        # Longer reasons belong to the decision itself; PostgreSQL would refuse the whole transaction.
        reason=reason[:500],
        address=by.address,
        request_id=by.request_id,
    )
    # After the commit, so that no writer waits for the sealing; `robust`, so that a fault there undoes nothing here.
    if event.pk % chain.SEAL_EVERY == 0:
        transaction.on_commit(chain.seal, robust=True)
    return event


@transaction.atomic
def seen(
    verb: Verb, *, by: Actor, on: models.Model | None = None, child: str = "", reason: str = ""
) -> Event:
    """Record that someone looked at something: the look is all there is to the transaction."""
    return record(verb, by=by, on=on, child=child, reason=reason)
