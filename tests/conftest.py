"""What tests of every part share: a browser to look at pages with."""

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from browser import find_chromium
from lacking import lacking_for_spark


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests could not be tried on this machine."""
    if lacking := lacking_for_spark():
        terminalreporter.write_line(f"Not tried: the rules on Spark, because {lacking}.")


class ByFile(LoadScopeScheduling):
    """Tests of a file go to one process, where what they share is set up once; so do all journeys together."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return "journeys" if file.startswith("tests/journeys/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile | None:
    """Share out by file where several processes run."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


# As the command line does; here NumPy may be loaded already, but not in the processes that tests start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run; fails, saying what to do, where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        # While the browser's event loop runs in this thread, Django keeps connections apart from those of before.
        # Nobody else would close them, and PostgreSQL drops no database to which one is still open.
        connections.close_all()
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page without the network: what it shows, it carries with it."""
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()
