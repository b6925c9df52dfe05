"""Which numbers of a release to hide, so that no small count is shown or can be worked out.

A release is seen as cells that count people, and as sums that a reader can do with them. Counts of one to five
are hidden; then further cells are hidden until none of those follows from what is still shown.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

SUPPRESS_BELOW = 6  # 1 to 5 are hidden: the Department's practice; a council may set its own
DETERMINED = 1 - 1e-9

Cell = Hashable


@dataclass(frozen=True)
class Sum:
    """Something a reader can add up: the total is the sum of the parts."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Table:
    """Counts by cell and the sums they stand in.

    `unpublished` cells are never shown but can be worked out, such as those who did not count. `signed` cells
    are differences, not counts of people. `kept` cells stay shown unless they are small themselves.
    """

    counts: Mapping[Cell, int]
    sums: Sequence[Sum]
    unpublished: AbstractSet[Cell] = field(default_factory=frozenset)
    signed: AbstractSet[Cell] = field(default_factory=frozenset)
    kept: AbstractSet[Cell] = field(default_factory=frozenset)
    below: int = SUPPRESS_BELOW

    def is_small(self, cell: Cell) -> bool:
        """Whether a cell counts so few people that it must not be known."""
        return cell not in self.signed and 0 < self.counts[cell] < self.below

    @cached_property
    def sums_with(self) -> Mapping[Cell, list[Sum]]:
        """The sums that each cell stands in."""
        found: dict[Cell, list[Sum]] = {}
        for one in self.sums:
            for cell in one.cells:
                found.setdefault(cell, []).append(one)
        return found


def hidden_cells(table: Table) -> frozenset[Cell]:
    """The cells to hide so that no small count is shown or can be worked out."""
    hidden = {cell for cell in table.counts if table.is_small(cell)} - table.unpublished
    beyond_help: set[Cell] = set()
    while exposed := _exposed(table, hidden, beyond_help):
        settled: set[Cell] = set()
        for cell in sorted(exposed, key=lambda one: (table.counts[one], str(one))):
            beside = {other for one in table.sums_with[cell] for other in one.cells}
            if beside & settled:
                continue  # something beside it was hidden just now; look again afterwards
            further = _next_to_hide(table, hidden, cell, exposed[cell])
            settled |= further
            hidden |= further
            if not further:
                beyond_help.add(cell)  # all that it could be worked out from is hidden already
    return frozenset(hidden)


def _exposed(table: Table, hidden: set[Cell], beyond_help: set[Cell]) -> dict[Cell, list[Sum]]:
    """Cells that follow from what is shown, or small ones pinned to less than the whole range, and by what.

    What was hidden to protect another is protected too. Those that one sum gives away come first: hiding more
    beside them is what helps.
    """
    unknown = hidden | table.unpublished
    protected = (hidden | {cell for cell in table.unpublished if table.is_small(cell)}) - beyond_help
    given_away: dict[Cell, list[Sum]] = {}
    for one in table.sums:
        alone = [cell for cell in one.cells if cell in unknown]
        small = [cell for cell in _pinned(table, one, unknown, hidden) if table.is_small(cell)]
        for cell in alone if len(alone) == 1 else small:
            given_away.setdefault(cell, []).append(one)
    given_away = {cell: by for cell, by in given_away.items() if cell in protected}
    if given_away:
        return given_away
    # One at a time: hiding a number for one of these often helps the others.
    worked_out = sorted(
        _worked_out(table, unknown) & protected, key=lambda one: (table.counts[one], str(one))
    )
    return {cell: table.sums_with[cell] for cell in worked_out[:1]}


def _pinned(table: Table, one: Sum, unknown: AbstractSet[Cell], hidden: set[Cell]) -> list[Cell]:
    """Unknown parts that a known total leaves too little room for.

    A hidden cell is known to be one at least as long as zeros beside it are shown.
    """
    parts = [cell for cell in one.parts if cell in unknown]
    if one.total in unknown or any(cell in table.signed for cell in parts):
        return []
    room = table.counts[one.total] - sum(table.counts[cell] for cell in one.parts if cell not in unknown)
    hides_zeros = any(table.counts[cell] == 0 for cell in parts if cell in hidden)
    least = {cell: 0 if hides_zeros or cell in table.unpublished else 1 for cell in parts}
    spare = room - sum(least.values())
    return [cell for cell in parts if spare + least[cell] < table.below - 1]


def _worked_out(table: Table, unknown: AbstractSet[Cell]) -> set[Cell]:
    """Unknown cells that the sums determine between them."""
    found: set[Cell] = set()
    for sums in _connected(_telling(table, unknown), unknown):
        cells = sorted({cell for one in sums for cell in one.cells if cell in unknown}, key=str)
        system = np.zeros((len(sums), len(cells)))
        for row, one in enumerate(sums):
            for column, cell in enumerate(cells):
                system[row, column] = (cell in one.parts) - float(cell == one.total)
        # A cell is determined where the sums, added and subtracted in some way, leave it alone on one side.
        leverage = np.diag(np.linalg.pinv(system) @ system)
        found |= {cell for cell, lever in zip(cells, leverage, strict=True) if lever > DETERMINED}
    return found


def _telling(table: Table, unknown: AbstractSet[Cell]) -> list[Sum]:
    """The sums that say something about unknown cells: not those with a cell of their own that may be anything."""
    telling = []
    for one in table.sums:
        open_cells = [cell for cell in one.cells if cell in unknown]
        slack = [c for c in open_cells if c in table.unpublished and len(table.sums_with[c]) == 1]
        if open_cells and (not slack or len(open_cells) == 1):
            telling.append(one)
    return telling


def _connected(sums: Iterable[Sum], unknown: AbstractSet[Cell]) -> list[list[Sum]]:
    """The sums in groups that share no unknown cell."""
    groups: list[tuple[set[Cell], list[Sum]]] = []
    for one in sums:
        cells = {cell for cell in one.cells if cell in unknown}
        apart = [group for group in groups if not group[0] & cells]
        joined = [group for group in groups if group[0] & cells]
        merged = (cells.union(*(g[0] for g in joined)), [*(s for g in joined for s in g[1]), one])
        groups = [*apart, merged]
    return [found for _, found in groups]


def _next_to_hide(table: Table, hidden: set[Cell], cell: Cell, by: Sequence[Sum]) -> set[Cell]:
    """What to hide next to make a cell safe: in the sums that give it away, then ever further along."""
    closed = hidden | table.unpublished | table.kept
    if choice := _cheapest(table, by, closed):
        return choice
    reached: set[Cell] = set()
    further = {cell}
    while further - reached:
        reached |= further
        around = [one for cell in reached for one in table.sums_with[cell]]
        choice = _cheapest(table, around, closed)
        if choice:
            return choice
        further = {other for one in around for other in one.cells} & (hidden | table.unpublished)
    return set()


def _cheapest(table: Table, around: Iterable[Sum], closed: AbstractSet[Cell]) -> set[Cell]:
    """The smallest count among the parts, or else their zeros; a total only where no part is left."""
    parts = {cell for one in around for cell in one.parts} - closed
    totals = {one.total for one in around} - closed - parts
    for choice in (parts, totals):
        counted = [cell for cell in choice if table.counts[cell]]
        if counted:
            return {min(counted, key=lambda one: (abs(table.counts[one]), str(one)))}
        if choice:
            return choice
    return set()
