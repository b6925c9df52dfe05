"""Findings against the recorded answers of the validator that authorities use today."""

import json
from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest

from sufficiency.analytics.reference.postcodes import find_postcodes
from sufficiency.analytics.returns.checking import CheckResult, Outcome, check
from sufficiency.analytics.returns.places import needed_postcodes
from sufficiency.analytics.returns.providers import read_providers
from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.catalogue import all_rules, rule_by_code
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.rules.deviations import ANY_OF_EQUAL_DATES, DEVIATIONS
from sufficiency.analytics.returns.tables import TABLES

REPOSITORY = Path(__file__).parents[3]
CASES = REPOSITORY.parent / "shared" / "cases" / "ssda903"
FOLDERS = sorted(path for path in CASES.glob("*") if (path / "expected.json").is_file())

Lines = Mapping[str, set[int]]  # by table


def test_recorded_answers_are_there():
    assert FOLDERS, f"There are no recorded answers in {CASES}: put the cases there to compare with them."


@pytest.fixture(scope="module")
def copies(tmp_path_factory) -> Path:
    """One folder for copies of the postcodes, so that they are unpacked once."""
    return tmp_path_factory.mktemp("postcodes")


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_findings_are_those_on_record(folder, copies):
    recorded = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    years = both_years(folder)
    result = checked(folder, years, recorded["authority"], cache=copies)
    left_out = {*recorded["not_compared"], *DEVIATIONS}
    compared = [outcome for outcome in result.outcomes if outcome.code not in left_out]
    wrong = {}
    for outcome in compared:
        expected = as_sets(recorded["findings"].get(outcome.code, {}))
        if outcome.outcome is Outcome.COULD_NOT_RUN and (expected or "itself failed" in str(outcome.reason)):
            wrong[outcome.code] = outcome.reason
        elif not agree(outcome.code, found(result, outcome.code), expected, years):
            wrong[outcome.code] = differences(found(result, outcome.code), expected)
    assert not wrong, f"{folder.name}: {wrong}"


@pytest.mark.slow
def test_recorded_rules_are_all_declared():
    recorded = {
        code
        for folder in FOLDERS
        for code in json.loads((folder / "expected.json").read_text(encoding="utf-8"))["findings"]
    }
    assert recorded <= {rule.code for rule in all_rules()}


def test_every_deviation_is_of_a_rule_that_exists():
    assert all(rule_by_code(code) for code in {*DEVIATIONS, *ANY_OF_EQUAL_DATES})


def both_years(folder: Path) -> list[Return]:
    """The return and, where there is one, last year's."""
    return [read_return(folder / name) for name in ("current", "previous") if (folder / name).is_dir()]


def checked(folder: Path, years: list[Return], authority: str, *, cache: Path) -> CheckResult:
    """The case checked with all that lies beside it."""
    listed = folder / "providers.xlsx"
    providers = read_providers(listed) if listed.is_file() else None
    postcodes = find_postcodes(needed_postcodes(years, providers=providers), cache=cache)
    references = {"authority": authority, "postcodes": postcodes, "providers": providers}
    return check(years[0], previous=years[1] if len(years) > 1 else None, references=references)


def as_sets(tables: Mapping[str, list[int]]) -> Lines:
    return {table: set(lines) for table, lines in tables.items()}


def found(result: CheckResult, code: str) -> Lines:
    flagged = result.findings.filter(pl.col("code") == code)
    return {
        str(table): set(rows["line"].to_list())
        for (table,), rows in flagged.group_by("table", maintain_order=True)
    }


def agree(code: str, ours: Lines, expected: Lines, years: list[Return]) -> bool:
    """The same lines, but for children of whom the other validator cannot be asked."""
    unsure = half_records(years[0])
    if code in ANY_OF_EQUAL_DATES:
        unsure |= with_equal_starts(rule_by_code(code), years)
    return known(ours, years[0], unsure) == known(expected, years[0], unsure)


def known(lines: Lines, source: Return, unsure: set[str]) -> set[tuple[str, int]]:
    return {place for place, child in children(lines, source).items() if child not in unsure}


def half_records(source: Return) -> set[str]:
    """Children whose record in XML lacks its first field: the other validator does not read such a record."""
    if not {"Header", "AD1", "OC3"} <= set(source.tables) or "UASC" not in source.tables["Header"].columns:
        return set()
    adopted = source.tables["AD1"].filter(pl.col("DATE_INT_text").is_null())
    leavers = source.tables["OC3"].filter(pl.col("IN_TOUCH").is_null())
    return {*adopted["CHILD"], *leavers["CHILD"]}


def with_equal_starts(rule: Rule, years: list[Return]) -> set[str]:
    """Children with two rows of one date, which the other validator takes in no certain order."""
    table = rule.tables[0]
    start = {"Episodes": "DECOM", "PlacedAdoption": "DATE_PLACED", "SWEpisodes": "SW_DECOM"}[table]
    looks_back = any(name.endswith("_last") for name in rule.uses)
    frames = [each.tables[table] for each in (years if looks_back else years[:1]) if table in each.tables]
    starts = pl.concat([frame.select("CHILD", start) for frame in frames])
    return set(starts.filter(pl.struct("CHILD", start).is_duplicated())["CHILD"])


def children(lines: Lines, source: Return) -> Mapping[tuple[str, int], str]:
    """The child of each flagged line, by table and line."""
    found = {}
    for table, numbers in lines.items():
        line = TABLES[table].line_column
        rows = source.tables[table].filter(pl.col(line).is_in(list(numbers)))
        found |= {(table, number): child for number, child in rows.select(line, "CHILD").rows()}
    return found


def differences(ours: Lines, expected: Lines) -> Mapping[str, dict[str, list[int]]]:
    return {
        table: {
            "not found": sorted(expected.get(table, set()) - ours.get(table, set())),
            "found beside": sorted(ours.get(table, set()) - expected.get(table, set())),
        }
        for table in {*ours, *expected}
    }
