"""The scorecard: each measure of each year, computed or with what it needs."""

import pytest

from returns_in_text import history_of
from sufficiency.analytics.measures.computing import result_of
from sufficiency.analytics.measures.inputs import Inputs
from sufficiency.analytics.measures.location import children_with_places
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.scorecard import NotAskableError, scorecard
from sufficiency.analytics.reference.years import CollectionYear

YEAR_BEFORE, YEAR = CollectionYear(2023), CollectionYear(2024)
TWO_YEARS = {
    "2022-23": """
        CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | DEC        | REC
        A     | 01/05/2022 | S   | U6    | PR1            |            |
        B     | 01/05/2022 | S   | K2    | PR4            |            |
        C     | 01/06/2022 | S   | U6    | PR4            | 01/09/2022 | E4A
    """,
    "2023-24": """
        CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | DEC        | REC
        A     | 01/05/2022 | S   | U6    | PR1            |            |
        B     | 01/05/2022 | S   | K2    | PR4            | 01/06/2023 | E4A
        D     | 01/07/2023 | S   | U1    | PR1            |            |
        D     | 01/08/2023 | L   | U1    | PR1            |            |
        E     | 15/03/2024 | S   | P1    | PR0            |            |
    """,
}
HEADER = {
    "2022-23": """
        CHILD | SEX | DOB
        A     | 1   | 01/06/2012
    """,
    "2023-24": """
        CHILD | SEX | DOB
        A     | 1   | 31/03/2008
        D     | 2   | 01/06/2023
        E     | 2   |
    """,
}
HISTORY = history_of(episodes=TWO_YEARS, header=HEADER)


def found(measure_id, **given):
    (result,) = scorecard(HISTORY, measures=[MEASURES[measure_id]], **given)
    return result


def parts(result, dimension):
    return [(p.value, p.numerator, p.denominator) for p in result.by if p.dimension == dimension]


def test_there_is_a_result_for_every_measure_in_order():
    assert [result.id for result in scorecard(HISTORY)] == list(MEASURES)


def test_the_last_year_is_taken_where_none_is_asked_for():
    assert {result.period for result in scorecard(HISTORY)} == {"2023-24"}


def test_several_years_give_a_result_each_in_the_order_asked_for():
    years = [YEAR, YEAR_BEFORE]
    results = [one for one in scorecard(HISTORY, years=years) if one.id == "cla_number"]
    assert [(one.period, one.value) for one in results] == [("2023-24", 3), ("2022-23", 2)]


def test_a_year_is_counted_from_its_own_return():
    lost = {**TWO_YEARS, "2023-24": "CHILD | DECOM\nZ | 01/07/2023"}
    years = [YEAR_BEFORE]
    (result,) = [one for one in scorecard(history_of(episodes=lost), years=years) if one.id == "cla_number"]
    assert result.value == 2


def test_a_year_that_was_not_read_is_refused_with_those_that_were():
    with pytest.raises(NotAskableError, match=r"no return of 2024-25.*2022-23, 2023-24"):
        scorecard(HISTORY, years=[YEAR.next])


def test_an_unknown_division_is_refused_with_those_there_are():
    with pytest.raises(NotAskableError, match=r"by colour.*kind, age, sex"):
        scorecard(HISTORY, by=["age", "colour"])


def test_cla_number_is_always_divided_by_kind_with_noughts():
    kinds = parts(found("cla_number"), "kind")
    assert len(kinds) == 12
    assert [kind for kind in kinds if kind[1]] == [
        ("kinship_fostering", 1, None),
        ("in_house_fostering", 1, None),
        ("with_parents", 1, None),
    ]


def test_age_is_divided_in_published_bands_with_those_not_known_last():
    assert parts(found("cla_number", by=["age"]), "age") == [
        ("under 1", 1, None),
        ("1-4", 0, None),
        ("5-9", 0, None),
        ("10-15", 0, None),
        ("16-17", 1, None),
        ("18 and over", 0, None),
        ("not known", 1, None),
    ]


def test_a_share_is_divided_into_parts_with_their_own_denominators():
    assert parts(found("mix_foster", by=["sex"]), "sex") == [("M", 1, 1), ("F", 1, 2)]


def test_every_askable_dimension_divides_the_number_in_care():
    asked = ["age", "sex", "legal_status", "need", "uasc", "ethnicity", "provider"]
    result = found("cla_number", by=asked)
    for dimension in ["kind", *asked]:
        assert sum(numerator for _, numerator, _ in parts(result, dimension)) == 3


def test_asking_for_what_is_always_there_does_not_double_it():
    assert found("cla_number", by=["kind"]).by == found("cla_number").by


