"""From failing rows to findings: where, why and what might mend it, as text for the flagged rows only."""

import re
from collections.abc import Mapping, Sequence

import polars as pl

from sufficiency.analytics.returns.parsing import text_column
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.tables import TABLES, Table

FINDING_SCHEMA = {
    "code": pl.String,
    "table": pl.String,
    "line": pl.Int64,
    "child": pl.String,
    "columns": pl.String,
    "message": pl.String,
    "why": pl.String,
    "suggestion": pl.String,
}
NOTHING = "blank"

Schema = Mapping[str, pl.DataType]
_QUOTED = re.compile(r"\{(\w+)\}")


def no_findings() -> pl.DataFrame:
    """Findings without a row."""
    return pl.DataFrame(schema=FINDING_SCHEMA)


def findings_of(rule: Rule, failing: pl.DataFrame, source: Return) -> pl.LazyFrame:
    """The findings of one rule: a row for each flagged line of each flagged table, in file order."""
    if failing.height == 0:
        return no_findings().lazy()
    # A rule may flag several tables; of those, one that was not needed may be absent.
    present = [
        name for name in rule.tables if name in source.tables and TABLES[name].line_column in failing.columns
    ]
    return pl.concat([_in_table(rule, failing, source, table) for table in present])


def quoted(template: str | None) -> tuple[str, ...]:
    """The columns a text quotes."""
    return tuple(dict.fromkeys(_QUOTED.findall(template or "")))


def told_of(rule: Rule, table: Table) -> tuple[str, ...]:
    """The columns whose values are told of a flagged row of a table."""
    return tuple(dict.fromkeys(["CHILD", *quoted(_why(rule, table)), *quoted(rule.suggestion)]))


def _in_table(rule: Rule, failing: pl.DataFrame, source: Return, name: str) -> pl.LazyFrame:
    table = TABLES[name]
    line = table.line_column
    flagged = _once(failing, line).lazy()
    rows = source.tables[name]
    schema = {**rows.schema, **failing.schema}
    own = _own_columns(failing, rule, table)
    if own:
        flagged = flagged.join(rows.lazy().select(line, *own), on=line, how="left", maintain_order="left")
    return flagged.select(
        pl.lit(rule.code).alias("code"),
        pl.lit(name).alias("table"),
        pl.col(line).cast(pl.Int64).alias("line"),
        pl.col("CHILD").alias("child"),
        pl.lit(" ".join(rule.columns[name])).alias("columns"),
        pl.lit(rule.message).alias("message"),
        _text(_why(rule, table), schema).alias("why"),
        _text(rule.suggestion, schema).alias("suggestion"),
    ).sort("line")


def _once(failing: pl.DataFrame, line: str) -> pl.DataFrame:
    """Each flagged row once: a row may fail against several others, of which the first in its file is quoted."""
    there = failing.filter(pl.col(line).is_not_null()) if failing[line].null_count() else failing
    if there[line].n_unique() == there.height:
        return there
    return there.sort(pl.all()).unique(line, keep="first", maintain_order=True)


def _own_columns(failing: pl.DataFrame, rule: Rule, table: Table) -> list[str]:
    """What is told of the flagged row itself and the rule's frame did not carry."""
    told = told_of(rule, table)
    own = [name for name in ("CHILD", *rule.columns[table.name]) if name in told]
    texts = [text_column(name) for name in table.date_columns if name in own]
    return [name for name in dict.fromkeys([*own, *texts]) if name not in failing.columns]


def _why(rule: Rule, table: Table) -> str:
    return rule.why or _values(rule.columns[table.name])


def _values(columns: Sequence[str]) -> str:
    """The usual why: each column and what stands in it."""
    return ", ".join(f"{name} {{{name}}}" for name in columns) + "."


def _text(template: str | None, schema: Schema) -> pl.Expr:
    """The text with each {COLUMN} replaced by the row's value."""
    if template is None:
        return pl.lit(None, dtype=pl.String)
    pieces = [
        _shown(piece, schema) if place % 2 else pl.lit(piece)
        for place, piece in enumerate(_QUOTED.split(template))
    ]
    return pl.concat_str(pieces)


def _shown(name: str, schema: Schema) -> pl.Expr:
    value = pl.col(name)
    if schema[name] == pl.Date:
        kept = text_column(name)
        day = value.dt.strftime("%d/%m/%Y")
        shown = pl.coalesce(day, pl.col(kept)) if kept in schema else day
    else:
        shown = value.cast(pl.String)
    return shown.fill_null(NOTHING)
