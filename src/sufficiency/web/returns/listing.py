"""Uploads, rules and findings as tables and facts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sufficiency.analytics.returns.checking import Outcome
from sufficiency.reports.wording import plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.children.models import Child
from sufficiency.web.children.shielding import without_postcodes
from sufficiency.web.returns import wording
from sufficiency.web.returns.forms import OUTCOMES
from sufficiency.web.returns.models import Finding, ProviderList, RuleOutcome, Upload
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone

NOBODY = "(no reference)"
MOST_LISTED = 25  # rules on the overview; all are on a page of their own
RULES_SORTED_BY = {"rule": "code", "rows": "count"}
OUTCOME_TONES = {
    Outcome.FAILED: Tone.BAD,
    Outcome.PASSED: Tone.GOOD,
    Outcome.NOT_APPLICABLE: Tone.QUIET,
    Outcome.COULD_NOT_RUN: Tone.WARNING,
}
UPLOADS = (
    Column("Upload"), Column("Year"), Column("Uploaded"), Column("By"), Column("Files", is_number=True),
    Column("State"), Column("Rules failed", is_number=True), Column("Rows", is_number=True),
)  # fmt: skip
FINDINGS = (
    Column("Where"),
    Column("Rule"),
    Column("Child"),
    Column("What is wrong"),
    Column("Mend"),
    Column("State"),
)
GROUPED = (Column("Rows", is_number=True), Column("Still open", is_number=True))
RULES = (
    Column("Rule", sort="rule"), Column("What it looks for"), Column("How it ended"),
    Column("Rows", is_number=True, sort="rows"), Column("Reason"),
)  # fmt: skip
TABLES = (Column("Table"), Column("File"), Column("Rows", is_number=True))
NOTES = (Column("What was done"), Column("Where"), Column("How often", is_number=True))


def uploads(found: Iterable[Upload]) -> Table:
    """The history of uploads."""
    return Table("Uploads, newest first", UPLOADS, [_upload(one) for one in found])


def provider_list(listed: ProviderList) -> list[Fact]:
    """Which list of providers is used, and where it came from."""
    return [
        Fact("File", listed.file),
        Fact("Numbers on it", f"{listed.providers:,}"),
        Fact("Given", listed.given_at),
        Fact("By", listed.given_by),
    ]


def facts(upload: Upload) -> list[Fact]:
    """Who uploaded what, and when."""
    against = upload.checked_against
    before = (
        f"upload {against.pk}, return of {against.year_in_words}"
        if against
        else "no return of the year before"
    )
    size = sum(file["size"] for file in upload.files)
    return [
        Fact("Collection year", upload.year_in_words),
        Fact("Uploaded", upload.uploaded_at),
        Fact("By", upload.uploaded_by),
        Fact("Files", f"{plural(len(upload.files), 'file')}, {wording.file_size(size)}"),
        *(
            [
                Fact("Checked beside", before),
                Fact("Checked with", str(upload.providers) if upload.providers else "no list of providers"),
                Fact("Fingerprint", upload.fingerprint),
            ]
            if upload.was_checked
            else []
        ),
    ]


def tables_read(upload: Upload) -> Table:
    """The tables that were read, each from which file."""
    return Table(
        "Tables that were read", TABLES, [(one["name"], one["file"], one["rows"]) for one in upload.tables]
    )


def notes(upload: Upload) -> Table:
    """What was odd about the files, and put right or tolerated."""
    return Table("Notes", NOTES, [(one["message"], one["where"], one["count"]) for one in upload.notes])


def failed_rules(upload: Upload, rules: Sequence[Mapping[str, Any]]) -> Table:
    """The rules that failed on most rows, each leading to its findings."""
    rows = [
        (_to_findings(upload, one["code"], rule=one["code"]), one["message"], one["rows"], one["open"])
        for one in rules[:MOST_LISTED]
    ]
    return Table(
        "Rules that failed, most rows first", (Column("Rule"), Column("What is wrong"), *GROUPED), rows
    )


def children(upload: Upload, found: Iterable[Mapping[str, Any]]) -> Table:
    """Each child with findings, leading to them."""
    rows = [
        (
            _to_findings(upload, one["child"], child=one["child"]) if one["child"] else NOBODY,
            one["rules"], one["rows"], one["open"],
        )
        for one in found
    ]  # fmt: skip
    return Table(
        "Children, most rows first", (Column("Child"), Column("Rules", is_number=True), *GROUPED), rows
    )


def tables(upload: Upload, found: Iterable[Mapping[str, Any]]) -> Table:
    """Each table with findings, leading to them."""
    rows = [
        (_to_findings(upload, one["table"], table=one["table"]), one["rules"], one["rows"], one["open"])
        for one in found
    ]
    return Table(
        "Tables, most rows first", (Column("Table"), Column("Rules", is_number=True), *GROUPED), rows
    )


def findings(found: Iterable[Finding], *, upload: Upload, of_one_rule: bool) -> Table:
    """Findings, each leading to its page; a rule's own words are said once where all are of it."""
    return Table("Findings", FINDINGS, [_finding(one, upload, of_one_rule=of_one_rule) for one in found])


def rules(upload: Upload, outcomes: Iterable[RuleOutcome], *, sorted_by: str) -> Table:
    """What became of every rule; one that failed leads to its findings."""
    return Table("Rules", RULES, [_rule(one, upload) for one in outcomes], sorted_by=sorted_by)


def findings_of_rule(finding: Finding) -> str:
    """The address of the findings of a finding's rule."""
    return _to_findings(finding.upload, finding.code, rule=finding.code).href


def finding_facts(finding: Finding, *, child: Child | None, actor: Actor) -> list[Fact]:
    """Where a finding is, why, and what might mend it."""
    may_open = child is not None and actor.may(Permission.CHILDREN_SEE)
    href = reverse("children:child", args=[child.pk]) if child and may_open else ""
    facts = [
        Fact("Where", f"{finding.table}, line {finding.line}"),
        Fact("Child", finding.child or NOBODY, href=href, action="Open"),
        Fact("Columns", ", ".join(finding.columns.split())),
        Fact("Why", without_postcodes(finding.why)),
        Fact("Suggestion", without_postcodes(finding.suggestion)) if finding.suggestion else None,
        Fact("First found", finding.first_found),
    ]
    return [fact for fact in facts if fact]


def _rule(one: RuleOutcome, upload: Upload) -> list[object]:
    code = _to_findings(upload, one.code, rule=one.code) if one.count else one.code
    ended = Outcome(one.outcome)
    return [
        code,
        one.message,
        Cell(OUTCOMES[ended], tone=OUTCOME_TONES[ended]),
        one.count or None,
        one.reason,
    ]


def _upload(one: Upload) -> list[object]:
    return [
        Cell(f"Upload {one.pk}", href=reverse("returns:upload", args=[one.pk])),
        one.year_in_words,
        one.uploaded_at,
        one.uploaded_by,
        len(one.files),
        Cell(one.state_in_words, tone=one.tone),
        *_counts(one),
    ]


def _counts(one: Upload) -> list[object]:
    if not one.was_checked:
        return [None, None]
    # Nought would read as clean where no rule ran at all, as in the years before rules are described.
    return [one.failed, one.found] if one.failed or one.passed else ["not checked", None]


def _finding(one: Finding, upload: Upload, *, of_one_rule: bool) -> list[object]:
    # A line's number is not parted from its table at the end of a line of text.
    where = f"{one.table} line {one.line}".replace(" ", "\u00a0")
    why = without_postcodes(one.why)
    return [
        Cell(where, href=reverse("returns:finding", args=[one.pk])),
        one.code,
        one.child or NOBODY,
        why if of_one_rule else f"{one.message} {why}",
        without_postcodes(one.suggestion),
        _state(one, upload),
    ]


def _state(one: Finding, upload: Upload) -> object:
    if one.is_accepted:
        return Cell("Accepted", tone=Tone.GOOD)
    is_new = upload.newly_found is not None and one.first_found >= upload.uploaded_at
    return Cell("New", tone=Tone.WAITING) if is_new else "Open"


def _to_findings(upload: Upload, text: str, **narrowed: str) -> Cell:
    address = reverse("returns:findings", args=[upload.pk])
    return Cell(text, href=f"{address}?{urlencode(narrowed)}")
