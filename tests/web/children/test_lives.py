from datetime import date

import polars as pl
import pytest

from returns_in_text import history_of
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.children.lives import life_in, meaning, readable


def life(rows):
    return life_in(
        history_of(episodes=f"CHILD | DECOM | RNE | PLACE | DEC | REC | REASON_PLACE_CHANGE\n{rows}")
    )


def test_a_move_ends_a_placement_and_says_why():
    first, second = life("""
        A | 01/05/2023 | S | U6 | 01/08/2023 | X1 | CARPL
        A | 01/08/2023 | P | K2 |            |    |
    """).stays
    assert (first.kind, first.ended) == (Kind.IN_HOUSE_FOSTERING, date(2023, 8, 1))
    assert first.why_ended.endswith("(CARPL)")
    assert (second.ended, second.why_ended) == (None, "")


def test_leaving_care_ends_the_placement_and_the_period_for_one_reason():
    told = life("A | 01/05/2023 | S | U6 | 01/08/2023 | E4A |")
    assert told.stays[0].why_ended == told.periods[0].why_ended
    assert told.periods[0].ended == date(2023, 8, 1)


def test_coming_back_begins_another_period():
    told = life("""
        A | 01/05/2023 | S | U6 | 01/08/2023 | E4A |
        A | 01/09/2023 | S | U6 |            |     |
    """)
    assert [one.started for one in told.periods] == [date(2023, 5, 1), date(2023, 9, 1)]


@pytest.mark.parametrize(
    ("code", "words"), [("N1", "Abuse or neglect (N1)"), ("N99", "N99"), ("", ""), (None, "")]
)
def test_a_code_is_told_with_its_meaning_where_it_has_one(code, words):
    assert meaning("CIN", code) == words


def test_days_that_no_calendar_holds_are_blank():
    days = pl.Series(["01/01/0000", "31/12/1899", "01/01/1900", "01/01/2101"]).str.to_date("%d/%m/%Y")
    kept = readable(pl.DataFrame({"day": days}), "day")["day"].to_list()
    assert kept == [None, None, date(1900, 1, 1), None]
