"""The `check` fixture: a rule tried on small text tables, whose `finding` column says what is expected."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult, Outcome, RuleOutcome, check as check_return
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.catalogue import rule_by_code
from sufficiency.analytics.returns.tables import BY_SNAKE, Table

NEWEST = CollectionYear(2027)
EXPECTED = "finding"

OURS = "E08000025"
MILE = 1609.3  # metres, as the Department counts them
# Made-up places: from home (H1) N1 to N3 are 1.0, 1.2 and 1.3 miles off and ours, E1 is over the border, S1 and F1 to
# F3 are far away, most of them in other nations.
MILES = {"H1": 0, "N1": 1, "N2": 1.2, "N3": 1.3, "E1": 1, "S1": 300, "F1": 351, "F2": 350, "F3": 1000}
ELSEWHERE = {"E1": "E10000003", "S1": "S12000033", "F1": "W06000015", "F3": "N09000003"}


def cells(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn with bars."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    heading, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def frame(table: Table, rows: list[dict[str, str]]) -> pl.DataFrame:
    """The rows as the reader would give them; columns that are not drawn are blank, further ones are text."""
    columns = {name: [row.get(name, "") for row in rows] for name in table.column_names}
    raw = pl.DataFrame({LINE: range(2, len(rows) + 2), **columns}, schema_overrides={LINE: pl.Int64})
    further = {name for row in rows for name in row} - {EXPECTED, *table.column_names}
    read = {name: pl.Series([row[name] or None for row in rows], dtype=pl.String) for name in further}
    return parse_table(raw, table, where="example").frame.with_columns(**read)


def expected_lines(rows: list[dict[str, str]]) -> list[int]:
    """The lines of the rows that are marked as findings."""
    return [line for line, row in enumerate(rows, start=2) if row.get(EXPECTED) == "yes"]


@pytest.fixture
def check() -> Callable[..., None]:
    """Check one rule: `check("101", header="CHILD | SEX | finding …", year=2027, header_last=…, providers=…)`."""
    return _check


@pytest.fixture
def rule_outcome() -> Callable[..., RuleOutcome]:
    """How one rule ends on drawn tables, for rules that cannot run: the same arguments as `check`."""
    return lambda code, **given: _result(code, **given).outcomes[0]


@pytest.fixture
def places() -> dict[str, Any]:
    """References for rules about places: made-up postcodes and our authority's code."""
    postcodes = {
        "postcode": list(MILES),
        "easting": [0.0] * len(MILES),
        "northing": [miles * MILE for miles in MILES.values()],
        "authority": [ELSEWHERE.get(postcode, OURS) for postcode in MILES],
    }
    return {"postcodes": pl.DataFrame(postcodes), "authority": OURS}


@pytest.fixture
def check_places(places: dict[str, Any]) -> Callable[..., None]:
    """The `check` fixture with made-up places."""
    return lambda code, **given: _check(code, references=places, **given)


def _check(code: str, **given: Any) -> None:
    result = _result(code, **given)
    (outcome,) = result.outcomes
    assert outcome.outcome in (Outcome.PASSED, Outcome.FAILED), outcome.reason
    now = {name: cells(text) for name, text in given.items() if name in BY_SNAKE}
    assert _found(result.findings) == {name: lines for name, r in now.items() if (lines := expected_lines(r))}


def _result(
    code: str, *, year: int = NEWEST.ending, references: dict[str, Any] | None = None, **drawn: str
) -> CheckResult:
    rows = {name: cells(text) for name, text in drawn.items()}
    now = {name: r for name, r in rows.items() if not name.endswith("_last")}
    last = {name.removesuffix("_last"): r for name, r in rows.items() if name.endswith("_last")}
    return check_return(
        _return(CollectionYear(year), now),
        previous=_return(CollectionYear(year - 1), last) if last else None,
        references=references,
        rules=[rule_by_code(code)],
    )


def _return(year: CollectionYear, rows: dict[str, list[dict[str, str]]]) -> Return:
    return Return(year, {BY_SNAKE[name].name: frame(BY_SNAKE[name], r) for name, r in rows.items()})


def _found(findings: pl.DataFrame) -> dict[str, list[int]]:
    snakes = {table.name: snake for snake, table in BY_SNAKE.items()}
    found: dict[str, list[int]] = {}
    for table, line in findings.sort("table", "line").select("table", "line").iter_rows():
        found.setdefault(snakes[table], []).append(line)
    return found
