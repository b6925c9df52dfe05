"""The worksheet for mending a return at its source: by rule and by child, most frequent first."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from sufficiency.reports.tables import write_xlsx

if TYPE_CHECKING:
    from sufficiency.analytics.returns.checking import CheckResult

_SHOWN = {
    "code": "rule",
    "message": "what is wrong",
    "table": "table",
    "line": "line",
    "child": "child",
    "columns": "columns",
    "why": "why",
    "suggestion": "suggestion",
}


def write_fix_list(result: "CheckResult", path: Path) -> None:
    """Write the workbook; raises OSError where the file cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_xlsx(fix_list(result.findings), path)


def fix_list(findings: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The sheets: findings by rule, findings by child, and how many each rule and child has."""
    counted = findings.with_columns(
        pl.len().over("code").alias("of_rule"), pl.len().over("child").alias("of_child")
    )
    by_rule = counted.sort("of_rule", "code", "table", "line", descending=[True, False, False, False])
    by_child = counted.sort("of_child", "child", "table", "line", descending=[True, False, False, False])
    return {
        "by rule": _rows(by_rule),
        "by child": _rows(by_child),
        "rules": _counts(findings, ["code", "message"]),
        "children": _counts(findings, ["child"]),
    }


def _rows(findings: pl.DataFrame) -> list[dict[str, Any]]:
    shown = findings.select(pl.col(name).alias(heading) for name, heading in _SHOWN.items())
    return shown.with_columns(pl.lit("").alias("mended by"), pl.lit("").alias("mended on")).to_dicts()


def _counts(findings: pl.DataFrame, names: list[str]) -> list[dict[str, Any]]:
    return (
        findings.group_by(names)
        .agg(pl.len().alias("rows"))
        .sort("rows", *names, descending=[True, *[False] * len(names)])
        .to_dicts()
    )
