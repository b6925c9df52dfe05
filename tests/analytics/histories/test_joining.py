"""Returns joined into a History: each correction follows a written rule and is counted."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.histories.history import in_care_on
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.analytics.returns.tables import TABLES

COLUMNS = (
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "URN",
)


def table(name: str, columns: tuple[str, ...], rows: list[str]) -> pl.DataFrame:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    given = {column: [row[place] for row in cells] for place, column in enumerate(columns)}
    blank = [""] * len(rows)
    raw = {column: given.get(column, blank) for column in TABLES[name].column_names}
    lines = pl.Series(LINE, range(2, len(rows) + 2), dtype=pl.Int64)
    return parse_table(pl.DataFrame(raw).with_columns(lines), TABLES[name], where=name).frame


def a_return(ending: int, *rows: str, header: tuple[str, ...] = ()) -> Return:
    """Rows: child | start | RNE | LS | PLACE | provider | end | REC | reason for change | URN."""
    people = header or tuple(f"{row.split('|')[0]} | 2 | 01/06/2012" for row in dict.fromkeys(rows))
    tables = {
        "Header": table("Header", ("CHILD", "SEX", "DOB"), list(people)),
        "Episodes": table("Episodes", COLUMNS, list(rows)),
    }
    return Return(CollectionYear(ending), tables)


def noted(joined) -> dict[str, int]:
    return {note.message: note.count for note in joined.notes}


def spans(frame: pl.DataFrame) -> list[tuple]:
    return frame.select("started", "ended").rows()


OPEN_2023 = "A | 01/05/2022 | S | C2 | U6 | PR1 | | | | SC1"


def test_an_episode_open_over_two_years_is_one_episode():
    joined = history([a_return(2023, OPEN_2023), a_return(2024, OPEN_2023)])
    assert spans(joined.episodes) == [(date(2022, 5, 1), None)]
    assert joined.notes == ()


def test_the_later_return_is_believed_about_the_end():
    ended = "A | 01/05/2022 | S | C2 | U6 | PR1 | 03/06/2023 | E4A | | SC1"
    joined = history([a_return(2023, OPEN_2023), a_return(2024, ended)])
    assert spans(joined.episodes) == [(date(2022, 5, 1), date(2023, 6, 3))]
    assert joined.periods["reason_ended"].to_list() == ["E4A"]


def test_an_open_episode_that_vanishes_ends_on_1_april_and_is_counted():
    other = "B | 01/05/2023 | S | C2 | U6 | PR1 | | | | SC1"
    joined = history([a_return(2023, OPEN_2023), a_return(2024, other)])
    assert joined.episodes.filter(child="A")["ended"].to_list() == [date(2023, 4, 1)]
    assert noted(joined) == {"Episodes open at 31 March and not in the next return were ended on 1 April.": 1}
    assert in_care_on(joined.episodes, date(2023, 3, 31))["child"].to_list() == ["A"]
    assert in_care_on(joined.episodes, date(2024, 3, 31))["child"].to_list() == ["B"]


def test_the_last_return_leaves_its_open_episodes_open():
    joined = history([a_return(2024, OPEN_2023)])
    assert joined.episodes["ended"].to_list() == [None]


def test_an_overlap_is_cut_where_the_next_episode_starts():
    joined = history(
        [
            a_return(
                2024,
                "A | 01/05/2023 | S | C2 | U6 | PR1 | 10/09/2023 | X1 | CARPL | SC1",
                "A | 01/09/2023 | P | C2 | K2 | PR4 | | | | SC2",
            )
        ]
    )
    assert spans(joined.episodes) == [(date(2023, 5, 1), date(2023, 9, 1)), (date(2023, 9, 1), None)]
    assert noted(joined) == {"Episodes that overlap the next one were ended where it starts.": 1}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (" | 01/05/2023 | S | C2 | U6 | PR1 | | | | ", "Episodes without a child were left out."),
        ("B | 99/05/2023 | S | C2 | U6 | PR1 | | | | ", "Episodes without a real start date were left out."),
        ("B | 01/05/2024 | S | C2 | U6 | PR1 | | | | ", "Episodes starting after the year were left out."),
    ],
)
def test_rows_that_cannot_be_placed_in_time_are_left_out_and_counted(row, message):
    joined = history([a_return(2024, OPEN_2023, row)])
    assert joined.episodes["child"].to_list() == ["A"]
    assert noted(joined)[message] == 1


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("05/04/2024", "Episodes ending after the year were taken as open."),
        ("01/01/2020", "Episodes ending before they start were taken as open."),
    ],
)
def test_impossible_ends_are_taken_as_open(end, message):
    joined = history([a_return(2024, f"A | 01/05/2023 | S | C2 | U6 | PR1 | {end} | E4A | | ")])
    assert joined.episodes.select("ended", "reason_ended").rows() == [(None, None)]
    assert noted(joined) == {message: 1}


def test_a_row_that_stands_twice_counts_once():
    joined = history([a_return(2024, OPEN_2023, OPEN_2023)])
    assert joined.episodes.height == 1
    assert noted(joined) == {"Episodes that stand twice were counted once.": 1}


def test_of_rows_with_one_start_the_one_ending_last_is_kept():
    short = "A | 01/05/2022 | S | C2 | K2 | PR4 | 02/06/2023 | X1 | | SC2"
    joined = history([a_return(2024, short, OPEN_2023)])
    assert joined.episodes.select("place", "ended").rows() == [("U6", None)]
    assert noted(joined) == {"Of episodes with one child and start, the one ending last was kept.": 1}


def test_a_gap_begins_a_new_period_of_care():
    joined = history(
        [
            a_return(
                2024,
                "A | 01/05/2023 | S | C2 | U6 | PR1 | 01/07/2023 | E4A | | SC1",
                "A | 05/09/2023 | S | C2 | U6 | PR1 | | | | SC1",
            )
        ]
    )
    assert spans(joined.periods) == [(date(2023, 5, 1), date(2023, 7, 1)), (date(2023, 9, 5), None)]
    assert joined.placements.height == 2


def test_care_that_goes_on_into_a_gap_or_into_nothing_is_counted():
    joined = history(
        [
            a_return(
                2024,
                "A | 01/05/2023 | S | C2 | U6 | PR1 | 01/07/2023 | X1 | | SC1",
                "A | 05/09/2023 | P | C2 | U6 | PR1 | | | | SC1",
                "B | 01/05/2023 | S | C2 | U6 | PR1 | 01/07/2023 | X1 | | SC1",
            )
        ]
    )
    assert joined.periods.filter(child="A").height == 2
    assert noted(joined) == {
        "Episodes that say care goes on before a gap; a new period of care begins after it.": 1,
        "Episodes that say care goes on, but nothing follows; care ended there.": 1,
    }


def test_what_makes_a_new_placement_and_what_does_not():
    joined = history(
        [
            a_return(
                2024,
                "A | 01/05/2023 | S | C1 | U6 | PR1 | 01/06/2023 | X1 | | SC1",
                "A | 01/06/2023 | L | C2 | U6 | PR1 | 01/07/2023 | X1 | CARPL | SC1",  # legal status only
                "A | 01/07/2023 | P | C2 | U6 | PR4 | 01/08/2023 | X1 | PLACE | SC2",  # a move
                "A | 01/08/2023 | P | C2 | U4 | PR4 | 01/09/2023 | X1 | | SC2",  # only the carer's status
                "A | 01/09/2023 | T | C2 | U4 | PR4 | 01/10/2023 | X1 | CREQB | SC3",  # same carer
                "A | 01/10/2023 | B | E1 | K2 | PR4 | | | | SC4",  # a move
            )
        ]
    )
    assert joined.episodes["placement"].to_list() == [1, 1, 2, 2, 2, 3]
    assert spans(joined.placements)[0] == (date(2023, 5, 1), date(2023, 7, 1))
    assert joined.placements["kind"].to_list() == [
        Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING, Kind.EXTERNAL_RESIDENTIAL,
    ]  # fmt: skip


def test_a_temporary_stay_belongs_to_the_placement_around_it():
    stay = [
        "A | 01/05/2023 | S | C2 | U6 | PR1 | 01/06/2023 | X1 | | SC1",
        "A | 01/06/2023 | P | C2 | T1 | | 09/06/2023 | X1 | | ",
    ]
    back = "A | 09/06/2023 | P | C2 | U6 | PR1 | | | | SC1"
    elsewhere = "A | 09/06/2023 | P | C2 | K2 | PR4 | | | | SC9"
    assert history([a_return(2024, *stay, back)]).placements.height == 1
    moved = history([a_return(2024, *stay, elsewhere)])
    assert moved.episodes["placement"].to_list() == [1, 1, 2]
    assert moved.episodes["kind"].to_list() == [
        Kind.IN_HOUSE_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.EXTERNAL_RESIDENTIAL,
    ]  # fmt: skip


def test_a_temporary_stay_that_begins_care_takes_the_kind_that_follows():
    joined = history(
        [
            a_return(
                2024,
                "A | 01/05/2023 | S | C2 | T4 | | 04/05/2023 | X1 | | ",
                "A | 04/05/2023 | P | C2 | U1 | PR1 | | | | SC1",
            )
        ]
    )
    assert joined.episodes["kind"].to_list() == [Kind.KINSHIP_FOSTERING] * 2
    assert joined.placements["place"].to_list() == ["U1"]


def test_short_breaks_are_episodes_but_neither_care_nor_placements():
    joined = history([a_return(2024, "A | 01/05/2023 | S | V4 | U6 | PR1 | | | | ")])
    assert joined.episodes["short_break"].to_list() == [True]
    assert joined.periods.height == 0
    assert in_care_on(joined.episodes, date(2024, 3, 31)).height == 0


def test_one_return_that_leaves_two_episodes_open_counts_the_child_once():
    rows = [
        "A | 01/05/2023 | S | C2 | U6 | PR1 | | | | SC1",
        "A | 01/09/2023 | P | C2 | K2 | PR4 | 01/10/2023 | X1 | | SC2",
    ]
    view = history([a_return(2024, *rows)]).in_year(CollectionYear(2024))
    assert in_care_on(view.episodes, date(2024, 3, 31)).select("child", "place").rows() == [("A", "U6")]


def test_a_years_view_knows_nothing_of_other_years():
    joined = history(
        [a_return(2023, OPEN_2023), a_return(2024, OPEN_2023.replace("| | | |", "| 03/06/2023 | E4A | |"))]
    )
    assert joined.in_year(CollectionYear(2023)).episodes["ended"].to_list() == [None]
    assert joined.in_year(CollectionYear(2023)).table("OC2") is None


def test_who_a_child_is_comes_from_the_latest_return_that_knows():
    joined = history(
        [
            a_return(2023, OPEN_2023, header=("A | 2 | 01/06/2012",)),
            a_return(2024, OPEN_2023, header=("A |  | 02/06/2012",)),
        ]
    )
    assert joined.children.select("sex", "born", "uasc").rows() == [("F", date(2012, 6, 2), False)]
    assert noted(joined) == {"Children with more than one date of birth; the latest was kept.": 1}


def test_a_child_without_a_header_row_is_kept_and_counted():
    joined = history([a_return(2024, OPEN_2023, header=("B | 1 | 01/06/2012",))])
    assert joined.children["child"].to_list() == ["A", "B"]
    assert noted(joined) == {"Children with episodes but no header row; their age is not known.": 1}


def test_a_child_only_in_the_uasc_table_is_known_by_it():
    tables = dict(a_return(2024, OPEN_2023.replace("A |", "B |"), header=("C | 1 | 01/06/2012",)).tables)
    tables["UASC"] = table("UASC", ("CHILD", "SEX", "DOB", "DUC"), ["B | 2 | 03/04/2007 | 01/02/2024"])
    children = history([Return(CollectionYear(2024), tables)]).children.filter(child="B")
    assert children.select("sex", "born", "uasc", "uasc_ended").rows() == [
        ("F", date(2007, 4, 3), True, date(2024, 2, 1))
    ]


def test_a_year_without_a_return_is_noted():
    joined = history([a_return(2021, OPEN_2023.replace("2022", "2020")), a_return(2024, OPEN_2023)])
    assert "No return was given for 2021-22, 2022-23." in noted(joined)


def test_returns_without_episodes_and_two_of_a_year_are_refused():
    with pytest.raises(ReadingError, match="No return has episodes"):
        history([Return(CollectionYear(2024), {})])
    with pytest.raises(ReadingError, match="Two returns are of 2023-24"):
        history([a_return(2024, OPEN_2023), a_return(2024, OPEN_2023)])


DAYS = st.integers(0, 364)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), DAYS, st.none() | DAYS, st.sampled_from("SPLTBU")),
        min_size=1,
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_whatever_is_reported_no_child_is_in_two_places_and_row_order_does_not_matter(drawn, shuffler):
    def day(number: int) -> str:
        return (date(2023, 4, 1) + timedelta(days=number)).strftime("%d/%m/%Y")

    rows = [
        f"{child} | {day(start)} | {rne} | C2 | U6 | PR1 | {'' if end is None else day(end)} | | | S{n}"
        for n, (child, start, end, rne) in enumerate({row[:2]: row for row in drawn}.values())
    ]
    joined = history([a_return(2024, *rows)])
    shuffled = shuffler.sample(rows, len(rows))
    assert joined.episodes.equals(history([a_return(2024, *shuffled)]).episodes)
    ordered = joined.episodes.sort("child", "started")
    following = ordered.with_columns(pl.col("started").shift(-1).over("child").alias("following"))
    assert following.filter(pl.col("ended").fill_null(date.max) > pl.col("following")).height == 0
