"""The `check` fixture: a rule tried on small text tables, whose `finding` column says what is expected."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import Outcome, check as check_return
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.catalogue import rule_by_code
from sufficiency.analytics.returns.tables import BY_SNAKE, Table

NEWEST = CollectionYear(2027)
EXPECTED = "finding"


def cells(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn with bars."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    heading, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def frame(table: Table, rows: list[dict[str, str]]) -> pl.DataFrame:
    """The rows as the reader would give them; columns that are not drawn are blank."""
    columns = {name: [row.get(name, "") for row in rows] for name in table.column_names}
    raw = pl.DataFrame({LINE: list(range(2, len(rows) + 2)), **columns})
    return parse_table(raw, table, where="example").frame


def expected_lines(rows: list[dict[str, str]]) -> list[int]:
    """The lines of the rows that are marked as findings."""
    return [line for line, row in enumerate(rows, start=2) if row.get(EXPECTED) == "yes"]


@pytest.fixture
def check() -> Callable[..., None]:
    """Check one rule: `check("101", header="CHILD | SEX | finding …", year=2027, header_last=…, providers=…)`."""
    return _check


def _check(
    code: str, *, year: int = NEWEST.ending, references: dict[str, Any] | None = None, **drawn: str
) -> None:
    rule = rule_by_code(code)
    rows = {name: cells(text) for name, text in drawn.items()}
    now = {name: r for name, r in rows.items() if not name.endswith("_last")}
    last = {name.removesuffix("_last"): r for name, r in rows.items() if name.endswith("_last")}
    result = check_return(
        _return(CollectionYear(year), now),
        previous=_return(CollectionYear(year - 1), last) if last else None,
        references=references,
        rules=[rule],
    )
    (outcome,) = result.outcomes
    assert outcome.outcome in (Outcome.PASSED, Outcome.FAILED), outcome.reason
    assert _found(result.findings) == {name: lines for name, r in now.items() if (lines := expected_lines(r))}


def _return(year: CollectionYear, rows: dict[str, list[dict[str, str]]]) -> Return:
    return Return(year, {BY_SNAKE[name].name: frame(BY_SNAKE[name], r) for name, r in rows.items()})


def _found(findings: pl.DataFrame) -> dict[str, list[int]]:
    snakes = {table.name: snake for snake, table in BY_SNAKE.items()}
    found: dict[str, list[int]] = {}
    for table, line in findings.sort("table", "line").select("table", "line").iter_rows():
        found.setdefault(snakes[table], []).append(line)
    return found
