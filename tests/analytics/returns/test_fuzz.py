"""Whatever the files hold: a ReadingError or a result, no rule that breaks, nothing passed that was not checked.

A few examples by default. HYPOTHESIS_PROFILE=fuzz tries ten thousand of each (docs/explanation/fuzzing.md).
"""

import csv
import io
import os
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import polars as pl
from hypothesis import HealthCheck, given, settings, strategies as st

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult, Outcome, check
from sufficiency.analytics.returns.codes import code_sets
from sufficiency.analytics.returns.files import GivenFile
from sufficiency.analytics.returns.providers import PROVIDER_SCHEMA
from sufficiency.analytics.returns.reading import return_of
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.analytics.returns.rules.catalogue import THEMES, rules_of
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.tables import BY_SNAKE, EPISODES, HEADER, TABLES, Column, Table
from sufficiency.analytics.returns.writing import as_text
from sufficiency.analytics.returns.xml_writing import written_as_xml

from .conftest import EPISODES as EPISODES_CSV, HEADER as HEADER_CSV

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
fuzz = settings(
    max_examples=10_000 if IS_LONG else 25,
    derandomize=not IS_LONG,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

NEWEST = CollectionYear(2027)
CHILDREN = ("A", "B", "C", "D")
ODD = (
    "",
    " ",
    "0",
    "-1",
    "=1+1",
    "NULL",
    "é",
    "“",
    "A,B",
    'say "x"',
    "two\nlines",
    "\t",
    "x" * 300,
    "\x07",
    "１",
    "NaN",
)
ODD_DAYS = (
    "31/02/2026",
    "1/4/2026",
    "2026-04-01",
    "01/04/26",
    "zz/zz/2026",
    "01/01/0001",
    "31/12/9999",
    "00/00/0000",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")

Rows = Mapping[str, Sequence[Sequence[str]]]  # by table, cells in the order of its columns


def csv_bytes(table: Table, rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([table.column_names, *rows])
    return out.getvalue().encode()


def files_of(rows: Rows) -> list[GivenFile]:
    return [
        GivenFile("", TABLES[name].file_name, csv_bytes(TABLES[name], found)) for name, found in rows.items()
    ]


def days(year: CollectionYear) -> st.SearchStrategy[str]:
    """Days on which rules turn: the ends of years, birthdays, today and a week either side."""
    near = [
        year.start,
        year.end,
        date(year.ending - 16, 4, 1),
        date(year.ending - 18, 2, 28),
        date(year.ending, 3, 24),
    ]
    written = [f"{day + timedelta(by):%d/%m/%Y}" for day in near for by in (-366, -1, 0, 1, 30)]
    return st.sampled_from([*written, "29/02/2008", ""])


def cells(column: Column, year: CollectionYear) -> st.SearchStrategy[str]:
    """Cells of a column: mostly what belongs there, so that rules get far, sometimes anything."""
    if column.name == "CHILD":
        right: st.SearchStrategy[str] = st.sampled_from(CHILDREN)
    elif column.is_date:
        right = days(year) | st.sampled_from(ODD_DAYS)
    else:
        codes = code_sets().get(column.codes or column.name)
        known = [code.code for code in codes.codes] if codes else ["0", "1", "SC000001", "N1", "E1", "UN4"]
        right = st.sampled_from([*known, ""])
    return (
        st.one_of(right, right, right, st.sampled_from(ODD), st.text(max_size=8))
        if IS_LONG
        else right | st.sampled_from(ODD)
    )


def tables(year: CollectionYear, *, names: Sequence[str] = tuple(TABLES)) -> st.SearchStrategy[Rows]:
    """Some of the tables with a few rows each."""
    rows = {
        name: st.lists(st.tuples(*(cells(column, year) for column in TABLES[name].columns)), max_size=4)
        for name in names
    }
    return st.fixed_dictionaries({}, optional=rows)


def read_or_refused(files: list[GivenFile], year: CollectionYear | None = None) -> Return | None:
    """The return, or nothing where the reader refuses it; any other exception fails the test."""
    try:
        found = return_of(files, where="fuzz", year=year)
    except ReadingError:
        return None
    assert any(frame.height for frame in found.tables.values())
    return found


def read(rows: Rows, year: CollectionYear) -> Return | None:
    """The return of some tables, or nothing where it is refused."""
    return read_or_refused(files_of(rows), year)


REFERENCES = {
    "authority": "E08000025",
    "postcodes": pl.DataFrame(
        {
            "postcode": ["N1", "E1"],
            "easting": [0.0, 9e5],
            "northing": [0.0, None],
            "authority": ["E08000025", "S12000033"],
        }
    ),
    "providers": pl.DataFrame(
        [
            {
                "urn": "SC000001",
                "place_codes": "U1,K2",
                "provider_codes": "PR1",
                "postcode": "N1",
                "closed_on": date(2026, 5, 1),
            }
        ],
        schema=PROVIDER_SCHEMA,
    ),
}


def assert_sound(result: CheckResult, rules: Sequence[Rule], previous: Return | None) -> None:
    """No rule broke, none passed without what it needs, and every finding is of a row that is there."""
    by_code = {rule.code: rule for rule in rules}
    for outcome in result.outcomes:
        assert "itself failed" not in (outcome.reason or ""), outcome
        if outcome.outcome in (Outcome.PASSED, Outcome.FAILED):
            assert not missing(by_code[outcome.code], result.source, previous), outcome
        else:
            assert outcome.reason
            assert outcome.count == 0
    for table, line, child in result.findings.select("table", "line", "child").iter_rows():
        frame = result.source.tables[table]
        there = frame.filter(pl.col(TABLES[table].line_column) == line)
        assert there["CHILD"].to_list() == [child]
    assert result.findings["why"].null_count() == 0


def missing(rule: Rule, current: Return, previous: Return | None) -> list[str]:
    """Tables that a rule cannot do without and that are not there."""
    last = previous.tables if previous else {}
    return [
        name
        for name in rule.needs
        if (name in BY_SNAKE and BY_SNAKE[name].name not in current.tables)
        or (name.endswith("_last") and name[:-5] in BY_SNAKE and BY_SNAKE[name[:-5]].name not in last)
    ]


themes = st.sampled_from(THEMES).map(lambda theme: tuple(rules_of(theme)))
years = st.sampled_from([NEWEST, NEWEST, CollectionYear(2024), CollectionYear(2025), CollectionYear(2026)])


@fuzz
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode),
    st.sampled_from(["a.csv", "a.xml", "a.txt"]),
)
def test_any_bytes_are_read_or_refused(content, name):
    read_or_refused([GivenFile("", name, content)])


@fuzz
@given(st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=4)), max_size=6), st.booleans())
def test_damaged_files_are_read_or_refused(damage, is_xml):
    rows = {
        "Header": [("A", "F", "01/05/2012", "WBRI", "", "", "")],
        "Episodes": [("A", "01/05/2026", *[""] * 11)],
    }
    files = files_of(rows)
    if is_xml:
        files = [GivenFile("", "r.xml", written_as_xml(return_of(files, where="fuzz")).files["return.xml"])]
    for place, change in damage:
        files = [GivenFile("", f.name, f.content[:place] + change + f.content[place + 1 :]) for f in files]
    read_or_refused(files)


