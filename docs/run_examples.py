"""Runs the commands shown in the documentation and puts what they print under them.

A block that starts with ```console holds one command after "$ " and its output; a last line of "…" stands for
the rest. Run by `make docs`; a test compares the pages with what this would write.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorials" / "first-report.md")
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
PROMPT, REST = "$ ", "…"
WIDTH = "88"  # columns of the terminal that outputs are written for

Run = Callable[[str], str]


def renewed(page: Path, *, module: str = "sufficiency") -> str:
    """The page with every output as it is now; its commands run one after another in an empty folder.

    `module` is what Python runs for the program.
    """
    with tempfile.TemporaryDirectory() as folder:
        return BLOCK.sub(
            lambda found: _rerun(found[1], run=_in(Path(folder), module)), page.read_text(encoding="utf-8")
        )


def main() -> None:
    """Renew every page."""
    for page in PAGES:
        page.write_text(renewed(page), encoding="utf-8", newline="\n")


def _rerun(block: str, *, run: Run) -> str:
    command, *shown = block.splitlines()
    printed = run(command.removeprefix(PROMPT)).strip("\n").splitlines()
    if shown and shown[-1] == REST:
        printed = [*printed[: len(shown) - 1], REST]
    return "\n".join([command, *(line.rstrip() for line in printed)]) + "\n"


def _in(folder: Path, module: str) -> Run:
    def run(command: str) -> str:
        program, *arguments = shlex.split(command)
        if program != "sufficiency":
            raise ValueError(f"Only our own commands are run, not {program}.")
        ended = subprocess.run(  # noqa: S603 - our own program, as our own pages show it
            [sys.executable, "-m", module, *arguments],
            cwd=folder,
            env={**os.environ, "COLUMNS": WIDTH},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if ended.returncode not in (0, 1):  # 1: done, with findings
            raise RuntimeError(f"{command} could not be done:\n{ended.stderr}")
        return ended.stdout

    return run


if __name__ == "__main__":
    main()
