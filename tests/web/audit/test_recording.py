from types import SimpleNamespace

import pytest
from django.db import transaction

from factories.events import EventFactory
from factories.people import AuthorityFactory, MembershipFactory
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit import chain, recording
from sufficiency.web.audit.models import Event, Seal
from sufficiency.web.audit.verbs import Verb


@pytest.fixture
def actor(db):
    user = MembershipFactory(user__name="Amira Hassan").user
    authority = AuthorityFactory(code="E09000001")
    return Actor(user, authority, (ROLES["analyst"],), user.name, address="10.0.0.7", request_id="abc")


def test_who_what_where_and_why_are_kept_as_plain_values(actor):
    on = AuthorityFactory()
    event = recording.seen(Verb.CHILD_SEEN, by=actor, on=on, child="A1", reason="Asked by the court")
    kept = {name: getattr(event, name) for name in ("actor", "roles", "authority", "address", "request_id")}
    assert kept == {
        "actor": "Amira Hassan", "roles": "Analyst", "authority": "E09000001", "address": "10.0.0.7", "request_id": "abc",
    }  # fmt: skip
    assert (event.subject_type, event.subject) == ("authority", str(on.pk))
    assert (event.child, event.reason) == ("A1", "Asked by the court")


def test_an_event_points_at_nothing_so_that_it_outlives_it():
    assert not [field.name for field in Event._meta.fields if field.is_relation]


def test_the_subjects_own_reference_is_kept_where_it_has_one(actor):
    upload = AuthorityFactory()
    upload.reference = "2023-24/3"
    assert recording.seen(Verb.AUDIT_SEEN, by=actor, on=upload).subject == "2023-24/3"


@pytest.mark.django_db
def test_recording_apart_from_what_it_records_is_refused(monkeypatch):
    monkeypatch.setattr(recording, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(recording.NotInTransactionError):
        recording.record(Verb.CHILD_SEEN, by=Actor(name="Someone"))


@pytest.mark.django_db
def test_what_is_undone_leaves_no_event():
    with transaction.atomic():
        recording.record(Verb.CHILD_SEEN, by=Actor(name="Someone"))
        transaction.set_rollback(True)
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_a_hundred_events_are_sealed_by_themselves(django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(chain, "SEAL_EVERY", 1)
    EventFactory()
    with django_capture_on_commit_callbacks(execute=True):
        recording.seen(Verb.CHILD_SEEN, by=Actor(name="Someone"))
    assert Seal.objects.get().events == 2
