import shutil
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import TestCase

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.models import Authority, Membership
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.demo import actions
from sufficiency.web.demo.actions import Council, load
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.states import State
from sufficiency.web.runs.models import Run, RunKind

SMALL = {"years": 1, "replications": 100}
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def make_up(folder, *, seed=3):
    write_authority(
        folder, make_up_authority(children=40, years=2, last_year=CollectionYear(2027), seed=seed)
    )
    return folder


@pytest.fixture(scope="module")
def returns(tmp_path_factory):
    """Two returns of a small made-up authority, and the list of providers that lies beside them."""
    return make_up(tmp_path_factory.mktemp("made-up"))


@pytest.fixture
def told():
    """What was said to be done."""
    return []


@pytest.fixture
def step(told):
    @contextmanager
    def one(doing):
        told.append(doing)
        yield

    return one


@pytest.fixture(scope="module", autouse=True)
def _no_drawing():
    """Charts are looked at elsewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(actions, "_draw", lambda *_: None)
        yield


@pytest.fixture(scope="module")
def first(returns, django_db_setup, django_db_blocker):
    """What the first call came to; each test finds the database as it was then."""
    with django_db_blocker.unblock(), transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            loaded = load(returns, **SMALL)
        yield loaded
        transaction.set_rollback(True)


def test_the_returns_are_stored_as_if_the_analyst_had_uploaded_them(first):
    assert first.stored == ("2025-26", "2026-27")
    assert set(Upload.objects.values_list("state", "uploaded_by")) == {(State.STORED, "Farid Rahimi")}
    assert Event.objects.filter(verb=Verb.RETURN_STORED, actor="Farid Rahimi").count() == 2
    assert Run.objects.filter(kind=RunKind.SCORECARD).count() == 1


def test_there_is_one_made_up_person_in_each_role(first):
    held = Membership.objects.current().filter(authority=first.authority)
    assert sorted(held.values_list("role", flat=True)) == sorted(ROLES)
    assert first.authority.name.endswith("(made up)")


def test_scorecard_and_forecast_are_of_the_returns(first):
    assert first.scorecard.fingerprint == first.forecast.fingerprint
    assert first.forecast.assumptions["years_ahead"] == 1
    assert first.forecast.made_by == "Farid Rahimi"


def test_a_second_time_nothing_is_done(first, returns, told, step):
    second = load(returns, **SMALL, step=step)
    assert (second.stored, second.scorecard, second.forecast) == ((), first.scorecard, first.forecast)
    assert Upload.objects.count() == 2
    # These look whether their part is there, and find that it is.
    assert told == [
        "Computing the scorecard",
        "Setting up panels and their meetings",
        "Making up requests for homes",
        "Loading the county strategy of 2011",
    ]


def test_another_forecast_is_made_only_where_another_is_asked_for(first, returns):
    assert load(returns, **(SMALL | {"years": 2})).forecast != first.forecast
    assert load(returns, **SMALL).forecast == first.forecast


def test_ones_own_council_has_the_same_people_and_each_step_is_told(returns, told, step):
    loaded = load(returns, council=Council("E08000025", "Ours", ""), **SMALL, step=step)
    assert loaded.authority == Authority.objects.get(code="E08000025")
    assert loaded.authority.memberships.count() == len(ROLES)
    assert told == [
        "Checking and storing the return of 2025-26",
        "Checking and storing the return of 2026-27",
        "Computing the scorecard",
        "Playing out the future (100 times 1 years)",
        "Drawing charts",
        "Playing out “A county’s placement strategy (2011–2015)”",
        "Setting up panels and their meetings",
    ]


def test_other_returns_of_the_same_years_take_the_place_of_the_first(first, tmp_path):
    second = load(make_up(tmp_path, seed=4), **SMALL)
    assert second.stored == ("2025-26", "2026-27")
    assert second.forecast.fingerprint != first.forecast.fingerprint
    assert Upload.objects.filter(state=State.STORED).count() == 2
    assert Upload.objects.filter(state=State.REPLACED).count() == 2


def test_a_return_that_cannot_be_read_says_what_to_do(returns, tmp_path):
    folder = shutil.copytree(returns, tmp_path / "copy")
    (next(folder.glob("20*")) / "episodes.csv").write_bytes(b"CHILD,DECOM\x00\n\xff\xfe")
    with pytest.raises(ReadingError) as refused:
        load(folder, **SMALL)
    assert refused.value.what_next


def test_an_upload_under_way_is_not_disturbed(returns):
    council = Council("E08000025", "Ours", "")
    Upload.objects.create(authority=actions.make_people(council), uploaded_by="Someone")
    with pytest.raises(ReadingError, match="being checked"):
        load(returns, council=council, **SMALL)
