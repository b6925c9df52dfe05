"""How good the data is: what became of every rule, which failed on most rows, what was odd about the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sufficiency.analytics.disclosure import suppress_counts
from sufficiency.analytics.returns.checking import CheckResult, Outcome, RuleOutcome
from sufficiency.analytics.returns.returned import Note
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW
from sufficiency.reports.figures import Column, Table
from sufficiency.reports.results import count_in_words
from sufficiency.reports.wording import number, plural

MOST = 10  # failing rules listed; the findings themselves are for the analyst, not for a report
WORDS = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "failed",
    Outcome.NOT_APPLICABLE: "did not apply",
    Outcome.COULD_NOT_RUN: "could not run",
}
MEANING = {
    Outcome.PASSED: "Checked, and no row was wrong.",
    Outcome.FAILED: "Checked, and some rows were wrong.",
    Outcome.NOT_APPLICABLE: "Not a rule of this collection year.",
    Outcome.COULD_NOT_RUN: "Something it needs was not there, so nothing is known.",
}
_FAILING = (Column("Rule"), Column("What is wrong"), Column("Rows", is_number=True))
_NOT_RUN = (Column("Rule"), Column("What it looks for"), Column("Why not"))
_NOTES = (Column("What was done"), Column("Where"), Column("How often", is_number=True))


@dataclass(frozen=True)
class Tally:
    """How many rules ended in one way."""

    words: str
    count: str
    meaning: str
    name: str


@dataclass(frozen=True)
class Quality:
    """The sentence, the tallies and the tables of the section."""

    headline: str
    tallies: tuple[Tally, ...]
    failing: Table | None
    not_run: Table | None
    notes: Table | None


def quality(
    check: CheckResult | None, notes: Sequence[Note], messages: Mapping[str, str], *, show_all: bool = False
) -> Quality | None:
    """The section, or None where nothing was checked and nothing noted; `messages` are the rules' own words."""
    if check is None and not notes:
        return None
    return Quality(
        headline=_headline(check),
        tallies=_tallies(check) if check else (),
        failing=_failing(check, messages, show_all=show_all) if check else None,
        not_run=_not_run(check, messages) if check else None,
        notes=_notes(notes, show_all=show_all),
    )


def _headline(check: CheckResult | None) -> str:
    if check is None:
        return "The latest return was not checked against the validation rules."
    # Only rules that ran are a base for "of": the others say nothing about the data.
    counted = check.counted()
    run = counted[Outcome.PASSED] + counted[Outcome.FAILED]
    rows = sum(outcome.count for outcome in check.outcomes)
    if not run:
        return f"No rule could be run on the return of {check.year}: nothing is known of its faults."
    if not counted[Outcome.FAILED]:
        return f"The return of {check.year} passed all {plural(run, 'rule')} that could be run."
    return (
        f"{number(counted[Outcome.FAILED])} of {plural(run, 'rule')} that ran on the return of {check.year} "
        f"failed, on {plural(rows, 'row')}."
    )


def _tallies(check: CheckResult) -> tuple[Tally, ...]:
    counted = check.counted()
    return tuple(
        Tally(words, number(counted[outcome]), MEANING[outcome], outcome.value)
        for outcome, words in WORDS.items()
    )


def _failing(check: CheckResult, messages: Mapping[str, str], *, show_all: bool) -> Table | None:
    failed = sorted(_ended(check, Outcome.FAILED), key=lambda rule: (-rule.count, rule.code))
    if not failed:
        return None
    # All rules are looked at before the list is cut: the headline gives their sum.
    counts = [rule.count for rule in failed]
    shown = counts if show_all else suppress_counts(counts)
    rows = [
        (rule.code, messages.get(rule.code, ""), count_in_words(count))
        for rule, count in zip(failed[:MOST], shown, strict=False)
    ]
    more = f", the {MOST} with most rows of {len(failed)}" if len(failed) > MOST else ""
    return Table(f"Rules that failed{more}", _FAILING, tuple(rows))


def _not_run(check: CheckResult, messages: Mapping[str, str]) -> Table | None:
    rows = [
        (rule.code, messages.get(rule.code, ""), rule.reason or "")
        for rule in _ended(check, Outcome.COULD_NOT_RUN)
    ]
    return Table("Rules that could not run", _NOT_RUN, tuple(rows)) if rows else None


def _ended(check: CheckResult, outcome: Outcome) -> list[RuleOutcome]:
    return [rule for rule in check.outcomes if rule.outcome is outcome]


def _notes(notes: Sequence[Note], *, show_all: bool) -> Table | None:
    rows = [
        (note.message, note.where, count_in_words(_shown(note.count, show_all=show_all))) for note in notes
    ]
    return Table("Notes on reading, joining and forecasting", _NOTES, tuple(rows)) if rows else None


def _shown(count: int, *, show_all: bool) -> int | None:
    return count if show_all or not 0 < count < SUPPRESS_BELOW else None
