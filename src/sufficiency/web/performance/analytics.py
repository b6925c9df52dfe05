"""Every measure of an authority's stored returns, as plain values to keep; the only file that calls analytics."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

import polars as pl
from django.conf import settings

from sufficiency.analytics.disclosure import suppressed
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.measures.dimensions import ASKABLE
from sufficiency.analytics.measures.links import sums_between
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.measures.scorecard import scorecard
from sufficiency.analytics.reference.postcodes import PostcodesMissingError, find_postcodes
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.places import needed_postcodes
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW
from sufficiency.web.access.models import Authority
from sufficiency.web.children.analytics import returns_of
from sufficiency.web.ui.contributions import contributed

Record = Mapping[str, Any]
DIVIDED = "cla_number"  # the measure that people may divide as they like


@dataclass(frozen=True)
class Computed:
    """A scorecard as it is kept: `figures` in the shape of the command line's JSON, with what they rest on."""

    years: Sequence[str]
    fingerprint: str
    assumptions: Record
    figures: Record


def compute(authority: Authority) -> Computed:
    """Every measure of every stored year. Raises ReadingError where no stored return has episodes."""
    returns = returns_of(authority)
    joined = history(returns)
    results = _results(joined, authority)
    years = [year.label for year in joined.years]
    return Computed(
        years=years,
        fingerprint=fingerprint(returns),
        assumptions={
            "years": years,
            "hidden_outside_the_service": f"counts of 1 to {SUPPRESS_BELOW - 1}, and what gives them away",
            "returns": {source.year.label: fingerprint([source]) for source in returns},
        },
        figures={
            "authority": authority.code,
            "measures": [record_of(result) for result in results],
            "published": [record_of(result) for result in suppressed(results, also=sums_between(results))],
        },
    )


def record_of(result: MeasureResult) -> Record:
    """A result as plain values, with the keys of the command line's contract."""
    return {**asdict(result), "unit": str(result.unit), "by": [asdict(part) for part in result.by]}


def result_of(record: Record, *, with_parts: bool = True) -> MeasureResult:
    """The result that a record was made from; most pages need no parts, and there are thousands."""
    parts = tuple(Part(**part) for part in record["by"]) if with_parts else ()
    return MeasureResult(**{**record, "unit": Unit(record["unit"]), "by": parts})


def _results(joined: History, authority: Authority) -> list[MeasureResult]:
    # What no return holds other apps may measure from their records: each in `measured.py`, in a list called SOURCES.
    elsewhere = {
        (one.id, one.period): one
        for source in contributed("measured", "SOURCES")
        for one in source(authority, joined.years)
    }
    return [elsewhere.get((one.id, one.period), one) for one in _from_returns(joined, authority)]


def _from_returns(joined: History, authority: Authority) -> list[MeasureResult]:
    postcodes = _postcodes(joined.returns.values())
    computed = partial(scorecard, joined, years=joined.years, authority=authority.code, postcodes=postcodes)
    # Dividing all of them by everything would make a release of which suppression has to hide the most.
    parts = {one.period: one.by for one in computed(by=ASKABLE, measures=[MEASURES[DIVIDED]])}
    return [replace(one, by=parts[one.period]) if one.id == DIVIDED else one for one in computed()]


def _postcodes(returns: Iterable[Return]) -> pl.DataFrame | None:
    try:
        return find_postcodes(needed_postcodes(returns), cache=settings.HOME / "postcodes")
    except PostcodesMissingError:  # the measures that need them say so
        return None
