"""The rows that a rule looked at, side by side: the row it failed on beside the child's others."""

from collections.abc import Sequence
from dataclasses import dataclass

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns import tables as return_tables
from sufficiency.web.children.models import Record
from sufficiency.web.children.shielding import shielded
from sufficiency.web.returns import queries
from sufficiency.web.returns.analytics import tables_looked_at
from sufficiency.web.returns.models import Finding
from sufficiency.web.ui.components import Cell, Column, Table, Tone

MOST_BESIDE = 6  # rows of one table: more do not fit a screen, and rules look at the nearest


@dataclass(frozen=True)
class _Looked:
    """One table of one year that the rule looked at."""

    table: str
    year: int


def side_by_side(finding: Finding) -> list[Table]:
    """For each table that the rule looked at, the child's rows in columns, the flagged one first."""
    looked = _looked_at(finding)
    names, years = [one.table for one in looked], [one.year for one in looked]
    records = queries.rows_of_child(finding, tables=names, years=years)
    shown = [(one, _of(one, records, finding)) for one in looked]
    return [_table(one, rows, finding) for one, rows in shown if rows]


def _looked_at(finding: Finding) -> list[_Looked]:
    year = finding.upload.year or 0
    looked = [
        _Looked(name, year - 1 if is_last else year) for name, is_last in tables_looked_at(finding.code)
    ]
    return list(dict.fromkeys([_Looked(finding.table, year), *looked]))


def _of(looked: _Looked, records: Sequence[Record], finding: Finding) -> list[Record]:
    """The rows of one table: the flagged one first, then those nearest to it in the file."""
    rows = [one for one in records if (one.table, one.year) == (looked.table, looked.year)]
    if looked.table != finding.table:
        return rows[:MOST_BESIDE]
    nearest = sorted(rows, key=lambda one: (not _is_flagged(one, finding), abs(one.line - finding.line)))
    first = [one for one in nearest[:MOST_BESIDE] if _is_flagged(one, finding)]
    rest = sorted((one for one in nearest[:MOST_BESIDE] if one not in first), key=lambda one: one.line)
    return [*first, *rest]


def _is_flagged(record: Record, finding: Finding) -> bool:
    here = (record.table, record.year, record.line)
    return here == (finding.table, finding.upload.year, finding.line)


def _table(looked: _Looked, records: Sequence[Record], finding: Finding) -> Table:
    heads = [_heading(one, finding) for one in records]
    flagged = set(finding.columns.split()) if looked.table == finding.table else set()
    cells = [shielded(looked.table, one.cells) for one in records]
    names = return_tables.TABLES[looked.table].column_names
    shown = [name for name in names if name in flagged or any(name in row for row in cells)]
    rows = [
        [name, *(_cell(row.get(name, ""), name in flagged and _is_flagged(one, finding))
                 for one, row in zip(records, cells, strict=True))]
        for name in shown
    ]  # fmt: skip
    caption = f"{looked.table} of {CollectionYear(looked.year)}"
    return Table(caption, [Column("Column"), *(Column(head) for head in heads)], rows, shows_caption=True)


def _heading(record: Record, finding: Finding) -> str:
    return f"Line {record.line}, this row" if _is_flagged(record, finding) else f"Line {record.line}"


def _cell(value: str, is_flagged: bool) -> object:
    return Cell(value or "blank", tone=Tone.BAD) if is_flagged else value
