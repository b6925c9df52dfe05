"""The explanation of one home for one request, from the very numbers it was ranked by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sufficiency.analytics.matching.approvals import Approval, approvals
from sufficiency.analytics.matching.changes import Change
from sufficiency.analytics.matching.criteria.declaring import Criterion, Piece, Scored
from sufficiency.analytics.matching.first_if import FirstIf, would_be_first_if
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.judging import Broken, Outcome
from sufficiency.analytics.matching.ranking import Ranking

SHOWN = 3  # reasons on a card
LEAST_POINTS = 0.005  # below half a hundredth nothing is gained or lost
WORTH_WATCHING = 0.5  # points; smaller losses are noise on a card


@dataclass(frozen=True)
class Part:
    """A criterion's points for a home."""

    criterion: str
    label: str
    weight: float
    low: float
    high: float


@dataclass(frozen=True)
class Because:
    """Something that speaks for the home: points it brings, and the change that would take them away."""

    criterion: str
    text: str
    points: float
    without: Change | None = None


@dataclass(frozen=True)
class Watch:
    """Something the home lacks: points it costs, and what would close the gap."""

    criterion: str
    text: str
    points: float
    support: str


Said = TypeVar("Said", Because, Watch)


@dataclass(frozen=True)
class NotKnown:
    """A question whose answer would narrow the range by that many points, or settle a rule."""

    about: str
    question: str
    points: float


@dataclass(frozen=True)
class Card:
    """Everything shown about one home for one request."""

    home: Home
    outcome: Outcome
    rank: int | None
    low: float
    high: float
    parts: tuple[Part, ...]
    because: tuple[Because, ...]
    watch: tuple[Watch, ...]
    not_known: tuple[NotKnown, ...]
    first_if: FirstIf | None
    ruled_out_because: tuple[Broken, ...]
    waived: tuple[Broken, ...]
    approvals: tuple[Approval, ...]
    minutes_away: float | None


def card(ranking: Ranking, row: int, parts: Sequence[Scored] | None = None) -> Card:
    """The card of a home, ruled out or not. Give the ranking's parts where many cards are made."""
    scores = ranking.parts() if parts is None else parts
    home, outcome = ranking.homes[row], ranking.outcome(row)
    broken = ranking.judged.broken(row)
    away = float(ranking.minutes_away[row])
    ranked = outcome is not Outcome.RULED_OUT
    return Card(
        home=home,
        outcome=outcome,
        rank=ranking.order.index(row) + 1 if ranked else None,
        low=float(ranking.fit.low[row]),
        high=float(ranking.fit.high[row]),
        parts=_parts(scores, row),
        because=tuple(_merged(_gains(scores, row))[:SHOWN]),
        watch=tuple(_merged(_losses(scores, row))[:SHOWN]),
        not_known=tuple(_questions(ranking, scores, row)),
        first_if=would_be_first_if(ranking, row, scores) if ranked else None,
        ruled_out_because=tuple(item for item in broken if not item.waived_by),
        waived=tuple(item for item in broken if item.waived_by),
        approvals=tuple(approvals(ranking.facing, home, adjoining=ranking.adjoining)),
        minutes_away=None if away != away else round(away),
    )


def cards(ranking: Ranking, *, top: int | None = None) -> list[Card]:
    """Cards in the order shown; with `top` only so many, and the best of every tier besides."""
    rows = list(ranking.order) if top is None else list(ranking.order[:top])
    if top is not None:
        rows += [row for row in ranking.best_in_tier.values() if row is not None and row not in rows]
    return cards_of(ranking, rows)


def cards_of(ranking: Ranking, rows: Sequence[int]) -> list[Card]:
    """Cards of some rows."""
    parts = ranking.parts()
    return [card(ranking, row, parts) for row in rows]


def why_not(ranking: Ranking, name: str) -> Card | None:
    """The card of any home by reference or name; None where there is no such home."""
    row = ranking.row_of(name)
    return None if row is None else card(ranking, row)


def _parts(parts: Sequence[Scored], row: int) -> tuple[Part, ...]:
    return tuple(
        Part(
            part.criterion.id, part.criterion.label, part.weight, float(part.low[row]), float(part.high[row])
        )
        for part in parts
    )


def _pieces(parts: Sequence[Scored]) -> Iterator[tuple[Criterion, float, Piece]]:
    """Every piece with the points it can bring."""
    for part in parts:
        for piece in part.pieces:
            yield part.criterion, part.weight * piece.share, piece


def _gains(parts: Sequence[Scored], row: int) -> Iterator[Because]:
    for criterion, points, piece in _pieces(parts):
        gained = points * (float(piece.low[row]) - piece.floor)
        if gained >= LEAST_POINTS and piece.worst is not None:
            yield Because(criterion.id, piece.good(row), round(gained, 2), piece.worst)


def _losses(parts: Sequence[Scored], row: int) -> Iterator[Watch]:
    for criterion, points, piece in _pieces(parts):
        lost = points * (1 - float(piece.high[row]))
        if lost >= WORTH_WATCHING:
            yield Watch(criterion.id, piece.bad(row), round(lost, 2), piece.support)


def _merged(items: Iterable[Said]) -> list[Said]:
    """The most points first; what is said alike of brothers and sisters is said once, its points together."""
    found: dict[tuple[str, str], Said] = {}
    for item in items:
        before = found.get((item.criterion, item.text))
        points = item.points + (before.points if before else 0)
        found[item.criterion, item.text] = replace(item, points=round(points, 2))
    return sorted(found.values(), key=lambda item: -item.points)


def _questions(ranking: Ranking, parts: Sequence[Scored], row: int) -> list[NotKnown]:
    """Questions of rules first, then those that would narrow the range most."""
    rules = [NotKnown(rule.id, rule.asks, 0.0) for rule in ranking.judged.unknown(row)]
    ranges = [
        NotKnown(criterion.id, piece.question, round(points * float(piece.high[row] - piece.low[row]), 2))
        for criterion, points, piece in _pieces(parts)
        if points * float(piece.high[row] - piece.low[row]) >= LEAST_POINTS
    ]
    return rules + sorted(ranges, key=lambda item: -item.points)
