"""Why something is refused, in words: by the rules of moves, by the database, or by what others wrote meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import IntegrityError, models, transaction

from sufficiency.web.commissioning.triggers import TOO_FEW_PLACES

UNKNOWN = "The database refused this. Look at the record again: someone else may have changed it meanwhile."


class RefusedError(Exception):
    """Something that cannot be done; the message says why, and what to do."""


def sentence(fault: IntegrityError) -> str:
    """The database's refusal in words."""
    text = str(fault)
    return next((words for name, words in _sentences() if name in text), UNKNOWN)


@contextmanager
def in_words() -> Iterator[None]:
    """Say in words what the database refuses, and leave nothing half done."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        raise RefusedError(sentence(fault)) from fault


def _sentences() -> Iterator[tuple[str, str]]:
    yield (
        TOO_FEW_PLACES,
        "More children live under this contract than it would have places. End or move them first.",
    )
    for model in apps.get_app_config("commissioning").get_models():
        for constraint in model._meta.constraints:
            yield constraint.name, str(constraint.violation_error_message)
            # SQLite names the columns of a unique constraint, not the constraint.
            if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                columns = (model._meta.get_field(name).column for name in constraint.fields)  # type: ignore[union-attr]
                table = model._meta.db_table
                yield (
                    ", ".join(f"{table}.{column}" for column in columns),
                    str(constraint.violation_error_message),
                )
