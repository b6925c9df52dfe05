"""Events of the record of use."""

from factory import Sequence
from factory.django import DjangoModelFactory

from sufficiency.web.audit.models import Event


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    verb = "child_seen"
    actor = Sequence(lambda n: f"Sam Example {n}")
    authority = "E10000003"
