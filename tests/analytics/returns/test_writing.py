"""What is written and read again is the same data."""

from pathlib import Path

import pytest

from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import TABLES
from sufficiency.analytics.returns.writing import as_text, written_as_csv
from sufficiency.analytics.returns.xml_writing import written_as_xml

from .conftest import EPISODES, HEADER

TABLES_BESIDE = {
    "header.csv": HEADER,
    "episodes.csv": EPISODES.replace("01/05/2023", "31/02/2023"),
    "uasc.csv": "CHILD,SEX,DOB,DUC\nB,2,13/10/2015,13/10/2033\n",
    "reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\nA,03/04/2012,01/06/2023,PN1\nA,03/04/2012,01/12/2023,PN2\n",
    "oc3.csv": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA,03/04/2012,YES,F1,B1\n",
    "sw.csv": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nA,03/04/2012,SW1,01/05/2023,,FCONTA\n",
}


@pytest.fixture
def source(write) -> Return:
    return read_return(write({f"in/{name}": text for name, text in TABLES_BESIDE.items()}) / "in")


def written_again(files: dict[str, bytes], folder: Path) -> Return:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return read_return(folder)


def same(one: Return, other: Return, *names: str) -> bool:
    return all(
        as_text(one.tables[name], TABLES[name])
        .sort(pl_columns(name))
        .equals(as_text(other.tables[name], TABLES[name]).sort(pl_columns(name)))
        for name in names
    )


def pl_columns(name: str) -> tuple[str, ...]:
    return TABLES[name].column_names


def test_csv_comes_back_the_same_faults_and_all(source, tmp_path):
    again = written_again(written_as_csv(source).files, tmp_path / "out")
    assert again.year == source.year
    assert same(source, again, *source.tables)
    assert again.tables["Episodes"]["DECOM_text"][0] == "31/02/2023"


def test_xml_comes_back_the_same_where_it_has_a_form(source, tmp_path):
    again = written_again(written_as_xml(source).files, tmp_path / "out")
    assert same(source, again, "Header", "Episodes", "UASC", "Reviews", "OC3", "SWEpisodes")
    assert same(
        again, written_again(written_as_csv(again).files, tmp_path / "back"), "Header", "Episodes", "OC3"
    )


def test_episodes_of_a_child_without_a_header_are_written(write, tmp_path):
    source = read_return(write({"in/e.csv": EPISODES}) / "in")
    again = written_again(written_as_xml(source).files, tmp_path / "out")
    assert same(source, again, "Episodes")
