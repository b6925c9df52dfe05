"""Reads what the chapters of a strategy commit to: entries with a number to reach, or worded in body and summary."""

from collections.abc import Iterator
from typing import Final

from sufficiency.analytics.strategy.cells import Cell
from sufficiency.analytics.strategy.plan import Commitment
from sufficiency.analytics.strategy.quantities import numbers_in

_MARKS: Final = ("at_least", "body_text", "summary_text")  # an entry with one of these is a commitment


def read_commitments(sections: Cell) -> tuple[Commitment, ...]:
    """The commitments, chapter by chapter."""
    return tuple(one for number, section in sections.entries() for one in _of_chapter(number, section))


def _of_chapter(number: int, section: Cell) -> Iterator[Commitment]:
    for name, cell in section.entries():
        if isinstance(cell.value, dict) and any(mark in cell.value for mark in _MARKS):
            yield _commitment(number, str(name), cell, section)


def _commitment(number: int, name: str, cell: Cell, section: Cell) -> Commitment:
    at_least = _whole(cell["at_least"])
    return Commitment(
        objective=number,
        name=name.replace("_", " "),
        wording=cell["body_text"].text(),
        # The number of an aim stands again in the summary of its chapter; there it may be worded otherwise.
        summary=cell["summary_text"].text() or _summed_up(at_least, section),
        by=cell["by"].text(),
        at_least=at_least,
        unit=cell["unit"].text(),
        years=_whole(cell["years"]),
    )


def _summed_up(at_least: int | None, section: Cell) -> str:
    texts = (cell["text"].text() for cell in section["actions"].items(named="action"))
    return next((text for text in texts if at_least is not None and at_least in numbers_in(text)), "")


def _whole(cell: Cell) -> int | None:
    return None if cell.is_blank else cell.whole()
