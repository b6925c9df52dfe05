"""What is stored of a return is the same return again, whatever was in it."""

import polars as pl
import pytest
from hypothesis import given, settings, strategies as st
from polars.testing import assert_frame_equal

from factories.children import EPISODES, store, with_sources
from factories.people import AuthorityFactory
from returns_in_text import return_of
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.analytics.returns.tables import HEADER, TABLES
from sufficiency.web.children import actions, analytics
from sufficiency.web.children.rows import frames_of, kept_beside, rows_of

days = st.dates().map(lambda day: f"{day:%d/%m}/{day.year:04}")
iso_days = st.dates().map(str)
words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=8)
cells = st.one_of(
    st.none(), st.just(""), words, days, iso_days, st.sampled_from(["32/01/2024", " u6 ", "C2"])
)


@st.composite
def returns(draw):
    """A return with any tables, any cells and lines in any order."""
    names = draw(st.lists(st.sampled_from(list(TABLES)), unique=True, max_size=4))
    return Return(CollectionYear(2024), {name: draw(frames(TABLES[name])) for name in names})


@st.composite
def frames(draw, table):
    keep = draw(st.sampled_from([(), ("UASC",)])) if table is HEADER else ()
    rows = draw(st.integers(0, 4))
    columns = {
        name: draw(st.lists(cells, min_size=rows, max_size=rows)) for name in (*table.column_names, *keep)
    }
    lines = draw(st.lists(st.integers(2, 10**6), min_size=rows, max_size=rows))
    raw = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    raw = raw.with_columns(pl.Series(LINE, lines, dtype=pl.Int64))
    return parse_table(raw, table, where="a file", keep=keep).frame


@pytest.mark.slow
@given(returns())
@settings(deadline=None, max_examples=200)
def test_rows_of_any_return_are_that_return_again(source):
    columns = {name: kept_beside(frame, TABLES[name]) for name, frame in source.tables.items()}
    again = frames_of(rows_of(source), columns)
    assert list(again) == list(source.tables)
    for name, frame in source.tables.items():
        assert_frame_equal(again[name], frame)


def stored_again(authority, source):
    actions.replace_year(authority, source, upload=1)
    return analytics.return_of(authority, source.year)


def test_a_stored_return_is_the_return_that_was_read(authority):
    source = with_sources(return_of("2023-24", episodes=EPISODES, reviews="CHILD | REVIEW\n100 | 31/06/2023"))
    again = stored_again(authority, source)
    assert again.year == source.year
    assert again.sources == source.sources
    for name, frame in source.tables.items():
        assert_frame_equal(again.tables[name], frame)
    assert fingerprint([again]) == fingerprint([source])


def test_notes_are_stored_with_the_return(authority):
    source = return_of("2023-24", episodes=EPISODES)
    noted = with_sources(Return(source.year, source.tables, notes=(Note("Odd.", "header.csv", 3),)))
    assert stored_again(authority, noted).notes == (Note("Odd.", "header.csv", 3),)


def test_a_table_without_rows_is_still_there_afterwards(authority):
    source = return_of("2023-24", episodes=EPISODES)
    empty = source.tables["Header"].clear()
    again = stored_again(authority, with_sources(Return(source.year, {**source.tables, "Header": empty})))
    assert_frame_equal(again.tables["Header"], empty)


def test_no_return_is_found_for_a_year_or_an_authority_without_one(authority):
    store(authority)
    assert analytics.return_of(authority, CollectionYear(2023)) is None
    assert analytics.returns_of(AuthorityFactory()) == []


@pytest.mark.parametrize("name", ["Episodes", "Header"])
def test_only_the_tables_asked_for_are_read(authority, name):
    store(authority)
    (source,) = analytics.returns_of(authority, tables=[name])
    assert list(source.tables) == [name]
