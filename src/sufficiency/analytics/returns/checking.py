"""Check a return: every rule ends as passed, failed, not applicable or could not run, with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import narwhals as nw
import polars as pl

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.engines import Engine, PolarsEngine, Search
from sufficiency.analytics.returns.findings import findings_of, no_findings, quoted, told_of
from sufficiency.analytics.returns.lacking import LackingError, NotApplicableError
from sufficiency.analytics.returns.materials import Materials
from sufficiency.analytics.returns.parsing import text_column
from sufficiency.analytics.returns.returned import Note, ReadingError, Return
from sufficiency.analytics.returns.rules.catalogue import all_rules
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.tables import TABLES

Frame = nw.LazyFrame[Any]


class Outcome(StrEnum):
    """How a rule ended. What could not be checked is never passed."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    COULD_NOT_RUN = "could_not_run"


@dataclass(frozen=True)
class RuleOutcome:
    """What became of one rule: `count` is the number of flagged rows, `reason` says why it did not run."""

    code: str
    outcome: Outcome
    reason: str | None
    count: int


@dataclass(frozen=True)
class CheckResult:
    """What checking a return came to. `findings` has a row for each rule and flagged line."""

    source: Return
    outcomes: tuple[RuleOutcome, ...]
    findings: pl.DataFrame
    notes: tuple[Note, ...]

    @property
    def year(self) -> CollectionYear:
        """The collection year the return was checked for."""
        return self.source.year

    def counted(self) -> Mapping[Outcome, int]:
        """How many rules ended in each way."""
        return {ending: sum(o.outcome is ending for o in self.outcomes) for ending in Outcome}


def check(
    current: Return,
    *,
    previous: Return | None = None,
    references: Mapping[str, Any] | None = None,
    rules: Iterable[Rule] | None = None,
    engine: Engine | None = None,
) -> CheckResult:
    """Check a return, beside last year's where it is given.

    Neither the order of rows nor that of rules changes the result. Raises ReadingError where `previous` is not
    of the year before.
    """
    _refuse_wrong_previous(current, previous)
    materials = Materials(current, previous, engine or PolarsEngine(), references or {})
    chosen = sorted(rules if rules is not None else all_rules(), key=lambda r: r.code)
    told = [found for part in _in_parts(chosen, materials) for found in part]
    findings = pl.concat([no_findings(), *(found.findings for found in told)])
    return CheckResult(current, tuple(found.outcome for found in told), findings, current.notes)


@dataclass(frozen=True)
class _Told:
    """What a rule came to."""

    outcome: RuleOutcome
    findings: pl.DataFrame = field(default_factory=no_findings)


def _in_parts(rules: Sequence[Rule], materials: Materials) -> list[list[_Told]]:
    """What rules came to, some at a time: while some are computed, the searches of the next are made."""
    size = materials.engine.at_once or max(len(rules), 1)
    with ThreadPoolExecutor(max_workers=1) as beside:
        running = []
        for start in range(0, len(rules), size):
            part = rules[start : start + size]
            prepared = {rule.code: _prepared(rule, materials) for rule in part}
            running.append(beside.submit(_part, part, prepared, materials))
        return [part.result() for part in running]


def _part(
    rules: Sequence[Rule], prepared: Mapping[str, Search | RuleOutcome], materials: Materials
) -> list[_Told]:
    searches = {code: made for code, made in prepared.items() if isinstance(made, Search)}
    failing = _run(searches, materials.engine)
    found = _findings(rules, failing, materials.current)
    return [_told(rule, prepared[rule.code], failing, found, materials.current) for rule in rules]


def _refuse_wrong_previous(current: Return, previous: Return | None) -> None:
    if previous is not None and previous.year != current.year.previous:
        raise ReadingError(
            f"Last year’s return is of {previous.year}, but this one is of {current.year}.",
            where="the previous return",
            what_next=f"Give the return of {current.year.previous}, or leave it out.",
        )


