"""Where meetings, items and actions stand, and the moves that are allowed from there."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.components import Tone


class MeetingState(TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", "Planned"
    ISSUED = "issued", "Papers sent out"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class Mode(TextChoices):
    """How someone takes part."""

    IN_PERSON = "in_person", "In person"
    VIRTUAL = "virtual", "By video or phone"
    ON_PAPER = "on_paper", "On paper"


class Format(TextChoices):
    """What sort of meeting it is."""

    FORMAL = "formal", "Formal"
    WORKSHOP = "workshop", "Workshop"
    VISIT = "visit", "Visit"
    TAKE_OVER = "take_over", "Take-over by children or carers"


class Presence(TextChoices):
    """Whether a member came."""

    PRESENT = "present", "Present"
    SUBSTITUTE = "substitute", "A substitute sat in"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Absent"


class Ask(TextChoices):
    """What a group is asked to do with an item; what is for information asks for no decision."""

    DECIDE = "decide", "To decide"
    RECOMMEND = "recommend", "To recommend"
    DISCUSS = "discuss", "To discuss"
    NOTE = "note", "For information: to note and comment"


class Origin(TextChoices):
    """What put an item on the agenda."""

    BY_HAND = "by_hand", "Put on by hand"
    TRIGGER = "trigger", "Triggered"
    PROGRAMME = "programme", "Work programme"
    ESCALATED = "escalated", "Sent up"
    CARRIED = "carried", "Carried over"


class ItemState(TextChoices):
    """Where an item stands."""

    WAITING = "waiting", "To be heard"
    DECIDED = "decided", "Decided"
    HEARD = "heard", "Heard"
    CARRIED = "carried", "Carried over"
    WITHDRAWN = "gone", "Withdrawn"


class Outcome(TextChoices):
    """How an item was decided."""

    AGREED = "agreed", "Agreed"
    CONDITIONS = "conditions", "Agreed with conditions"
    REFUSED = "refused", "Not agreed"
    DEFERRED = "deferred", "Put off: more is needed"
    RECOMMENDED = "recommended", "Recommended"
    NOTED = "noted", "Noted"


class ActionState(TextChoices):
    """Where an action stands."""

    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "No longer needed"


MEETING_TONES: Mapping[MeetingState, Tone] = {
    MeetingState.PLANNED: Tone.QUIET,
    MeetingState.ISSUED: Tone.WAITING,
    MeetingState.HELD: Tone.GOOD,
    MeetingState.CANCELLED: Tone.BAD,
}
ITEM_TONES: Mapping[ItemState, Tone] = {
    ItemState.WAITING: Tone.WAITING,
    ItemState.DECIDED: Tone.GOOD,
    ItemState.HEARD: Tone.GOOD,
    ItemState.CARRIED: Tone.WARNING,
    ItemState.WITHDRAWN: Tone.QUIET,
}


@dataclass(frozen=True)
class Move:
    """A move that whoever runs or chairs the group may make, and the event it records."""

    records: Verb


# Papers may go out again: each time is a new version of the pack.
MEETING_MOVES: Mapping[MeetingState, Mapping[MeetingState, Move]] = {
    MeetingState.PLANNED: {
        MeetingState.ISSUED: Move(Verb.PAPERS_SENT),
        MeetingState.HELD: Move(Verb.MEETING_CLOSED),
        MeetingState.CANCELLED: Move(Verb.MEETING_CANCELLED),
    },
    MeetingState.ISSUED: {
        MeetingState.ISSUED: Move(Verb.PAPERS_SENT),
        MeetingState.HELD: Move(Verb.MEETING_CLOSED),
        MeetingState.CANCELLED: Move(Verb.MEETING_CANCELLED),
    },
    MeetingState.HELD: {},
    MeetingState.CANCELLED: {},
}
ITEM_MOVES: Mapping[ItemState, Mapping[ItemState, Move]] = {
    ItemState.WAITING: {
        ItemState.DECIDED: Move(Verb.DECISION_RECORDED),
        ItemState.HEARD: Move(Verb.ITEM_HEARD),
        ItemState.CARRIED: Move(Verb.ITEM_CARRIED_OVER),
        ItemState.WITHDRAWN: Move(Verb.ITEM_WITHDRAWN),
    },
    ItemState.DECIDED: {},
    ItemState.HEARD: {},
    ItemState.CARRIED: {},
    ItemState.WITHDRAWN: {},
}
ACTION_MOVES: Mapping[ActionState, Mapping[ActionState, Move]] = {
    ActionState.OPEN: {
        ActionState.DONE: Move(Verb.ACTION_ANSWERED),
        ActionState.DROPPED: Move(Verb.ACTION_ANSWERED),
    },
    ActionState.DONE: {},
    ActionState.DROPPED: {},
}
