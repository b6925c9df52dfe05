import pytest
from django.db import connection

from factories.events import EventFactory
from sufficiency.web.audit import chain
from sufficiency.web.audit.models import Event, Seal
from sufficiency.web.audit.triggers import take_away

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed():
    """Six events under two seals, one more not sealed yet."""
    for _ in range(2):
        EventFactory.create_batch(3, child="A1")
        chain.seal()
    EventFactory()


@pytest.fixture
def tamper(sealed):
    """Changes the tables behind the program's back, as someone with the database's own password could."""
    take_away(None, connection.schema_editor())

    def change(statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return change


def test_an_untouched_record_is_whole(sealed):
    verdict = chain.verify()
    assert verdict.is_whole
    assert (verdict.seals, verdict.sealed, verdict.unsealed) == (2, 6, 1)
    assert verdict.digest == Seal.objects.last().digest


def test_nothing_new_needs_no_seal(sealed):
    assert chain.seal().events == 1
    assert chain.seal() is None


def test_an_empty_record_is_whole():
    assert chain.verify().is_whole
    assert chain.seal() is None


@pytest.mark.parametrize("field", chain.FIELDS[1:])
def test_a_changed_event_is_found(tamper, field):
    second = Event.objects.order_by("pk")[1]
    tamper(f"UPDATE audit_event SET {field} = 'changed' WHERE id = %s", second.pk)
    assert "was changed after seal 1" in chain.verify().faults[0]


def test_a_changed_time_is_found(tamper):
    first = Event.objects.order_by("pk")[0]
    tamper("UPDATE audit_event SET at = %s WHERE id = %s", "2020-01-01 00:00:00+00:00", first.pk)
    assert not chain.verify().is_whole


def test_a_deleted_event_is_found(tamper):
    tamper("DELETE FROM audit_event WHERE id = %s", Event.objects.order_by("pk")[4].pk)
    assert chain.verify().faults == ("Seal 2 was put on 3 events; 2 are there.",)


def test_a_deleted_seal_is_found(tamper):
    tamper("DELETE FROM audit_seal WHERE number = 1")
    assert chain.verify().faults[0] == "Seal 1 is missing."


def test_a_seal_made_anew_does_not_fit_the_next(tamper):
    first = Seal.objects.first()
    event = Event.objects.order_by("pk")[0]
    tamper("UPDATE audit_event SET child = 'B2' WHERE id = %s", event.pk)
    forged = chain.digest(Event.objects.filter(pk__lte=first.last_event).order_by("pk"), previous="")
    tamper("UPDATE audit_seal SET digest = %s WHERE number = 1", forged)
    assert chain.verify().faults == ("Seal 2 does not follow from the one before it.",)
