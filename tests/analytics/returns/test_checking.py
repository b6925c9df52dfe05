"""Every rule ends as passed, failed, not applicable or could not run, and says why."""

import narwhals as nw
import polars as pl
import pytest

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import Outcome, check
from sufficiency.analytics.returns.reading import read_return
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.analytics.returns.rules.catalogue import all_rules, rule_by_code
from sufficiency.analytics.returns.rules.declaring import rule

from .conftest import EPISODES, HEADER


@pytest.fixture
def source(write) -> Return:
    return read_return(write({"episodes.csv": EPISODES, "header.csv": HEADER}))


def only(result):
    (outcome,) = result.outcomes
    return outcome


def a_rule(find, **options):
    return rule("T1", flags=options.pop("flags", "Header: SEX"), **options)(find)


def always() -> nw.Expr:
    """Every row fails."""
    return ~nw.col("CHILD").is_null()


def never() -> nw.Expr:
    """No row fails."""
    return nw.col("CHILD").is_null()


def test_a_rule_that_finds_nothing_has_passed(source):
    assert only(check(source, rules=[a_rule(never)])).outcome is Outcome.PASSED


def test_a_rule_that_finds_rows_has_failed_and_names_them(source):
    result = check(source, rules=[a_rule(always)])
    assert only(result).outcome is Outcome.FAILED
    assert only(result).count == 2
    first = result.findings.row(0, named=True)
    assert first == {
        "code": "T1", "table": "Header", "line": 2, "child": "A", "columns": "SEX", "message": "Every row fails.",
        "why": "SEX 1.", "suggestion": None,
    }  # fmt: skip


def test_a_why_quotes_values_dates_and_blanks(source):
    why = "{CHILD} was born on {DOB}; MC_DOB is {MC_DOB}."
    result = check(source, rules=[a_rule(always, why=why)])
    assert result.findings["why"][0] == "A was born on 03/04/2012; MC_DOB is blank."


def test_a_date_that_is_none_is_quoted_as_it_was_written(write):
    source = read_return(
        write({"episodes.csv": EPISODES, "h.csv": HEADER.replace("03/04/2012", "31/02/2012")})
    )
    result = check(source, rules=[rule_by_code("102")])
    assert result.findings["why"].to_list() == ["DOB 31/02/2012."]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"from_year": 2025}, "Applies from 2024-25."),
        ({"until_year": 2023, "from_year": 2020}, "Applied until 2022-23."),
        ({"flags": "DoLo: DOLO_START"}, "DoLo is collected from 2026-27."),
    ],
)
def test_a_rule_of_another_year_does_not_apply(source, options, reason):
    outcome = only(check(source, rules=[a_rule(always, **options)]))
    assert (outcome.outcome, outcome.reason) == (Outcome.NOT_APPLICABLE, reason)


def test_a_rule_described_later_says_that_it_is_not_confirmed(source):
    outcome = only(check(source, rules=[a_rule(never, confirmed_from=2026)]))
    assert outcome.outcome is Outcome.PASSED
    assert outcome.reason == "Not confirmed for 2023-24: described from 2025-26."


def needs_reviews(reviews):
    """A review fails."""
    return reviews


def needs_last_year(header_last):
    """A child fails."""
    return header_last


def needs_postcodes(postcodes):
    """A place fails."""
    return postcodes


@pytest.mark.parametrize(
    ("find", "flags", "reason"),
    [
        (needs_reviews, "Reviews: REVIEW", "Needs the Reviews table."),
        (needs_last_year, "Header: SEX", "Needs last year’s return, which was not given."),
        (needs_postcodes, "Episodes: PL_POST", "Needs the postcode reference, which was not given."),
    ],
)
def test_what_could_not_be_checked_is_never_passed(source, find, flags, reason):
    outcome = only(check(source, rules=[a_rule(find, flags=flags)]))
    assert (outcome.outcome, outcome.reason) == (Outcome.COULD_NOT_RUN, reason)


def test_a_table_missing_from_last_years_return_is_named(source):
    before = Return(CollectionYear(2023), {})
    outcome = only(check(source, previous=before, rules=[a_rule(needs_last_year)]))
    assert outcome.reason == "Needs the Header table of last year’s return."


def test_something_optional_may_be_absent(source):
    def either(header, reviews=None):
        """A child fails where there are no reviews."""
        return header if reviews is None else header.filter(nw.col("CHILD").is_null())

    assert only(check(source, rules=[a_rule(either)])).count == 2


def breaks_when_written():
    """Never ends."""
    raise KeyError("Bella, born 3 April")


def breaks_when_run() -> nw.Expr:
    """Never ends either."""
    return nw.col("SEX").str.to_datetime(format="%Y") > nw.lit(1)


@pytest.mark.parametrize("find", [breaks_when_written, breaks_when_run])
def test_a_rule_that_breaks_is_reported_and_stops_no_other(source, find):
    broken = a_rule(find)
    result = check(source, rules=[broken, rule_by_code("103")])
    by_code = {outcome.code: outcome for outcome in result.outcomes}
    assert by_code["103"].outcome is Outcome.PASSED
    assert by_code["T1"].outcome is Outcome.COULD_NOT_RUN
    assert "rule itself failed" in by_code["T1"].reason
    assert "Bella" not in by_code["T1"].reason


def test_last_years_return_must_be_of_the_year_before(source):
    with pytest.raises(ReadingError, match="is of 2021-22, but this one is of 2023-24"):
        check(source, previous=Return(CollectionYear(2022), {}))


def test_all_rules_of_a_year_before_they_are_described_do_not_apply(source):
    early = Return(CollectionYear(2019), source.tables)
    assert {outcome.outcome for outcome in check(early).outcomes} == {Outcome.NOT_APPLICABLE}


def test_neither_the_order_of_rows_nor_of_rules_changes_the_findings(write):
    faulty = EPISODES.replace("01/09/2023,P", "02/09/2023,P").replace("K2", "XX").replace("E4A", "")
    source = read_return(write({"episodes.csv": faulty, "header.csv": HEADER.replace("WBRI", "")}))

    def shuffled(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.reverse()

    backwards = Return(source.year, {name: shuffled(frame) for name, frame in source.tables.items()})
    one = check(source, rules=all_rules())
    other = check(backwards, rules=tuple(reversed(all_rules())))
    assert one.outcomes == other.outcomes
    assert one.findings.equals(other.findings)
    assert one.findings.height > 0


def test_a_rule_without_a_message_cannot_be_declared():
    with pytest.raises(ValueError, match="no docstring"):
        rule("T1", flags="Header: SEX")(lambda header: header)


def test_a_rule_for_a_column_that_is_not_there_cannot_be_declared():
    with pytest.raises(ValueError, match="no column COLOUR"):
        a_rule(never, flags="Header: COLOUR")
