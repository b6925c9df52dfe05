"""The recorded cases, faults and all, are the same data after a turn through CSV or XML.

XML has one sex and date of birth for each child, room for one row of UASC, OC3 and AD1, none for DoLo, and no way
to have a child without a header or to lack a table. What does not fit is put aside in the file (`xml_asides.py`), so
that nothing is lost on the way back; other programs read a faulty return without it, and notes say so.
"""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from lxml import etree

from sufficiency.analytics.returns.checking import check
from sufficiency.analytics.returns.files import GivenFile
from sufficiency.analytics.returns.reading import read_return, return_of
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.analytics.returns.tables import TABLES
from sufficiency.analytics.returns.writing import as_text, written_as_csv
from sufficiency.analytics.returns.xml_writing import written_as_xml

CASES = Path(__file__).parents[4] / "shared" / "cases" / "ssda903"
RETURNS = sorted(path for name in ("current", "previous") for path in CASES.glob(f"*/{name}"))
ASIDE = b"sufficiency-cells"


@pytest.fixture(scope="module", params=RETURNS, ids=lambda path: f"{path.parent.name}-{path.name}")
def source(request) -> Return:
    return read_return(request.param)


def read_again(files: dict[str, bytes]) -> Return:
    return return_of([GivenFile("", name, content) for name, content in files.items()], where="again")


def rows(source: Return, name: str) -> list[tuple[str | None, ...]]:
    return as_text(source.tables[name], TABLES[name]).rows()


def test_there_are_cases():
    assert RETURNS


def test_csv_is_the_same_row_by_row(source):
    again = read_again(written_as_csv(source).files)
    assert again.year == source.year
    assert {name: rows(again, name) for name in again.tables} == {
        name: rows(source, name) for name in source.tables
    }


def test_xml_is_the_same_but_for_the_order_of_rows(source):
    again = read_again(written_as_xml(source).files)
    assert again.year == source.year
    assert set(again.tables) == set(source.tables)
    for name in source.tables:
        assert Counter(rows(again, name)) == Counter(rows(source, name)), name


def test_csv_from_xml_is_the_same_too(source):
    there = read_again(written_as_xml(source).files)
    back = read_again(written_as_csv(there).files)
    for name in source.tables:
        assert Counter(rows(back, name)) == Counter(rows(source, name)), name


@pytest.mark.slow
@pytest.mark.parametrize("case", ["01", "12"])
def test_the_same_children_are_found_at_fault_in_either_form(case):
    source = read_return(CASES / case / "current")
    again = read_again(written_as_xml(source).files)
    assert children_at_fault(again) == children_at_fault(source)


def children_at_fault(source: Return) -> Counter[tuple[str, str, str]]:
    # Of rows with one date the first in the file is taken, and XML keeps rows by child, in their order.
    return Counter(check(source).findings.select("code", "table", "child").rows())


def faulty(write) -> Return:
    """A child whose review has another date of birth, one without a header, two rows where there is room for one."""
    return read_return(
        write(
            {
                "header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,F,03/04/2012,WBRI,,,\nA,M,03/04/2012,WBRI,,,\n",
                "reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\nA,04/04/2012,01/06/2025,PN1\nB,,02/06/2025,PN2\n",
                "oc3.csv": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA,03/04/2012,YES,F1,B1\nA,,NO,\x07?>,\n",
                "dolo.csv": "CHILD,DOB,DOLO_START,DOLO_END\nA,03/04/2012,01/06/2025,\n",
            }
        )
    )


def test_what_has_no_place_in_xml_is_noted_by_table(write):
    notes = written_as_xml(faulty(write)).notes
    assert [(note.message.split(".")[0], note.count) for note in notes] == [
        ("Rows of Reviews differ from their child’s header in sex or date of birth, of which XML has one", 1),
        ("Rows of OC3, DoLo have no place in XML", 2),
        ("Children have no row in the Header table; an empty HEADER stands for them in XML", 1),
    ]


def test_characters_that_xml_cannot_hold_come_back(write):
    again = read_again(written_as_xml(faulty(write)).files)
    assert ("A", None, "NO", "\x07?>", None) in rows(again, "OC3")


def test_other_programs_see_a_whole_return_without_what_was_put_aside(write):
    (content,) = written_as_xml(faulty(write)).files.values()
    root = etree.fromstring(content, etree.XMLParser(remove_pis=True))
    assert [child.findtext("HEADER/CHILDID") for child in root] == ["A", "A", "B"]
    assert root.xpath("//DoLo") == []
    assert root.xpath("string(//REVIEW)") == "01/06/2025"


def test_a_sound_return_has_nothing_put_aside(write):
    source = read_return(write({"return.xml": SOUND}))
    written = written_as_xml(source)
    assert b"<?sufficiency" not in written.files["return.xml"]
    assert written.notes == ()


SOUND = """<EXPSSDA903><CHILD><HEADER><CHILDID>A</CHILDID><SEX>M</SEX><DOB>03/04/2012</DOB><UASC>1</UASC><DUC />
</HEADER><EPISODE><DECOM>01/05/2025</DECOM><DEC>02/03/2026</DEC></EPISODE></CHILD></EXPSSDA903>"""


@pytest.mark.parametrize(
    "damage",
    [b"{", b"[1]", b'{"table": "Reviews", "row": {"COLOUR": "RED"}}', b'{"table": "Toys", "row": {}}', b"{}"],
)
def test_what_was_put_aside_and_tampered_with_is_refused(write, damage):
    (content,) = written_as_xml(faulty(write)).files.values()
    start = content.index(ASIDE) + len(ASIDE) + 1
    with pytest.raises(ReadingError, match="is damaged"):
        read_again({"return.xml": content[:start] + damage + content[content.index(b"?>", start) :]})


def test_lines_of_unaccompanied_children_are_those_of_their_headers(write):
    twice = SOUND.replace("<EXPSSDA903>", "<EXPSSDA903><CHILD><HEADER><CHILDID>Z</CHILDID></HEADER></CHILD>")
    source = read_return(write({"return.xml": twice}))
    assert source.tables["UASC"].select(pl.col("uasc_line"), "CHILD").rows() == [(3, "A")]
