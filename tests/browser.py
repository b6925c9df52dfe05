"""Finds the Chromium that the browser tests drive; run as a script, installs one where there is none.

Looked for in order: SUFFICIENCY_CHROMIUM, the system's own, the one Playwright downloaded.
`make test` runs this before the tests, so that a missing browser is put right or said plainly, never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
WHAT_NEXT = (
    "No Chromium was found and none could be installed, so the browser tests cannot run.\n"
    "Do one of these, then try again:\n"
    "  - install Chromium or Chrome with the system's package manager;\n"
    "  - run .venv/bin/python -m playwright install chromium (needs the internet);\n"
    "  - set SUFFICIENCY_CHROMIUM to the program's path."
)


class NoBrowserError(Exception):
    """There is no Chromium that answers; the message says what to do."""


def find_chromium() -> Path:
    """The first Chromium that answers when asked its version."""
    for path in _candidates():
        if _answers(path):
            return path
    raise NoBrowserError(WHAT_NEXT)


def install_chromium(*, say: Callable[[str], object] = print) -> Path:
    """The Chromium that is there, else one installed by apt-get (as root) or by Playwright."""
    for command in (None, *_installers()):
        if command:
            say(f"No Chromium yet: {' '.join(command)}")
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        try:
            return find_chromium()
        except NoBrowserError:
            continue
    raise NoBrowserError(WHAT_NEXT)


def _candidates() -> Iterator[Path]:
    named = os.environ.get("SUFFICIENCY_CHROMIUM")
    yield from [Path(named)] if named else []
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from [MAC] if MAC.exists() else []
    yield _playwrights_own()


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _answers(path: Path) -> bool:
    # Being there is not enough: on some systems "chromium" is a stub that asks for another installer.
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _installers() -> Iterator[list[str]]:
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        yield ["apt-get", "update", "-qq"]
        yield ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


if __name__ == "__main__":
    try:
        install_chromium()
    except NoBrowserError as error:
        sys.exit(str(error))
