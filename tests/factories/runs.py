"""Saved results."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.people import AuthorityFactory
from sufficiency.web.runs.models import Run, RunKind


class RunFactory(DjangoModelFactory):
    class Meta:
        model = Run

    authority = SubFactory(AuthorityFactory)
    kind = RunKind.SCORECARD
    title = Sequence(lambda n: f"Scorecard {n}")
    made_by = "Sam Example"
    fingerprint = "5ababaf0f48c"
    version = "0.1.0"
