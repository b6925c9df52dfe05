"""The numbers of the page that says what a forecast rests on: from plain figures, without a database."""

from datetime import date

import pytest

from reports.sample import children, result
from reports.test_backtest_words import BOTH
from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.reports.results import Results
from sufficiency.web.forecasting import resting_numbers as numbers
from sufficiency.web.runs.models import Run

YEAR = CollectionYear(2024)


def spread(middle, width=10):
    return {"mean": float(middle), "quantiles": {"0.1": middle - width, "0.5": middle, "0.9": middle + width}}


@pytest.fixture
def latest():
    """A forecast of one year: 100 children all the time, 40 come and go, 20 of them home."""
    ends = [date(2024 + (month + 2) // 12, (month + 2) % 12 + 1, 1) for month in range(13)]
    series = [{"date": end.isoformat(), "kind": "all", **spread(100)} for end in ends]
    series[0]["date"], series[-1]["date"] = "2024-03-31", "2025-03-31"
    flow = [{"year": "2024-25", **spread(40)}]
    causes = [{"year": "2024-25", "cause": cause, **spread(20)} for cause in ("home", "eighteen")]
    return Run(figures={"series": series, "entrants": flow, "leavers": flow, "leavers_by_cause": causes})


def counted(numerator=38):
    starts = result(
        "starts_month", label="Starts", year=YEAR, value=3.2, numerator=numerator, unit=Unit.EPISODES_A_MONTH
    )
    return Results.of([children(YEAR, 98), starts])


def test_what_is_expected_follows_what_was_counted(latest):
    rows = numbers.before_and_after(latest, counted()).rows
    assert rows[0] == ["2023-24", "38", "–", "98", "Counted in our returns"]
    assert rows[1] == ["2024-25", "40 (30–50)", "40 (30–50)", "100 (90–110)", "Expected (8 in 10 within)"]


def test_a_count_that_is_hidden_stays_hidden(latest):
    assert numbers.before_and_after(latest, counted(None)).rows[0][1] == "–"


def test_rates_of_england_stand_beside_those_of_the_forecast(latest):
    rows = {row[0]: row[1:3] for row in numbers.rates(latest).rows}
    assert rows["Home or to family"] == ["10.5", "20.0"]
    assert rows["Moves to another placement"] == ["78.0", "–"]
    assert rows["Turned 18"] == ["on the 18th birthday", "20.0"]
    assert {row[2] for row in numbers.rates(None).rows} == {"–"}


def test_what_is_believed_before_is_worth_so_many_cases():
    rows = dict(numbers.weights().rows)
    assert rows["How often it happens at all"] == "0.7 cases of our own"
    assert rows["How that differs by kind of placement, for each kind"] == "1 case of our own"
    # Each that is declared is on the page.
    assert len(rows) == len(priors()["spread"])


def test_how_wide_ranges_are_is_a_share_of_the_middle(latest):
    assert "within about 10.0% of the middle after a year" in numbers.widths(latest)
    assert numbers.widths(Run(figures={"series": []})) == ""


def test_a_back_test_says_what_it_found_and_what_its_ranges_held():
    said = numbers.how_good(Run(figures=BOTH, assumptions={"says": "It came closest in 1 of 2."}))
    assert said.startswith("It came closest in 1 of 2. Its “8 in 10” ranges held 80 in 100")
