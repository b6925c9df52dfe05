"""A small made-up authority, and a way to run commands as a user would."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def authority(tmp_path_factory) -> Path:
    """A folder of three returns of a made-up authority of eighty children, and its provider list."""
    folder = tmp_path_factory.mktemp("authority")
    made = make_up_authority(children=80, years=3, last_year=CollectionYear(2027), seed=7)
    write_authority(folder, made)
    return folder


def exit_code() -> int:
    """What the shell would be given."""
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., Ran]:
    """Run the command line with these arguments."""

    def ran(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sufficiency", *map(str, arguments)])
        code = exit_code()
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran
