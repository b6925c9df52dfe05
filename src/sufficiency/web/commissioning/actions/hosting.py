"""What is written about telling host authorities, and about children that others placed in our area."""

from datetime import date

from django.db import transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.models import HostedChild, HostNotice
from sufficiency.web.commissioning.refusals import RefusedError, in_words
from sufficiency.web.homes.models import Placement


@transaction.atomic
def tell_host(placement: Placement, *, told_on: date, told_whom: str, by: Actor) -> HostNotice:
    """Write down that the host authority was told of a placement. Raises RefusedError where it was already."""
    if HostNotice.objects.of(placement.authority).filter(placement=placement).exists():
        raise RefusedError("The host authority was told of this placement already.")
    notice = HostNotice.objects.create(
        authority=placement.authority, placement=placement, told_on=told_on, told_whom=told_whom, by=by.name
    )
    record(Verb.HOST_TOLD, by=by, on=placement, child=placement.child.reference, reason=told_whom)
    return notice


@transaction.atomic
def note_hosted(hosted: HostedChild, *, by: Actor) -> HostedChild:
    """Write down that another authority placed a child in our area."""
    with in_words():
        hosted.save()
    record(Verb.HOSTED_CHILD_NOTED, by=by, on=hosted, reason=hosted.placing_authority)
    return hosted


@transaction.atomic
def hosted_left(hosted: HostedChild, *, on: date, by: Actor) -> HostedChild:
    """Write down that such a child has left our area."""
    hosted.left_on = on
    with in_words():
        hosted.save(update_fields=["left_on"])
    record(Verb.HOSTED_CHILD_LEFT, by=by, on=hosted, reason=hosted.placing_authority)
    return hosted
