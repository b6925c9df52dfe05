"""What the database itself refuses beyond constraints: a contract with fewer places than children live in under it.

On SQLite a migration that alters the table builds it anew and loses its trigger: such a migration ends with
`triggers.put` again (a test looks that it is there).
"""

from typing import Any

TOO_FEW_PLACES = "places_are_not_below_the_children_under_the_contract"
_TOO_FEW = """NEW.places IS NOT NULL AND NEW.places < (
    SELECT count(*) FROM homes_placement
    WHERE authority_id = NEW.authority_id AND contract = NEW.reference AND state = 'open')"""

_SQLITE = f"""
CREATE TRIGGER IF NOT EXISTS {TOO_FEW_PLACES}_{{verb}} AFTER {{verb}} ON commissioning_contract WHEN {_TOO_FEW}
BEGIN SELECT RAISE(ABORT, '{TOO_FEW_PLACES}'); END
"""
_POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION commissioning_keeps_places() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF {_TOO_FEW} THEN RAISE EXCEPTION '{TOO_FEW_PLACES}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW; END $$
    """,
    """
    CREATE OR REPLACE TRIGGER commissioning_keeps_places BEFORE INSERT OR UPDATE ON commissioning_contract
    FOR EACH ROW EXECUTE FUNCTION commissioning_keeps_places()
    """,
)


def put(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  (the signature of a migration's step)
    """Put it on the table."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    statements = _POSTGRESQL if is_postgresql else [_SQLITE.format(verb=v) for v in ("insert", "update")]
    for statement in statements:
        schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  (a migration’s step)
    """Take it away again, when the migration is undone."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS commissioning_keeps_places() CASCADE")
        return
    for verb in ("insert", "update"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TOO_FEW_PLACES}_{verb}")
