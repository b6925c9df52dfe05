"""What a report is written from: plain results, gathered by whoever computed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.returns.checking import CheckResult
from sufficiency.analytics.returns.returned import Note


@dataclass(frozen=True, kw_only=True)
class MadeFrom:
    """Where the figures come from, so that a reader can ask for the same again.

    `fingerprint` is a digest of the input files; `files` counts them; `years` are the collection years read.
    """

    made_on: date
    version: str
    fingerprint: str
    files: int
    years: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PriceLine:
    """One weekly price a forecast's cost was worked out with; `certainty` is A, B or C (see the glossary)."""

    kind: str
    weekly_price: float
    from_date: date
    inflation_per_year: float
    source: str
    certainty: str


@dataclass(frozen=True, kw_only=True)
class ReportContents:
    """Everything the sufficiency report shows.

    `measures` are results of every year, unsuppressed: hiding small counts is the report's own work.
    `forecast` has the shape of the command line's JSON. `notes` are those of reading, joining and
    forecasting. `show_all` is for use inside the service only.
    """

    authority: str
    measures: tuple[MeasureResult, ...]
    made_from: MadeFrom
    forecast: Mapping[str, Any] | None = None
    prices: tuple[PriceLine, ...] = ()
    check: CheckResult | None = None
    notes: tuple[Note, ...] = ()
    made_up: bool = False
    show_all: bool = False
