from pathlib import Path

import pytest

import browser


@pytest.fixture
def no_browser(monkeypatch, tmp_path):
    """A machine with no Chromium anywhere and installers that do nothing."""
    monkeypatch.setattr(browser.shutil, "which", lambda _: None)
    monkeypatch.setattr(browser, "MAC", tmp_path / "none")
    monkeypatch.setattr(browser, "_playwrights_own", lambda: tmp_path / "none")
    monkeypatch.setattr(browser, "_installers", lambda: iter([["true"]]))
    monkeypatch.delenv("SUFFICIENCY_CHROMIUM", raising=False)


def stub(folder: Path, *, code: int) -> Path:
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)
    return program


def test_the_browser_named_in_the_environment_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("SUFFICIENCY_CHROMIUM", str(stub(tmp_path, code=0)))
    assert browser.find_chromium() == tmp_path / "chromium"


@pytest.mark.usefixtures("no_browser")
def test_a_program_that_does_not_answer_is_not_a_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("SUFFICIENCY_CHROMIUM", str(stub(tmp_path, code=1)))
    with pytest.raises(browser.NoBrowserError):
        browser.find_chromium()


@pytest.mark.usefixtures("no_browser")
def test_no_browser_at_all_says_what_to_do():
    said = []
    with pytest.raises(browser.NoBrowserError, match="playwright install chromium"):
        browser.install_chromium(say=said.append)
    assert said == ["No Chromium yet: true"]


@pytest.mark.usefixtures("no_browser")
def test_what_was_just_installed_is_found(monkeypatch, tmp_path):
    (tmp_path / "shop").mkdir()
    copy = ["cp", stub(tmp_path / "shop", code=0), tmp_path / "chromium"]
    monkeypatch.setattr(browser, "_playwrights_own", lambda: tmp_path / "chromium")
    monkeypatch.setattr(browser, "_installers", lambda: iter([[str(part) for part in copy]]))
    assert browser.install_chromium(say=lambda _: None) == tmp_path / "chromium"
