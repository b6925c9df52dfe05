from datetime import timedelta

import pytest
from django.utils import timezone

from factories.people import AuthorityFactory
from factories.runs import RunFactory
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.runs import actions, queries
from sufficiency.web.runs.models import Run, RunKind, WrittenOnceError


def keep(authority, **changes):
    given = {
        "kind": RunKind.FORECAST,
        "title": "Forecast from 31 March 2027",
        "fingerprint": "5ababaf0f48c",
        "figures": {"series": [{"date": "2028-03-31", "mean": 1240.5}]},
        "assumptions": {"years": 5},
        "seed": 1,
        "by": Actor(name="Sufficiency", authority=authority),
    }
    return actions.keep(authority, **(given | changes))


def test_a_run_keeps_what_it_was_made_from(authority):
    run = Run.objects.get(pk=keep(authority).pk)
    assert (run.seed, run.fingerprint, run.version) == (1, "5ababaf0f48c", "0.1.0")
    assert run.figures == {"series": [{"date": "2028-03-31", "mean": 1240.5}]}
    assert timezone.now() - run.made_at < timedelta(minutes=1)


def test_keeping_a_run_is_recorded(authority):
    run = keep(authority)
    event = Event.objects.get(verb=Verb.RUN_KEPT)
    assert (event.subject, event.actor) == (str(run.pk), "Sufficiency")


def test_a_run_is_never_saved_again(authority):
    run = RunFactory(authority=authority)
    run.title = "Something better"
    with pytest.raises(WrittenOnceError, match="never changed"):
        run.save()
    assert Run.objects.get().title != "Something better"


def test_a_run_outlives_its_makers_account(signed_in, authority):
    maker = signed_in("analyst").user
    keep(authority, by=Actor(user=maker, authority=authority, name=maker.name))
    maker.memberships.all().delete()
    maker.delete()
    run = Run.objects.get()
    assert run.maker is None
    assert run.made_by == maker.name


def test_the_latest_run_is_of_its_kind_and_authority(authority):
    first, second = keep(authority), keep(authority, title="Again")
    keep(authority, kind=RunKind.SCORECARD)
    keep(AuthorityFactory())
    assert queries.latest(authority, RunKind.FORECAST) == second != first
    assert queries.latest(authority, RunKind.REPORT) is None
