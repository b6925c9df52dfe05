"""Shows on stderr what is being done, how long it took and what is under way."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def step(doing: str, *, done: str | None = None) -> Iterator[None]:
    """Show a step while it runs, and a line with its time when it is done."""
    began = time.perf_counter()
    with _console().status(f"{doing} …"):
        yield
    _console().print(f"[green]✓[/green] {done or doing} [dim]({time.perf_counter() - began:.1f} s)[/dim]")


def say(text: str) -> None:
    """Show a line on stderr."""
    _console().print(text)


@cache
def _console() -> "Console":
    # Slow to import, and not every command has something to show.
    from rich.console import Console

    return Console(stderr=True, highlight=False)
