"""Triggers that make the database itself refuse to change what has been recorded.

On SQLite a migration that alters one of these tables builds it anew and loses its triggers: such a migration
ends with `triggers.put` again (a test looks that they are there).
"""

from typing import Any

TABLES = ("audit_event", "audit_seal")
REFUSAL = "What has been recorded is never changed."

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_keeps_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""
_POSTGRESQL = """
CREATE OR REPLACE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()
"""


def put(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  (the signature of a migration's step)
    """Put the triggers on both tables."""
    # Statement triggers on PostgreSQL see TRUNCATE too, which fires no row triggers.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRESQL_FUNCTION)
        statements = [
            _POSTGRESQL.format(table=t, verb=v) for t in TABLES for v in ("update", "delete", "truncate")
        ]
    else:
        statements = [
            _SQLITE.format(table=t, verb=v, refusal=REFUSAL) for t in TABLES for v in ("update", "delete")
        ]
    for statement in statements:
        schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    """Take them away again, when the migration is undone."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS audit_refuses() CASCADE")
        return
    for table in TABLES:
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_keeps_{verb}")
