import pytest

from factories.children import store
from factories.councils import episodes
from factories.returns import RuleOutcomeFactory, UploadFactory
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import actions, queries, showing
from sufficiency.web.runs.models import Run, RunKind
from web.forecasting.conftest import asked


def test_a_forecast_is_kept_with_what_it_was_made_from(forecast):
    assert (forecast.kind, forecast.seed, forecast.made_by) == (RunKind.FORECAST, 1, "Sam Example")
    assert forecast.title == "Forecast of 2 years from 31 March 2024"
    assert forecast.assumptions["years"] == ["2022-23", "2023-24"]
    assert forecast.assumptions["prices"] == "England 2024-25, with assumed prices by kind"
    assert Event.objects.filter(verb=Verb.RUN_KEPT, subject=str(forecast.pk)).exists()


def test_a_forecast_brings_the_scorecard_up_to_date_and_names_it(forecast):
    scorecard = queries.scorecard_of(forecast)
    assert scorecard.kind == RunKind.SCORECARD
    assert scorecard.fingerprint == forecast.fingerprint


def test_a_forecast_keeps_what_became_of_the_rules_on_the_latest_return(council, someone, monkeypatch):
    upload = UploadFactory(authority=council, year=2024, notes=[{"message": "m", "where": "w", "count": 2}])
    RuleOutcomeFactory(upload=upload, code="101", outcome="failed", count=3)
    monkeypatch.setattr(actions.analytics, "forecast", lambda *_: {"from": "2024-03-31"})
    run = actions.run(council, asked(), by=someone)
    assert run.figures["rules"] == [{"code": "101", "outcome": "failed", "reason": "", "count": 3}]
    assert (run.assumptions["checked"], run.assumptions["notes_on_reading"][0]["count"]) == ("2023-24", 2)


def test_a_forecast_says_whether_its_ranges_follow_the_past(council, forecast):
    def told():
        return {fact.label: fact.value for fact in showing.assumptions(forecast)}["Ranges"]

    assert told().startswith("as the model draws them")
    wanted, scorecard = asked(recalibrate=True), queries.scorecard_of(forecast)
    forecast.assumptions = actions.assumptions_of(council, wanted, scorecard, took_seconds=1.0)
    assert told().startswith("made wider or narrower")


def test_a_forecast_stays_as_it_was_when_the_data_move_on(council, forecast):
    figures = Run.objects.get(pk=forecast.pk).figures
    assert queries.is_up_to_date(forecast)
    store(council, "2023-24", upload=3, episodes=episodes(50))
    assert not queries.is_up_to_date(forecast)
    assert Run.objects.get(pk=forecast.pk).figures == figures


def test_nothing_is_kept_where_nothing_can_be_forecast(authority):
    with pytest.raises(ReadingError):
        actions.run(authority, asked(), by=Actor(name="Sam Example", authority=authority))
    assert not Run.objects.exists()
