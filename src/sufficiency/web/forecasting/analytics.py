"""A forecast of an authority's stored returns, as plain values to keep; the only file that calls analytics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from sufficiency.analytics.forecast.backtest.contract import as_json as back_test_as_json
from sufficiency.analytics.forecast.backtest.rolling import backtest as rolled
from sufficiency.analytics.forecast.comparing import compare as compared_with_nothing
from sufficiency.analytics.forecast.contract import as_json
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.forecast.scenario_contract import comparison_as_json
from sufficiency.analytics.forecast.scenario_files import scenario_of
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.money.prices import PriceSet, built_in, built_in_names
from sufficiency.analytics.money.reading import read_prices
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult, Outcome, RuleOutcome
from sufficiency.analytics.returns.findings import no_findings
from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.web.access.models import Authority
from sufficiency.web.children.analytics import OF_HISTORY, returns_of

Record = Mapping[str, Any]
BACK_TEST_SEED = 1
# The keys of the command line's contract in its order; not every database keeps the order of a record.
CONTRACT = (
    "from", "years", "replications", "seed", "series", "entrants", "leavers", "cost", "cost_by_month", "by_age",
    "leavers_by_cause", "prices", "notes",
)  # fmt: skip
_IN_A_ROW = (
    "date", "year", "kind", "age", "cause", "weekly_price", "from", "inflation_per_year", "source", "certainty",
    "message", "where", "count", "mean", "quantiles",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a forecast is asked to be: how far ahead, how many futures, from which seed, at which prices.

    With `recalibrate`, its ranges follow how well forecasts of the council's own past would have done.
    """

    years: int
    replications: int
    seed: int
    prices: PriceSet
    recalibrate: bool = False


def forecast(authority: Authority, asked: Asked) -> Record:
    """The forecast in the shape of the command line's JSON. Raises ReadingError or ForecastError."""
    joined = history(returns_of(authority, tables=OF_HISTORY))
    projection = project(
        joined,
        years=asked.years,
        replications=asked.replications,
        seed=asked.seed,
        prices=asked.prices,
        recalibrate=asked.recalibrate,
    )
    notes = [{"message": one.message, "where": one.where, "count": one.count} for one in joined.notes]
    return {**as_json(projection, years=asked.years), "notes_on_joining": notes}


def compare(authority: Authority, content: Record, asked: Asked) -> Record:
    """A scenario beside doing nothing, in the shape of the command line's JSON.

    Raises ReadingError, ScenarioError or ForecastError.
    """
    stated = scenario_of(content, where=str(content.get("name", "the scenario")))
    joined = history(returns_of(authority, tables=OF_HISTORY))
    comparison = compared_with_nothing(
        joined,
        stated,
        years=asked.years,
        replications=asked.replications,
        seed=asked.seed,
        prices=asked.prices,
        recalibrate=asked.recalibrate,
    )
    notes = [{"message": one.message, "where": one.where, "count": one.count} for one in joined.notes]
    return {**comparison_as_json(comparison, years=asked.years), "notes_on_joining": notes}


def back_test(authority: Authority) -> Record:
    """How good forecasts of past years would have been, in the shape of the command line's JSON.

    Raises ReadingError or ForecastError.
    """
    joined = history(returns_of(authority, tables=OF_HISTORY))
    return back_test_as_json(rolled(joined, seed=BACK_TEST_SEED))


def in_contract_order(figures: Record) -> Record:
    """The forecast among a run's figures, as the command line writes it, whatever order it was kept in."""
    return {name: _ordered(figures[name]) for name in CONTRACT if name in figures}


def _ordered(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [{name: _row(row[name]) for name in _IN_A_ROW if name in row} for row in value]


def _row(value: Any) -> Any:
    return dict(sorted(value.items(), key=lambda item: float(item[0]))) if isinstance(value, dict) else value


def price_sets() -> list[PriceSet]:
    """The prices that come with the program; the first is used unless another is asked for."""
    return [built_in(name) for name in built_in_names()]


def prices_in(upload: UploadedFile) -> PriceSet:
    """The prices of an uploaded CSV or YAML file. Raises PriceError: what, where, what next."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(upload.name or "prices.csv").name
        path.write_bytes(upload.read())
        return read_prices(path)


def check_of(year: str, *, rules: Iterable[Record], notes: Iterable[Record]) -> CheckResult | None:
    """What became of every rule, as a report wants it; None where nothing was checked."""
    outcomes = tuple(RuleOutcome(**{**rule, "outcome": Outcome(rule["outcome"])}) for rule in rules)
    if not year or not outcomes:
        return None
    source = Return(CollectionYear.parse(year), tables={})
    return CheckResult(source, outcomes, no_findings(), notes_of(notes))


def notes_of(records: Iterable[Record]) -> tuple[Note, ...]:
    """Notes from the records they were kept as."""
    return tuple(Note(**record) for record in records)
