import pytest

from factories.returns import analyst_of, as_given, csv_files
from sufficiency.analytics.reference.postcodes import PostcodesMissingError
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.analytics.returns.rules.catalogue import all_rules
from sufficiency.web.returns import analytics, receiving
from sufficiency.web.returns.packing import Given


@pytest.mark.parametrize(
    ("code", "tables"),
    [
        ("101", [("Header", False)]),
        ("202", [("Header", False), ("Header", True)]),
        ("501", [("Episodes", False)]),
        ("no such rule", []),
    ],
)
def test_the_tables_that_a_rule_looks_at_are_known(code, tables):
    assert analytics.tables_looked_at(code) == tables


def test_every_rule_looks_at_least_at_the_tables_it_flags():
    for rule in all_rules():
        looked_at = [name for name, is_last_year in analytics.tables_looked_at(rule.code) if not is_last_year]
        assert set(rule.tables) <= set(looked_at)


def test_without_the_postcode_list_the_rules_that_need_it_say_so(authority, monkeypatch):
    def missing(*_args, **_kwargs):
        raise PostcodesMissingError

    monkeypatch.setattr(analytics, "find_postcodes", missing)
    upload = receiving.receive(as_given(), by=analyst_of(authority))
    reasons = upload.outcomes.filter(outcome=Outcome.COULD_NOT_RUN).values_list("reason", flat=True)
    assert "Needs the postcode reference, which was not given." in reasons


def test_a_return_is_read_for_the_authority_that_uploads_it(authority):
    assert analytics.read(as_given(), authority=authority).authority == authority.code


def test_where_nothing_is_a_table_the_files_are_named(authority):
    with pytest.raises(analytics.ReadingError) as refused:
        analytics.read([Given("notes.csv", b"A,B\n1,2\n")], authority=authority)
    assert refused.value.where == "notes.csv"


def test_notes_that_quote_odd_headings_can_be_kept(authority):
    files = csv_files()
    heading, rest = files["reviews.csv"].split(b"\n", 1)
    wide = heading + b",NO\0TE\n" + b"\n".join(line + b",x" for line in rest.splitlines())
    files["reviews.csv"] = wide.decode().encode("utf-16")
    upload = receiving.receive(as_given(files), by=analyst_of(authority))
    assert any("NO TE" in note["message"] for note in upload.notes)
