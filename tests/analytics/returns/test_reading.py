"""A folder, zip or file becomes a Return, or an error that says what, where and what next."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns import files
from sufficiency.analytics.returns.reading import read_return, read_returns
from sufficiency.analytics.returns.returned import ReadingError

from .conftest import EPISODES, HEADER


def messages(returned) -> list[str]:
    return [note.message for note in returned.notes]


def refused(path: Path) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_return(path)
    assert caught.value.what
    assert caught.value.where
    assert caught.value.what_next
    return caught.value


def test_a_folder_is_read_with_tables_known_by_their_columns(write):
    returned = read_return(write({"anything.csv": EPISODES, "people.txt": HEADER}))
    assert returned.year == CollectionYear(2024)
    assert set(returned.tables) == {"Header", "Episodes"}
    assert returned.sources["Episodes"].file == "anything.csv"
    assert returned.sources["Episodes"].rows == 3


def test_dates_are_parsed_and_their_text_is_kept(write):
    text = EPISODES.replace("01/05/2023", "31/02/2023")
    episodes = read_return(write({"e.csv": text})).tables["Episodes"]
    assert episodes["DECOM"].to_list() == [None, date(2023, 9, 1), date(2020, 2, 3)]
    assert episodes["DECOM_text"].to_list()[0] == "31/02/2023"


def test_lines_are_those_of_the_file_even_after_a_blank_line(write):
    heading, *rows = EPISODES.splitlines()
    text = "\n".join([heading, rows[0], "", rows[1], rows[2]]) + "\n"
    episodes = read_return(write({"e.csv": text})).tables["Episodes"]
    assert episodes["episodes_line"].to_list() == [2, 4, 5]


def test_lines_are_right_after_a_quoted_line_break(write):
    heading, *rows = EPISODES.splitlines()
    broken = rows[0].replace("CB1 1AA", '"CB1\n1AA"', 1)
    episodes = read_return(write({"e.csv": "\n".join([heading, broken, *rows[1:]])})).tables["Episodes"]
    assert episodes["episodes_line"].to_list() == [2, 4, 5]


def test_a_zip_reads_as_its_folder_does(write, tmp_path):
    folder = write({"2024/episodes.csv": EPISODES, "2024/header.csv": HEADER})
    packed = tmp_path / "return.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted((folder / "2024").iterdir()):
            archive.write(file, f"deep/inside/{file.name}")
    one, other = read_return(packed), read_return(folder / "2024")
    assert one.year == other.year
    assert all(one.tables[name].equals(other.tables[name]) for name in other.tables)


def test_the_folders_name_is_only_a_hint(write):
    folder = write(
        {
            "2011/episodes.csv": EPISODES,
            "x/2012/episodes.csv": EPISODES.replace("2023", "2022").replace("2024", "2023"),
        }
    )
    assert [r.year.ending for r in read_returns(folder)] == [2023, 2024]


def test_other_csv_files_between_the_returns_are_passed_over(write):
    other = "code,table,line,child\n101,Header,2,A\n"
    folder = write({"2024/episodes.csv": EPISODES, "findings/findings.csv": other})
    assert [r.year.ending for r in read_returns(folder)] == [2024]
    assert read_return(folder).year.ending == 2024


def test_two_returns_of_one_year_are_refused(write):
    folder = write({"a/episodes.csv": EPISODES, "b/episodes.csv": EPISODES})
    with pytest.raises(ReadingError, match="Two returns are of 2023-24: a and b"):
        read_returns(folder)


def test_extra_columns_case_and_spaces_are_tolerated_and_noted(write):
    lines = EPISODES.splitlines()
    text = "\n".join(
        [lines[0].lower() + ",TEAM", *(f"{line.replace('C2', ' c2 ')},North" for line in lines[1:])]
    )
    returned = read_return(write({"e.csv": text}))
    assert returned.tables["Episodes"]["LS"].to_list() == ["C2"] * 3
    noted = {note.message: note.count for note in returned.notes}
    assert noted["Spaces around values were left out."] == 3
    assert noted["Values in lower case were read as upper case."] == 3
    assert any("left out: TEAM" in message for message in noted)


@pytest.mark.parametrize(
    ("content", "noted"),
    [
        (b"\xef\xbb\xbf" + EPISODES.encode(), "UTF-8 with a byte order mark"),
        (EPISODES.encode("utf-16"), "UTF-16"),
        (EPISODES.replace("CB1 1AA", "CB1\xa01AA").encode("cp1252"), "Windows text"),
        (EPISODES.replace(",", ";").encode(), "other than a comma"),
    ],
)
def test_other_encodings_and_separators_are_read_and_noted(write, content, noted):
    returned = read_return(write({"e.csv": content}))
    assert returned.sources["Episodes"].rows == 3
    assert any(noted in message for message in messages(returned))


def test_a_table_written_year_first_is_read_and_noted(write):
    def iso(value: str) -> str:
        return "-".join(reversed(value.split("/"))) if value.count("/") == 2 else value

    text = "\n".join(",".join(iso(v) for v in line.split(",")) for line in EPISODES.splitlines())
    returned = read_return(write({"e.csv": text}))
    assert returned.tables["Episodes"]["DECOM"].to_list()[0] == date(2023, 5, 1)
    assert returned.tables["Episodes"]["DECOM_text"].to_list()[0] == "01/05/2023"
    assert any("year first" in message for message in messages(returned))


def test_a_lone_date_written_year_first_stays_a_fault(write):
    episodes = read_return(write({"e.csv": EPISODES.replace("01/05/2023", "2023-05-01")})).tables["Episodes"]
    assert episodes["DECOM"].to_list()[0] is None


def test_a_missing_column_is_named_with_its_meaning(write):
    text = "\n".join(",".join(line.split(",")[:1] + line.split(",")[2:]) for line in EPISODES.splitlines())
    error = refused(write({"episodes.csv": text}))
    assert "no DECOM column (date the episode started)" in error.what
    assert error.where == "episodes.csv"
    assert "CHILD, DECOM, RNE" in error.what_next


def test_a_file_that_is_no_table_is_left_out_and_noted(write):
    returned = read_return(write({"episodes.csv": EPISODES, "staff.csv": "NAME,TEAM\nA,B\n"}))
    assert set(returned.tables) == {"Episodes"}
    assert any("Not a table of the return" in message for message in messages(returned))


def test_two_files_of_one_table_are_refused(write):
    error = refused(write({"episodes.csv": EPISODES, "episodes_old.csv": EPISODES}))
    assert "episodes.csv" in error.what
    assert "episodes_old.csv" in error.what


def test_two_years_in_one_file_are_refused(write):
    heading = EPISODES.splitlines()[0]
    rows = [
        f"A{n},01/05/{y - 1},S,C2,N1,U6,PR1,01/09/{y - 1},E4A,,,," for n in range(30) for y in (2023, 2024)
    ]
    error = refused(write({"episodes.csv": "\n".join([heading, *rows])}))
    assert "2022-23 and 2023-24" in error.what


def test_headings_without_rows_are_refused(write):
    assert "no rows" in refused(write({"episodes.csv": EPISODES.splitlines()[0] + "\n"})).what


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("episodes.csv", b"", "empty"),
        ("episodes.csv", b"PK\x03\x04\x00\x00\x00\x00", "not a text file"),
        ("episodes.csv", b"NAME,TEAM\nA,B\n", "None of the 1 files"),
        ("episodes.csv", EPISODES.encode() + b"C,1,2,3,4,5,6,7,8,9,10,11,12,13,14\n", "Line 5 has 15 values"),
        ("episodes.csv", EPISODES.replace("CHILD,DECOM", "CHILD,CHILD").encode(), "stands twice"),
        ("return.xlsx", b"PK\x03\x04", "no CSV or XML files"),
    ],
)
def test_a_wrong_file_is_refused_clearly(write, name, content, what):
    assert what in refused(write({name: content})).what


def test_a_workbook_given_as_the_file_is_told_what_to_do(write):
    error = refused(write({"return.xlsx": b"PK\x03\x04"}) / "return.xlsx")
    assert "Save each sheet as CSV" in error.what_next


def test_a_path_that_is_not_there_is_refused(tmp_path):
    assert "no such file" in refused(tmp_path / "nowhere").what


def test_a_file_that_is_too_large_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 2 * files.MEBIBYTE)
    (tmp_path / "episodes.csv").write_bytes(b"x" * (3 * files.MEBIBYTE))
    assert "is 3 MB; more than 2 MB is not read" in refused(tmp_path).what


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_FILE_BYTES", files.MEBIBYTE)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("episodes.csv", b"0" * (4 * files.MEBIBYTE))
    assert bomb.stat().st_size < files.MEBIBYTE
    assert "more than 1 MB" in refused(bomb).what


def test_a_damaged_zip_is_refused(tmp_path):
    packed = tmp_path / "return.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("episodes.csv", EPISODES * 50)
    content = bytearray(packed.read_bytes())
    content[60:120] = b"\0" * 60
    packed.write_bytes(bytes(content))
    assert "cannot be opened" in refused(packed).what


def test_a_zip_with_a_broken_directory_is_refused(tmp_path):
    packed = tmp_path / "return.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("episodes.csv", EPISODES)
    content = bytearray(packed.read_bytes())
    start = content.rfind(b"PK\x01\x02")
    content[start : start + 4] = b"XXXX"
    packed.write_bytes(bytes(content))
    assert "damaged" in refused(packed).what


def test_a_year_that_is_not_described_is_refused(write):
    text = EPISODES.replace("2023", "2003").replace("2024", "2004")
    assert "2003-04" in refused(write({"episodes.csv": text})).what


def test_a_year_that_is_given_is_taken(write):
    returned = read_return(write({"e.csv": EPISODES}), year=CollectionYear(2026))
    assert returned.year == CollectionYear(2026)


def test_nothing_to_tell_the_year_by_is_refused(write):
    assert "cannot be told" in refused(write({"header.csv": HEADER})).what


def test_a_table_before_its_first_year_is_noted(write):
    returned = read_return(write({"e.csv": EPISODES, "d.csv": "CHILD,DOB,DOLO_START,DOLO_END\nA,,,\n"}))
    assert any("DoLo table was not collected in 2023-24" in message for message in messages(returned))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_but_never_crash(tmp_path, noise):
    folder = tmp_path / "fuzz"
    folder.mkdir(exist_ok=True)
    (folder / "episodes.csv").write_bytes(EPISODES.encode() + noise)
    try:
        rows = read_return(folder).sources["Episodes"].rows
    except ReadingError as error:
        rows = len(error.what_next)
    assert rows >= 3


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(EPISODES.splitlines()[0].split(",")))
def test_the_order_of_columns_does_not_matter(tmp_path, order):
    heading = EPISODES.splitlines()[0].split(",")
    places = [heading.index(name) for name in order]
    text = "\n".join(",".join(line.split(",")[p] for p in places) for line in EPISODES.splitlines())
    folder = tmp_path / "order"
    folder.mkdir(exist_ok=True)
    (folder / "e.csv").write_text(text)
    assert read_return(folder).tables["Episodes"]["URN"].to_list() == ["SC000001", "SC000002", "SC000003"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"|", "The file is empty"),
        (b",,\n,,\n", "The file is empty"),
        (b'CHILD,SEX\n"A"\rB,F\n"C\nD",M\n', "cannot be told apart"),
    ],
)
def test_what_has_no_heading_or_no_lines_is_refused(write, content, what):
    with pytest.raises(ReadingError, match=what):
        read_return(write({"a.csv": content}) / "a.csv")
