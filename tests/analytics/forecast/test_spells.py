"""Spells: what the records say of each stay by the day of the forecast."""

from datetime import date

import numpy as np

from returns_in_text import history_of
from sufficiency.analytics.forecast.bands import KINDS
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells, spells
from sufficiency.analytics.histories.history import in_care_on
from sufficiency.analytics.reference.kinds import Kind

START = date(2024, 3, 31)


def found(episodes: str, *, header: str = "CHILD | DOB\nA | 01/06/2012", start: date = START) -> Spells:
    return spells(history_of(header=header, episodes=episodes), start=start)


def kinds_of(known: Spells) -> list[Kind]:
    return [KINDS[place] for place in known.kind]


def test_a_stay_goes_on_until_the_start():
    known = found("CHILD | DECOM\nA | 01/05/2023")
    assert known.is_open.tolist() == [True]
    assert known.ended.tolist() == [0]
    assert (known.day_zero - date(2023, 5, 1)).days == -known.started[0]


def test_a_move_ends_one_stay_and_names_the_next_kind():
    known = found(
        """
        CHILD | DECOM | DEC | REC | RNE | PLACE | PLACE_PROVIDER
        A | 01/05/2023 | 01/09/2023 | X1 | S | U6 | PR1
        A | 01/09/2023 | | | P | K2 | PR4
        """
    )
    assert kinds_of(known) == [Kind.IN_HOUSE_FOSTERING, Kind.EXTERNAL_RESIDENTIAL]
    assert KINDS[known.next_kind[0]] is Kind.EXTERNAL_RESIDENTIAL
    assert known.next_kind[1] == known.cause[0] == known.cause[1] == STILL_THERE
    assert known.entered[0] == known.entered[1] == known.started[0]


def test_a_change_of_legal_status_alone_is_no_new_stay():
    known = found(
        """
        CHILD | DECOM | DEC | REC | RNE | LS
        A | 01/05/2023 | 01/09/2023 | X1 | S | C1
        A | 01/09/2023 | | | L | C2
        """
    )
    assert len(known) == 1
    assert known.is_open.all()


def test_why_a_child_left_is_kept():
    known = found("CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/09/2023 | E45")
    assert LEAVING[known.cause[0]] is Cause.ORDER
    assert not known.is_open.any()


def test_an_unknown_reason_counts_as_another_reason():
    known = found("CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/09/2023 | E3")
    assert LEAVING[known.cause[0]] is Cause.OTHER


def test_what_happened_after_the_start_is_not_known():
    text = """
        CHILD | DECOM | DEC | REC | RNE | PLACE
        A | 01/05/2023 | 01/12/2023 | X1 | S | U6
        A | 01/12/2023 | | | P | K2
        """
    earlier = found(text, start=date(2023, 11, 30))
    assert earlier.is_open.tolist() == [True]
    assert earlier.next_kind.tolist() == [STILL_THERE]
    assert len(found(text, start=date(2023, 12, 1))) == 2


def test_nobody_is_followed_past_the_eighteenth_birthday():
    known = found("CHILD | DECOM\nA | 01/05/2023", header="CHILD | DOB\nA | 01/09/2005")
    assert not known.is_open.any()
    assert known.cause.tolist() == [STILL_THERE]
    assert known.ended[0] == (date(2023, 9, 1) - known.day_zero).days


def test_whoever_has_a_birthday_on_the_day_after_the_start_is_still_there():
    assert found("CHILD | DECOM\nA | 01/05/2023", header="CHILD | DOB\nA | 01/04/2006").is_open.all()
    assert not found("CHILD | DECOM\nA | 01/05/2023", header="CHILD | DOB\nA | 31/03/2006").is_open.any()


def test_leaving_a_day_before_the_birthday_is_turning_eighteen():
    known = found(
        "CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 31/08/2023 | E17", header="CHILD | DOB\nA | 01/09/2005"
    )
    assert known.cause.tolist() == [STILL_THERE]


def test_a_period_whose_beginning_was_not_returned_is_marked():
    known = found(
        """
        CHILD | DECOM | RNE
        A | 01/05/2019 | S
        B | 01/05/2019 | P
        C | 01/05/2023 | P
        """
    )
    assert known.entry_unseen.tolist() == [False, True, False]


def test_a_child_without_a_date_of_birth_is_taken_to_be_ten_on_entry():
    known = found("CHILD | DECOM\nA | 01/05/2023", header="CHILD | DOB\nA | ")
    assert known.born_unknown.tolist() == [True]
    assert known.entered[0] - known.born[0] == 3650


def test_short_breaks_are_left_out():
    assert len(found("CHILD | DECOM | LS\nA | 01/05/2023 | V4")) == 0


def test_open_spells_are_the_children_in_care(history_of_four_years):
    for start in (date(2022, 3, 31), date(2023, 6, 30), START):
        known = spells(history_of_four_years, start=start)
        assert known.is_open.sum() == in_care_on(history_of_four_years.episodes, start).height


def test_chosen_spells_keep_their_order(history_of_four_years):
    known = spells(history_of_four_years, start=START)
    some = known.where(known.is_open)
    assert len(some) == known.is_open.sum()
    assert np.array_equal(some.born, known.born[known.is_open])
