"""The whole path from returns to a costed forecast, as `report` and `demo` walk it."""

import importlib.metadata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sufficiency.cli.steps import step

if TYPE_CHECKING:
    from sufficiency.analytics.histories.history import History
    from sufficiency.analytics.measures.results import MeasureResult
    from sufficiency.analytics.money.prices import PriceSet
    from sufficiency.analytics.returns.checking import CheckResult
    from sufficiency.analytics.returns.returned import Note, Return
    from sufficiency.reports.contents import PriceLine, ReportContents


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the user asked for, beside the returns."""

    authority: str | None = None
    authority_name: str = ""
    providers: Path | None = None
    prices: str | None = None
    population: int | None = None
    years: int = 5
    replications: int = 1000
    seed: int = 1
    show_all: bool = False
    made_up: bool = False


@dataclass(frozen=True)
class Walked:
    """What each step of the path came to."""

    returns: list["Return"]
    check: "CheckResult"
    history: "History"
    measures: tuple["MeasureResult", ...]
    forecast: Mapping[str, Any]


def version() -> str:
    """The version of the program, which stands on every result."""
    return importlib.metadata.version("sufficiency")


def read(folder: Path, asked: Asked) -> list["Return"]:
    """Read the returns, with progress."""
    from sufficiency.analytics.returns.reading import read_returns

    with step("Reading the returns"):
        return read_returns(folder, authority=asked.authority)


def walk(returns: list["Return"], asked: Asked) -> Walked:
    """Check the last return, measure every year, forecast and cost; each step with its time."""
    from sufficiency.analytics.histories.joining import history

    check = _checked(returns, asked)
    with step("Joining the years"):
        joined = history(returns)
    return Walked(returns, check, joined, _measured(joined, asked), _forecast(joined, asked))


def _checked(returns: list["Return"], asked: Asked) -> "CheckResult":
    from sufficiency.analytics.returns.checking import check
    from sufficiency.cli.references import references

    last, before = returns[-1], returns[-2:-1]
    previous = before[0] if before and before[0].year == last.year.previous else None
    both = [source for source in (last, previous) if source]
    with step(f"Checking the return for {last.year}"):
        given = references(both, authority=asked.authority, providers=asked.providers)
        return check(last, previous=previous, references=given)


def _measured(joined: "History", asked: Asked) -> tuple["MeasureResult", ...]:
    from sufficiency.analytics.measures.scorecard import scorecard
    from sufficiency.cli.references import postcodes_of

    with step(f"Measuring {len(joined.years)} years"):
        return tuple(
            scorecard(
                joined,
                years=joined.years,
                authority=asked.authority,
                population=asked.population,
                by=("age",),
                postcodes=postcodes_of(joined.returns.values()),
            )
        )


def prices_named(given: str | None) -> "PriceSet | None":
    """The prices of a file, or the built-in set of that name; None where nothing was given."""
    from sufficiency.analytics.money.prices import built_in, built_in_names
    from sufficiency.analytics.money.reading import read_prices

    if given is None:
        return None
    return built_in(given) if given in built_in_names() else read_prices(Path(given))


def _forecast(joined: "History", asked: Asked) -> dict[str, Any]:
    from sufficiency.analytics.forecast.contract import as_json
    from sufficiency.analytics.forecast.projecting import project

    times = f"{asked.replications:,} times {asked.years} years"
    with step(f"Playing out the future ({times})"):
        projection = project(
            joined,
            years=asked.years,
            replications=asked.replications,
            seed=asked.seed,
            prices=prices_named(asked.prices),
        )
        return as_json(projection, years=asked.years)


def contents_of(walked: Walked, asked: Asked, *, today: date) -> "ReportContents":
    """What the report is written from."""
    from sufficiency.analytics.returns.fingerprint import fingerprint
    from sufficiency.reports.contents import MadeFrom, ReportContents

    made_from = MadeFrom(
        made_on=today,
        version=version(),
        fingerprint=fingerprint(walked.returns),
        files=len({(found.year, s.file) for found in walked.returns for s in found.sources.values()}),
        years=tuple(str(found.year) for found in walked.returns),
    )
    return ReportContents(
        authority=asked.authority_name or asked.authority or "Our authority",
        measures=walked.measures,
        made_from=made_from,
        forecast=walked.forecast,
        prices=tuple(_price_lines(walked.forecast)),
        check=walked.check,
        notes=(*walked.check.notes, *walked.history.notes, *_forecast_notes(walked.forecast)),
        made_up=asked.made_up,
        show_all=asked.show_all,
    )


def _price_lines(forecast: Mapping[str, Any]) -> Iterator["PriceLine"]:
    from sufficiency.reports.contents import PriceLine

    for price in forecast["prices"]:
        named = {
            name: price[name]
            for name in ("kind", "weekly_price", "inflation_per_year", "source", "certainty")
        }
        yield PriceLine(from_date=date.fromisoformat(price["from"]), **named)


def _forecast_notes(forecast: Mapping[str, Any]) -> Iterator["Note"]:
    from sufficiency.analytics.returns.returned import Note

    for note in forecast["notes"]:
        yield Note(note["message"], note["where"], note["count"])
