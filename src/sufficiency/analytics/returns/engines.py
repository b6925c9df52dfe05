"""Where rules are computed. The rules are written once; an engine only decides how their searches are run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import narwhals as nw
import polars as pl

Frame = nw.LazyFrame[Any]


class EngineError(Exception):
    """An engine that cannot be had here: what is missing and what to do about it."""

    def __init__(self, what: str, *, what_next: str) -> None:
        super().__init__(f"{what} {what_next}")
        self.what = what
        self.what_next = what_next


@dataclass(frozen=True, eq=False)
class Search:
    """A rule's failing rows, still to be found: those of a frame, or those of them that meet a condition."""

    rows: Frame
    columns: tuple[str, ...]
    condition: nw.Expr | None = None

    @property
    def found(self) -> Frame:
        """The failing rows as a frame of their own."""
        failing = self.rows if self.condition is None else self.rows.filter(self.condition)
        return failing.select(*self.columns)


class Engine(Protocol):
    """Makes lazy frames of tables and runs many searches together."""

    @property
    def at_once(self) -> int | None:
        """How many searches are best run together; None for all that there are."""

    def lazy(self, table: pl.DataFrame) -> Frame:
        """A table as a frame of this engine."""

    def settled(self, frame: Frame) -> Frame:
        """A frame that many rules will use, computed once."""

    def run(self, searches: Sequence[Search]) -> list[pl.DataFrame]:
        """Compute searches together and bring their rows back, in the order given."""


class PolarsEngine:
    """Runs rules on Polars in this process."""

    # What searches work with is held until all that run side by side have ended: more would need more memory and
    # save no time.
    at_once = 8

    def lazy(self, table: pl.DataFrame) -> Frame:
        """A table as a lazy Polars frame."""
        return nw.from_native(table.lazy())

    def settled(self, frame: Frame) -> Frame:
        """The frame, computed now."""
        native: pl.LazyFrame = frame.to_native()
        return nw.from_native(native.collect().lazy())

    def run(self, searches: Sequence[Search]) -> list[pl.DataFrame]:
        """Compute the searches side by side."""
        return pl.collect_all([search.found.to_native() for search in searches])
