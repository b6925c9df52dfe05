"""A return in XML to frames of text, one a table, as the CSV files would give them."""

from collections.abc import Iterator

import polars as pl
from lxml import etree

from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.analytics.returns.tables import HEADER, TABLES, Table
from sufficiency.analytics.returns.xml_tables import (
    ALWAYS,
    CHILD_ELEMENT,
    EPISODE_ROWS,
    FLAG,
    HEADER_ELEMENT,
    IN_ELEMENTS,
    ON_HEADER,
    ROOT,
    UNACCOMPANIED,
    XmlTable,
)

Row = dict[str, str]
FIRST_ROW_LINE = 2  # as in a CSV file, whose heading is line 1
_ON_HEADER_TABLES = tuple(form.table for form in ON_HEADER)
_UNSAFE = (b"<!DOCTYPE", b"<!ENTITY")


def read_xml_text(content: bytes, *, where: str) -> dict[str, pl.DataFrame]:
    """The tables of a return in XML as frames of text with `line` (1 + the record's place in its table).

    The header keeps the UASC element as a column. Raises ReadingError where it is not such a return.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in ALWAYS}
    for child in _root(content, where).iterchildren(CHILD_ELEMENT):
        for name, row in _rows_of(child):
            rows.setdefault(name, []).append(row)
    _tell_unaccompanied_by_header(rows)
    if not rows[HEADER.name]:
        raise ReadingError(
            "There is no child with a HEADER.", where=where, what_next="Export the return as XML again."
        )
    return {name: _frame(TABLES[name], found) for name, found in rows.items()}


def _tell_unaccompanied_by_header(rows: dict[str, list[Row]]) -> None:
    """Give a UASC row the line of the header it stands in: it has no element of its own to count."""
    lines = {row["CHILD"]: place for place, row in enumerate(rows[HEADER.name], start=FIRST_ROW_LINE)}
    for row in rows[UNACCOMPANIED.table.name]:
        row[LINE] = str(lines[row["CHILD"]])


def _root(content: bytes, where: str) -> etree._Element:
    # A return declares no document type; one that does may be made to exhaust memory or to fetch files.
    if any(mark in content[:4096].upper() for mark in _UNSAFE):
        raise ReadingError(
            "The XML declares a document type or entities.",
            where=where,
            what_next="Export the return again without.",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise ReadingError(
            f"This is not well-formed XML (line {problem.lineno}).",
            where=where,
            what_next="Export the return again.",
        ) from problem
    if root.tag != ROOT:
        raise ReadingError(
            f"The XML begins with {root.tag}, not {ROOT}.",
            where=where,
            what_next="Give the XML file that is sent to the Department as the SSDA903 return.",
        )
    return root


def _rows_of(child: etree._Element) -> Iterator[tuple[str, Row]]:
    for header in child.iterchildren(HEADER_ELEMENT):
        yield from _rows_of_header(header)
        about = _about(header)
        for episode in child.iterchildren(str(EPISODE_ROWS.element)):
            yield EPISODE_ROWS.table.name, {**_cells(EPISODE_ROWS, episode), "CHILD": about["CHILD"]}


def _rows_of_header(header: etree._Element) -> Iterator[tuple[str, Row]]:
    about = _about(header)
    yield HEADER.name, {**_cells(XmlTable(HEADER, None), header), FLAG: header.findtext(FLAG) or ""}
    if _is_unaccompanied(header):
        yield UNACCOMPANIED.table.name, {**_cells(UNACCOMPANIED, header), **about}
    for form in ON_HEADER:
        if any(header.find(tag) is not None for tag in form.tags.values()):
            yield form.table.name, {**_cells(form, header), **about}
    for form in IN_ELEMENTS:
        for element in header.iterchildren(str(form.element)):
            yield form.table.name, {**_cells(form, element), **about}


def _about(header: etree._Element) -> Row:
    return {"CHILD": header.findtext("CHILDID") or "", "DOB": header.findtext("DOB") or "",
            "SEX": header.findtext("SEX") or ""}  # fmt: skip


def _is_unaccompanied(header: etree._Element) -> bool:
    return (header.findtext(FLAG) or "").strip() == "1" or bool((header.findtext("DUC") or "").strip())


def _cells(form: XmlTable, element: etree._Element) -> Row:
    return {column: element.findtext(tag) or "" for column, tag in form.tags.items()}


def _frame(table: Table, rows: list[Row]) -> pl.DataFrame:
    columns = (*table.column_names, FLAG) if table is HEADER else table.column_names
    if table in _ON_HEADER_TABLES:
        # Validators count such a record only where its first field is filled; the others come after them.
        rows = sorted(rows, key=lambda row: not row[table.columns[2].name].strip())
    cells = {name: [row.get(name, "") for row in rows] for name in columns}
    lines = pl.Series(
        LINE, [int(row.get(LINE, place)) for place, row in enumerate(rows, FIRST_ROW_LINE)], pl.Int64
    )
    return pl.DataFrame(cells, schema=dict.fromkeys(columns, pl.String)).with_columns(lines)
