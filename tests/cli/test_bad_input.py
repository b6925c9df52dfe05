"""Whatever is given, a command says what is wrong, where and what next, and ends with 2."""

import pytest


def told(ran) -> str:
    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("command", ["check", "measure", "forecast"])
def test_a_path_that_is_not_there(run, tmp_path, command):
    message = told(run(command, tmp_path / "nowhere"))
    assert "what       There is no such file or folder." in message
    assert "nowhere" in message
    assert "what next  Check the path." in message


@pytest.mark.parametrize("command", ["check", "measure", "forecast"])
def test_an_empty_folder(run, tmp_path, command):
    assert "no CSV or XML files" in told(run(command, tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("episodes.csv", b"", "empty"),
        ("episodes.csv", b"CHILD,DECOM,RNE\nA,01/04/2024,S\n", "None of the 1 files"),
        ("episodes.csv", b"\x00\x01\x02\x03", "not a text file"),
        ("return.xml", b"<EXPSSDA903><CHILD>", "not well-formed XML"),
    ],
)
def test_a_wrong_file(run, tmp_path, name, content, what):
    (tmp_path / name).write_bytes(content)
    assert what in told(run("check", tmp_path))


def test_a_year_that_is_none(run, authority):
    ran = run("check", authority / "2026-27", "--year", "2026")
    assert ran.code == 2
    assert "2026” is not a collection year" in " ".join(ran.err.replace("│", "").split())


@pytest.mark.slow
def test_last_years_return_of_the_wrong_year(run, authority):
    message = told(run("check", authority / "2026-27", "--previous", authority / "2024-25"))
    assert "Last year’s return is of 2024-25, but this one is of 2026-27." in message
    assert "Give the return of 2025-26" in message


def test_several_returns_where_one_is_meant(run, authority):
    assert "more than one return here" in told(run("check", authority))


def test_a_year_that_was_not_read(run, authority):
    assert "2019-20" in told(run("measure", authority, "--year", "2019-20"))


def test_a_dimension_that_is_none(run, authority):
    assert "colour" in told(run("measure", authority, "--by", "colour"))


def test_a_day_outside_the_returns(run, authority):
    message = told(run("forecast", authority, "--from", "2031-03-31"))
    assert "cannot start on 31/03/2031" in message
    assert "Choose a day from" in message


def test_prices_that_are_wrong(run, authority, tmp_path):
    prices = tmp_path / "prices.csv"
    prices.write_text("kind,weekly_price,from\ncastle,100,01/04/2027\n")
    message = told(run("forecast", authority, "--prices", prices))
    assert "castle" in message
    assert "prices.csv" in message


def test_a_workbook_needs_a_file(run, authority):
    assert "--output" in told(run("measure", authority, "--format", "xlsx"))


def test_a_file_that_cannot_be_written(run, authority, tmp_path):
    (tmp_path / "taken").mkdir()
    assert "cannot be written" in told(
        run("measure", authority, "--format", "json", "--output", tmp_path / "taken")
    )


def test_a_part_that_is_not_installed_is_named(run, monkeypatch):
    def lacks() -> None:
        raise ModuleNotFoundError("No module named 'jinja2'", name="jinja2")

    monkeypatch.setattr("sufficiency.cli.app.app", lacks)
    message = told(run("report"))
    assert "the part “report”, which is not installed" in message
    assert "pip install 'sufficiency[report]'" in message
