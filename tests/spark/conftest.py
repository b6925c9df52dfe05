"""One Spark session for all tests of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from lacking import lacking_for_spark

if lacking_for_spark():
    # `make test` says so at its end; `make test-spark` names the file and fails.
    collect_ignore = ["test_small_case.py"]


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """The engine; the session behind it is stopped at the end."""
    from sufficiency.analytics.returns.spark import SparkEngine

    engine = SparkEngine()
    yield engine
    engine.session.stop()
