"""Safe mends write the same thing properly, list every change and leave the original alone."""

import pytest

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.mends import MENDS, mended
from sufficiency.analytics.returns.reading import one_return
from sufficiency.analytics.returns.text_tables import TextReturn, text_return

HEADING = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
PLACES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


@pytest.fixture
def text(write):
    def of(rows: str, heading: str = HEADING) -> TextReturn:
        return text_return(one_return(write({"table.csv": heading + rows})))

    return of


def changes(text: TextReturn, ending: int = 2026, chosen=None) -> list[tuple]:
    return mended(text, year=CollectionYear(ending), chosen=chosen).changes.rows()


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("A, M,03/04/2012,WBRI,,,", ("spaces", "Header", 2, "SEX", " M", "M")),
        ("A,M,03/04/2012,wbri,,,", ("case", "Header", 2, "ETHNIC", "wbri", "WBRI")),
        ("A,M,2012-04-03,WBRI,,,", ("date", "Header", 2, "DOB", "2012-04-03", "03/04/2012")),
        (
            "A,M,2012-04-03 00:00:00,WBRI,,,",
            ("date", "Header", 2, "DOB", "2012-04-03 00:00:00", "03/04/2012"),
        ),
        ("A,M,3.4.2012,WBRI,,,", ("date", "Header", 2, "DOB", "3.4.2012", "03/04/2012")),
        ("A,1,03/04/2012,WBRI,,,", ("sex", "Header", 2, "SEX", "1", "M")),
    ],
)
def test_what_is_written_otherwise_is_written_properly(text, row, change):
    assert changes(text(row)) == [change]


@pytest.mark.parametrize("row", ["A,M,31-02-2012,WBRI,,,", "A,M,03/04/12,WBRI,,,", "A,M,03/04/2012,XXXX,,,"])
def test_what_would_be_a_guess_is_left_alone(text, row):
    assert changes(text(row)) == []


def test_two_mends_of_one_cell_are_listed_one_after_the_other(text):
    found = changes(text("A,M,03/04/2012, wbri,,,"))
    assert [(mend, was, becomes) for mend, _, _, _, was, becomes in found] == [
        ("spaces", " wbri", "wbri"), ("case", "wbri", "WBRI"),
    ]  # fmt: skip


def test_codes_are_replaced_only_from_the_year_that_replaced_them(text):
    row = "A,01/05/2023,S,C2,N1,H5,PR4,,,,,,\n"
    assert changes(text(row, PLACES), ending=2024) == []
    assert changes(text(row, PLACES), ending=2025) == [("supported", "Episodes", 2, "PLACE", "H5", "K3")]


def test_only_chosen_mends_are_applied_and_the_original_stays(text):
    given = text("A,1,2012-04-03,wbri,,,")
    result = mended(given, year=CollectionYear(2026), chosen=["date"])
    assert result.changes["mend"].to_list() == ["date"]
    assert result.text.tables["Header"].frame["DOB"].to_list() == ["03/04/2012"]
    assert given.tables["Header"].frame["DOB"].to_list() == ["2012-04-03"]


def test_mending_twice_changes_nothing_more(text):
    once = mended(text("a,1,2012-04-03, wbri,,,"), year=CollectionYear(2026))
    assert mended(once.text, year=CollectionYear(2026)).changes.height == 0


def test_every_mend_is_told_apart_and_labelled():
    assert len({mend.code for mend in MENDS}) == len(MENDS)
    assert all(mend.label for mend in MENDS)