@fuzz
@given(
    st.lists(
        st.sampled_from([*EPISODES.column_names, *HEADER.column_names, "", "COLOUR", "child ", "É"]),
        max_size=16,
    ),
    st.lists(st.lists(st.sampled_from(["A", "01/05/2026", "", "x", '"']), max_size=18), max_size=4),
)
def test_any_columns_are_read_or_refused(heading, rows):
    text = "\n".join(",".join(row) for row in [heading, *rows])
    read_or_refused([GivenFile("", "a.csv", text.encode())])


@fuzz
@given(
    tables(NEWEST, names=("Header", "Episodes", "Reviews")),
    st.sampled_from(ENCODINGS),
    st.sampled_from(";\t|,"),
    st.booleans(),
)
def test_an_encoding_or_separator_changes_nothing(rows, encoding, separator, is_windows):
    plain = read(
        {name: [[printable(cell) for cell in row] for row in found] for name, found in rows.items()}, NEWEST
    )
    if plain is None:
        return
    files = []
    for name, frame in plain.tables.items():
        text = as_text(frame, TABLES[name]).write_csv(
            None, separator=separator, line_terminator="\r\n" if is_windows else "\n", quote_style="always"
        )
        content = text.encode(encoding, "strict")
        if encoding == "cp1252" and is_utf_8(content) and not text.isascii():
            return  # "Ð¼" as Windows writes it is "м" in UTF-8: nobody can tell which was meant
        files.append(GivenFile("", TABLES[name].file_name, content))
    again = return_of(files, where="fuzz", year=NEWEST)
    for name, frame in plain.tables.items():
        assert as_text(again.tables[name], TABLES[name]).equals(as_text(frame, TABLES[name]))


