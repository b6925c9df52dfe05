"""Where a hold, a placement and a home's registration stand, and the moves that are allowed: the whole, as tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.components import Tone


class HoldState(TextChoices):
    """Where a hold of a place stands; the label is what is shown."""

    HELD = "held", "Held"
    USED = "used", "Child placed"
    RELEASED = "released", "Released"
    LAPSED = "lapsed", "Time ran out"


class PlacementState(TextChoices):
    """Whether a child still lives there."""

    OPEN = "open", "Lives there"
    ENDED = "ended", "Ended"
    CANCELLED = "cancelled", "Did not happen"


class Registration(TextChoices):
    """Whether the home is registered with Ofsted, or need not be."""

    REGISTERED = "registered", "Registered with Ofsted"
    APPLIED = "applied", "Has applied to Ofsted"
    NOT_REGISTERED = "not_registered", "Not registered"
    NOT_NEEDED = "not_needed", "Approved as foster carers, so not registered itself"
    NOT_KNOWN = "not_known", "Not known yet"


@dataclass(frozen=True)
class Move:
    """Who may make a move, and which event it records."""

    permission: Permission
    records: Verb


_PLACER = Permission.PLACES_TAKE

# A hold ends once: used by the child it was for, released by someone, or by its time running out.
HOLD_MOVES: Mapping[HoldState, Mapping[HoldState, Move]] = {
    HoldState.HELD: {
        HoldState.USED: Move(_PLACER, Verb.CHILD_PLACED),
        HoldState.RELEASED: Move(_PLACER, Verb.HOLD_RELEASED),
        HoldState.LAPSED: Move(_PLACER, Verb.HOLD_LAPSED),
    },
    HoldState.USED: {},
    HoldState.RELEASED: {},
    HoldState.LAPSED: {},
}
PLACEMENT_MOVES: Mapping[PlacementState, Mapping[PlacementState, Move]] = {
    PlacementState.OPEN: {
        PlacementState.ENDED: Move(_PLACER, Verb.PLACEMENT_ENDED),
        PlacementState.CANCELLED: Move(_PLACER, Verb.PLACEMENT_CANCELLED),
    },
    PlacementState.ENDED: {},
    PlacementState.CANCELLED: {},
}
TONES: Mapping[str, Tone] = {
    HoldState.HELD: Tone.WAITING,
    HoldState.USED: Tone.GOOD,
    HoldState.RELEASED: Tone.QUIET,
    HoldState.LAPSED: Tone.QUIET,
    PlacementState.OPEN: Tone.GOOD,
    PlacementState.ENDED: Tone.QUIET,
    PlacementState.CANCELLED: Tone.QUIET,
    Registration.REGISTERED: Tone.GOOD,
    Registration.APPLIED: Tone.WARNING,
    Registration.NOT_REGISTERED: Tone.BAD,
    Registration.NOT_NEEDED: Tone.QUIET,
    Registration.NOT_KNOWN: Tone.WARNING,
}
