"""What the larger components show, as plain values. The gallery (/gallery/) has an example of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """How a tag looks. The word in it says the same: colour is never the only sign."""

    GOOD = "green"
    BAD = "red"
    WARNING = "yellow"
    WAITING = "blue"
    QUIET = "grey"


@dataclass(frozen=True)
class Cell:
    """A cell with a link or a tag; plain values need no cell."""

    value: Any
    href: str = ""
    tone: Tone | None = None


@dataclass(frozen=True)
class Column:
    """A column's heading; `sort` is its key in the address where the list can be sorted by it."""

    heading: str
    is_number: bool = False
    sort: str = ""


@dataclass(frozen=True)
class Table:
    """A table; the first cell of each row names the row. `sorted_by` is a key, "-" first for downwards.

    One that `stacks` shows each row as a block of its own on a phone: for tables of words, whose columns would
    be a word wide there, not for numbers that are compared down a column."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    sorted_by: str = ""
    shows_caption: bool = False
    stacks: bool = False


@dataclass(frozen=True)
class Fact:
    """A line of a summary list: what it is, the value, and a link to change it; without an action the value is the link."""

    label: str
    value: Any
    href: str = ""
    action: str = "Change"


@dataclass(frozen=True)
class Entry:
    """A line of a timeline."""

    title: str
    at: datetime
    by: str = ""
    text: str = ""


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "Done"
    DOING = "In progress"
    TO_DO = "To do"
    NOT_NEEDED = "Not needed"


@dataclass(frozen=True)
class Step:
    """A step of a longer task: who did it and when, or that it is to come."""

    label: str
    state: StepState
    detail: str = ""
    href: str = ""


@dataclass(frozen=True)
class Progress:
    """How far a slow thing is: in words, and as a bar."""

    label: str
    done: int
    of: int
    steps: Sequence[Step] = field(default=())
