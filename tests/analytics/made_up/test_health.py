from datetime import date

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.health import looked_after_all_year
from sufficiency.analytics.reference.years import CollectionYear

YEAR = CollectionYear(2025)


def of(*rows):
    """Episodes as (person, start, end, why it began, why it ended, status)."""
    names = ("person", "decom", "dec", "RNE", "REC", "LS")
    frame = pl.DataFrame(rows, schema=names, orient="row")
    return frame.with_columns(
        *[pl.col(name).map_elements(days.number, return_dtype=pl.Int64) for name in ("decom", "dec")]
    )


def all_year(*rows):
    return looked_after_all_year(of(*rows), YEAR)["person"].to_list()


def test_open_all_year_counts():
    assert all_year((1, date(2023, 1, 1), None, "S", None, "C2")) == [1]


def test_start_on_the_first_day_counts_and_on_the_second_does_not():
    assert all_year((1, date(2024, 4, 1), None, "S", None, "C2")) == [1]
    assert all_year((1, date(2024, 4, 2), None, "S", None, "C2")) == []


def test_leaving_on_the_last_day_counts_and_before_it_does_not():
    assert all_year((1, date(2023, 1, 1), date(2025, 3, 31), "S", "E4A", "C2")) == [1]
    assert all_year((1, date(2023, 1, 1), date(2025, 3, 30), "S", "E4A", "C2")) == []


def test_moving_does_not_break_the_year():
    moved = (1, date(2024, 8, 1), None, "P", None, "C2")
    assert all_year((1, date(2023, 1, 1), date(2024, 8, 1), "S", "X1", "C2"), moved) == [1]


def test_short_breaks_do_not_count():
    assert all_year((1, date(2023, 1, 1), None, "S", None, "V4")) == []


def test_exactly_those_in_care_all_year_have_an_oc2_row(table, cared):
    started = (pl.col("RNE") == "S") & (pl.col("DECOM") > pl.col("year_start"))
    left = pl.col("REC").is_not_null() & (pl.col("REC") != "X1") & (pl.col("DEC") < pl.col("year_end"))
    whole = cared.group_by("year", "CHILD").agg(broken=(started | left.fill_null(value=False)).any())
    expected = set(whole.filter(~pl.col("broken")).select("year", "CHILD").iter_rows())
    assert set(table("OC2").select("year", "CHILD").iter_rows()) == expected


def test_score_or_reason_is_given_at_the_ages_it_is_asked_for(table, birthday):
    asked = (birthday(4) <= pl.col("year_end")) & (birthday(17) >= pl.col("year_start"))
    either = pl.col("SDQ_SCORE").is_not_null() ^ pl.col("SDQ_REASON").is_not_null()
    neither = pl.col("SDQ_SCORE").is_null() & pl.col("SDQ_REASON").is_null()
    assert table("OC2").select(pl.when(asked).then(either).otherwise(neither).all()).item()


def test_wrong_age_is_a_reason_only_at_the_edges(table, birthday):
    middle = (birthday(4) <= pl.col("year_start")) & (birthday(16) >= pl.col("year_end"))
    assert table("OC2").filter(middle & (pl.col("SDQ_REASON") == "SDQ1")).height == 0


def test_questions_for_an_age_are_blank_at_others(table, birthday):
    oc2 = table("OC2")
    ten, five = birthday(10) <= pl.col("year_end"), birthday(5) <= pl.col("year_end")
    assert oc2.select((pl.col("CONVICTED").is_not_null() == ten).all()).item()
    assert oc2.select((pl.col("HEALTH_CHECK").is_null() == five).all()).item()


def test_help_is_asked_about_only_where_there_is_misuse(table):
    oc2 = table("OC2")
    received, offered = pl.col("INTERVENTION_RECEIVED"), pl.col("INTERVENTION_OFFERED")
    misuse = pl.col("SUBSTANCE_MISUSE") == "1"
    assert oc2.filter(misuse).height > 10
    assert oc2.select((received.is_not_null() == misuse).all()).item()
    assert oc2.select((offered.is_not_null() == (received == "0").fill_null(value=False)).all()).item()


def test_scores_lie_in_their_range(table):
    scores = table("OC2")["SDQ_SCORE"].drop_nulls().cast(pl.Int64)
    assert 0 <= scores.min() < 5
    assert 30 < scores.max() <= 40
    assert 13 < np.mean(scores.to_list()) < 17
