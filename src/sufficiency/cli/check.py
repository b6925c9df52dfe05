"""`sufficiency check`: is this return right, and if not, where and why."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.failing import DONE_WITH_FINDINGS
from sufficiency.cli.fix_list import write_fix_list
from sufficiency.cli.options import Authority, FormatOption, Output, ReturnPath, Year

if TYPE_CHECKING:
    from sufficiency.analytics.returns.checking import CheckResult
    from sufficiency.analytics.returns.engines import Engine


Record = dict[str, Any]


class EngineName(StrEnum):
    """Where the rules are run."""

    POLARS = "polars"
    SPARK = "spark"


Previous = Annotated[Path | None, typer.Option(help="Last year’s return, for the rules that compare.")]
FixList = Annotated[
    Path | None, typer.Option(help="Also write a worksheet (xlsx) for mending at the source.")
]
Providers = Annotated[Path | None, typer.Option(help="Ofsted’s list of providers (xlsx or csv).")]
EngineOption = Annotated[
    EngineName, typer.Option("--engine", help="Where rules run; spark needs the spark extra and Java.")
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    path: ReturnPath,
    previous: Previous = None,
    year: Year = None,
    authority: Authority = None,
    providers: Providers = None,
    fix_list: FixList = None,
    asked: FormatOption = None,
    output: Output = None,
    engine: EngineOption = EngineName.POLARS,
) -> None:
    """Validate a return: every rule ends as passed, failed, not applicable or could not run."""
    result = checked(
        path, previous=previous, year=year, authority=authority, providers=providers, engine=_engine(engine)
    )
    if fix_list is not None:
        write_fix_list(result, fix_list)
    deliver(answer(result), asked=asked, output=output)
    if result.findings.height:
        raise typer.Exit(DONE_WITH_FINDINGS)


def checked(
    path: Path,
    *,
    previous: Path | None = None,
    year: CollectionYear | None = None,
    authority: str | None = None,
    providers: Path | None = None,
    engine: "Engine | None" = None,
) -> "CheckResult":
    """Read and check one return beside last year's."""
    from sufficiency.analytics.returns.checking import check as run_rules
    from sufficiency.analytics.returns.reading import read_return
    from sufficiency.cli.references import references

    current = read_return(path, year=year, authority=authority)
    before = read_return(previous) if previous else None
    both = [source for source in (current, before) if source]
    given = references(both, authority=authority, providers=providers)
    return run_rules(current, previous=before, references=given, engine=engine)


def _engine(name: EngineName) -> "Engine":
    if name is EngineName.SPARK:
        from sufficiency.analytics.returns.spark import SparkEngine

        return SparkEngine()
    from sufficiency.analytics.returns.engines import PolarsEngine

    return PolarsEngine()


def answer(result: "CheckResult") -> Answer:
    """A check's result in every form, with the keys of the command line's contract."""
    rules: list[Record] = [
        {"code": o.code, "outcome": o.outcome.value, "reason": o.reason, "count": o.count}
        for o in result.outcomes
    ]
    notes: list[Record] = [{"message": n.message, "where": n.where, "count": n.count} for n in result.notes]
    return Answer(
        lambda: in_words(result),
        lambda: _contract(result, rules, notes),
        {"findings": result.findings, "rules": rules, "notes": notes},
    )


def _contract(result: "CheckResult", rules: list[Record], notes: list[Record]) -> dict[str, Any]:
    found = result.findings.iter_rows(named=True)
    return {
        "collection_year": result.year.label,
        "tables": {name: {"file": s.file, "rows": s.rows} for name, s in result.source.sources.items()},
        "rules": rules,
        "findings": [{**row, "columns": str(row["columns"]).split()} for row in found],
        "notes": notes,
    }


def sentence(result: "CheckResult") -> str:
    """How the check ended, in one sentence with all four outcomes."""
    from sufficiency.analytics.returns.checking import Outcome

    counts = result.counted()
    if not counts[Outcome.PASSED] + counts[Outcome.FAILED]:
        return (
            f"The return for {result.year} was not checked: {counts[Outcome.NOT_APPLICABLE]} rules do not apply to it "
            f"and {counts[Outcome.COULD_NOT_RUN]} could not run"
        )
    return (
        f"The return for {result.year}: {counts[Outcome.FAILED]} of {len(result.outcomes)} rules failed on "
        f"{result.findings.height:,} rows · {counts[Outcome.PASSED]} passed · "
        f"{counts[Outcome.NOT_APPLICABLE]} did not apply · {counts[Outcome.COULD_NOT_RUN]} could not run"
    )


def in_words(result: "CheckResult") -> str:
    """The result for the screen: the sentence, then what failed, then what could not be checked."""
    from sufficiency.analytics.returns.checking import Outcome
    from sufficiency.reports.tables import text_table

    messages = dict(result.findings.select("code", "message").unique().iter_rows())
    failed = sorted(
        (o for o in result.outcomes if o.outcome is Outcome.FAILED), key=lambda o: (-o.count, o.code)
    )
    rows = [{"rule": o.code, "rows": o.count, "what is wrong": messages[o.code]} for o in failed]
    parts = [
        f"{sentence(result)}\n",
        text_table(rows) if rows else "",
        _could_not_run(result),
        _notes(result),
    ]
    return "\n".join(part for part in parts if part)


def _could_not_run(result: "CheckResult") -> str:
    from sufficiency.analytics.returns.checking import Outcome

    reasons: dict[str, list[str]] = {}
    for outcome in result.outcomes:
        if outcome.outcome is Outcome.COULD_NOT_RUN:
            reasons.setdefault(outcome.reason or "", []).append(outcome.code)
    return "".join(
        f"Could not be checked: {', '.join(codes)}. {reason}\n" for reason, codes in reasons.items()
    )


def _notes(result: "CheckResult") -> str:
    return "".join(f"Note: {n.message} ({n.where}, {n.count})\n" for n in result.notes)
