"""Requests as tables, facts and steps."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.ages import age_on
from sufficiency.web.governance import queries as governance
from sufficiency.web.placements import holding, lacking, panel, queries
from sufficiency.web.placements.choices import ApprovalKind, Post
from sufficiency.web.placements.expectations import flags, latest
from sufficiency.web.placements.held_places import holds_of
from sufficiency.web.placements.models import Approval, Choice, HeldPost, RequestChild, SearchRequest
from sufficiency.web.placements.questions import QUESTIONS
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.placements.states import RequestState
from sufficiency.web.placements.stepping import steps_for
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone
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
    secrets = secrets_of(asked)
    rows = [
        [
            one.name,
            one.relation,
            one.get_outcome_display(),
            one.contacted_on or "",
            covered(one.note, secrets),
        ]
        for one in asked.kin.all()
    ]
    return Table("Family and friends who were thought of", columns, rows)


def page_of(asked: SearchRequest, actor: Actor, *, now: datetime) -> dict[str, Any]:
    """Everything on a request's page."""
    answers = lacking.answers_of(asked)
    members = list(asked.members.select_related("child"))
    choice = asked.choices.filter(is_current=True).select_related("home", "ranking_policy").first()
    secrets = secrets_of(asked)
    return {
        "asked": asked,
        "voices": [(member, *_voice(answers, member, secrets)) for member in members],
        "facts": _facts(asked, now),
        "steps": steps_for(actor, asked, answers, members, choice),
        "answer_tables": [_answered(asked, member, now) for member in (*members, None)],
        "asks": [(ask, ask.is_silent(now)) for ask in queries.asks_of(asked)],
        "secrets": secrets,
        "held": set(holds_of(asked).values_list("home", flat=True)),
        "flags": flags(
            asked, latest(asked), [member.child.born for member in members], timezone.localdate(now)
        ),
        "runners_up": [_runner_up(one) for one in choice.runners_up] if choice else (),
        "choice": choice,
        "approvals": _approvals(choice) if choice else (),
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
        found.append(Fact("Withdrawn because", covered(asked.withdrawn_because, secrets_of(asked))))
    return found


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


def _approvals(choice: Choice) -> list[tuple[Approval, str]]:
    """Each approval with the names of those who may give it, so that nobody has to ask around tonight."""
    found = []
    for one in choice.approvals.all():
        post = holding.APPROVES.get(ApprovalKind(one.kind))
        names = holding.holders(choice.authority, post) if post else []
        found.append((one, " or ".join(names) if names else "nobody is named yet" if post else ""))
    return found


def _runner_up(card: dict[str, Any]) -> str:
    """A home that was not chosen, as its card was kept then."""
    labels = {tier.code: tier.label for tier in Tier}
    low, high = (round(card["fit"][end]) for end in ("low", "high"))
    fit = str(low) if low == high else f"{low}–{high}"
    return f"{card['home']} ({labels.get(card['tier'], card['tier'])}, fit {fit})"


def posts(authority: Authority) -> list[tuple[str, list[HeldPost]]]:
    """Every post that must be held by name, with its holders. Team managers have theirs by their role."""
    held = list(HeldPost.objects.of(authority).filter(ended_on=None).select_related("user"))
    named = [post for post in Post if post is not Post.TEAM_MANAGER]
    return [(str(post.label), [one for one in held if one.post == post]) for post in named]
