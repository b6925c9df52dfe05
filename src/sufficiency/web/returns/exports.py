"""Findings as files: CSV, and a workbook to mend by. Addresses stay covered."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from sufficiency.reports.tables import csv_text
from sufficiency.web.children.shielding import without_postcodes
from sufficiency.web.returns.models import Finding
from sufficiency.web.ui.downloads import csv_download
from sufficiency.web.ui.workbooks import xlsx_download

Records = list[dict[str, Any]]


def records(found: Iterable[Finding]) -> Records:
    """One flat record a finding."""
    return [
        {
            "rule": one.code,
            "what is wrong": one.message,
            "table": one.table,
            "line": one.line,
            "child": one.child,
            "columns": one.columns,
            "why": without_postcodes(one.why),
            "suggestion": without_postcodes(one.suggestion),
            "first found": one.first_found.date(),
            "accepted because": one.accepted_reason,
        }
        for one in found
    ]


def as_csv(found: Iterable[Finding], *, name: str) -> HttpResponse:
    """The findings as CSV."""
    return csv_download(csv_text(records(found)), name=name)


def as_xlsx(found: Iterable[Finding], *, name: str) -> HttpResponse:
    """The findings as a workbook: by rule, by child, and how many each has."""
    rows = records(found)
    sheets = {
        "by rule": _most_first(rows, "rule"),
        "by child": _most_first(rows, "child"),
        "rules": _counted(rows, "rule", "what is wrong"),
        "children": _counted(rows, "child"),
    }
    return xlsx_download(sheets, name=name)


def _most_first(rows: Records, by: str) -> Records:
    counts = _counts(rows, (by,))
    return sorted(rows, key=lambda row: (-counts[(row[by],)], row[by], row["table"], row["line"]))


def _counted(rows: Records, *names: str) -> Records:
    counts = _counts(rows, names)
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return [{**dict(zip(names, key, strict=True)), "rows": counts[key]} for key in ordered]


def _counts(rows: Records, names: Sequence[str]) -> dict[tuple[Any, ...], int]:
    counts: dict[tuple[Any, ...], int] = {}
    for row in rows:
        key = tuple(row[name] for name in names)
        counts[key] = counts.get(key, 0) + 1
    return counts
