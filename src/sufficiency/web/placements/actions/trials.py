"""Judging made-up cases: begin one, choose a home without the ranking, say what one thinks after seeing it."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.placements import trials
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import RankingPolicy, Trial

FIRST = 1


@transaction.atomic
def begin_trial(*, by: Actor) -> Trial:
    """Open the next made-up case; one that was begun and not finished is gone on with."""
    if by.user is None or not by.may(Permission.HOMES_FIND):
        raise PermissionDenied
    begun = Trial.objects.of(by.here).filter(officer=by.user, finished_at=None).first()
    if begun is not None:
        return begun
    number = trials.next_number(by.here, by.user)
    if number is None:
        raise RefusedError("You have judged every case. Thank you.")
    try:
        with transaction.atomic():
            made = Trial.objects.create(
                authority=by.here, number=number, officer=by.user,
                ranking_policy=RankingPolicy.in_force(by.here),
            )  # fmt: skip
    except IntegrityError:  # a double click: the other one opened it
        return Trial.objects.get(authority=by.here, number=number, officer=by.user)
    record(Verb.TRIAL_BEGUN, by=by, on=made)
    return made


@transaction.atomic
def pick_home(trial: Trial, home: str, *, by: Actor) -> Trial:
    """Choose a home of the case. It cannot be changed afterwards, as the ranking is shown then."""
    found = _own(trial, by)
    if found.picked:
        raise MovedOnError(f"You chose {found.picked} for this case already; what you chose first counts.")
    order = trials.case_of(found).order
    if home not in order:
        raise RefusedError("Choose one of the homes of this case.")
    found.picked, found.picked_at, found.place = home, timezone.now(), order.index(home) + FIRST
    found.save()
    record(Verb.TRIAL_PICKED, by=by, on=found)
    return found


@transaction.atomic
def say_after(trial: Trial, *, keeps: bool, because: str, by: Actor) -> Trial:
    """Say whether one keeps one’s choice after seeing the ranking, and why."""
    found = _own(trial, by)
    if not found.picked:
        raise RefusedError("Choose a home first; the ranking is shown after it.")
    if found.finished_at is not None:
        raise MovedOnError("You have said that already.")
    if found.place != FIRST and not because.strip():
        raise RefusedError("Say why: it is what the study is for.")
    found.keeps, found.because, found.finished_at = keeps, because.strip(), timezone.now()
    found.save()
    record(Verb.TRIAL_FINISHED, by=by, on=found)
    return found


def _own(trial: Trial, by: Actor) -> Trial:
    found = Trial.objects.select_for_update(of=("self",)).get(pk=trial.pk)
    if by.user is None or by.user.pk != found.officer_id or not by.may(Permission.HOMES_FIND):
        raise PermissionDenied
    return found
