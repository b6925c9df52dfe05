import pytest
from django.db import DatabaseError, connection, transaction

from factories.events import EventFactory
from sufficiency.web.audit import chain
from sufficiency.web.audit.models import AppendOnlyError, Event, Seal
from sufficiency.web.audit.triggers import REFUSAL, TABLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = EventFactory(child="A1")
    chain.seal()
    return event


def test_an_event_is_written_once(event):
    event.child = "B2"
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.delete()


@pytest.mark.parametrize("model", [Event, Seal])
def test_rows_are_neither_changed_nor_deleted_together(event, model):
    with pytest.raises(AppendOnlyError):
        model.objects.update(pk=9)
    with pytest.raises(AppendOnlyError):
        model.objects.all().delete()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_database_itself_refuses(event, table, statement):
    if connection.vendor == "sqlite" and statement.startswith("TRUNCATE"):
        statement = "DELETE FROM {} WHERE id > 0"  # SQLite knows no TRUNCATE
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert Event.objects.count() == 1