def is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def printable(cell: str) -> str:
    """What cp1252 can write, as a capital too (codes are read as capitals), without what separates columns."""
    kept = (
        letter
        for letter in cell
        if letter.upper().encode("cp1252", "ignore").decode("cp1252") == letter.upper()
    )
    return "".join(letter for letter in kept if letter not in ";\t|,\r\n")


@fuzz
@given(st.data(), themes, years, st.booleans(), st.booleans())
def test_any_cells_are_checked_soundly(data, rules, year, with_last, with_references):
    current = read(data.draw(tables(year, names=used(rules))), year)
    if current is None:
        return
    previous = (
        read(data.draw(tables(year.previous, names=used(rules, last=True))), year.previous)
        if with_last
        else None
    )
    result = check(current, previous=previous, references=REFERENCES if with_references else {}, rules=rules)
    assert_sound(result, rules, previous)


def used(rules: Sequence[Rule], *, last: bool = False) -> tuple[str, ...]:
    """The tables that rules flag or ask for, and those that most derived notions come from."""
    asked = {
        name.removesuffix("_last")
        for rule in rules
        for name in rule.uses
        if name.endswith("_last") or not last
    }
    flagged = set() if last else {name for rule in rules for name in rule.tables}
    return tuple(
        n
        for n, t in TABLES.items()
        if t.snake in asked or n in flagged or n in ("Header", "Episodes", "UASC")
    )


@fuzz
@given(st.data(), themes, st.randoms(use_true_random=False))
def test_the_order_of_rows_files_and_rules_changes_nothing(data, rules, chance):
    rows = data.draw(tables(NEWEST, names=used(rules)))
    last = data.draw(tables(NEWEST.previous, names=used(rules, last=True)))
    one, previous = read(rows, NEWEST), read(last, NEWEST.previous)
    if one is None:
        return
    shuffled = Return(
        NEWEST, mixed({name: mixed_rows(frame, chance) for name, frame in one.tables.items()}, chance)
    )
    before = previous and Return(
        previous.year, {n: mixed_rows(f, chance) for n, f in previous.tables.items()}
    )
    usual = check(one, previous=previous, references=REFERENCES, rules=rules)
    other = check(shuffled, previous=before, references=REFERENCES, rules=chance.sample(rules, len(rules)))
    assert other.outcomes == usual.outcomes
    assert other.findings.equals(usual.findings)


def mixed(tables_read: dict[str, pl.DataFrame], chance) -> dict[str, pl.DataFrame]:
    return {name: tables_read[name] for name in chance.sample(list(tables_read), len(tables_read))}


def mixed_rows(frame: pl.DataFrame, chance) -> pl.DataFrame:
    """The rows in another order; each keeps the line it stands on."""
    return frame[chance.sample(range(frame.height), frame.height)]


@fuzz
@given(st.randoms(use_true_random=False), themes)
def test_the_same_children_are_found_whatever_line_they_stand_on(chance, rules):
    heading, *episodes = EPISODES_CSV.replace("K2", "XX").replace("E4A", "").splitlines()
    header = HEADER_CSV.replace("WBRI", "").splitlines()
    tried = []
    for _ in range(2):
        chance.shuffle(episodes)
        files = [
            ("e.csv", [heading, *episodes]),
            ("h.csv", [header[0], *chance.sample(header[1:], len(header) - 1)]),
        ]
        chance.shuffle(files)
        given_files = [GivenFile("", name, "\n".join(lines).encode()) for name, lines in files]
        found = check(return_of(given_files, where="fuzz"), rules=rules)
        tried.append((found.outcomes, sorted(found.findings.drop("line").rows(), key=str)))
    assert tried[0] == tried[1]


@fuzz
@given(tables(NEWEST))
def test_xml_and_back_is_the_same_whatever_the_cells_hold(rows):
    source = read(rows, NEWEST)
    if source is None:
        return
    (content,) = written_as_xml(source).files.values()
    again = return_of([GivenFile("", "r.xml", content)], where="fuzz", year=NEWEST)
    assert set(again.tables) == set(source.tables)
    for name, frame in source.tables.items():
        one, other = (as_text(f, TABLES[name]).rows() for f in (frame, again.tables[name]))
        assert sorted(other, key=str) == sorted(one, key=str)
