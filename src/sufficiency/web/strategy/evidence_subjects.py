"""Workstreams rest on evidence: it is shown beside them and their business cases."""

from sufficiency.web.access.models import Authority
from sufficiency.web.strategy import queries
from sufficiency.web.strategy.models import Workstream


def workstreams(authority: Authority) -> list[tuple[str, str]]:
    """The workstreams of the version in force."""
    version = queries.current(authority)
    rows = version.workstreams.all() if version else []
    return [(subject_key(row), f"Workstream {row}") for row in rows]


def subject_key(row: Workstream) -> str:
    """What evidence knows a workstream by: its code, which the next version keeps."""
    return f"workstream:{row.code}"


SUBJECTS = [workstreams]
