"""A few rules of every kind on Spark: part of every run of the tests where PySpark and Java are there."""

from dataclasses import replace

import narwhals as nw
import pytest

from spark.comparing import CASES, check_both
from sufficiency.analytics.returns.engines import EngineError
from sufficiency.analytics.returns.rules.catalogue import all_rules
from sufficiency.analytics.returns.spark import local_session

EVERY = 14  # of the rules one is tried


@pytest.mark.slow
def test_some_rules_find_the_same_on_spark(spark):
    default, on_spark = check_both(CASES / "01", spark, rules=all_rules()[::EVERY])
    assert on_spark.outcomes == default.outcomes
    assert on_spark.findings.equals(default.findings)
    assert default.findings.height > 0


@pytest.mark.slow
def test_a_rule_that_breaks_on_spark_stops_no_other(spark):
    def broken() -> nw.Expr:
        """Never ends."""
        return nw.col("NO_SUCH_COLUMN").is_null()

    some = list(all_rules()[:3])
    default, on_spark = check_both(CASES / "01", spark, rules=[*some[1:], replace(some[0], find=broken)])
    assert on_spark.outcomes[1:] == default.outcomes[1:]
    assert "rule itself failed" in str(on_spark.outcomes[0].reason)


def test_without_java_the_engine_says_what_it_needs(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="needs Java"):
        local_session()
