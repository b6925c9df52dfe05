"""The site and the command line say the same of the sample returns: children, findings, measures, forecast."""

import json

import pytest
from django.db import transaction
from typer.testing import CliRunner

from factories.people import AuthorityFactory
from factories.returns import analyst_of
from published.conftest import material
from sufficiency.cli.app import app
from sufficiency.web.demo.files import uploads_in
from sufficiency.web.forecasting import actions as forecasting, downloads
from sufficiency.web.forecasting.analytics import Asked, price_sets
from sufficiency.web.performance.actions import compute
from sufficiency.web.returns import receiving

CHILDREN = {"2017-18": 367, "2018-19": 195, "2019-20": 135, "2020-21": 89, "2021-22": 55}  # at 31 March
CODE = "E08000025"
FINDING = ("code", "table", "line", "child", "message", "why")
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def samples():
    """Five fabricated yearly returns of a small authority, as exported by others."""
    return material("data", "samples", "returns-2017-2021")


@pytest.fixture(scope="module")
def site(samples, django_db_setup, django_db_blocker):
    """What the site says once the samples were uploaded by the action that the browser uses."""
    with django_db_blocker.unblock(), transaction.atomic():
        by = analyst_of(AuthorityFactory(code=CODE))
        uploads = [receiving.receive(one.files, by=by) for one in uploads_in(samples, authority=by.authority)]
        asked = Asked(years=3, replications=100, seed=1, prices=price_sets()[0])
        yield {
            "checks": {one.year_in_words: _said_of(one) for one in uploads},
            "measures": compute(by.authority, by=by).figures["measures"],
            "forecast": downloads.json_text(forecasting.run(by.authority, asked, by=by), hides=False),
        }
        transaction.set_rollback(True)


def _said_of(upload):
    """The findings and what became of every rule, in plain values."""
    findings = sorted(tuple(str(row[name]) for name in FINDING) for row in upload.findings.values(*FINDING))
    return findings, set(upload.outcomes.values_list("code", "outcome", "reason", "count"))


def told(*options):
    """What the command line writes."""
    return CliRunner().invoke(app, [*map(str, options), "--format", "json"]).stdout


def by_year(samples):
    return {label: samples / str(int(label[:4])) for label in CHILDREN}


def test_the_children_are_those_of_the_issue(site):
    numbers = {one["period"]: one["value"] for one in site["measures"] if one["id"] == "cla_number"}
    assert numbers == CHILDREN


@pytest.mark.parametrize("year", CHILDREN)
def test_the_check_is_that_of_the_command_line(year, site, samples):
    folders = by_year(samples)
    before = [folder for label, folder in folders.items() if label < year][-1:]
    previous = ["--previous", before[0]] if before else []
    answer = json.loads(told("check", folders[year], *previous, "--authority", CODE))
    findings = sorted(tuple(str(row[name] or "") for name in FINDING) for row in answer["findings"])
    rules = {(one["code"], one["outcome"], one["reason"] or "", one["count"]) for one in answer["rules"]}
    assert site["checks"][year] == (findings, rules)


def test_the_measures_are_those_of_the_command_line(site, samples):
    years = [option for year in CHILDREN for option in ("--year", year)]
    theirs = json.loads(told("measure", samples, "--authority", CODE, *years))["measures"]
    ours = json.loads(json.dumps(site["measures"]))
    assert [without_parts(one) for one in ours] == [without_parts(one) for one in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert [part for part in other["by"] if part not in one["by"]] == []


def without_parts(measure):
    return {name: value for name, value in measure.items() if name != "by"}


def test_the_forecast_is_that_of_the_command_line_to_the_letter(site, samples):
    assert site["forecast"] == told("forecast", samples, "--years", 3, "--replications", 100)
