"""Where rules are computed. The rules are written once; an engine only decides how frames are run."""

from collections.abc import Sequence
from typing import Any, Protocol

import narwhals as nw
import polars as pl

Frame = nw.LazyFrame[Any]


class Engine(Protocol):
    """Makes lazy frames of tables and runs many of them together."""

    def lazy(self, table: pl.DataFrame) -> Frame:
        """A table as a frame of this engine."""

    def settled(self, frame: Frame) -> Frame:
        """A frame that many rules will use, computed once."""

    def run(self, frames: Sequence[Frame]) -> list[pl.DataFrame]:
        """Compute frames together and bring them back, in the order given."""


class PolarsEngine:
    """Runs rules on Polars in this process."""

    def lazy(self, table: pl.DataFrame) -> Frame:
        """A table as a lazy Polars frame."""
        return nw.from_native(table.lazy())

    def settled(self, frame: Frame) -> Frame:
        """The frame, computed now."""
        native: pl.LazyFrame = frame.to_native()
        return nw.from_native(native.collect().lazy())

    def run(self, frames: Sequence[Frame]) -> list[pl.DataFrame]:
        """Compute all frames in one go."""
        return pl.collect_all([frame.to_native() for frame in frames])
