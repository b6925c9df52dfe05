from dataclasses import replace

import pytest

from reports.sample import YEARS, measures, result
from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports import scorecard
from sufficiency.reports.changes import Change
from sufficiency.reports.results import Results


@pytest.fixture(scope="module")
def cards():
    return {card.number: card for card in scorecard.cards(Results.of(measures()))}


def share(year, value, *, better="higher"):
    return result(
        "reviews_timely", label="Reviews on time", year=year, value=value, unit=Unit.PERCENT, better=better
    )


def line_of(*results):
    return next(card for card in scorecard.cards(Results.of(results)) if card.number == 8).lines[0]


def test_the_eleven_are_all_there_with_a_short_name(cards):
    assert list(cards) == [impact.number for impact in KEY_IMPACT_MEASURES] == list(scorecard.NAMES)


def test_every_measure_on_a_card_is_a_declared_one():
    assert set(scorecard.measures_shown()) <= set(MEASURES)


def test_a_computed_measure_has_figure_count_line_and_change(cards):
    (line,) = cards[9].lines
    assert (line.figure, line.unit) == ("10.1%", "115 of 1,134")
    assert line.change == Change("down 0.3 points")  # no more than chance
    assert "Children with three or more placements in the year: 9.0 in 2017, 10.1 in 2024." in line.spark


def test_what_could_not_be_computed_says_what_and_why_once(cards):
    assert cards[10].lines == ()
    assert cards[10].reasons == (
        (
            "Children reaching the expected standard; School sessions missed. "
            "Needs data kept elsewhere; the return does not hold it."
        ),
    )


def test_a_card_can_hold_both_figures_and_reasons(cards):
    assert [line.label for line in cards[11].lines] == [
        "Children with their annual health assessment",
        "Children seen by a dentist",
    ]
    assert cards[11].reasons[0].startswith("Mean strengths and difficulties score")


def test_measures_not_asked_for_are_not_passed_over():
    assert {card.reasons for card in scorecard.cards(Results.of([]))} == {(scorecard.NOT_ASKED_FOR,)}


def test_a_gap_in_the_years_is_not_a_change_on_the_year():
    line = line_of(share(YEARS[0], 90), share(YEARS[2], 95))
    assert line.change == Change()


def test_a_hidden_figure_is_a_letter_and_has_no_change():
    hidden = replace(share(YEARS[2], None), suppressed=True)
    line = line_of(share(YEARS[0], 90), share(YEARS[1], 91), hidden)
    assert (line.figure, line.change, line.spark) == ("c", Change(), "")


def test_every_year_is_in_the_table():
    table = scorecard.by_year(Results.of(measures()))
    assert [column.heading for column in table.columns][1:] == [year.label for year in YEARS]
    assert table.rows[0][:3] == ("Children looked after at 31 March", "986", "1,010")
    rows = {row[0]: row[1] for row in table.rows}
    assert rows["Children starting each month (episodes a month)"] == "30.0"
    assert rows["School sessions missed"] == "–"
