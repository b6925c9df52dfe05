"""A back-test in words: who came closest, what ranges held, and where a simpler method won."""

import pytest

from sufficiency.reports.backtest_words import sentence, told_plainly

METHODS = [{"method": "sufficiency", "label": "This forecast"}, {"method": "last", "label": "Last value"}]
TARGETS = [
    {"target": "all", "label": "All children", "unit": "children", "group": "all"},
    {"target": "secure", "label": "Secure children’s home", "unit": "children", "group": "kinds"},
]


def score(target, method, crps, *, horizon=1, covered=0.8, wape=0.05):
    return {
        "target": target, "horizon": horizon, "method": method, "origins": 4, "bias": -2.5, "wape": wape, "mase": wape,
        "pinball": 1.0, "crps": crps, "coverage80": covered, "coverage95": 0.95, "width80": 1, "width95": 2,
    }  # fmt: skip


def told(*scores):
    return {
        "origins": ["2024-03-31", "2025-03-31"],
        "scores": list(scores),
        "targets": TARGETS,
        "methods": METHODS,
        "ours": "sufficiency",
        "replications": 400,
    }


def everything(_):
    return True


BOTH = told(
    score("all", "sufficiency", 4.0),
    score("all", "last", 5.0),
    score("secure", "sufficiency", 3.0, horizon=2, wape=None),
    score("secure", "last", 2.0, horizon=2),
)


def test_it_says_how_often_the_forecast_came_closest():
    assert sentence(BOTH) == (
        "Made anew from each 31 March of 2024 and 2025, with what was known then, this forecast came closest in 1 of "
        "2 comparisons; in 1 a simpler method did."
    )


def test_where_a_simpler_method_won_is_said_plainly():
    found = told_plainly(BOTH, is_shown=everything)
    assert found.lost.rows == (("Secure children’s home", "–", "Last value, +50%"),)
    assert [column.heading for column in found.lost.columns][1:] == ["1 year ahead", "2 years ahead"]
    assert [content.rows[0][1:] for content in found.errors] == [("4.0 *", "5.0"), ("3.0", "2.0 *")]
    assert found.held[1].rows[0][1:] == ("–", "–", "−2.5", "80%", "95%")


def test_each_simpler_method_is_held_against_the_forecast_alone():
    found = told_plainly(BOTH, is_shown=everything).beside
    # Errors of 80% and 150% of the other's: the middle of both is 15% more.
    assert found.rows == (("Last value", "1", "1", "15% more"),)
    exact = told(score("all", "sufficiency", 1.0), score("all", "last", 0.0))
    assert told_plainly(exact, is_shown=everything).beside.rows == (("Last value", "0", "1", "the same"),)
    assert told_plainly(exact, is_shown=everything).lost.rows == (
        ("All children", "Last value, which was exact"),
    )


def test_a_hair_is_no_loss_and_a_missing_method_is_a_dash():
    close = told(
        score("all", "sufficiency", 4.01), score("all", "last", 4.0), score("secure", "sufficiency", 150.0)
    )
    found = told_plainly(close, is_shown=everything)
    assert found.lost is None
    assert found.errors[0].rows[1][1:] == ("150 *", "–")


@pytest.mark.parametrize(
    ("covered", "verdict"),
    [(0.6, "too narrow"), (0.8, "about as wide as they should be"), (0.95, "wider than they needed")],
)
def test_ranges_are_judged_by_what_they_held(covered, verdict):
    found = told_plainly(told(score("all", "sufficiency", 4.0, covered=covered)), is_shown=everything)
    assert f"held {100 * covered:.0f} in 100" in found.ranges
    assert verdict in found.ranges


def test_what_may_not_be_shown_is_left_out_and_named():
    found = told_plainly(BOTH, is_shown=lambda target: target["group"] != "kinds")
    assert found.hidden == ("Secure children’s home",)
    assert [row[0] for content in found.errors for row in content.rows] == ["All children"]


def test_nothing_to_compare_is_said():
    assert told_plainly(told(), is_shown=everything).ranges == "Nothing could be compared."
