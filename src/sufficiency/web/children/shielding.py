"""Where a child lives is covered unless someone asks for it: in tables, in sentences and in downloads (S13, S14)."""

import re
from collections.abc import Mapping

from sufficiency.analytics.returns.tables import TABLES, ColumnType

COVERED = "covered"
COVERED_IN_TEXT = "(postcode covered)"
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


def covered_columns(table: str) -> frozenset[str]:
    """The columns of a table that tell where someone lives."""
    return frozenset(column.name for column in TABLES[table].columns if column.type is ColumnType.POSTCODE)


def shielded(table: str, cells: Mapping[str, str]) -> dict[str, str]:
    """A row's cells with addresses covered; blank ones stay blank, so that what is missing is seen."""
    hidden = covered_columns(table)
    return {name: COVERED if name in hidden else value for name, value in cells.items()}


def without_postcodes(text: str) -> str:
    """A sentence with every postcode in it covered. What is no postcode stays: it has to be put right."""
    return _POSTCODE.sub(COVERED_IN_TEXT, text)
