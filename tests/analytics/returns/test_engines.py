"""An engine that cannot be had says what is missing; one that fails loses no more than the rule at fault."""

import importlib
import sys
from collections.abc import Sequence

import polars as pl
import pytest

from sufficiency.analytics.returns.checking import Outcome, check
from sufficiency.analytics.returns.engines import EngineError, PolarsEngine, Search
from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.rules.catalogue import all_rules

from .conftest import EPISODES, HEADER

SPARK = "sufficiency.analytics.returns.spark"


def test_without_pyspark_the_engine_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    monkeypatch.delitem(sys.modules, SPARK, raising=False)
    with pytest.raises(EngineError, match="not installed") as caught:
        importlib.import_module(SPARK)
    assert "sufficiency[spark]" in caught.value.what_next


class Fussy(PolarsEngine):
    """Refuses any batch with the fifth rule's search, and counts how often it is asked."""

    at_once = None

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.refused: Search | None = None

    def run(self, searches: Sequence[Search]) -> list[pl.DataFrame]:
        self.asked.append(len(searches))
        self.refused = self.refused or searches[4]
        if self.refused in searches:
            raise RuntimeError("no")
        return super().run(searches)


def test_a_failing_batch_is_halved_until_one_rule_is_lost(write):
    source = read_return(write({"episodes.csv": EPISODES, "header.csv": HEADER}))
    engine = Fussy()
    usual, fussy = check(source), check(source, engine=engine)
    lost = [one for one, other in zip(fussy.outcomes, usual.outcomes, strict=True) if one != other]
    assert [(rule.outcome, rule.reason) for rule in lost] == [
        (Outcome.COULD_NOT_RUN, "The rule itself failed (RuntimeError). Please report it.")
    ]
    assert len(fussy.outcomes) == len(all_rules())
    assert len(engine.asked) < 20
