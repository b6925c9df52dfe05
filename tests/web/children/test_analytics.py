from datetime import date

from factories.children import store
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.web.children import analytics
from sufficiency.web.children.models import Child

LATER = """
    CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | DEC        | REC
    100   | 01/05/2023 | S   | U6    | PR4            | 01/08/2024 | X1
    100   | 01/08/2024 | P   | K2    | PR4            |            |
"""


def test_the_history_of_stored_returns_is_that_of_the_returns(authority):
    sources = [store(authority), store(authority, "2024-25", episodes=LATER)]
    stored, read = analytics.history_of(authority), history(sources)
    assert stored.years == read.years
    for name in ("children", "episodes", "placements", "periods"):
        assert getattr(stored, name).equals(getattr(read, name))


def test_the_fingerprint_of_what_is_stored_is_that_of_the_returns(authority):
    sources = [store(authority), store(authority, "2024-25", episodes=LATER)]
    assert analytics.fingerprint_of(authority) == fingerprint(sources)


def test_a_childs_life_is_their_part_of_the_whole_history(authority):
    store(authority)
    store(authority, "2024-25", episodes=LATER)
    life = analytics.life_of(Child.objects.get(reference="100"))
    assert [(stay.kind, stay.started, stay.ended) for stay in life.stays] == [
        (Kind.AGENCY_FOSTERING, date(2023, 5, 1), date(2024, 8, 1)),
        (Kind.EXTERNAL_RESIDENTIAL, date(2024, 8, 1), None),
    ]
    assert [(one.started, one.ended) for one in life.periods] == [(date(2023, 5, 1), None)]
    assert life.until == date(2025, 3, 31)


def test_codes_come_with_their_meaning(authority):
    store(authority)
    (stay,) = analytics.life_of(Child.objects.get(reference="200")).stays
    assert stay.provider == "Private provision (PR4)"


def test_a_child_without_episodes_has_no_life_to_show(authority):
    store(authority, header="CHILD | SEX\n500 | 1")
    assert analytics.life_of(Child.objects.get()) is None
