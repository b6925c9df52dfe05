"""What a page is put together from: tables, and charts that carry their table with them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sufficiency.reports.drawing import NARROW, WIDE, Size


@dataclass(frozen=True)
class Column:
    """A column's heading; numbers stand to the right."""

    heading: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table in words; the first cell of each row names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A chart with its finding as title, a note on how to read it, and its table.

    `narrow` is the same chart for a phone; without one the chart fits everywhere as it is.
    """

    title: str
    wide: str
    table: Table
    narrow: str = ""
    note: str = ""


def table(caption: str, *, words: str, numbers: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A table with one column of words and then columns of numbers."""
    columns = (Column(words), *(Column(heading, is_number=True) for heading in numbers))
    return Table(caption, columns, tuple(tuple(row) for row in rows))


def drawn(
    title: str, draw: Callable[[Size], str], *, table: Table, height: int = WIDE.height, note: str = ""
) -> Figure:
    """A figure drawn for wide and for narrow screens."""
    sizes = Size(WIDE.width, height), NARROW
    wide, narrow = (draw(size) for size in sizes)
    return Figure(title, wide, table, narrow, note)
