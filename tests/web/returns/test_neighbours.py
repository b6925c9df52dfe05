import pytest

from factories.children import store
from factories.returns import FindingFactory, UploadFactory
from sufficiency.web.returns.neighbours import MOST_BESIDE, side_by_side
from sufficiency.web.ui.components import Cell

HEADING = "CHILD | DECOM | PL_POST\n"


def episodes(count, child="100"):
    return HEADING + "\n".join(f"{child} | {day:02}/05/2025 | AB1 0AD" for day in range(1, count + 1))


@pytest.fixture
def upload(authority):
    return UploadFactory(authority=authority, year=2026)


def finding(upload, **values):
    given = {"code": "501", "table": "Episodes", "line": 3, "child": "100", "columns": "DECOM", **values}
    return FindingFactory(upload=upload, **given)


def heads(table):
    return [column.heading for column in table.columns]


def row(table, name):
    return next(cells for first, *cells in table.rows if first == name)


def test_the_flagged_row_comes_first_then_the_childs_others_in_order(upload, authority):
    store(authority, "2025-26", episodes=episodes(3))
    (table,) = side_by_side(finding(upload))
    assert heads(table) == ["Column", "Line 3, this row", "Line 2", "Line 4"]


def test_the_cell_at_fault_is_marked_and_others_are_not(upload, authority):
    store(authority, "2025-26", episodes=episodes(2))
    (table,) = side_by_side(finding(upload))
    marked, other = row(table, "DECOM")
    assert isinstance(marked, Cell)
    assert (marked.value, other) == ("02/05/2025", "01/05/2025")


def test_a_blank_cell_at_fault_says_that_it_is_blank(upload, authority):
    store(authority, "2025-26", episodes=episodes(2))
    (table,) = side_by_side(finding(upload, columns="DEC"))
    assert row(table, "DEC")[0].value == "blank"


def test_only_so_many_rows_stand_side_by_side_the_nearest_ones(upload, authority):
    store(authority, "2025-26", episodes=episodes(20))
    (table,) = side_by_side(finding(upload, line=10))
    assert heads(table)[1:] == ["Line 10, this row", *(f"Line {line}" for line in (7, 8, 9, 11, 12))]
    assert len(heads(table)) == MOST_BESIDE + 1


def test_columns_that_are_blank_throughout_are_left_out(upload, authority):
    store(authority, "2025-26", episodes=episodes(2))
    (table,) = side_by_side(finding(upload))
    assert "URN" not in [first for first, *_ in table.rows]


def test_where_the_rule_compares_with_last_year_its_row_is_shown_too(upload, authority):
    header = "CHILD | SEX\n100 | {sex}"
    store(authority, "2024-25", header=header.format(sex="F"), episodes=episodes(1).replace("2025", "2024"))
    store(authority, "2025-26", header=header.format(sex="M"), episodes=episodes(1))
    this, last = side_by_side(finding(upload, code="202", table="Header", line=2, columns="SEX"))
    assert (this.caption, last.caption) == ("Header of 2025-26", "Header of 2024-25")
    assert (row(this, "SEX")[0].value, row(last, "SEX")) == ("M", ["F"])


def test_rows_of_other_children_are_not_shown(upload, authority):
    store(authority, "2025-26", episodes=f"{episodes(2)}\n200 | 09/05/2025 | AB1 0AD")
    (table,) = side_by_side(finding(upload))
    assert row(table, "CHILD") == ["100", "100"]


def test_a_row_without_a_reference_stands_alone(upload, authority):
    store(authority, "2025-26", episodes=episodes(2, child=" "))
    (table,) = side_by_side(finding(upload, child=""))
    assert heads(table) == ["Column", "Line 3, this row"]


def test_addresses_are_covered(upload, authority):
    store(authority, "2025-26", episodes=episodes(2))
    (table,) = side_by_side(finding(upload))
    assert row(table, "PL_POST") == ["covered", "covered"]


def test_rows_of_another_authority_are_never_shown(upload):
    store(UploadFactory().authority, "2025-26", episodes=episodes(2))
    assert side_by_side(finding(upload)) == []
