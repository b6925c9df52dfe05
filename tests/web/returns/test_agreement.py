"""The site and the command line say the same of the same files."""

import json

import pytest
from typer.testing import CliRunner

from factories.returns import analyst_of
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.reading import read_returns
from sufficiency.cli.app import app
from sufficiency.web.children import analytics
from sufficiency.web.returns import receiving
from sufficiency.web.returns.packing import given

LAST = CollectionYear(2027)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """Two returns of a small made-up authority with faults, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("made-up")
    write_authority(folder, make_up_authority(children=60, years=2, last_year=LAST, seed=3, faults=0.1))
    return folder


@pytest.fixture
def uploads(made_up, authority):
    by = analyst_of(authority)
    return [
        receiving.receive(
            [given(path.name, path.read_bytes()) for path in sorted(folder.glob("*.csv"))], by=by
        )
        for folder in sorted(made_up.glob("20*"))
    ]


def told(*options):
    return json.loads(CliRunner().invoke(app, [*map(str, options), "--format", "json"]).stdout)


@pytest.mark.slow
def test_findings_and_outcomes_are_those_of_the_command_line(made_up, uploads, authority):
    before, last = sorted(made_up.glob("20*"))
    answer = told("check", last, "--previous", before, "--authority", authority.code)
    fields = ("code", "table", "line", "child", "message", "why")
    stored = sorted(tuple(str(row[name]) for name in fields) for row in uploads[1].findings.values(*fields))
    assert stored == sorted(tuple(str(row[name] or "") for name in fields) for row in answer["findings"])
    assert len(stored) > 20
    outcomes = uploads[1].outcomes.values_list("code", "outcome", "reason", "count")
    assert set(outcomes) == {
        (o["code"], o["outcome"], o["reason"] or "", o["count"]) for o in answer["rules"]
    }


@pytest.mark.slow
@pytest.mark.usefixtures("uploads")
def test_the_history_is_that_of_the_files(made_up, authority):
    read, stored = history(read_returns(made_up)), analytics.history_of(authority)
    for name in ("children", "episodes", "placements", "periods"):
        assert getattr(stored, name).equals(getattr(read, name))
    assert [note.message for note in stored.notes] == [note.message for note in read.notes]


@pytest.mark.slow
@pytest.mark.usefixtures("uploads")
def test_the_fingerprint_is_that_of_the_files(made_up, authority):
    assert analytics.fingerprint_of(authority) == fingerprint(read_returns(made_up))
