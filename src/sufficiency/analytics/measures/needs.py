"""What a measure cannot be computed without, each with the sentence that tells a reader so."""

from collections.abc import Callable
from dataclasses import dataclass

import narwhals as nw

from sufficiency.analytics.measures.inputs import Inputs, Population, Rows
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import TABLES

# One in twenty moves a median by no more than one row in forty, and is what faults in returns may cause.
FEW_UNSEEN = 0.05


@dataclass(frozen=True)
class Need:
    """Something needed; `lacking` gives a sentence where it is not there, None where it is."""

    what: str
    lacking: Callable[[Inputs], str | None]


def kept_elsewhere(what: str) -> Need:
    """Something that no return holds."""
    return Need(what, lambda _: f"Needs {what}; the return does not hold it.")


def table(name: str) -> Need:
    """A table of the year's own return."""
    return Need(f"the {name} table", lambda inputs: _no_table(name, inputs.year, inputs))


def tables(name: str, *, years: int) -> Need:
    """A table of the return and of those before it, `years` in all."""

    def lacking(inputs: Inputs) -> str | None:
        absent = (_no_table(name, year, inputs) for year in inputs.years_back(years))
        return next((sentence for sentence in absent if sentence), None)

    return Need(f"the {name} tables of {years} years", lacking)


def returns_before(count: int) -> Need:
    """The returns of the years just before."""

    def lacking(inputs: Inputs) -> str | None:
        wanted = inputs.years_back(count + 1)
        absent = [str(year) for year in wanted if year not in inputs.history.views]
        return f"Needs the return of {' and '.join(absent)} as well." if absent else None

    return Need(f"the {count} returns before", lacking)


def starts_seen(population: Population) -> Need:
    """Starts seen of nearly all: what began before the first return is counted from the first day seen.

    For a mean or a share, any start that was not seen may matter.
    """
    return _need_for_starts(population, lambda rows: rows.filter(~nw.col("start_seen")))


def starts_seen_for_median(population: Population) -> Need:
    """The same for a median, which a start counted above it already cannot move."""
    unsure = ~nw.col("start_seen") & (nw.col("days") < nw.col("days").median())
    return _need_for_starts(population, lambda rows: rows.filter(unsure))


def _need_for_starts(population: Population, unsure: Callable[[Rows], Rows]) -> Need:
    def lacking(inputs: Inputs) -> str | None:
        rows = inputs.rows(population)
        unseen = len(unsure(rows))
        return _began_earlier(unseen, len(rows), inputs) if unseen > FEW_UNSEEN * len(rows) else None

    return Need("returns that go back far enough", lacking)


def _began_earlier(unseen: int, of: int, inputs: Inputs) -> str:
    first = inputs.history.years[0]
    return f"Needs returns from before {first}: the start of {unseen} of {of} is not in those that were read."


def _no_table(name: str, year: CollectionYear, inputs: Inputs) -> str | None:
    view = inputs.history.views.get(year)
    if view is None:
        return f"Needs the {name} table of {year}; that return was not read."
    if year.ending < TABLES[name].since:
        first = CollectionYear(TABLES[name].since)
        return f"Needs the {name} table, which is collected from {first}."
    return None if view.table(name) is not None else f"The return of {year} has no {name} table."


CHILD_POPULATION = Need(
    "the child population",
    lambda inputs: (
        None if inputs.child_population else "Needs the number of children aged 0 to 17 in the area."
    ),
)
AUTHORITY = Need(
    "the authority",
    lambda inputs: None if inputs.authority else "Needs the authority’s code, to tell inside from outside.",
)
POSTCODES = Need(
    "postcodes with grid references",
    lambda inputs: None if inputs.postcodes is not None else "Needs a list of postcodes with their places.",
)
