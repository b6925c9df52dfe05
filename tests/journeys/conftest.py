"""A whole site in a process of its own, as a user has it, and a browser to walk through it."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
READY_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """A running site."""

    address: str

    def __call__(self, path: str) -> str:
        return self.address + path


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The demonstration, set up and served by the commands a user types; on PostgreSQL where DATABASE_URL is one."""
    with _database() as database:
        home = tmp_path_factory.mktemp("home")
        told = {**os.environ, "SUFFICIENCY_HOME": str(home), **database}
        told = {name: value for name, value in told.items() if not name.startswith("DJANGO_")}
        program = [sys.executable, "-m", "sufficiency"]
        council = ["--children", "60", "--years", "3", "--home", home / "made"]
        subprocess.run([*program, "demo", "--no-serve", *council], env=told, check=True, capture_output=True)
        address = f"http://127.0.0.1:{_free_port()}"
        serving = subprocess.Popen([*program, "serve", "--port", str(urlsplit(address).port)], env=told)
        try:
            _wait_for(address + "/health", serving)
            yield Site(address)
        finally:
            serving.terminate()
            serving.wait(timeout=20)


@pytest.fixture
def open_browser(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a fresh browser: `open_browser(viewport=PHONE, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_one(**options) -> Page:
        contexts.append(chromium.new_context(**options))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(site: Site, open_browser) -> Callable[..., Page]:
    """Signs in as a made-up person with one click: `sign_in("farid", viewport=PHONE)`."""

    def sign_in_as(name: str, **options) -> Page:
        page = open_browser(**options)
        page.goto(site("/demo/"))
        page.locator(f'button[value="{name}@demo.invalid"]').click()
        page.get_by_role("heading", level=1).wait_for()
        return page

    return sign_in_as


@contextmanager
def _database() -> Iterator[dict[str, str]]:
    """A database of its own on the server that DATABASE_URL names; none where it names none."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield {}
        return
    name = f"journeys_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{name}"))}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _wait_for(address: str, serving: subprocess.Popen) -> None:
    for _ in range(READY_WITHIN_SECONDS * 5):
        assert serving.poll() is None, "The site ended before it could be reached."
        try:
            with urlopen(address, timeout=5):
                return
        except URLError:
            time.sleep(0.2)
    raise AssertionError(f"The site did not answer within {READY_WITHIN_SECONDS} seconds.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def looked_at() -> Path | None:
    """Where pictures of the pages go, for people to look at; nowhere unless SUFFICIENCY_PICTURES names a folder."""
    folder = os.environ.get("SUFFICIENCY_PICTURES")
    return Path(folder) if folder else None
