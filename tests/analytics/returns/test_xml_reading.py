"""A return in XML gives the same tables as CSV, or an error that says what to do."""

import pytest

from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.returned import ReadingError

RETURN = """<EXPSSDA903>
<CHILD><HEADER><CHILDID>A</CHILDID><UPN>UN1</UPN><SEX>M</SEX><DOB>03/04/2012</DOB><ETHNIC>WBRI</ETHNIC>
<UASC>1</UASC><DUC /><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
<AREVIEW><REVIEW>01/06/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>01/12/2025</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
<MOTHER /><MC_DOB /><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
<AD_PLACED><DATE_PLACED>02/05/2025</DATE_PLACED></AD_PLACED></HEADER>
<EPISODE><DECOM>01/05/2025</DECOM><RNE>S</RNE><LS>c2</LS><CIN>N1</CIN><PL>U6</PL>
<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>02/03/2026</DEC><REC>X1</REC></EPISODE></CHILD>
<CHILD><HEADER><CHILDID>B</CHILDID><UASC>0</UASC></HEADER></CHILD>
</EXPSSDA903>"""


def test_every_table_is_read_from_its_place(write):
    returned = read_return(write({"return.xml": RETURN}) / "return.xml")
    rows = {name: frame.height for name, frame in returned.tables.items()}
    assert rows == {
        "Header": 2, "Episodes": 1, "Reviews": 2, "UASC": 1, "OC2": 0, "OC3": 1, "AD1": 0, "PlacedAdoption": 1,
        "PrevPerm": 1, "Missing": 0,
    }  # fmt: skip
    assert returned.year.ending == 2026
    assert returned.tables["Episodes"].select("CHILD", "PLACE", "LS").rows() == [("A", "U6", "C2")]
    assert returned.tables["Reviews"]["reviews_line"].to_list() == [2, 3]
    assert returned.tables["UASC"].select("CHILD", "SEX", "DOB_text").rows() == [("A", "M", "03/04/2012")]


def test_the_headers_own_flag_is_kept(write):
    returned = read_return(write({"return.xml": RETURN}))
    assert returned.tables["Header"]["UASC"].to_list() == ["1", "0"]


def test_tables_without_a_form_in_xml_are_not_there_rather_than_empty(write):
    returned = read_return(write({"return.xml": RETURN}))
    assert not {"SWEpisodes", "DoLo"} & set(returned.tables)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<EXPSSDA903><CHILD></EXPSSDA903>", "not well-formed XML"),
        ("<CIN><CHILD/></CIN>", "begins with CIN"),
        ("<EXPSSDA903></EXPSSDA903>", "no child"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><EXPSSDA903>&a;</EXPSSDA903>', "document type or entities"),
        ("", "not well-formed XML"),
    ],
)
def test_other_xml_is_refused_clearly(write, text, what):
    with pytest.raises(ReadingError, match=what) as caught:
        read_return(write({"return.xml": text}))
    assert caught.value.where == "return.xml"
