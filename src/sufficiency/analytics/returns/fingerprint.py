"""A digest of what returns say, so that a figure can be traced to the data it came from."""

import hashlib
from collections.abc import Iterable

from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import TABLES
from sufficiency.analytics.returns.writing import as_text

SHOWN = 12  # hexadecimal digits: enough to tell runs apart, short enough to read out


def fingerprint(returns: Iterable[Return]) -> str:
    """The same digest for the same cells in the same years, whatever the files were called."""
    digest = hashlib.sha256()
    for source in sorted(returns, key=lambda found: found.year):
        digest.update(source.year.label.encode())
        for name, frame in source.tables.items():
            table = TABLES[name]
            cells = as_text(frame, table).sort(table.column_names, nulls_last=True)
            digest.update(f"{name} {cells.height}".encode())
            digest.update(cells.write_csv(None, quote_style="always").encode())
    return digest.hexdigest()[:SHOWN]
