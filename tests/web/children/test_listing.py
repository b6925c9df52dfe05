from datetime import date

from factories.children import ChildFactory, store
from sufficiency.web.children import listing, queries
from sufficiency.web.children.models import Child

AS_AT = date(2027, 3, 31)


def fact(child, label):
    return next((one.value for one in listing.facts(child, as_at=AS_AT) if one.label == label), None)


def test_a_child_in_care_is_told_with_where_and_since_when():
    child = ChildFactory.build(
        authority=None, in_care_since=date(2026, 1, 5), kind="secure", legal_status="C2"
    )
    assert fact(child, "Lives in") == "Secure children’s home"
    assert fact(child, "In care since") == date(2026, 1, 5)
    assert fact(child, "Legal status") == "Full care order (C2)"


def test_a_child_who_left_is_told_with_the_day():
    child = ChildFactory.build(authority=None, left_on=date(2025, 2, 4))
    assert fact(child, "In care") == "Left 4 February 2025"
    assert fact(child, "Lives in") is None


def test_what_is_not_known_is_said_to_be_not_known():
    child = ChildFactory.build(authority=None, sex="", born=None)
    assert [fact(child, label) for label in ("Sex", "Born", "Ethnicity")] == ["not known"] * 3


def test_rows_come_by_table_with_the_latest_year_first(authority):
    store(authority, "2023-24")
    store(authority, "2024-25", episodes="CHILD | DECOM\n100 | 01/05/2023")
    rows = queries.rows_about(Child.objects.get(reference="100"))
    header, episodes = listing.tables(rows, uncovered=False)
    assert (header.caption, episodes.caption) == ("Header", "Episodes")
    assert [cells[0] for cells in episodes.rows] == ["2024\u201125", "2023\u201124"]


def test_addresses_are_uncovered_only_when_asked(authority):
    store(authority)
    rows = queries.rows_about(Child.objects.get(reference="100"))
    shown = [str(listing.tables(rows, uncovered=uncovered)) for uncovered in (False, True)]
    assert ["AB1 2CD" in text for text in shown] == [False, True]
