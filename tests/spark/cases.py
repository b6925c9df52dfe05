"""All rules on Spark for three recorded cases. Minutes long: run by `make test-spark`, not by `make test`."""

import pytest

from spark.comparing import CASES, check_both


@pytest.mark.slow
@pytest.mark.parametrize("case", ["01", "05", "12"])
def test_spark_finds_the_same(spark, case):
    default, on_spark = check_both(CASES / case, spark)
    assert on_spark.outcomes == default.outcomes
    assert on_spark.findings.equals(default.findings)
    assert default.findings.height > 0
