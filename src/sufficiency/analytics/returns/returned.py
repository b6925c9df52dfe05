"""A return as it was read: a frame a table, with what was odd about the files in notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from sufficiency.analytics.reference.years import CollectionYear


@dataclass(frozen=True)
class Note:
    """Something a reader should know that did not stop the work."""

    message: str
    where: str = ""
    count: int = 1


@dataclass(frozen=True)
class Source:
    """The file a table came from, and how many rows it held."""

    file: str
    rows: int


class ReadingError(Exception):
    """Files that could not be read: what is wrong, where, and what to do next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{where}: {what} {what_next}" if where else f"{what} {what_next}")
        self.what = what
        self.where = where
        self.what_next = what_next


@dataclass(frozen=True)
class Return:
    """One authority's return for one collection year.

    `tables` has only the tables that were there. Text is in upper case without spaces around it and a
    blank cell is null. Each frame has `<table>_line` (the line in the file; the heading is line 1).
    A date column is a date, null where the text is not a real dd/mm/yyyy day; `<COLUMN>_text` keeps the text.
    """

    year: CollectionYear
    tables: Mapping[str, pl.DataFrame]
    sources: Mapping[str, Source] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    authority: str | None = None
