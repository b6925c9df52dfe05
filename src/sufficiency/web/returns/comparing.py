"""Findings of an upload beside those of the one it replaces: what is new, what was mended, what stays accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sufficiency.web.returns.models import Finding

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Compared:
    """How many findings are new, and how many of before are gone."""

    newly_found: int
    mended: int


def key(finding: Finding) -> Key:
    """What makes a finding the same one in another upload: lines shift, but what is wrong and why does not."""
    return finding.code, finding.table, finding.child, finding.why


def carry_over(findings: Iterable[Finding], before: Sequence[Finding]) -> Compared:
    """Give findings that were there before the day they were first found and, where accepted, the acceptance."""
    known: dict[Key, list[Finding]] = {}
    for finding in before:
        known.setdefault(key(finding), []).append(finding)
    fresh = 0
    for finding in findings:
        matching = known.get(key(finding))
        if matching:
            _take_over(finding, matching.pop(0))
        else:
            fresh += 1
    return Compared(newly_found=fresh, mended=sum(len(rest) for rest in known.values()))


def _take_over(finding: Finding, earlier: Finding) -> None:
    for name in ("first_found", "accepted_reason", "accepted_by", "accepted_at"):
        setattr(finding, name, getattr(earlier, name))
