import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sufficiency.analytics.forecast.contract import as_json
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.money.prices import PriceError
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.children.analytics import history_of
from sufficiency.web.forecasting import analytics
from web.forecasting.conftest import asked


@pytest.mark.slow
def test_a_forecast_is_what_the_command_line_makes_of_the_same_data(council):
    made = analytics.forecast(council, asked())
    expected = as_json(project(history_of(council), years=2, replications=100, seed=1), years=2)
    assert json.dumps(analytics.in_contract_order(made)) == json.dumps(expected)


def test_a_forecast_that_was_kept_is_written_in_the_order_of_the_command_line(forecast, remembered):
    forecast.refresh_from_db()  # not every database keeps the order of a record
    kept = analytics.in_contract_order(forecast.figures)
    made = remembered["forecast"]
    assert json.dumps(kept) == json.dumps({name: made[name] for name in analytics.CONTRACT})


def test_ranges_are_recalibrated_where_that_is_asked_for(council, monkeypatch):
    given = []

    def stop(*_, **options):
        given.append(options["recalibrate"])
        raise InterruptedError

    for name in ("project", "compared_with_nothing"):
        monkeypatch.setattr(analytics, name, stop)
    for wanted in (True, False):
        with pytest.raises(InterruptedError):
            analytics.forecast(council, asked(recalibrate=wanted))
        with pytest.raises(InterruptedError):
            analytics.compare(council, {"name": "Nothing"}, asked(recalibrate=wanted))
    assert given == [True, True, False, False]


def test_every_key_of_the_contract_is_kept(forecast):
    rows = [
        row for name in ("series", "cost", "by_age", "prices", "notes") for row in forecast.figures[name][:1]
    ]
    kept = [row for name in ("series", "cost", "by_age", "prices", "notes")
            for row in analytics.in_contract_order(forecast.figures)[name][:1]]  # fmt: skip
    assert kept == rows


def test_without_returns_there_is_nothing_to_forecast_from(authority):
    with pytest.raises(ReadingError):
        analytics.forecast(authority, asked())


def test_prices_are_read_from_an_uploaded_file():
    upload = SimpleUploadedFile("../ours.csv", b"kind,weekly_price,from\nIFA,900,01/04/2026\n")
    prices = analytics.prices_in(upload)
    assert [(price.kind, price.weekly_price) for price in prices.prices] == [(Kind.AGENCY_FOSTERING, 900)]
    assert prices.label == "ours.csv"


def test_a_faulty_file_of_prices_names_the_line():
    upload = SimpleUploadedFile("ours.csv", b"kind,weekly_price,from\nIFA,dear,01/04/2026\n")
    with pytest.raises(PriceError, match=r"ours\.csv, line 2"):
        analytics.prices_in(upload)


def test_the_check_of_a_return_comes_back_from_what_was_kept():
    rules = [
        {"code": "101", "outcome": "failed", "reason": "", "count": 3},
        {"code": "102", "outcome": "passed", "reason": "", "count": 0},
    ]
    check = analytics.check_of("2023-24", rules=rules, notes=[{"message": "m", "where": "w", "count": 1}])
    assert check.counted()[Outcome.FAILED] == 1
    assert (check.year.label, check.notes[0].message) == ("2023-24", "m")


def test_what_was_not_checked_has_no_check():
    assert analytics.check_of("", rules=[], notes=[]) is None
