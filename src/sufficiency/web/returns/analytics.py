"""Files to a Return and a Return to findings; the only place where uploads meet the analytics."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from inspect import signature
from typing import Any

import polars as pl
from django.conf import settings

from sufficiency.analytics.reference.postcodes import PostcodesMissingError, find_postcodes
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult, Outcome, check
from sufficiency.analytics.returns.files import files_in_upload
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.places import needed_postcodes
from sufficiency.analytics.returns.providers import providers_in
from sufficiency.analytics.returns.reading import return_of
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.analytics.returns.rules.catalogue import rule_by_code
from sufficiency.analytics.returns.rules.derived import DERIVED
from sufficiency.analytics.returns.tables import BY_SNAKE, TABLES
from sufficiency.web.access.models import Authority
from sufficiency.web.children.models import REFERENCE_LENGTH
from sufficiency.web.returns.packing import Given

LAST_YEAR = "_last"
NUL = "\0"


def read(files: Sequence[Given], *, authority: Authority, year: CollectionYear | None = None) -> Return:
    """The return that uploaded files hold together. Raises ReadingError: what, where, what next."""
    opened = [file for name, content in files for file in files_in_upload(name, content)]
    where = ", ".join(file.name for file in files[:4])
    source = return_of(opened, where=where, year=year, authority=authority.code)
    for name, frame in source.tables.items():
        _refuse_what_cannot_be_kept(frame, name, where=source.sources[name].file)
    # Notes and names of files may quote what no database takes.
    return replace(
        source,
        notes=tuple(
            replace(one, message=storable(one.message), where=storable(one.where)) for one in source.notes
        ),
        sources={name: replace(one, file=storable(one.file)) for name, one in source.sources.items()},
    )


def storable(text: str) -> str:
    """A text that every database takes."""
    return text.replace(NUL, " ")


def providers(file: Given) -> pl.DataFrame:
    """The list of providers in a file. Raises ReadingError: what, where, what next."""
    return providers_in(file.content, where=file.name)


def checked(source: Return, *, previous: Return | None, providers: pl.DataFrame | None) -> CheckResult:
    """Every rule, beside last year's return and the list of providers where they are there."""
    both = [one for one in (source, previous) if one is not None]
    places = _postcodes(both, providers)
    references = {"postcodes": places, "providers": providers, "authority": source.authority}
    return check(source, previous=previous, references=references)


def counts(result: CheckResult) -> dict[str, Any]:
    """What an upload keeps of a check (the fields of Upload)."""
    counted = result.counted()
    return {
        "year": result.year.ending,
        "tables": [{"name": name, **asdict(one)} for name, one in result.source.sources.items()],
        "notes": [asdict(note) for note in result.notes],
        "passed": counted[Outcome.PASSED],
        "failed": counted[Outcome.FAILED],
        "not_applicable": counted[Outcome.NOT_APPLICABLE],
        "could_not_run": counted[Outcome.COULD_NOT_RUN],
        "found": result.findings.height,
        "fingerprint": fingerprint([result.source]),
    }


def outcomes(result: CheckResult) -> list[dict[str, Any]]:
    """What became of each rule (the fields of RuleOutcome)."""
    return [
        {
            "code": one.code,
            "message": rule_by_code(one.code).message,
            "outcome": one.outcome.value,
            "reason": one.reason or "",
            "count": one.count,
        }
        for one in result.outcomes
    ]


def findings(result: CheckResult) -> list[dict[str, Any]]:
    """Every finding (the fields of Finding); texts may quote cells, never nothing."""
    texts = pl.col("child", "columns", "message", "why", "suggestion").fill_null("")
    return result.findings.with_columns(texts).to_dicts()


def tables_looked_at(code: str) -> list[tuple[str, bool]]:
    """The tables a rule looks at, its own first, each with whether it is last year's."""
    try:
        rule = rule_by_code(code)
    except KeyError:  # of an upload checked by an older program
        return []
    named = [*(TABLES[name].snake for name in rule.tables), *_tables_named(rule.uses)]
    return list(dict.fromkeys(_table(name) for name in named))


def _tables_named(names: Iterable[str]) -> list[str]:
    """The tables behind what a rule asks for by name, through the notions it is made of."""
    found: list[str] = []
    for name in names:
        if name.removesuffix(LAST_YEAR) in BY_SNAKE:
            found.append(name)
        elif name in DERIVED:
            found += _tables_named(signature(DERIVED[name]).parameters)
    return found


def _table(name: str) -> tuple[str, bool]:
    return BY_SNAKE[name.removesuffix(LAST_YEAR)].name, name.endswith(LAST_YEAR)


def _postcodes(returns: Sequence[Return], providers: pl.DataFrame | None) -> pl.DataFrame | None:
    needed = needed_postcodes(returns, providers=providers)
    try:
        return find_postcodes(needed, cache=settings.HOME / "postcodes")
    except PostcodesMissingError:  # the rules that need them say so
        return None


def _refuse_what_cannot_be_kept(frame: pl.DataFrame, name: str, *, where: str) -> None:
    """Refuse characters that a database cannot hold, and references too long to be any."""
    texts = frame.select(pl.col(pl.String))
    if any(column.str.contains(NUL, literal=True).any() for column in texts):
        raise ReadingError(
            f"The {name} table holds a character that is no text (NUL).",
            where=where,
            what_next="Export the table again; the file may be damaged.",
        )
    if (frame["CHILD"].str.len_chars() > REFERENCE_LENGTH).any():
        raise ReadingError(
            f"A child’s reference in the {name} table is longer than {REFERENCE_LENGTH} characters.",
            where=where,
            what_next="Check that the CHILD column holds the reference and nothing else.",
        )
