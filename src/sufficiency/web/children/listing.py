"""Children as a table, one child as facts, and stored rows as tables with addresses covered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from sufficiency.analytics.returns.tables import TABLES
from sufficiency.web.children.ages import age_on
from sufficiency.web.children.lives import meaning
from sufficiency.web.children.models import Child, Record
from sufficiency.web.children.shielding import shielded
from sufficiency.web.ui.components import Cell, Column, Fact, Table
from sufficiency.web.ui.wording import full_day

COLUMNS = (
    Column("Reference", sort="reference"),
    Column("Age", is_number=True),
    Column("Sex"),
    Column("In care since", sort="since"),
    Column("Lives in", sort="kind"),
    Column("There since", sort="there"),
)
# Keys in the address to fields.
SORTED_BY = {"reference": "reference", "since": "in_care_since", "kind": "kind", "there": "placed_since"}
SEXES = {"M": "Male", "F": "Female", "U": "Not known"}
NAMES_THE_CHILD = "CHILD"  # left out where all rows are about one child


def of(children: Iterable[Child], *, as_at: date, sorted_by: str) -> Table:
    """The list of children."""
    return Table("Children", COLUMNS, [_row(child, as_at) for child in children], sorted_by=sorted_by)


def facts(child: Child, *, as_at: date) -> list[Fact]:
    """Who a child is and where they are, as at a day."""
    born = (
        f"{full_day(child.born)}, {age_on(as_at, born=child.born)} years old" if child.born else "not known"
    )
    return [
        Fact("Sex", SEXES.get(child.sex, child.sex or "not known")),
        Fact("Born", born),
        Fact("Ethnicity", meaning("ETHNIC", child.ethnicity) or "not known"),
        Fact("Unaccompanied asylum seeking child", child.uasc),
        *(_in_care(child) if child.is_in_care else _not_in_care(child)),
    ]


def tables(rows: Mapping[str, Sequence[Record]], *, uncovered: bool) -> list[Table]:
    """Every stored row, a table a table of the return, the latest year first."""
    return [_records(name, rows[name], uncovered=uncovered) for name in TABLES if name in rows]


def _row(child: Child, as_at: date) -> list[object]:
    return [
        Cell(child.reference, href=reverse("children:child", args=[child.pk])),
        age_on(as_at, born=child.born) if child.born else None,
        SEXES.get(child.sex, child.sex),
        child.in_care_since if child.is_in_care else _left(child),
        child.lives_in,
        child.placed_since,
    ]


def _left(child: Child) -> str:
    return f"Left {full_day(child.left_on)}" if child.left_on else "Not in care"


def _in_care(child: Child) -> list[Fact]:
    return [
        Fact("In care since", child.in_care_since),
        Fact("Legal status", meaning("LS", child.legal_status)),
        Fact("Lives in", child.lives_in),
        Fact("There since", child.placed_since),
    ]


def _not_in_care(child: Child) -> list[Fact]:
    return [Fact("In care", _left(child))]


def _records(name: str, records: Sequence[Record], *, uncovered: bool) -> Table:
    names = [column for column in TABLES[name].column_names if column != NAMES_THE_CHILD]
    columns = [Column("Year"), Column("Line", is_number=True), *(Column(column) for column in names)]
    return Table(name, columns, [_cells(record, names, uncovered) for record in records], shows_caption=True)


def _cells(record: Record, names: Sequence[str], uncovered: bool) -> list[object]:
    cells = record.cells if uncovered else shielded(record.table, record.cells)
    # The hyphen of a year is one at which no line ends: the columns are narrow.
    year = record.collection_year.label.replace("-", "\u2011")
    return [year, record.line, *(cells.get(name, "") for name in names)]
