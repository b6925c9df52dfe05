"""`sufficiency load`: finds out what is in a file, loads it, and refuses what it does not know."""

from importlib.resources import files

import pytest

from factories.people import AuthorityFactory
from sufficiency.cli import load
from sufficiency.cli.load import LoadingError, load_content, read
from sufficiency.web.access.acting import Actor
from sufficiency.web.governance.models import Group

EXAMPLES = files("sufficiency.analytics.governance.examples")


@pytest.fixture
def authority(db):
    return AuthorityFactory(code="E10000028")


@pytest.mark.parametrize(("name", "groups"), [("staffordshire_2019", 1), ("lga", 3)])
def test_the_worked_examples_load_by_the_command(authority, monkeypatch, capsys, name, groups):
    monkeypatch.setattr("sufficiency.web.config.starting.begin", lambda: None)
    load.load(EXAMPLES / f"{name}.yaml", authority.code)
    assert Group.objects.of(authority).count() == groups
    assert "seat" in capsys.readouterr().err


@pytest.mark.django_db
def test_an_authority_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("sufficiency.web.config.starting.begin", lambda: None)
    with pytest.raises(LoadingError, match="No authority has the code E1"):
        load.load(EXAMPLES / "lga.yaml", "E1")


def test_a_file_of_something_else_is_refused(authority):
    with pytest.raises(LoadingError, match="Nothing in it is known") as problem:
        load_content({"odd": 1}, where="odd.yaml", authority=authority, by=Actor(name="a test"))
    assert "load-published-papers" in problem.value.what_next


@pytest.mark.parametrize(("text", "what"), [("a: [1", "not written as YAML"), (None, "cannot be opened")])
def test_a_file_that_cannot_be_read_says_why(tmp_path, text, what):
    file = tmp_path / "file.yaml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(LoadingError, match=what):
        read(file)


def test_a_list_holds_nothing_that_is_known(tmp_path):
    file = tmp_path / "file.yaml"
    file.write_text("- one\n")
    assert read(file) == {}
