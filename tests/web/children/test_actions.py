from datetime import date

import pytest
from django.db import DatabaseError

from factories.children import EPISODES, store
from factories.people import AuthorityFactory
from sufficiency.web.children import actions, analytics
from sufficiency.web.children.models import Child, Record, StoredReturn

LATER = """
    CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | DEC | REC
    100   | 01/05/2023 | S   | U6    | PR4            |     |
    300   | 02/06/2024 | S   | K2    | PR1            |     |
"""


def references(authority):
    return list(Child.objects.of(authority).values_list("reference", flat=True))


def test_children_are_known_from_the_rows(authority):
    store(authority)
    here, gone = Child.objects.of(authority)
    assert (here.reference, here.kind, here.in_care_since) == ("100", "agency_fostering", date(2023, 5, 1))
    assert (gone.reference, gone.is_in_care, gone.left_on) == ("200", False, date(2024, 2, 4))
    assert (here.sex, here.born, here.ethnicity) == ("F", date(2012, 6, 1), "WBRI")


def test_the_latest_year_says_where_children_are_whatever_is_stored_last(authority):
    store(authority, "2024-25", episodes=LATER)
    store(authority, "2023-24")
    assert references(authority) == ["100", "200", "300"]
    assert Child.objects.get(reference="300").kind == "in_house_residential"


def test_storing_a_year_again_replaces_it(authority):
    store(authority, upload=1)
    store(authority, upload=2, episodes="CHILD | DECOM\n400 | 01/05/2023")
    assert references(authority) == ["400"]
    assert set(Record.objects.values_list("child", "upload")) == {("400", 2)}
    assert StoredReturn.objects.get().upload == 2


def test_a_child_keeps_their_number_when_the_year_is_stored_again(authority):
    store(authority)
    before = Child.objects.get(reference="100").pk
    store(
        authority, episodes=EPISODES.replace("PR4            |            |", "PR1            |            |")
    )
    again = Child.objects.get(reference="100")
    assert again.pk == before
    assert again.kind == "in_house_fostering"


def test_storing_one_year_leaves_the_others_and_other_authorities_alone(authority):
    elsewhere = AuthorityFactory()
    store(elsewhere)
    store(authority)
    store(authority, "2024-25", episodes=LATER)
    assert list(StoredReturn.objects.of(authority).values_list("year", flat=True)) == [2024, 2025]
    assert references(elsewhere) == ["100", "200"]


def test_where_storing_fails_nothing_is_changed(authority, monkeypatch):
    store(authority, upload=1)
    fails = RuntimeError("in the middle")

    def breaks(_returns):
        raise fails

    monkeypatch.setattr(actions.analytics, "who_they_are", breaks)
    with pytest.raises(RuntimeError, match="in the middle"):
        store(authority, upload=2, episodes=LATER)
    assert references(authority) == ["100", "200"]
    assert set(Record.objects.values_list("upload", flat=True)) == {1}


def test_a_year_cannot_be_stored_twice_side_by_side(authority):
    store(authority)
    with pytest.raises(DatabaseError):
        StoredReturn.objects.create(authority=authority, year=2024, upload=9, sources={}, fingerprint="")


def test_children_without_episodes_are_known_too(authority):
    store(authority, header="CHILD | SEX | DOB\n500 | 1 | 01/01/2010")
    child = Child.objects.get()
    assert (child.reference, child.sex, child.is_in_care) == ("500", "M", False)


@pytest.mark.parametrize("born", ["01/01/0000", "31/12/9999", "32/01/2010", ""])
def test_a_birthday_that_cannot_be_is_not_known(authority, born):
    store(authority, header=f"CHILD | DOB\n500 | {born}", episodes="CHILD | DECOM\n500 | 01/05/2023")
    assert Child.objects.get().born is None


@pytest.mark.parametrize("started", ["01/01/0000", "01/01/0001", "31/12/9999", "soon"])
def test_impossible_days_of_episodes_stop_nothing(authority, started):
    store(
        authority,
        episodes=f"CHILD | DECOM | DEC | REC\n500 | {started} | 01/01/0000 | E4A\n600 | 01/05/2023 | |",
    )
    assert references(authority) == ["500", "600"]
    for child in Child.objects.of(authority):
        analytics.life_of(child)


def test_rows_that_name_no_child_are_stored_but_make_no_child(authority):
    store(authority, header="CHILD | SEX\n | 1\n700 | 2")
    assert references(authority) == ["700"]
    assert Record.objects.filter(child="").count() == 1
