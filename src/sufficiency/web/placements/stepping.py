"""The steps of a request, each with where it stands, and where its form goes on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.urls import resolve, reverse

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.declaring import declaration_of
from sufficiency.web.placements.models import Choice, RequestChild, SearchRequest
from sufficiency.web.placements.questions import STEPS, questions_of
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.placements.states import RequestState
from sufficiency.web.ui.components import Step, StepState


def steps_for(
    actor: Actor,
    asked: SearchRequest,
    answers: dict[Any, Any],
    members: list[RequestChild],
    choice: Choice | None,
) -> list[Step]:
    """Every step as someone is shown it: a link only to what they may open."""
    return [_for(actor, step) for step in _steps(asked, answers, members, choice)]


def next_step(asked: SearchRequest, key: str, member: RequestChild | None) -> str:
    """Where the form goes on: the next child, the next step, at the end the request."""
    members = list(asked.members.all())
    if member is not None and member.pk != members[-1].pk:
        return _address(asked, key, members[[one.pk for one in members].index(member.pk) + 1])
    keys = list(STEPS)
    later = keys[keys.index(key) + 1 :]
    if not later:
        return asked.get_absolute_url()
    return _address(asked, later[0], members[0] if STEPS[later[0]].by_child else None)


def _for(actor: Actor, step: Step) -> Step:
    return step if not step.href or _may_open(actor, step.href) else replace(step, href="")


def _may_open(actor: Actor, href: str) -> bool:
    """Whether the page behind an address is theirs, as its view declares."""
    declared = declaration_of(resolve(href).func)
    return declared is None or declared.permission is None or actor.may(declared.permission)


def _steps(
    asked: SearchRequest, answers: dict[Any, Any], members: list[RequestChild], choice: Choice | None
) -> Iterator[Step]:
    for key in STEPS:
        yield _form_step(asked, key, answers, members)
    yield _kin(asked)
    yield _challenge(asked)
    yield _search(asked, choice)
    yield _decision(choice)
    yield _moving_in(asked)


def _kin(asked: SearchRequest) -> Step:
    detail = f"closed by {asked.kin_closed_by}" if asked.kin_closed_at else ""
    if not detail and asked.kin_override:
        detail = f"set aside: {covered(asked.kin_override, secrets_of(asked))}"
    begun = StepState.DOING if asked.kin.exists() else StepState.TO_DO
    state = StepState.DONE if asked.kin_closed_at else begun
    return Step("Family and friends", state, detail, _to("kin", asked))


def _challenge(asked: SearchRequest) -> Step:
    if hasattr(asked, "challenge"):
        return Step("Challenge", StepState.DONE, asked.challenge.first_no, "")
    if asked.state == RequestState.CHALLENGE:
        return Step("Challenge", StepState.TO_DO, "", _to("challenge", asked))
    return Step("Challenge", StepState.NOT_NEEDED, "", "")


def _search(asked: SearchRequest, choice: Choice | None) -> Step:
    searching = asked.state == RequestState.SEARCHING
    ended = StepState.DONE if choice else StepState.TO_DO
    count = asked.asks.exclude(state="revoked").count()
    detail = f"{count} asked" if count else ""
    href = _to("homes", asked) if searching else ""
    return Step("Homes and asks", StepState.DOING if searching else ended, detail, href)


def _decision(choice: Choice | None) -> Step:
    if choice is None:
        return Step("Decision", StepState.TO_DO, "", "")
    return Step("Decision", StepState.DONE, f"{choice.home.reference}, {choice.decided_by}", "")


def _moving_in(asked: SearchRequest) -> Step:
    placed = asked.state in (RequestState.PLACED, RequestState.CLOSED)
    href = _to("place", asked) if asked.state == RequestState.DECIDED else ""
    return Step("Moving in", StepState.DONE if placed else StepState.TO_DO, "", href)


def _form_step(asked: SearchRequest, key: str, answers: dict[Any, Any], members: list[RequestChild]) -> Step:
    step = STEPS[key]
    owners: list[int | None] = [member.pk for member in members] if step.by_child else [None]
    said = sum(answers.get((owner, one.key)) is not None for owner in owners for one in questions_of(key))
    of = len(owners) * len(questions_of(key))
    href = _address(asked, key, members[0] if step.by_child else None)
    state = StepState.DONE if said else StepState.TO_DO
    return Step(step.label, state, f"{said} of {of} answered" if said else "", href)


def _to(name: str, asked: SearchRequest) -> str:
    return reverse(f"placements:{name}", args=[asked.pk])


def _address(asked: SearchRequest, key: str, member: RequestChild | None) -> str:
    if member is None:
        return reverse("placements:answer", args=[asked.pk, key])
    return reverse("placements:answer_child", args=[asked.pk, key, member.pk])
