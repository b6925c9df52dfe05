"""Which table a file holds, known by its columns and never by its name."""

from collections.abc import Iterable
from dataclasses import dataclass

from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.analytics.returns.tables import TABLES, Table

ENOUGH_TO_BE_MEANT = 0.6  # share of a table's own columns above which a file is taken to be a faulty copy
_SHARED = {"CHILD", "DOB", "SEX"}


@dataclass(frozen=True)
class Recognised:
    """The table a file holds and the columns it has beside."""

    table: Table
    extra: tuple[str, ...]


def recognise(columns: Iterable[str], *, where: str) -> Recognised | None:
    """The table whose columns these are; None where it is no table of the return.

    Raises ReadingError where nearly all columns of a table are there but one is missing.
    """
    found = set(columns)
    whole = [table for table in TABLES.values() if found.issuperset(table.column_names)]
    if whole:
        best = max(whole, key=lambda table: len(table.columns))
        return Recognised(best, tuple(sorted(found - set(best.column_names))))
    nearest = max(TABLES.values(), key=lambda table: _likeness(table, found))
    if _likeness(nearest, found) >= ENOUGH_TO_BE_MEANT:
        raise _missing_column(nearest, found, where)
    return None


def _likeness(table: Table, found: set[str]) -> float:
    own = set(table.column_names) - _SHARED
    return len(own & found) / len(own)


def _missing_column(table: Table, found: set[str], where: str) -> ReadingError:
    name = next(name for name in table.column_names if name not in found)
    meaning = table.column(name).meaning
    shown = ", ".join(sorted(found)[:12])
    return ReadingError(
        f"There is no {name} column ({meaning[0].lower()}{meaning[1:]}). Found: {shown}.",
        where=where,
        what_next=f"Export the {table.name} table again with all its columns: {', '.join(table.column_names)}.",
    )
