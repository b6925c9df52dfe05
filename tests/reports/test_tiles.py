from dataclasses import replace

from reports.sample import YEARS, check, children, forecast, measures
from sufficiency.analytics.returns.checking import Outcome, RuleOutcome
from sufficiency.reports.results import Results
from sufficiency.reports.tiles import tiles


def test_the_four_figures_come_with_their_day_and_range():
    made = tiles(Results.of(measures()), forecast(kinds=()), check(r201=14))
    assert [(tile.label, tile.figure, tile.note) for tile in made] == [
        ("Children looked after", "1,134", "On 31 March 2024; 32 more on the year"),
        ("Children expected", "1,236", "On 31 March 2029; 8 in 10 within 1,146–1,326"),
        ("Expected cost", "£71.4m", "In 2024-25; 8 in 10 within £69.9m–£72.9m"),
        ("Data rules passed", "20", "Of 21 that ran on 2023-24; 1 could not run"),
    ]


def test_what_there_is_no_figure_for_has_no_tile():
    assert tiles(Results.of([]), None, None) == ()
    assert [tile.label for tile in tiles(Results.of([]), {**forecast(kinds=()), "cost": []}, None)] == [
        "Children expected"
    ]


def test_where_no_rule_ran_there_is_no_tile():
    early = replace(
        check(), outcomes=(RuleOutcome("101", Outcome.NOT_APPLICABLE, "Applies from 2023-24.", 0),)
    )
    assert tiles(Results.of([]), None, early) == ()


def test_a_first_year_has_nothing_to_compare_with():
    (tile,) = tiles(Results.of([children(YEARS[0], 100)]), None, None)
    assert tile.note == "On 31 March 2017"
