import pytest
from hypothesis import given, strategies as st

from factories.runs import RunFactory
from sufficiency.web.runs import listing

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=4))
def test_whatever_a_run_holds_can_be_shown(content):
    for part in listing.parts(content, title="Figures"):
        if part.table:
            assert all(len(row) == len(part.table.columns) for row in part.table.rows)


def test_single_values_are_facts_and_records_are_tables():
    facts, series = listing.parts({"years": 5, "series": [{"kind": "all", "mean": 12.5}]}, title="Figures")
    assert [(fact.label, fact.value) for fact in facts.facts] == [("Years", "5")]
    assert series.table.rows == [["all", "12.5"]]
    assert [column.is_number for column in series.table.columns] == [False, True]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1240, "1,240"),
        (10.0, "10"),
        (0.03, "0.03"),
        (True, "Yes"),
        (None, ""),
        ([1, "a"], "1, a"),
        ({"low": 1}, "Low 1"),
    ],
)
def test_values_are_told_as_people_read_them(value, words):
    ((part,),) = [listing.parts({"value": value}, title="Figures")]
    assert part.facts[0].value == words


def test_a_seed_is_told_where_there_is_one():
    run = RunFactory.build(authority=None, seed=20_261_122)
    assert listing.made_from(run)[-1].value == "20261122"
    assert all("Seed" not in fact.label for fact in listing.made_from(RunFactory.build(authority=None)))