def _prepared(rule: Rule, materials: Materials) -> Search | RuleOutcome:
    """The search for the rule's failing rows, or the reason why there can be none."""
    not_there = _not_applicable(rule, materials.current.year)
    if not_there:
        return RuleOutcome(rule.code, Outcome.NOT_APPLICABLE, not_there, 0)
    try:
        return _failing(rule, materials)
    except NotApplicableError as reason:
        return RuleOutcome(rule.code, Outcome.NOT_APPLICABLE, str(reason), 0)
    except LackingError as lack:
        return RuleOutcome(rule.code, Outcome.COULD_NOT_RUN, str(lack), 0)
    except Exception as problem:  # one rule's fault must not stop the others; it is reported as such
        return RuleOutcome(rule.code, Outcome.COULD_NOT_RUN, _fault(problem), 0)


def _not_applicable(rule: Rule, year: CollectionYear) -> str | None:
    if rule.applies_in(year):
        late = [TABLES[name] for name in rule.tables if TABLES[name].since > year.ending]
        return f"{late[0].name} is collected from {CollectionYear(late[0].since)}." if late else None
    if year.ending < rule.from_year:
        return f"Applies from {CollectionYear(rule.from_year)}."
    return f"Applied until {CollectionYear(rule.until_year)}."


def _failing(rule: Rule, materials: Materials) -> Search:
    found = rule.find(**materials.for_function(rule.find))
    if isinstance(found, nw.LazyFrame):
        carried = (*quoted(rule.why), *quoted(rule.suggestion))
        return Search(found, _there(rule, carried, found.collect_schema().names()))
    table = TABLES[rule.tables[0]]
    rows: Frame = materials.named(table.snake)
    # These rows are the table's own, so that they carry all that will be told of them.
    carried = told_of(rule, table)
    return Search(rows, _there(rule, carried, materials.current.tables[table.name].columns), found)


def _there(rule: Rule, carried: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The columns that a finding is told from, where the failing rows have them."""
    lines = [TABLES[name].line_column for name in rule.tables]
    texts = [text_column(name) for name in carried]
    there = set(names)
    return tuple(name for name in dict.fromkeys([*lines, "CHILD", *carried, *texts]) if name in there)


def _run(searches: Mapping[str, Search], engine: Engine) -> dict[str, pl.DataFrame | str]:
    """Compute all searches together; where that fails, in ever smaller parts until only the faulty one is lost."""
    codes = list(searches)
    try:
        return dict(zip(codes, engine.run(list(searches.values())), strict=True))
    except Exception as problem:
        if len(codes) <= 1:
            return dict.fromkeys(codes, _fault(problem))
        halves = codes[: len(codes) // 2], codes[len(codes) // 2 :]
        parts = [_run({code: searches[code] for code in half}, engine) for half in halves]
        return {**parts[0], **parts[1]}


def _findings(
    rules: Iterable[Rule], failing: Mapping[str, pl.DataFrame | str], current: Return
) -> dict[str, pl.DataFrame]:
    told = {
        rule.code: findings_of(rule, made, current)
        for rule in rules
        if isinstance(made := failing.get(rule.code), pl.DataFrame)
    }
    return dict(zip(told, pl.collect_all(told.values()), strict=True))


def _fault(problem: Exception) -> str:
    # Only the kind of fault is told: an engine's own words may quote a child's values.
    return f"The rule itself failed ({type(problem).__name__}). Please report it."


def _told(
    rule: Rule,
    prepared: Search | RuleOutcome,
    failing: Mapping[str, pl.DataFrame | str],
    found: Mapping[str, pl.DataFrame],
    current: Return,
) -> _Told:
    if isinstance(prepared, RuleOutcome):
        return _Told(prepared)
    if rule.code not in found:
        return _Told(RuleOutcome(rule.code, Outcome.COULD_NOT_RUN, str(failing[rule.code]), 0))
    findings = found[rule.code]
    return _Told(_outcome(rule, findings.height, current), findings)


def _outcome(rule: Rule, count: int, current: Return) -> RuleOutcome:
    unsure = current.year.ending < rule.confirmed_from
    reason = (
        f"Not confirmed for {current.year}: described from {CollectionYear(rule.confirmed_from)}."
        if unsure
        else None
    )
    return RuleOutcome(rule.code, Outcome.FAILED if count else Outcome.PASSED, reason, count)