def test_months_run_from_april_to_march_and_add_up():
    months = parts(found("starts_month"), "month")
    assert [month for month, _, _ in months][::11] == ["2023-04", "2024-03"]
    assert {month: count for month, count, _ in months if count} == {"2023-07": 1, "2024-03": 1}
    assert (found("starts_month").numerator, found("starts_month").denominator) == (2, 12)
    assert found("starts_month").value == 0.2


def test_a_rate_needs_the_child_population_and_takes_one_for_each_year():
    assert found("cla_rate").not_computed_because == "Needs the number of children aged 0 to 17 in the area."
    assert found("cla_rate", population=1200).value == 25.0
    results = scorecard(HISTORY, years=[YEAR_BEFORE, YEAR], population={YEAR: 1200})
    assert [one.value for one in results if one.id == "cla_rate"] == [None, 25.0]


def test_what_no_return_holds_is_listed_with_what_it_needs():
    result = found("weekly_cost_placement")
    assert (result.numerator, result.denominator, result.value, result.by) == (None, None, None, ())
    assert result.not_computed_because.startswith("Needs the commitment record")


def test_what_needs_an_earlier_return_says_which():
    assert found("stability_2yr").not_computed_because == "Needs the return of 2021-22 as well."
    earlier = found("stability_2yr_3plus", years=[YEAR_BEFORE])
    assert earlier.not_computed_because == "Needs the return of 2021-22 as well."


def test_what_needs_a_table_says_which():
    assert found("health_assessment").not_computed_because == "The return of 2023-24 has no OC2 table."
    assert found("dolo").not_computed_because == "Needs the DoLo table, which is collected from 2026-27."
    earlier = found("reviews_timely", years=[YEAR_BEFORE])
    assert earlier.not_computed_because == "Needs the Reviews table of 2021-22; that return was not read."


def test_a_share_of_nobody_is_not_nought():
    result = found("residential_inhouse")
    assert (result.numerator, result.denominator, result.value) == (0, 0, None)
    assert result.not_computed_because == "Nobody was in the group that this is about."


def test_a_split_divides_only_what_was_counted():
    assert parts(found("reunified"), "reason") == [("E4A", 1, 1)]


def test_a_median_has_bands_and_no_numerator():
    result = found("duration_care")
    assert (result.numerator, result.denominator, result.value) == (None, 3, 274)
    lengths = parts(found("placement_duration"), "duration")
    assert [band for band in lengths if band[2]] == [("1 year to under 2 years", None, 1)]


def test_a_mean_of_unseen_starts_asks_for_earlier_returns():
    adopted = {
        "2021-22": "CHILD | DECOM | RNE\nA | 01/05/2019 | L",
        "2022-23": "CHILD | DECOM | RNE\nA | 01/05/2019 | L",
        "2023-24": """
            CHILD | DECOM      | RNE | PLACE | DEC        | REC
            A     | 01/05/2019 | L   | U6    | 01/05/2023 | X1
            A     | 01/05/2023 | P   | A6    | 01/03/2024 | E12
        """,
    }
    (result,) = [one for one in scorecard(history_of(episodes=adopted)) if one.id == "A1"]
    assert result.not_computed_because == (
        "Needs returns from before 2021-22: the start of 1 of 1 is not in those that were read."
    )


def test_a_median_does_not_wait_for_starts_that_cannot_move_it():
    episodes = "CHILD | DECOM | RNE\n" + "\n".join(
        ["OLD | 01/05/2015 | L", *(f"C{n} | 01/{n:02d}/2023 | S" for n in range(5, 9))]
    )
    results = {one.id: one for one in scorecard(history_of(episodes=episodes))}
    assert results["duration_care"].value == 304
    young = episodes.replace("01/05/2015", "01/03/2024")
    results = {one.id: one for one in scorecard(history_of(episodes=young))}
    assert results["duration_care"].not_computed_because.startswith("Needs returns from before 2023-24")


def test_a_measure_without_a_figure_cannot_be_computed_by_mistake():
    inputs = Inputs(HISTORY, YEAR)
    rows = inputs.rows(MEASURES["cla_number"].population)
    with pytest.raises(ValueError, match="absence has no figure"):
        result_of(MEASURES["absence"], rows, inputs)


def test_places_without_postcodes_cannot_be_computed_by_mistake():
    with pytest.raises(ValueError, match="list of postcodes"):
        Inputs(HISTORY, YEAR).rows(children_with_places)


def test_the_order_of_rows_changes_nothing():
    turned = {
        year: "\n".join([text.strip().splitlines()[0], *reversed(text.strip().splitlines()[1:])])
        for year, text in TWO_YEARS.items()
    }
    again = history_of(episodes=turned, header=HEADER)
    assert scorecard(again, by=["age", "sex"]) == scorecard(HISTORY, by=["age", "sex"])
