"""What the database itself refuses beyond constraints: overlapping approvals, places below the children there,
a place beyond the approved ones without a reason, and overlapping placements of one child.

On SQLite a migration that alters one of these tables builds it anew and loses its triggers: such a migration ends
with `triggers.put` again (a test looks that they are there). On PostgreSQL two overlapping rows written in the same
moment would not see each other in a trigger, so overlaps are kept by exclusion constraints there.
"""

from typing import Any

OVERLAPPING_APPROVALS = "approvals_do_not_overlap"
OVERLAPPING_PLACEMENTS = "placements_of_a_child_do_not_overlap"
TOO_FEW_PLACES = "places_are_not_below_the_children_there"
BEYOND_APPROVAL = "a_place_beyond_the_approval_has_a_reason"

# Without btree_gist a number can still be excluded, as a range of one number (the extension is not on every server).
_EXCLUSIONS = (
    f"""
    ALTER TABLE homes_approval ADD CONSTRAINT {OVERLAPPING_APPROVALS} EXCLUDE USING gist (
        int8range(home_id, home_id, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&)
    """,
    f"""
    ALTER TABLE homes_placement ADD CONSTRAINT {OVERLAPPING_PLACEMENTS} EXCLUDE USING gist (
        int8range(child_id, child_id, '[]') WITH &&, daterange(started_on, ended_on) WITH &&)
        WHERE (NOT is_short_break AND state <> 'cancelled')
    """,
)
_FUNCTIONS = (
    f"""
    CREATE OR REPLACE FUNCTION homes_keeps_places() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.ends_on IS NULL AND NEW.places < (
        SELECT count(*) FROM homes_takenplace WHERE home_id = NEW.home_id AND beyond_because = '')
    THEN RAISE EXCEPTION '{TOO_FEW_PLACES}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW; END $$
    """,  # noqa: S608  (our own words, no one's input)
    f"""
    CREATE OR REPLACE FUNCTION homes_keeps_to_approval() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.beyond_because = '' AND NEW.number > (
        SELECT coalesce(max(places), 0) FROM homes_approval WHERE home_id = NEW.home_id)
    THEN RAISE EXCEPTION '{BEYOND_APPROVAL}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW; END $$
    """,  # noqa: S608  (our own words)
)
_POSTGRESQL = (
    """
    CREATE OR REPLACE TRIGGER homes_keeps_places BEFORE INSERT OR UPDATE ON homes_approval
    FOR EACH ROW EXECUTE FUNCTION homes_keeps_places()
    """,
    """
    CREATE OR REPLACE TRIGGER homes_keeps_to_approval BEFORE INSERT OR UPDATE ON homes_takenplace
    FOR EACH ROW EXECUTE FUNCTION homes_keeps_to_approval()
    """,
)

# Name, table, and when the row is refused. Days are compared as text, which ISO days allow.
_SQLITE = (
    (
        OVERLAPPING_APPROVALS,
        "homes_approval",
        """EXISTS (SELECT 1 FROM homes_approval other WHERE other.home_id = NEW.home_id AND other.id <> NEW.id
        AND (NEW.ends_on IS NULL OR other.starts_on < NEW.ends_on)
        AND (other.ends_on IS NULL OR NEW.starts_on < other.ends_on))""",
    ),
    (
        OVERLAPPING_PLACEMENTS,
        "homes_placement",
        """NOT NEW.is_short_break AND NEW.state <> 'cancelled' AND EXISTS (
        SELECT 1 FROM homes_placement other WHERE other.child_id = NEW.child_id AND other.id <> NEW.id
        AND NOT other.is_short_break AND other.state <> 'cancelled'
        AND coalesce(NEW.ended_on, '9999') > NEW.started_on
        AND coalesce(other.ended_on, '9999') > other.started_on
        AND (NEW.ended_on IS NULL OR other.started_on < NEW.ended_on)
        AND (other.ended_on IS NULL OR NEW.started_on < other.ended_on))""",
    ),
    (
        TOO_FEW_PLACES,
        "homes_approval",
        """NEW.ends_on IS NULL AND NEW.places < (
        SELECT count(*) FROM homes_takenplace WHERE home_id = NEW.home_id AND beyond_because = '')""",
    ),
    (
        BEYOND_APPROVAL,
        "homes_takenplace",
        """NEW.beyond_because = '' AND NEW.number > (
        SELECT coalesce(max(places), 0) FROM homes_approval WHERE home_id = NEW.home_id)""",
    ),
)
_ON_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{verb} AFTER {verb} ON {table} WHEN {refused}
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""


def put(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  (the signature of a migration's step)
    """Put them on the tables."""
    if schema_editor.connection.vendor == "postgresql":
        statements: list[str] = [*_EXCLUSIONS, *_FUNCTIONS, *_POSTGRESQL]
    else:
        statements = [
            _ON_SQLITE.format(name=name, verb=verb, table=table, refused=refused)
            for name, table, refused in _SQLITE
            for verb in ("insert", "update")
        ]
    for statement in statements:
        schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  (a migration’s step)
    """Take them away again, when the migration is undone."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE homes_approval DROP CONSTRAINT {OVERLAPPING_APPROVALS}")
        schema_editor.execute(f"ALTER TABLE homes_placement DROP CONSTRAINT {OVERLAPPING_PLACEMENTS}")
        schema_editor.execute("DROP FUNCTION IF EXISTS homes_keeps_places() CASCADE")
        schema_editor.execute("DROP FUNCTION IF EXISTS homes_keeps_to_approval() CASCADE")
        return
    for name, _table, _refused in _SQLITE:
        for verb in ("insert", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}_{verb}")
