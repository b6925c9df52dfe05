"""Declare a lever: its sentence, its unit and range, where it comes from, and what it changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sufficiency.analytics.forecast.causes import Cause
from sufficiency.analytics.forecast.levers.effects import Effects, Who
from sufficiency.analytics.forecast.levers.timing import Timing
from sufficiency.analytics.reference.kinds import Kind


class LeverUnit(StrEnum):
    """What the amount of a lever is counted in; the text is what readers see and may write."""

    PERCENT = "%"
    CHILDREN_A_YEAR = "children a year"
    CHILDREN = "children"
    PLACEMENTS = "placements"
    BEDS = "beds"


class Takes(StrEnum):
    """What a lever may be told besides its amount and its dates; the names are those of a scenario file."""

    AGES = "ages"
    UASC = "uasc"
    KINDS = "kinds"
    TO = "to"
    CAUSE = "cause"
    DISCOUNT = "discount"


@dataclass(frozen=True)
class Given:
    """A lever as a scenario sets it. `who.kinds` are the kinds it acts on; `discount` is in per cent."""

    lever: str
    amount: float
    timing: Timing
    who: Who = field(default_factory=Who)
    to: tuple[Kind, ...] = ()
    cause: Cause | None = None
    discount: float = 0.0
    why: str = ""


Act = Callable[[Effects, Given], Effects]


@dataclass(frozen=True)
class Lever:
    """Something leaders can change. `sentence` holds its fields in braces; `usual` are what they are unless said.

    `least` and `most` bound the amount, in `unit`; `down` is the word for less of it.
    """

    id: str
    label: str
    sentence: str
    unit: LeverUnit
    least: float
    most: float
    source: str
    takes: tuple[Takes, ...]
    act: Act
    usual: Mapping[str, tuple[Kind, ...]] = field(default_factory=dict)
    usual_cause: Cause | None = None
    usual_amount: float = 0.0
    down: str = "fewer"
    rule: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether the amount may be below nought, so that the sentence says more or less."""
        return self.least < 0


_DECLARED: Final[dict[str, Lever]] = {}


def lever(
    id: str,  # noqa: A002 - the word for it everywhere
    *,
    label: str,
    sentence: str,
    unit: LeverUnit,
    between: tuple[float, float],
    source: str,
    takes: tuple[Takes, ...] = (),
    usual: Mapping[str, tuple[Kind, ...]] | None = None,
    usual_cause: Cause | None = None,
    usual_amount: float = 0.0,
    down: str = "fewer",
) -> Callable[[Act], Act]:
    """Declare a lever; its function gets the effects so far and what was given, and returns new effects."""

    def declare(act: Act) -> Act:
        if id in _DECLARED:
            raise ValueError(f"There are two levers called {id}.")
        _DECLARED[id] = Lever(
            id=id,
            label=label,
            sentence=sentence,
            unit=unit,
            least=between[0],
            most=between[1],
            source=source,
            takes=takes,
            act=act,
            usual=usual or {},
            usual_cause=usual_cause,
            usual_amount=usual_amount,
            down=down,
            rule=(act.__doc__ or "").strip(),
        )
        return act

    return declare


def declared() -> Mapping[str, Lever]:
    """Every lever that was declared so far, by its id, in the order of declaration."""
    return dict(_DECLARED)
