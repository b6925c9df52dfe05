"""What a return holds but XML has no place for, kept in processing instructions that other programs pass over.

In XML a row takes the child's number, sex and date of birth from the HEADER it stands in. Faulty files have rows
that say otherwise, children without a header or several rows where XML has room for one; they are not to change by
being converted.
"""

import json
import re
from collections.abc import Iterator

from lxml import etree

from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.analytics.returns.tables import TABLES

Row = dict[str, str]

CELLS = "sufficiency-cells"  # in a row's element: cells that are not what the element or its header says
ROW = "sufficiency-row"  # in a CHILD: a row with no element of its own
UNLISTED = "sufficiency-unlisted"  # in a HEADER: the child has no row in the Header table
THERE = "sufficiency-tables"  # in the root: the tables there are
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(value: str | None) -> str:
    """The text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", value or "")


def put_aside(element: etree._Element, target: str, table: str = "", row: Row | None = None) -> None:
    """Keep something of a table where only `asides` finds it."""
    # The characters that end a processing instruction are written as JSON writes any character.
    content = json.dumps({"table": table, "row": row or {}}).replace("?>", "?\\u003e")
    element.append(etree.ProcessingInstruction(target, content))


def asides(element: etree._Element, target: str, *, where: str) -> Iterator[tuple[str, Row]]:
    """Table and row of what was put aside in an element; raises ReadingError where it was tampered with."""
    for found in element.iterchildren(etree.PI):
        if isinstance(found, etree._ProcessingInstruction) and found.target == target:
            yield _understood(found.text or "", where)


def _understood(content: str, where: str) -> tuple[str, Row]:
    try:
        kept = json.loads(content)
        table, row = kept["table"], {str(name): str(value) for name, value in kept["row"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise _damaged(where) from problem
    if table not in TABLES or not set(row) <= set(TABLES[table].column_names):
        raise _damaged(where)
    return table, row


def _damaged(where: str) -> ReadingError:
    return ReadingError(
        "An instruction that Sufficiency wrote into the XML is damaged.",
        where=where,
        what_next="Convert the return again.",
    )
