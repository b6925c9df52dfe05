"""Requests as tables, facts and steps."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.urls import resolve, reverse
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.declaring import declaration_of
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.ages import age_on
from sufficiency.web.governance import queries as governance
from sufficiency.web.placements import lacking, panel, queries
from sufficiency.web.placements.models import Choice, RequestChild, SearchRequest
from sufficiency.web.placements.questions import QUESTIONS, STEPS, questions_of
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.placements.states import RequestState
from sufficiency.web.ui.components import Cell, Column, Fact, Step, StepState, Table, Tone
from sufficiency.web.ui.wording import full_day, moment, time_left

AGED_DAYS = 28  # answers older than this are marked
BOARD = (
    Column("Request"),
    Column("For"),
    Column("Needed by"),
    Column("Stage"),
    Column("Waits for"),
)


def board(rows: Iterable[SearchRequest], *, now: datetime) -> Table:
    """Open requests, the soonest first."""
    return Table("Open requests, the soonest needed first", BOARD, [_line(row, now) for row in rows])


def _line(row: SearchRequest, now: datetime) -> list[Any]:
    late = row.needed_by < now
    when = "was needed by " + moment(row.needed_by) if late else time_left(row.needed_by, now=now)
    return [
        Cell(row.reference, href=row.get_absolute_url()),
        for_whom(row),
        Cell(when, tone=Tone.BAD) if late else when,
        Cell(row.get_state_display(), tone=row.tone),
        queries.waits_for(row),
    ]


def for_whom(row: SearchRequest) -> str:
    """Who it is for, by age."""
    members = list(row.members.all())
    ages = [_age(member) for member in members]
    what = "a child of" if len(members) == 1 else f"{len(members)} brothers and sisters,"
    return f"{what} {' and '.join(ages)}"


def _age(member: RequestChild) -> str:
    born = member.child.born
    return str(age_on(timezone.localdate(), born=born)) if born else "unknown age"


def kin(asked: SearchRequest) -> Table:
    """Family and friends who were thought of."""
    columns = (
        Column("Name"),
        Column("Relation"),
        Column("What came of it"),
        Column("Contacted"),
        Column("Note"),
    )
    rows = [
        [one.name, one.relation, one.get_outcome_display(), one.contacted_on or "", one.note]
        for one in asked.kin.all()
    ]
    return Table("Family and friends who were thought of", columns, rows)


def page_of(asked: SearchRequest, actor: Actor, *, now: datetime) -> dict[str, Any]:
    """Everything on a request's page."""
    answers = lacking.answers_of(asked)
    members = list(asked.members.select_related("child"))
    choice = asked.choices.filter(is_current=True).select_related("home").first()
    secrets = secrets_of(asked)
    return {
        "asked": asked,
        "voices": [(member, *_voice(answers, member, secrets)) for member in members],
        "facts": _facts(asked, now),
        "steps": [_for(actor, step) for step in steps(asked, answers, members, choice)],
        "answer_tables": [_answered(asked, member, now) for member in (*members, None)],
        "asks": [(ask, ask.is_silent(now)) for ask in queries.asks_of(asked)],
        "choice": choice,
        "approvals": choice.approvals.all() if choice else (),
        "promises": choice.promises.all() if choice else (),
        "commitments": choice.commitments.select_related("placement__child") if choice else (),
        "decisions": governance.decisions_about(asked.authority, panel.SUBJECT, asked.reference),
        "may": {permission.name.lower(): actor.may(permission) for permission in Permission},
        "lacks": lacking.before_asking(asked)
        if asked.state == RequestState.SEARCHING
        else lacking.before_sending(asked),
    }


def _voice(answers: dict[Any, Any], member: RequestChild, secrets: list[str]) -> list[str]:
    """The child's own words, or why there are none yet."""
    return [
        covered(str(answers.get((member.pk, key)) or ""), secrets) for key in ("words", "no_words_because")
    ]


def _facts(asked: SearchRequest, now: datetime) -> list[Fact]:
    found = [
        Fact("For", for_whom(asked)),
        Fact("Needed by", f"{moment(asked.needed_by)} ({time_left(asked.needed_by, now=now)})"),
        Fact("Asked by", f"{asked.asked_by_name}, {moment(asked.asked_at)}"),
        Fact("Emergency", "Yes, confirmed" if asked.is_emergency else "No"),
    ]
    if asked.state == RequestState.WITHDRAWN:
        found.append(Fact("Withdrawn because", asked.withdrawn_because))
    return found


