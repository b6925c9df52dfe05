"""Giving and ending the posts that rules name, and naming the councils next to ours."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import User
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.placements.choices import Post
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import HeldPost, Neighbour


@transaction.atomic
def give_post(user: User, *, post: str, by: Actor) -> HeldPost:
    """Name someone as the holder of a post. Nobody names themselves."""
    _may(by)
    if by.user is not None and by.user.pk == user.pk:
        raise RefusedError("Nobody gives a post to themselves. Ask another administrator.")
    try:
        with transaction.atomic():
            held = HeldPost.objects.create(authority=by.here, user=user, post=post, given_by=by.name)
    except IntegrityError as refused:
        raise RefusedError(f"{user.name} holds that post already.") from refused
    record(Verb.POST_GIVEN, by=by, on=user, reason=Post(post).label)
    return held


@transaction.atomic
def end_post(held: HeldPost, *, by: Actor) -> HeldPost:
    """End a post; what was decided in it stays."""
    _may(by)
    if held.ended_on is None:
        held.ended_on = timezone.localdate()
        held.save(update_fields=["ended_on"])
        record(Verb.POST_ENDED, by=by, on=held.user, reason=held.get_post_display())
    return held


@transaction.atomic
def set_neighbours(codes: Iterable[str], *, by: Actor) -> list[Neighbour]:
    """Name the councils next to ours, all at once."""
    _may(by)
    Neighbour.objects.of(by.here).delete()
    made = [Neighbour.objects.create(authority=by.here, code=code) for code in sorted(set(codes))]
    record(Verb.NEIGHBOURS_SET, by=by, reason=", ".join(one.code for one in made))
    return made


def _may(by: Actor) -> None:
    if by.user is not None and not by.may(Permission.PEOPLE_MANAGE):
        raise PermissionDenied
