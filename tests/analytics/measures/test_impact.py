"""The eleven key impact measures of the strategy."""

from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES
from sufficiency.analytics.measures.registry import MEASURES


def test_there_are_eleven_in_the_order_of_the_strategy():
    assert [one.number for one in KEY_IMPACT_MEASURES] == list(range(1, 12))
    assert KEY_IMPACT_MEASURES[0].wording == "Overall Number of Children in Care"


def test_each_is_answered_by_declared_measures_and_none_twice():
    answering = [measure for one in KEY_IMPACT_MEASURES for measure in one.measures]
    assert all(one.measures for one in KEY_IMPACT_MEASURES)
    assert set(answering) <= set(MEASURES)
    assert len(answering) == len(set(answering))


def test_those_that_no_return_holds_say_what_they_need():
    needing = {
        one.number for one in KEY_IMPACT_MEASURES if not any(MEASURES[m].population for m in one.measures)
    }
    assert needing == {2, 6, 7, 10}
    assert all(
        MEASURES[m].needs for one in KEY_IMPACT_MEASURES if one.number in needing for m in one.measures
    )
