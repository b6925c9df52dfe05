"""How a criterion is declared: label, weight, what it measures, and one function that gives its pieces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from sufficiency.analytics.matching.changes import Change
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import Numbers

Words = Callable[[int], str]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One thing a criterion looks at: how well each home does, 0 to 1, as low and high where it is not known.

    `good` and `bad` say it in words for a home's row; `support` would close the gap; `best` and `worst` are the
    changes to a home that would make it do as well, or as badly, as possible; `floor` is how it then does.
    """

    share: float
    low: Numbers
    high: Numbers
    good: Words
    bad: Words
    question: str
    support: str = ""
    best: Change | None = None
    worst: Change | None = None
    floor: float = 0.0


Pieces = Callable[[Facing], list[Piece]]


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One criterion: `weight` is its points of 100 before a panel agrees others."""

    id: str
    label: str
    measures: str
    weight: float
    source: str
    pieces: Pieces


@dataclass(frozen=True)
class Scored:
    """A criterion for many homes: points low and high, and the pieces they come from."""

    criterion: Criterion
    weight: float
    pieces: Sequence[Piece]
    low: Numbers = field(repr=False)
    high: Numbers = field(repr=False)


def criterion(label: str, *, weight: float, source: str) -> Callable[[Pieces], Criterion]:
    """Declare a criterion; the function's name is its id and its docstring what it measures."""

    def declare(pieces: Pieces) -> Criterion:
        measures = (pieces.__doc__ or "").strip()
        return Criterion(
            id=pieces.__name__, label=label, measures=measures, weight=weight, source=source, pieces=pieces
        )

    return declare


def always(text: str) -> Words:
    """The same words for every home."""
    return lambda _row: text


def nothing_asked(facing: Facing, text: str) -> list[Piece]:
    """Where nothing is needed, every home does fully."""
    full = np.ones(len(facing))
    return [Piece(share=1, low=full, high=full, good=always(text), bad=always(text), question="")]


def not_asked(facing: Facing, question: str) -> Piece:
    """Where nobody knows what is needed, every home may do fully or not at all."""
    none, full = np.zeros(len(facing)), np.ones(len(facing))
    return Piece(share=1, low=none, high=full, good=always(""), bad=always(""), question=question)


def known_or_range(values: Numbers, *, least: float = 0.0) -> tuple[Numbers, Numbers]:
    """Low and high: the value itself, or the whole range where it is nan."""
    missing = np.isnan(values)
    return np.where(missing, least, values), np.where(missing, 1.0, values)


def shared(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with shares that sum to one."""
    total = sum(piece.share for piece in pieces)
    return [_with_share(piece, piece.share / total) for piece in pieces]


def _with_share(piece: Piece, share: float) -> Piece:
    return replace(piece, share=share)
