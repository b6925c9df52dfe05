from datetime import date

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.authority import make_up
from sufficiency.analytics.made_up.faults import FAULTS, Place, with_faults
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import TABLES

YEAR = CollectionYear(2026)
EPISODE = {
    "CHILD": "A1", "DECOM": "05/06/2025", "RNE": "S", "LS": "C1", "CIN": "N1", "PLACE": "U6", "PLACE_PROVIDER": "PR1",
    "DEC": "07/08/2025", "REC": "X1", "REASON_PLACE_CHANGE": "CARPL", "HOME_POST": "CB1 1AA", "PL_POST": "CB2 2BB",
    "URN": "SC900000",
}  # fmt: skip


def place(table="Episodes", seed=1, **cells):
    columns = TABLES[table].column_names
    values = {name: [EPISODE.get(name) if not cells else cells.get(name)] for name in columns}
    return Place(values, 0, TABLES[table], YEAR, np.random.default_rng(seed))


def after(fault, **given):
    """The one cell that a fault changed, as (column, what is there now)."""
    row = place(**given)
    was = {name: values[0] for name, values in row.cells.items()}
    column = FAULTS[fault](row)
    changed = {name: values[0] for name, values in row.cells.items() if values[0] != was[name]}
    assert set(changed) <= {column, *changed}
    return changed


def test_impossible_date_is_no_day_of_that_year():
    assert set(after("impossible date").values()) == {"31/02/2025"}


def test_date_as_a_spreadsheet_saves_it():
    assert set(after("date as year-month-day").values()) < {"2025-06-05", "2025-08-07"}


def test_date_after_the_year_is_later_than_31_march():
    (text,) = after("date after the year").values()
    assert CollectionYear.containing(date(*reversed([int(part) for part in text.split("/")]))) > YEAR


def test_dates_are_swapped():
    assert after("dates swapped") == {"DECOM": "07/08/2025", "DEC": "05/06/2025"}


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("unknown code", "QQ"),
        ("blank", None),
        ("wrong postcode", "ZZ99 9ZZ"),
        ("unknown child", "9999999"),
    ],
)
def test_cell_holds_what_it_should_not(fault, expected):
    assert list(after(fault).values()) == [expected]


def test_lower_case_and_spaces_keep_the_letters():
    for fault in ("lower case", "spaces around"):
        ((column, value),) = after(fault).items()
        assert value != EPISODE[column]
        assert value.strip().upper() == EPISODE[column]


def test_other_birth_is_a_year_earlier():
    row = {"CHILD": "A1", "DOB": "05/06/2015", "REVIEW": "01/05/2025", "REVIEW_CODE": "PN1"}
    assert after("another date of birth", table="Reviews", **row) == {"DOB": "05/06/2014"}


def test_row_comes_twice():
    row = place()
    assert FAULTS["row twice"](row) == "CHILD"
    assert {len(values) for values in row.cells.values()} == {2}


def test_fault_that_does_not_fit_leaves_the_row_alone():
    blank = {"CHILD": "A1"}
    for fault in set(FAULTS) - {"unknown child", "row twice", "blank", "spaces around"}:
        row = place(**blank)
        assert FAULTS[fault](row) is None
        assert row.cells["CHILD"] == ["A1"]


def test_row_with_nothing_in_it_gets_a_blank_child():
    frame = pl.DataFrame({name: [None] * 60 for name in TABLES["UASC"].column_names}, schema_overrides=dict.fromkeys(
        TABLES["UASC"].column_names, pl.String
    ))  # fmt: skip
    _, planted = with_faults({"UASC": frame}, YEAR, share=1.0, rng=np.random.default_rng(1))
    assert {one.fault for one in planted} >= {"blank"}


@pytest.mark.slow
def test_no_share_means_no_fault():
    made = make_up(children=20, years=1, last_year=YEAR)[0]
    tables, planted = with_faults(made.tables, YEAR, share=0.0, rng=np.random.default_rng(1))
    assert planted == ()
    assert all(tables[name] is made.tables[name] for name in tables)


@pytest.fixture(scope="module")
def clean_and_faulty():
    given = {"children": 150, "years": 2, "last_year": YEAR, "seed": 9}
    return make_up(**given), make_up(**given, faults=0.1)


@pytest.mark.slow
def test_about_the_share_of_rows_has_a_fault(clean_and_faulty):
    clean, faulty = clean_and_faulty
    for before, now in zip(clean, faulty, strict=True):
        rows = sum(frame.height for frame in before.tables.values())
        assert 0.08 < len(now.planted) / rows < 0.12


@pytest.mark.slow
def test_all_kinds_of_fault_occur(clean_and_faulty):
    _, faulty = clean_and_faulty
    assert {one.fault for made in faulty for one in made.planted} == set(FAULTS)


@pytest.mark.slow
def test_planted_faults_are_where_they_are_said_to_be(clean_and_faulty):
    clean, faulty = clean_and_faulty
    for before, now in zip(clean, faulty, strict=True):
        for one in now.planted:
            value = now.tables[one.table][one.column][one.line - 2]
            if one.fault != "row twice":
                assert value != before.tables[one.table][one.column][one.line - 2], one


@pytest.mark.slow
def test_rows_without_a_fault_stay_as_they_were(clean_and_faulty):
    clean, faulty = clean_and_faulty
    for before, now in zip(clean, faulty, strict=True):
        for name, frame in before.tables.items():
            spoilt = {one.line - 2 for one in now.planted if one.table == name and one.fault != "row twice"}
            kept = [row for row in range(frame.height) if row not in spoilt]
            assert now.tables[name][kept].equals(frame[kept])
