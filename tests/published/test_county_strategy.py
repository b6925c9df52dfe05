"""The transcript of the county strategy of 2011 gives the numbers that the worked example gives."""

import pytest

from sufficiency.analytics.money.savings import as_json, reconcile
from sufficiency.analytics.strategy.examples import county_strategy
from sufficiency.analytics.strategy.reading import read_strategy


@pytest.mark.slow
def test_the_transcript_of_the_strategy_reads_the_same(shared):
    read, ours = read_strategy(shared("facts", "seeds", "cambridgeshire.yaml")), county_strategy()
    assert as_json(reconcile(read.savings)) == as_json(reconcile(ours.savings))
    assert (len(read.workstreams), len(read.actions), len(read.summary_actions)) == (24, 49, 31)
    assert [action.id for action in read.untraced] == ["O4.5"]
