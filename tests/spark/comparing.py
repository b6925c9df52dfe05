"""A recorded case checked by both engines."""

from collections.abc import Sequence
from pathlib import Path

from sufficiency.analytics.returns.checking import CheckResult, check
from sufficiency.analytics.returns.engines import Engine
from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.rules.declaring import Rule

CASES = Path(__file__).parents[3] / "shared" / "cases" / "ssda903"


def check_both(
    folder: Path, spark: Engine, *, rules: Sequence[Rule] | None = None
) -> tuple[CheckResult, CheckResult]:
    """The results of the default engine and of Spark."""
    current, previous = (read_return(folder / name) for name in ("current", "previous"))
    default = check(current, previous=previous, rules=rules)
    return default, check(current, previous=previous, rules=rules, engine=spark)
