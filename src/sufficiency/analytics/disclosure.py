"""Disclosure: all that leaves the service passes through here.

Small counts are hidden, and with them whatever would give them away (`small_numbers`). The marks are those of the
published statistics. One release is looked at: what several releases or years say together is not.
"""

from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar

from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW, Cell, Sum, Table, hidden_cells

SMALLEST_PERCENT_SHOWN = 0.5  # less rounds to zero


class Mark(StrEnum):
    """What stands in place of a figure."""

    CONFIDENTIAL = "c"
    NOT_APPLICABLE = "z"
    NOT_AVAILABLE = "x"
    ROUNDS_TO_ZERO = "k"


class _Part(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def dimension(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def numerator(self) -> int | None: ...
    @property
    def denominator(self) -> int | None: ...


class _Result(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def numerator(self) -> int | None: ...
    @property
    def denominator(self) -> int | None: ...
    @property
    def value(self) -> float | None: ...
    @property
    def unit(self) -> Unit: ...
    @property
    def suppressed(self) -> bool: ...
    @property
    def not_computed_because(self) -> str | None: ...
    @property
    def by(self) -> Sequence[_Part]: ...


Result = TypeVar("Result", bound=_Result)


def mark_of(result: _Result) -> Mark | None:
    """The mark to show instead of a result's value; None where the value may be shown."""
    if result.suppressed:
        return Mark.CONFIDENTIAL
    if result.value is None:
        return Mark.NOT_APPLICABLE if result.denominator == 0 else Mark.NOT_AVAILABLE
    rounds_away = result.unit.is_share and 0 < result.value < SMALLEST_PERCENT_SHOWN
    return Mark.ROUNDS_TO_ZERO if rounds_away else None


def suppressed(
    results: Iterable[Result], *, also: Iterable[Sum] = (), below: int = SUPPRESS_BELOW
) -> list[Result]:
    """The results without the numbers that could point at a child.

    `also` are sums that readers can do between results, besides those within each; their cells are as
    `cell_of` names them. Results of different periods are not set against each other.
    """
    links = tuple(also)
    by_period: dict[str, list[Result]] = {}
    ordered = list(results)
    for result in ordered:
        by_period.setdefault(result.period, []).append(result)
    hidden = {p: hidden_cells(_as_table(found, links, below)) for p, found in by_period.items()}
    return [_without(result, hidden[result.period]) for result in ordered]


def cell_of(measure: str, what: str = "numerator", *, dimension: str = "", value: str = "") -> Cell:
    """The name of a number in a release: a measure's numerator or denominator, or that of one of its parts."""
    return (measure, dimension, value, what)


@dataclass(frozen=True)
class _Line:
    """The whole of a result or one part of it: its two numbers and what they are called."""

    dimension: str
    numbers: tuple[int | None, int | None]
    numerator: Cell
    denominator: Cell
    rest: Cell


def _lines(result: _Result) -> list[_Line]:
    """The whole first. A part set against the whole's denominator has no denominator of its own."""
    whole = cell_of(result.id, "denominator")
    lines = [
        _Line(
            "", (result.numerator, result.denominator), cell_of(result.id), whole, cell_of(result.id, "rest")
        )
    ]
    for part in result.by:
        numerator, denominator, rest = (
            cell_of(result.id, what, dimension=part.dimension, value=part.value)
            for what in ("numerator", "denominator", "rest")
        )
        against = whole if part.denominator == result.denominator else denominator
        lines.append(_Line(part.dimension, (part.numerator, part.denominator), numerator, against, rest))
    return lines


def _numbers(result: _Result) -> dict[Cell, int]:
    """The numbers of a result that count people or events, by cell."""
    above, below = result.unit.adds_up_people, result.unit.is_for_each_person
    found = {line.numerator: line.numbers[0] for line in _lines(result) if above}
    found |= {line.denominator: line.numbers[1] for line in _lines(result) if below}
    return {cell: number for cell, number in found.items() if number is not None}


def _sums(result: _Result) -> list[Sum]:
    """What can be added up within a result: its parts, and those who count with those who do not."""
    whole, *parts = _lines(result)
    by_dimension = [
        [line for line in parts if line.dimension == d] for d in dict.fromkeys(p.dimension for p in parts)
    ]
    added = [Sum(whole.numerator, tuple(line.numerator for line in lines)) for lines in by_dimension]
    added += [Sum(whole.denominator, tuple(line.denominator for line in lines)) for lines in by_dimension]
    if result.unit.is_share:
        added += [Sum(line.denominator, (line.numerator, line.rest)) for line in (whole, *parts)]
    return [one for one in added if one.total not in one.parts]


def _as_table(results: Sequence[_Result], links: Iterable[Sum], below: int) -> Table:
    """The numbers of one period that count people, with the sums that readers can do with them."""
    shown = {cell: number for result in results for cell, number in _numbers(result).items()}
    counts, sums = dict(shown), []
    for one in (*(one for result in results for one in _sums(result)), *links):
        left = _left_over(one, counts)
        if left is not None:
            counts |= left
            sums.append(one)
    signed = {line.numerator for result in results if result.unit.is_difference for line in _lines(result)}
    return Table(counts, sums, unpublished=counts.keys() - shown.keys(), signed=signed, below=below)


def _left_over(one: Sum, counts: Mapping[Cell, int]) -> dict[Cell, int] | None:
    """What no result shows but the sum gives away: nothing, or the one part that is missing.

    None where the sum cannot be done, because more is missing or because it does not hold.
    """
    missing = [cell for cell in one.cells if cell not in counts]
    if one.total in missing or len(missing) > 1:
        return None
    rest = counts[one.total] - sum(counts[cell] for cell in one.parts if cell in counts)
    if missing:
        return {missing[0]: rest} if rest >= 0 else None
    return {} if rest == 0 else None


def _without(result: Result, hidden: AbstractSet[Cell]) -> Result:
    """The result with hidden numbers left out; the value goes with the numbers it is made of."""
    whole, *lines = _lines(result)
    numerator, denominator = _shown(result, whole, hidden)
    parts = [
        replace(part, numerator=above, denominator=below)
        for part, line in zip(result.by, lines, strict=True)
        for above, below in [_shown(result, line, hidden)]
    ]
    lost = (numerator, denominator) != whole.numbers
    return replace(
        result,
        numerator=numerator,
        denominator=denominator,
        value=None if lost else result.value,
        suppressed=result.suppressed or lost,
        by=tuple(parts),
    )


def _shown(result: _Result, line: _Line, hidden: AbstractSet[Cell]) -> tuple[int | None, int | None]:
    numerator, denominator = line.numbers
    few_people = line.denominator in hidden
    # A sum of days or points over too few people goes with the number of people.
    hides_sum = few_people and not result.unit.adds_up_people
    return (
        None if line.numerator in hidden or hides_sum else numerator,
        None if few_people else denominator,
    )


def suppress_counts(counts: Sequence[int], *, below: int = SUPPRESS_BELOW) -> list[int | None]:
    """Counts whose total is shown, with None for those to hide."""
    cells: dict[Cell, int] = dict(enumerate(counts))
    total = Sum("total", tuple(cells))
    table = Table({**cells, "total": sum(counts)}, [total], kept={"total"}, below=below)
    hidden = hidden_cells(table)
    return [None if place in hidden else count for place, count in enumerate(counts)]


def suppress_table(rows: Sequence[Sequence[int]], *, below: int = SUPPRESS_BELOW) -> list[list[int | None]]:
    """A table with a last column and a last row of totals added, with None for what to hide."""
    wide = [[*row, sum(row)] for row in rows]
    table = [*wide, [sum(column) for column in zip(*wide, strict=True)]]
    height, width = len(table), len(table[0])
    cells: dict[Cell, int] = {(r, c): table[r][c] for r in range(height) for c in range(width)}
    across = [Sum((r, width - 1), tuple((r, c) for c in range(width - 1))) for r in range(height)]
    down = [Sum((height - 1, c), tuple((r, c) for r in range(height - 1))) for c in range(width)]
    hidden = hidden_cells(Table(cells, [*across, *down], below=below))
    return [[None if (r, c) in hidden else cells[r, c] for c in range(width)] for r in range(height)]
