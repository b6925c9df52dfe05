"""Whether a meeting may decide an item so: every rule in its own words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sufficiency.analytics.governance.breaches import Breach
from sufficiency.analytics.governance.declaring import Power
from sufficiency.web.access.acting import Actor
from sufficiency.web.governance import rooms
from sufficiency.web.governance.models import AgendaItem, Meeting
from sufficiency.web.governance.states import Ask, Mode, Outcome
from sufficiency.web.governance.subjects import kind_of, subject_of

ADVICE = (Outcome.RECOMMENDED, Outcome.NOTED, Outcome.DEFERRED)
SETTLING = (Outcome.AGREED, Outcome.CONDITIONS, Outcome.REFUSED)


def breaches(
    item: AgendaItem, *, outcome: str, by: Actor, is_unanimous: bool, today: date, values: Mapping[str, Any]
) -> list[Breach]:
    """Every rule that the decision breaks; those that do not refuse are kept with it as remarks."""
    meeting = item.meeting
    if meeting is None:
        return [Breach("A decision is made at a meeting.", "The item is on none.", refuses=True)]
    return [
        *_before_the_day(meeting, today),
        *rooms.breaches_of(meeting, item=item),
        *_powers(item, outcome),
        *_everyone(item, meeting, outcome, is_unanimous=is_unanimous),
        *_own_case(item, meeting, by),
        *_child(item, values),
        *_presented(item),
        *_lacking(item, outcome),
    ]


def outcomes_for(item: AgendaItem) -> list[tuple[str, str]]:
    """The outcomes that a group may record for an item."""
    return [
        (value, label)
        for value, label in Outcome.choices
        if not any(breach.refuses for breach in _powers(item, value))
    ]


def is_on_paper(meeting: Meeting) -> bool:
    """Whether the group works on paper between meetings."""
    return meeting.mode == Mode.ON_PAPER


def _before_the_day(meeting: Meeting, today: date) -> Iterator[Breach]:
    if today < meeting.on:
        found = f"The meeting is on {meeting.day_in_words}."
        yield Breach("A decision is recorded at the meeting or after it.", found, refuses=True)


def _powers(item: AgendaItem, outcome: str) -> Iterator[Breach]:
    powers = item.group.terms.may
    label = Outcome(outcome).label
    if outcome not in ADVICE and not {Power.DECIDE, Power.APPROVE} & set(powers):
        what = " and ".join(powers)
        rule = f"A {item.group.type.label.lower()} may {what}; it takes no executive decision."
        yield Breach(rule, f"“{label}” is one.", refuses=True)
    if item.ask == Ask.NOTE and outcome not in (Outcome.NOTED, Outcome.DEFERRED):
        yield Breach("What is for information asks for no decision.", f"“{label}” is one.", refuses=True)


def _everyone(item: AgendaItem, meeting: Meeting, outcome: str, *, is_unanimous: bool) -> Iterator[Breach]:
    if outcome in (Outcome.DEFERRED, Outcome.NOTED):
        return
    if item.group.terms.unanimous and not is_unanimous:
        yield Breach("All members agree.", "Not all did.", refuses=True)
    if is_on_paper(meeting) and (silent := rooms.without_answer(meeting)):
        names = ", ".join(member.name for member in silent)
        yield Breach(
            "What is agreed in writing counts only with all members.", f"Not from {names}.", refuses=True
        )


def _own_case(item: AgendaItem, meeting: Meeting, by: Actor) -> Iterator[Breach]:
    subject = subject_of(item)
    if subject is None or subject.asked_by is None:
        return
    chair = meeting.chair.user_id if meeting.chair else None
    recorder = by.user.pk if by.user else None
    if subject.asked_by in (chair, recorder):
        yield Breach(
            "Nobody decides about what they asked for themselves.", "Someone else must.", refuses=True
        )


def _child(item: AgendaItem, values: Mapping[str, Any]) -> Iterator[Breach]:
    if not item.group.type.hears_children:
        return
    if not (values.get("child_view") or values.get("no_child_view_because")):
        rule = "A decision about a child has the child’s view, or says why not."
        yield Breach(rule, "Neither is there.", refuses=True)


def _presented(item: AgendaItem) -> Iterator[Breach]:
    if not item.group.type.hears_children or item.carried_from_id is not None:
        return
    rule = "The social worker presents the case in person when it is first heard."
    if not item.presented_by:
        yield Breach(rule, "Who presented it is not recorded.")
    elif item.presenter_mode == Mode.ON_PAPER:
        because = item.on_paper_because
        yield Breach(rule, because or "It was heard on paper, and nobody said why.", refuses=not because)


def _lacking(item: AgendaItem, outcome: str) -> Iterator[Breach]:
    kind = kind_of(item)
    if kind is None or kind.lacking is None or outcome not in SETTLING:
        return
    for lack in kind.lacking(item):
        yield Breach(f"A {kind.label} is whole before it is decided.", lack, refuses=True)
