"""What came of an upload, in sentences."""

from collections.abc import Mapping, Sequence

from sufficiency.reports.wording import number, plural
from sufficiency.web.returns.models import Upload

REASONS_IN_SENTENCE = 1  # more are told below it
NONE: Mapping[str, Sequence[str]] = {}


def sentence(upload: Upload, not_run: Mapping[str, Sequence[str]] = NONE) -> str:
    """How the rules ended: "11 of 322 rules failed on 48 rows · 297 passed · 9 did not apply · 5 could not run"."""
    parts = [
        _failed(upload),
        f"{number(upload.passed)} passed",
        f"{number(upload.not_applicable)} did not apply",
        f"{number(upload.could_not_run)} could not run{_because(not_run)}",
    ]
    return " · ".join(parts)


def since_before(upload: Upload) -> str:
    """What changed since the upload of the same year before; blank where there was none."""
    if upload.newly_found is None or upload.mended is None:
        return ""
    if not upload.newly_found and not upload.mended:
        return "The same findings as in the upload before."
    return f"Since the upload before: {number(upload.mended)} mended, {number(upload.newly_found)} new."


def file_size(size: int) -> str:
    """A size as people say it: "900 bytes", "12 kB", "3.4 MB"."""
    if size < 1_000:
        return plural(size, "byte")
    return f"{number(size / 1_000)} kB" if size < 1_000_000 else f"{number(size / 1_000_000, places=1)} MB"


def _failed(upload: Upload) -> str:
    rules = plural(upload.rules, "rule")
    if upload.failed:
        return f"{number(upload.failed)} of {rules} failed on {plural(upload.found, 'row')}"
    return f"None of {rules} failed" if upload.passed else f"None of {rules} could be checked"


def _because(not_run: Mapping[str, Sequence[str]]) -> str:
    if not not_run:
        return ""
    if len(not_run) > REASONS_IN_SENTENCE:
        return f" ({plural(len(not_run), 'reason')}, below)"
    reason = next(iter(not_run)).rstrip(".")
    return f" ({reason[:1].lower()}{reason[1:]})"