def _for(actor: Actor, step: Step) -> Step:
    """A step as someone is shown it: a link only to what they may open."""
    return step if not step.href or _may_open(actor, step.href) else replace(step, href="")


def _may_open(actor: Actor, href: str) -> bool:
    """Whether the page behind an address is theirs, as its view declares."""
    declared = declaration_of(resolve(href).func)
    return declared is None or declared.permission is None or actor.may(declared.permission)


def steps(
    asked: SearchRequest, answers: dict[Any, Any], members: list[RequestChild], choice: Choice | None
) -> list[Step]:
    """The steps of a request, each with where it stands."""
    made = [_form_step(asked, key, answers, members) for key in STEPS]
    to = {
        name: reverse(f"placements:{name}", args=[asked.pk])
        for name in ("kin", "challenge", "homes", "place")
    }
    kin_detail = (
        f"closed by {asked.kin_closed_by}"
        if asked.kin_closed_at
        else "set aside: " + asked.kin_override
        if asked.kin_override
        else ""
    )
    made.append(
        Step(
            "Family and friends",
            StepState.DONE
            if asked.kin_closed_at
            else StepState.DOING
            if asked.kin.exists()
            else StepState.TO_DO,
            kin_detail,
            to["kin"],
        )
    )
    challenged = hasattr(asked, "challenge")
    state = (
        StepState.DONE
        if challenged
        else StepState.TO_DO
        if asked.state == RequestState.CHALLENGE
        else StepState.NOT_NEEDED
    )
    made.append(
        Step(
            "Challenge",
            state,
            asked.challenge.first_no if challenged else "",
            to["challenge"] if state is StepState.TO_DO else "",
        )
    )
    searching = asked.state == RequestState.SEARCHING
    count = asked.asks.exclude(state="revoked").count()
    made.append(
        Step(
            "Homes and asks",
            StepState.DOING if searching else StepState.DONE if choice else StepState.TO_DO,
            f"{count} asked" if count else "",
            to["homes"] if searching else "",
        )
    )
    made.append(
        Step(
            "Decision",
            StepState.DONE if choice else StepState.TO_DO,
            f"{choice.home.reference}, {choice.decided_by}" if choice else "",
        )
    )
    placed = asked.state in (RequestState.PLACED, RequestState.CLOSED)
    made.append(
        Step(
            "Moving in",
            StepState.DONE if placed else StepState.TO_DO,
            "",
            to["place"] if asked.state == RequestState.DECIDED else "",
        )
    )
    return made


def _form_step(asked: SearchRequest, key: str, answers: dict[Any, Any], members: list[RequestChild]) -> Step:
    step = STEPS[key]
    owners: list[int | None] = [member.pk for member in members] if step.by_child else [None]
    said = sum(answers.get((owner, one.key)) is not None for owner in owners for one in questions_of(key))
    of = len(owners) * len(questions_of(key))
    href = _address(asked, key, members[0] if step.by_child else None)
    state = StepState.DONE if said else StepState.TO_DO
    return Step(step.label, state, f"{said} of {of} answered" if said else "", href)


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


def _address(asked: SearchRequest, key: str, member: RequestChild | None) -> str:
    if member is None:
        return reverse("placements:answer", args=[asked.pk, key])
    return reverse("placements:answer_child", args=[asked.pk, key, member.pk])


def _answered(asked: SearchRequest, member: RequestChild | None, now: datetime) -> dict[str, Any]:
    """What is known about a child or the request, who said it and how old it is; addresses covered."""
    columns = (Column("Question"), Column("Answer"), Column("Who said it"), Column("As of"))
    held = queries.current_answers(asked).filter(member=member).exclude(value=None)
    rows, secrets = [], secrets_of(asked)
    for answer in held:
        question = QUESTIONS[answer.question]
        value = answer.value
        said = ", ".join(value) if isinstance(value, list) else str(value)
        text = "Known, covered here" if question.is_address else covered(said, secrets)
        as_of = full_day(answer.as_of) if answer.as_of else ""
        old = Cell(f"{as_of}, old", tone=Tone.WARNING) if answer.age_days(now) > AGED_DAYS else as_of
        rows.append([question.label, text, answer.said_by or answer.written_by, old])
    title = f"About {member}" if member else "About the request"
    return {"title": title, "table": Table(title, columns, rows)}
