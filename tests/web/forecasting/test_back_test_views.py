"""The page of the back-test."""

import pytest

from factories.children import store
from factories.councils import episodes
from factories.people import AuthorityFactory
from factories.runs import RunFactory
from reports.test_backtest_words import BOTH
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.reports.results import Results
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import analytics, back_test_views
from sufficiency.web.performance import analytics as measuring
from sufficiency.web.runs.models import Run, RunKind

ADDRESS = "/forecasts/back-test/"


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def scores(council, remembered, monkeypatch, signed_in):
    """A kept back-test, with scores as they may come out."""
    monkeypatch.setattr(analytics, "back_test", lambda _: BOTH)
    monkeypatch.setattr(measuring, "compute", _once(measuring.compute, remembered))
    assert signed_in("analyst").post(f"{ADDRESS}run/").status_code == 302
    return Run.objects.get(kind=RunKind.BACK_TEST)


def _once(work, remembered):
    def answer(*given):
        if "compute" not in remembered:
            remembered["compute"] = work(*given)
        return remembered["compute"]

    return answer


def test_before_there_is_one_the_page_says_what_it_is(signed_in):
    assert "It needs five years of returns" in text(signed_in("councillor").get(ADDRESS))
    assert "Make a back-test" in text(signed_in("analyst").get(ADDRESS))


def test_the_page_says_where_a_simpler_method_came_closer(scores, signed_in):
    page = text(signed_in("analyst").get(ADDRESS))
    assert "this forecast came closest in 1 of 2 comparisons" in page
    assert "Last value, +50%" in page
    assert "Against each simpler method" in page
    assert text(signed_in("analyst").get(f"{ADDRESS}{scores.pk}/")).count("+50%") == 1


def test_a_back_test_is_of_the_returns_until_these_change(council, scores, signed_in):
    assert "returns have changed" not in text(signed_in("analyst").get(ADDRESS))
    store(council, "2023-24", upload=3, episodes=episodes(50))
    assert "returns have changed" in text(signed_in("analyst").get(ADDRESS))


def test_scores_of_small_groups_are_left_out_for_who_may_not_see_them(scores, signed_in, monkeypatch):
    monkeypatch.setattr(back_test_views, "measures_with", lambda *_, **__: Results.of([]))
    monkeypatch.setattr(Results, "part_points", lambda *_: None)
    page = text(signed_in("councillor").get(ADDRESS))
    assert "Not shown, because counts of 1 to 5 could be worked out: Secure" in page
    assert "secure" not in text(signed_in("councillor").get(f"{ADDRESS}{scores.pk}/download/"))
    assert "secure" in text(signed_in("analyst").get(f"{ADDRESS}{scores.pk}/download/"))
    assert Event.objects.filter(verb=Verb.FORECAST_EXPORTED).count() == 2


def test_too_few_returns_are_told(council, signed_in, monkeypatch):
    def refuse(_):
        raise ForecastError("There are 2 return(s).", where="x", what_next="Add returns of earlier years.")

    monkeypatch.setattr(analytics, "back_test", refuse)
    page = signed_in("analyst").post(f"{ADDRESS}run/", follow=True)
    assert "Add returns of earlier years." in text(page)
    assert not Run.objects.filter(kind=RunKind.BACK_TEST).exists()


def test_anothers_back_test_is_not_found(authority, signed_in):
    theirs = RunFactory(authority=AuthorityFactory(), kind=RunKind.BACK_TEST)
    assert signed_in("analyst").get(f"{ADDRESS}{theirs.pk}/").status_code == 404
