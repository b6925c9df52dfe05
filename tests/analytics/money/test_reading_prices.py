"""A file of the authority's own prices."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.analytics.money.prices import ASSUMED, DERIVED, READ, PriceError, PriceSet
from sufficiency.analytics.money.reading import read_prices
from sufficiency.analytics.reference.kinds import Kind

HEADING = "kind,weekly_price,from,inflation_per_year,source\n"


@pytest.fixture
def reads(tmp_path):
    def read(text: str | bytes, name: str = "prices.csv") -> PriceSet:
        path: Path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_prices(path)

    return read


def test_a_file_as_in_the_how_to_is_read(reads):
    found = reads(
        HEADING
        + "in_house_fostering,585,2026-04-01,0.03,Fostering budget 2026-27\n"
        + 'IFA,"£1,120.50",01/04/2026,5%,Framework average April 2026\n'
    )
    ours, agency = found.prices
    assert (ours.kind, ours.weekly_price, ours.from_date) == (Kind.IN_HOUSE_FOSTERING, 585, date(2026, 4, 1))
    assert agency.weekly_price == Decimal("1120.50")
    assert agency.inflation_per_year == Decimal("0.05")
    assert agency.source == "Framework average April 2026"
    assert agency.certainty == READ
    assert found.name == "prices"


def test_inflation_and_source_may_be_left_out(reads):
    found = reads("kind,weekly_price,from\nsecure,9000,2026-04-01\n")
    assert found.prices[0].inflation_per_year == Decimal("0.03")
    assert found.prices[0].source == "prices.csv"
    assert found.prices[0].certainty == ASSUMED


def test_a_certainty_may_be_given(reads):
    found = reads("kind,weekly_price,from,certainty\nsecure,9000,2026-04-01,b\n")
    assert found.prices[0].certainty == DERIVED


def test_marks_at_the_start_blank_lines_and_windows_letters_are_taken(reads):
    text = "\ufeffKind, Weekly price ,From\r\n\r\nsecure,9000,2026-04-01\r\n,,\r\n".encode()
    assert len(reads(text).prices) == 1
    assert reads(HEADING.encode() + b"secure,\xa39000,2026-04-01,,\n").prices[0].weekly_price == 9000


def test_a_kind_may_have_prices_from_several_dates(reads):
    found = reads(HEADING + "secure,9000,2026-04-01,,\nsecure,9500,2027-04-01,,\n")
    assert [price.weekly_price for price in found.of(Kind.SECURE)] == [9000, 9500]


def test_yaml_is_read_as_well(reads):
    text = """
    prices:
      - {kind: secure, weekly_price: 9000, from: 2026-04-01, inflation_per_year: 0.04, source: our ledger}
      - kind: ifa
        weekly_price: "1,100"
        from: "01/04/2026"
      - {kind: other, weekly_price: 1, from: 2026-04-01 00:00:00}
    """
    found = reads(text, "prices.yaml")
    assert [price.kind for price in found.prices] == [Kind.AGENCY_FOSTERING, Kind.SECURE, Kind.OTHER]
    assert found.of(Kind.SECURE)[0].from_date == date(2026, 4, 1)
    assert found.of(Kind.OTHER)[0].from_date == date(2026, 4, 1)


def test_yaml_may_be_a_bare_list(reads):
    assert len(reads("- {kind: secure, weekly_price: 9000, from: 2026-04-01}", "prices.yml").prices) == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "lodgings,100,2026-04-01,,",
            r"prices.csv, line 2: “lodgings” is no kind of placement. Use one of kins",
        ),
        ("secure,-5,2026-04-01,,", r"line 2: weekly_price is -5, which cannot be pounds a week"),
        ("secure,nan,2026-04-01,,", r"line 2: weekly_price “nan” is not a number. Write it like 1080"),
        ("secure,inf,2026-04-01,,", r"line 2: weekly_price “inf” is not a number"),
        ("secure,,2026-04-01,,", r"line 2: weekly_price “” is not a number"),
        ("secure,395000,2026-04-01,,", r"line 2: weekly_price is 395000.*Give the price of one week"),
        ("secure,9000,April,,", r"line 2: from “April” is not a date. Write it like 01/04/2026"),
        ("secure,9000,,,", r"line 2: from “” is not a date"),
        ("secure,9000,2026-04-01,3,", r"line 2: inflation_per_year is 3, which is 300% a year"),
        ("secure,9000,2026-04-01,much,", r"line 2: inflation_per_year “much” is not a number"),
        ("secure,9000,2026-04-01,-0.9,", r"line 2: inflation_per_year is -0.9, which is -90% a year"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_what_to_do(reads, row, message):
    with pytest.raises(PriceError, match=message) as raised:
        reads(HEADING + row + "\n")
    assert raised.value.what_next


def test_two_prices_of_a_kind_from_one_day_are_refused_naming_both_lines(reads):
    with pytest.raises(
        PriceError, match=r"prices.csv, line 4: Agency fostering from 01/04/2026 already has .*line 2"
    ):
        reads(HEADING + "ifa,1,2026-04-01,,\nsecure,1,2026-04-01,,\nagency_fostering,2,01/04/2026,,\n")


def test_a_certainty_outside_the_scale_is_refused(reads):
    with pytest.raises(PriceError, match="certainty “D” is not one of A, B, C"):
        reads("kind,weekly_price,from,certainty\nsecure,9000,2026-04-01,D\n")


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("", "prices.csv", r"line 1: There is no column kind, weekly_price, from \(found: nothing\)"),
        ("kind,price,from\n", "prices.csv", r"no column weekly_price \(found: kind, price, from\)"),
        (HEADING, "prices.csv", r"prices.csv: There are no prices in it. Add rows of kind"),
        ("prices: [", "prices.yaml", r"prices.yaml, line 1: It is not YAML"),
        ("a: \x07", "prices.yaml", r"prices.yaml: It is not YAML"),
        ("prices: 5", "prices.yaml", r"prices.yaml: It is no list of prices"),
        ("prices: [1, 2]", "prices.yaml", r"It is no list of prices"),
        ("", "prices.yaml", r"It is no list of prices"),
        ("prices: []", "prices.yaml", r"There are no prices in it"),
        (
            "- {kind: secure, weekly_price: .nan, from: 2026-04-01}",
            "p.yaml",
            r"p.yaml, entry 1: .*“nan” is not a number",
        ),
        (
            b"PK\x03\x04\x00\x00",
            "prices.xlsx",
            r"prices.xlsx: It is no CSV or YAML file. Save the sheet as CSV",
        ),
        (b"x" * 1_000_001, "prices.csv", r"It is no CSV or YAML file"),
    ],
)
def test_a_file_that_is_no_price_list_is_refused(reads, text, name, message):
    with pytest.raises(PriceError, match=message):
        reads(text, name)


def test_a_field_too_long_for_csv_is_told_with_its_line(reads):
    with pytest.raises(PriceError, match=r"prices.csv, line 2: field larger than field limit"):
        reads(HEADING + '"' + "x" * 200_000 + '",1,2026-04-01,,\n')


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PriceError, match=r"gone.csv: No such file or directory. Check the name"):
        read_prices(tmp_path / "gone.csv")
    with pytest.raises(PriceError, match="directory"):
        read_prices(tmp_path)
