"""What work programmes put on agendas. Another app says in `agenda_programme.py`, in a list called PROGRAMME of
functions from a meeting to `Planned`, what is to be heard at it; this app knows no more of programmes than that."""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.web.governance.models import Meeting
from sufficiency.web.governance.states import Ask
from sufficiency.web.ui.contributions import contributed

REVIEW = "Review of the work programme"


@dataclass(frozen=True)
class Planned:
    """Something a programme plans for a meeting."""

    title: str
    trigger: str
    presented_by: str = ""
    ask: Ask = Ask.DISCUSS


def planned_for(meeting: Meeting) -> Iterator[Planned]:
    """Everything that is planned for a meeting, and the review of the programme where the terms ask for one."""
    for planned in contributed("agenda_programme", "PROGRAMME"):
        yield from planned(meeting)
    if meeting.group.terms.reviews_programme:
        yield Planned(REVIEW, "Its terms ask for one at each meeting")
