"""A child's placements and periods of care in plain words, for their page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sufficiency.analytics.histories.history import History
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.codes import code_sets

EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True)
class Stay:
    """One placement. Without an end it goes on."""

    kind: Kind
    started: date
    ended: date | None
    place: str
    provider: str
    why_ended: str


@dataclass(frozen=True)
class PeriodOfCare:
    """From coming into care to leaving it. Without an end it goes on."""

    started: date
    ended: date | None
    why_ended: str


@dataclass(frozen=True)
class Life:
    """What the returns tell of a child's time in care, oldest first, up to a day."""

    stays: Sequence[Stay]
    periods: Sequence[PeriodOfCare]
    until: date


def life_in(history: History) -> Life:
    """The history of one child as plain values; what started on a day that no calendar has is left out."""
    placements = readable(history.placements, "started", "ended").filter(pl.col("started").is_not_null())
    periods = readable(history.periods, "started", "ended").filter(pl.col("started").is_not_null())
    return Life(_stays(placements), _periods(periods), history.last_year.end)


def readable(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The frame with days of far-off years blank: slips of the pen, some of which no calendar holds."""
    near = pl.col(columns).dt.year().is_between(EARLIEST, LATEST)
    return frame.with_columns(pl.when(near).then(pl.col(columns)))


def _stays(placements: pl.DataFrame) -> list[Stay]:
    return [
        Stay(
            kind=Kind(row["kind"]),
            started=row["started"],
            ended=row["ended"],
            place=meaning("PLACE", row["place"]),
            provider=meaning("PLACE_PROVIDER", row["provider"]),
            why_ended=_why_ended(row["reason_changed"], row["reason_ended"]),
        )
        for row in placements.sort("started", "placement").iter_rows(named=True)
    ]


def _periods(periods: pl.DataFrame) -> list[PeriodOfCare]:
    return [
        PeriodOfCare(row["started"], row["ended"], meaning("REC", row["reason_ended"]))
        for row in periods.sort("started", "period").iter_rows(named=True)
    ]


def meaning(codes: str, code: str | None) -> str:
    """A code with its meaning; the code alone where it has none, nothing for nothing."""
    if not code:
        return ""
    words = code_sets()[codes].meaning(code)
    return f"{words} ({code})" if words else code


def _why_ended(changed: str | None, ended: str | None) -> str:
    return meaning("REASON_PLACE_CHANGE", changed) or meaning("REC", ended)
