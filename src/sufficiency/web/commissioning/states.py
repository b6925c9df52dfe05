"""Where a household stands on its way to fostering, and whether an unregistered setting is in use: as tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.components import Tone


class SettingState(TextChoices):
    """Whether a child still lives in an unregistered setting."""

    IN_USE = "in_use", "In use"
    LEFT = "left", "Child has left"


@dataclass(frozen=True)
class Move:
    """Who may make a move, and which event it records. One that `needs_reason` is kept with it."""

    permission: Permission
    records: Verb
    needs_reason: bool = False


_FORWARD = Move(Permission.COMMISSIONING_KEEP, Verb.CARER_CASE_MOVED)
_WITH_REASON = Move(Permission.COMMISSIONING_KEEP, Verb.CARER_CASE_MOVED, needs_reason=True)

# A panel may send an assessment back for more work; who has left comes back as a new enquiry.
STAGE_MOVES: Mapping[Stage, Mapping[Stage, Move]] = {
    Stage.ENQUIRY: {Stage.VISIT: _FORWARD, Stage.LEFT: _WITH_REASON},
    Stage.VISIT: {Stage.ASSESSMENT: _FORWARD, Stage.LEFT: _WITH_REASON},
    Stage.ASSESSMENT: {Stage.PANEL: _FORWARD, Stage.LEFT: _WITH_REASON},
    Stage.PANEL: {Stage.APPROVED: _FORWARD, Stage.ASSESSMENT: _WITH_REASON, Stage.LEFT: _WITH_REASON},
    Stage.APPROVED: {Stage.FIRST_PLACEMENT: _FORWARD, Stage.LEFT: _WITH_REASON},
    Stage.FIRST_PLACEMENT: {Stage.LEFT: _WITH_REASON},
    Stage.LEFT: {},
}
SETTING_MOVES: Mapping[SettingState, Mapping[SettingState, Move]] = {
    SettingState.IN_USE: {
        SettingState.LEFT: Move(Permission.OVERSIGHT_KEEP, Verb.SETTING_LEFT, needs_reason=True)
    },
    SettingState.LEFT: {},
}
TONES: Mapping[str, Tone] = {
    Stage.ENQUIRY: Tone.WAITING,
    Stage.VISIT: Tone.WAITING,
    Stage.ASSESSMENT: Tone.WAITING,
    Stage.PANEL: Tone.WARNING,
    Stage.APPROVED: Tone.GOOD,
    Stage.FIRST_PLACEMENT: Tone.GOOD,
    Stage.LEFT: Tone.QUIET,
    SettingState.IN_USE: Tone.BAD,
    SettingState.LEFT: Tone.QUIET,
}
