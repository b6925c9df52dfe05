"""Why children leave care, in the few causes that behave differently."""

from enum import StrEnum
from typing import Final

from sufficiency.analytics.returns.codes import code_sets


class Cause(StrEnum):
    """A reason for leaving care, grouped from REC."""

    HOME = "home"
    ORDER = "order"
    ADOPTED = "adopted"
    OTHER = "other"
    EIGHTEEN = "eighteen"

    @property
    def label(self) -> str:
        """The cause in words."""
        return _LABELS[self]


_LABELS = {
    Cause.HOME: "Home or to family",
    Cause.ORDER: "Special guardianship or child arrangements order",
    Cause.ADOPTED: "Adopted",
    Cause.OTHER: "Before 18 for another reason",
    Cause.EIGHTEEN: "Turned 18",
}
_GROUPS = {
    Cause.HOME: ("reunified", "left_to_family"),
    Cause.ORDER: ("sgo", "cao"),
    Cause.ADOPTED: ("adopted",),
}

CAUSES: Final = tuple(Cause)
LEAVING: Final = CAUSES[:4]  # the causes with a hazard; turning 18 is a date
MOVE: Final = len(LEAVING)  # a move takes its place after them wherever events are numbered
EVENTS: Final = MOVE + 1
EIGHTEEN: Final = MOVE  # among leavers, turning 18 comes after the causes with a hazard


def cause_codes() -> dict[str, int]:
    """The place in `LEAVING` of each REC code; codes that are not here are `OTHER`."""
    reasons = code_sets()["REC"]
    return {
        code: LEAVING.index(cause)
        for cause, groups in _GROUPS.items()
        for group in groups
        for code in reasons.group(group)
    }
