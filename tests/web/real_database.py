"""A database of its own on which several connections write at the same moment; in tests all else shares one.

On SQLite a copy of the tests' database as a file, on PostgreSQL a copy beside it. Both are thrown away.
"""

import sqlite3
import uuid
from contextlib import contextmanager

import psycopg
from django.db import connection, connections


@contextmanager
def real_database(folder, blocker):
    """While the block runs, this thread and every new one uses a database of its own, with all the tables."""
    with blocker.unblock():
        kind = _postgresql() if connection.vendor == "postgresql" else _sqlite(folder)
        with kind as name:
            ours = connections["default"]
            before = ours.settings_dict["NAME"]
            del connections["default"]
            connections.settings["default"]["NAME"] = name
            try:
                yield
            finally:
                connections["default"].close()
                connections.settings["default"]["NAME"] = before
                connections["default"] = ours


@contextmanager
def _sqlite(folder):
    path = folder / "race.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    yield str(path)


@contextmanager
def _postgresql():
    template, name = connection.settings_dict["NAME"], f"race_{uuid.uuid4().hex[:8]}"
    connection.close()
    parts = connection.get_connection_params()
    told = {key: parts[key] for key in ("user", "password", "host", "port") if parts.get(key)}
    with psycopg.connect(dbname="postgres", autocommit=True, **told) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        yield name
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
