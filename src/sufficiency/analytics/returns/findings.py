"""From failing rows to findings: where, why and what might mend it, as text for the flagged rows only."""

import re
from collections.abc import Sequence

import polars as pl

from sufficiency.analytics.returns.parsing import text_column
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.tables import TABLES

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
_QUOTED = re.compile(r"\{(\w+)\}")


def no_findings() -> pl.DataFrame:
    """Findings without a row."""
    return pl.DataFrame(schema=FINDING_SCHEMA)


def findings_of(rule: Rule, failing: pl.DataFrame, source: Return) -> pl.DataFrame:
    """The findings of one rule: a row for each flagged line of each flagged table, in file order."""
    if failing.height == 0:
        return no_findings()
    # A rule may flag several tables; of those, one that was not needed may be absent.
    present = [
        name for name in rule.tables if name in source.tables and TABLES[name].line_column in failing.columns
    ]
    return pl.concat([_in_table(rule, failing, source, table) for table in present])


def quoted(template: str | None) -> tuple[str, ...]:
    """The columns a text quotes."""
    return tuple(dict.fromkeys(_QUOTED.findall(template or "")))


def _in_table(rule: Rule, failing: pl.DataFrame, source: Return, name: str) -> pl.DataFrame:
    table = TABLES[name]
    line = table.line_column
    # A row may fail against several others: the first of them in its file is the one quoted.
    ordered = failing.filter(pl.col(line).is_not_null()).sort(pl.all())
    flagged = ordered.unique(line, keep="first", maintain_order=True)
    if rule.why is None or rule.suggestion is None or "CHILD" not in flagged.columns:
        flagged = _with_own_values(flagged, source, rule, name)
    return flagged.select(
        pl.lit(rule.code).alias("code"),
        pl.lit(name).alias("table"),
        pl.col(line).cast(pl.Int64).alias("line"),
        pl.col("CHILD").alias("child"),
        pl.lit(" ".join(rule.columns[name])).alias("columns"),
        pl.lit(rule.message).alias("message"),
        _text(rule.why or _values(rule.columns[name]), flagged).alias("why"),
        _text(rule.suggestion, flagged).alias("suggestion"),
    ).sort("line")


def _with_own_values(flagged: pl.DataFrame, source: Return, rule: Rule, name: str) -> pl.DataFrame:
    """Take values of the flagged row itself that the rule's frame did not carry."""
    table = TABLES[name]
    wanted = [column for column in ("CHILD", *rule.columns[name]) if column not in flagged.columns]
    texts = [text_column(c) for c in table.date_columns if c in rule.columns[name]]
    wanted += [column for column in texts if column not in flagged.columns]
    own = source.tables[name].select(table.line_column, *wanted)
    return flagged.join(own, on=table.line_column, how="left", maintain_order="left")


def _values(columns: Sequence[str]) -> str:
    """The usual why: each column and what stands in it."""
    return ", ".join(f"{name} {{{name}}}" for name in columns) + "."


def _text(template: str | None, frame: pl.DataFrame) -> pl.Expr:
    """The text with each {COLUMN} replaced by the row's value."""
    if template is None:
        return pl.lit(None, dtype=pl.String)
    pieces = [
        _shown(piece, frame) if place % 2 else pl.lit(piece)
        for place, piece in enumerate(_QUOTED.split(template))
    ]
    return pl.concat_str(pieces)


def _shown(name: str, frame: pl.DataFrame) -> pl.Expr:
    value = pl.col(name)
    if frame.schema[name] == pl.Date:
        kept = text_column(name)
        day = value.dt.strftime("%d/%m/%Y")
        shown = pl.coalesce(day, pl.col(kept)) if kept in frame.columns else day
    else:
        shown = value.cast(pl.String)
    return shown.fill_null(NOTHING)
