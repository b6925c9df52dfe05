"""Where an upload stands, and the moves that are allowed from there: the whole of it, as one table."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.components import Tone


class State(TextChoices):
    """Where an upload stands; the label is what is shown."""

    CHECKING = "checking", "Being checked"
    WAITING = "waiting", "Waiting for an answer"
    STORED = "stored", "Stored"
    REFUSED = "refused", "Not stored"
    REPLACED = "replaced", "Replaced"


TONES: Mapping[State, Tone] = {
    State.CHECKING: Tone.WAITING,
    State.WAITING: Tone.WARNING,
    State.STORED: Tone.GOOD,
    State.REFUSED: Tone.BAD,
    State.REPLACED: Tone.QUIET,
}


@dataclass(frozen=True)
class Move:
    """Who may make a move, and which event it records; a move without one is part of another that does."""

    permission: Permission
    records: Verb | None = None


_BY_UPLOADER = Permission.RETURNS_UPLOAD

# An upload waits where its year is stored already: someone says whether it is to be replaced.
MOVES: Mapping[State, Mapping[State, Move]] = {
    State.CHECKING: {
        State.WAITING: Move(_BY_UPLOADER),
        State.STORED: Move(_BY_UPLOADER, Verb.RETURN_STORED),
        State.REFUSED: Move(_BY_UPLOADER, Verb.RETURN_REFUSED),
    },
    State.WAITING: {
        State.CHECKING: Move(_BY_UPLOADER),
        State.REFUSED: Move(_BY_UPLOADER, Verb.RETURN_REFUSED),
    },
    State.STORED: {State.REPLACED: Move(_BY_UPLOADER)},
    State.REFUSED: {},
    State.REPLACED: {},
}
