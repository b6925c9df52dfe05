"""The numbers beside what a forecast rests on: what was counted, what is expected, and whose cases weigh how much."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.reports.backtest_words import told_plainly
from sufficiency.reports.outlook import in_a_range
from sufficiency.reports.results import Results
from sufficiency.reports.wording import number, percentage
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Table, Tone

ALL: Final = "all"
STARTS, LEAVERS, CHILDREN = "starts_month", "ceases_month", "cla_number"
LOW, MIDDLE, HIGH = "0.1", "0.5", "0.9"
_BEFORE_AND_AFTER: Final = (
    Column("Year to 31 March"),
    Column("Came into care", is_number=True),
    Column("Left care", is_number=True),
    Column("In care at the end", is_number=True),
    Column("Where it comes from"),
)
_RATES: Final = (
    Column("What happens"),
    Column("England", is_number=True),
    Column("First year of the newest forecast", is_number=True),
    Column("How sure England’s is"),
)
_WEIGHTS: Final = (
    Column("What is worked out"),
    Column("What is believed before counts as much as about", is_number=True),
)
_OF_WHAT: Final = {
    "level": "How often it happens at all",
    "age": "How that differs by age, for each age group",
    "in_care": "How that differs by time in care, for each span of time",
    "uasc": "How that differs for unaccompanied asylum-seeking children",
    "kind": "How that differs by kind of placement, for each kind",
    "age_in_care": "Age and time in care together, for each pair",
    "kind_age": "Kind and age together, for each pair",
    "kind_in_placement": "Kind and time in the placement together, for each pair",
}


def before_and_after(latest: Run, counted: Results) -> Table:
    """What was counted in each year, then what the newest forecast expects: its middle, and 8 in 10 futures."""
    rows = [*_counted(counted), *_expected(latest.figures)]
    return Table("What was counted, and what is expected", _BEFORE_AND_AFTER, rows)


def rates(latest: Run | None) -> Table:
    """England's rates of leaving and moving, beside those that the newest forecast comes to in its first year."""
    told, ours = priors()["hazards"], _rates_of(latest.figures) if latest else {}
    events = [(str(cause), cause.label) for cause in LEAVING] + [("move", "Moves to another placement")]
    read = Cell("Read in a source", tone=Tone.QUIET)
    rows = [[label, _in_100(told[event]["rate"]), ours.get(event, "–"), read] for event, label in events]
    law = Cell("Law", tone=Tone.QUIET)
    rows.append([Cause.EIGHTEEN.label, "on the 18th birthday", ours.get(str(Cause.EIGHTEEN), "–"), law])
    return Table("For every 100 children in care, in a year", _RATES, rows, shows_caption=True)


def weights() -> Table:
    """How many of a council's own cases count as much as what is believed before: England's rate, and judgement."""
    spread = priors()["spread"]
    # A rate seen in n cases is uncertain by one over the root of n, in logs: so a spread is worth so many cases.
    rows = [[words, f"{_cases(1 / spread[name] ** 2)} of our own"] for name, words in _OF_WHAT.items()]
    return Table("How firmly it is held what is believed before our own records are seen", _WEIGHTS, rows)


def how_good(back_test: Run) -> str:
    """What the newest back-test says, over all its comparisons together, which gives no count of children away."""
    ranges = told_plainly(back_test.figures, is_shown=lambda _: True).ranges
    return f"{back_test.assumptions['says']} {ranges}"


def _counted(counted: Results) -> Iterator[list[Any]]:
    flows = {name: _numerators(counted, name) for name in (STARTS, LEAVERS, CHILDREN)}
    for year in flows[CHILDREN]:
        cells = [flows[name].get(year) for name in flows]
        yield [year, *("–" if one is None else number(one) for one in cells), "Counted in our returns"]


def _numerators(counted: Results, name: str) -> dict[str, float | None]:
    return {one.period: one.numerator for one in counted.by_id.get(name, ())}


def _expected(figures: Mapping[str, Any]) -> Iterator[list[Any]]:
    ends = {
        row["date"][:4]: row["quantiles"]
        for row in figures["series"]
        if row["kind"] == ALL and row["date"].endswith("-03-31")
    }
    leavers = {row["year"]: row["quantiles"] for row in figures["leavers"]}
    for row in figures["entrants"]:
        year = str(row["year"])
        end = ends.get(str(int(year[:4]) + 1))
        cells = [row["quantiles"], leavers[year], end]
        yield [
            year,
            *("–" if one is None else _with_range(one) for one in cells),
            "Expected (8 in 10 within)",
        ]


def _with_range(quantiles: Mapping[str, float]) -> str:
    return f"{number(quantiles[MIDDLE])} ({in_a_range(quantiles)})"


def _rates_of(figures: Mapping[str, Any]) -> dict[str, str]:
    """Leavers by cause in the first whole year for every 100 children in care over it."""
    months = [row["mean"] for row in figures["series"] if row["kind"] == ALL][:13]
    if not figures["leavers_by_cause"] or len(months) < 13 or not sum(months):
        return {}
    year, children = figures["leavers_by_cause"][0]["year"], sum(months) / len(months)
    first = [row for row in figures["leavers_by_cause"] if row["year"] == year]
    return {row["cause"]: _in_100(row["mean"] / children) for row in first}


def _in_100(rate: float) -> str:
    return number(100 * rate, places=1)


def _cases(worth: float) -> str:
    said = number(worth, places=0 if worth >= 0.95 else 1)
    return f"{said} case{'' if said == '1' else 's'}"


def widths(latest: Run) -> str:
    """How wide the ranges of the newest forecast are, as shares of its middle."""
    ends = [row for row in latest.figures["series"] if row["kind"] == ALL and row["date"].endswith("-03-31")]
    later = ends[1:] if len(ends) > 1 else ends
    shares = [50 * (q[HIGH] - q[LOW]) / q[MIDDLE] for row in later if (q := row["quantiles"])[MIDDLE]]
    if not shares:
        return ""
    return (
        f"In the newest forecast, 8 in 10 futures of all children in care lie within about {percentage(shares[0])} of the "
        f"middle after a year, and within {percentage(shares[-1])} at its end."
    )
