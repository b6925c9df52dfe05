"""A return in XML to frames of text, one a table, as the CSV files would give them."""

from collections.abc import Iterator

import polars as pl
from lxml import etree

from sufficiency.analytics.returns.csv_text import LINE
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.analytics.returns.tables import HEADER, TABLES, Table
from sufficiency.analytics.returns.xml_asides import CELLS, ROW, THERE, UNLISTED, Row, asides
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

FIRST_ROW_LINE = 2  # as in a CSV file, whose heading is line 1
_ON_HEADER_TABLES = tuple(form.table for form in ON_HEADER)
_UNSAFE = (b"<!DOCTYPE", b"<!ENTITY")


def read_xml_text(content: bytes, *, where: str) -> dict[str, pl.DataFrame]:
    """The tables of a return in XML as frames of text with `line` (1 + the record's place in its table).

    The header keeps the UASC element as a column. Raises ReadingError where it is not such a return.
    """
    root = _root(content, where)
    rows: dict[str, list[Row]] = {name: [] for name in _tables_there(root, where)}
    for child in root.iterchildren(CHILD_ELEMENT):
        for name, row in (*_rows_of(child, where), *asides(child, ROW, where=where)):
            rows.setdefault(name, []).append(row)
    if root.find(f"{CHILD_ELEMENT}/{HEADER_ELEMENT}") is None:
        raise ReadingError(
            "There is no child with a HEADER.", where=where, what_next="Export the return as XML again."
        )
    _tell_unaccompanied_by_header(rows)
    return {name: _frame(TABLES[name], found) for name, found in rows.items()}


def _tables_there(root: etree._Element, where: str) -> list[str]:
    told = [name for name, _ in asides(root, THERE, where=where)]
    return told or [table.name for table in ALWAYS]


def _tell_unaccompanied_by_header(rows: dict[str, list[Row]]) -> None:
    """Give a UASC row the line of the header it stands in: it has no element of its own to count."""
    headers = rows.get(HEADER.name, [])
    lines: dict[str, list[int]] = {}
    for place, row in enumerate(headers, FIRST_ROW_LINE):
        lines.setdefault(row["CHILD"], []).append(place)
    for place, row in enumerate(rows.get(UNACCOMPANIED.table.name, []), FIRST_ROW_LINE + len(headers)):
        own = lines.get(row["CHILD"])
        row[LINE] = str(own.pop(0) if own else place)


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


def _rows_of(child: etree._Element, where: str) -> Iterator[tuple[str, Row]]:
    for header in child.iterchildren(HEADER_ELEMENT):
        yield from _rows_of_header(header, where)
        about = {"CHILD": _about(header)["CHILD"]}
        for episode in child.iterchildren(str(EPISODE_ROWS.element)):
            yield EPISODE_ROWS.table.name, _row(EPISODE_ROWS, episode, about, where)


def _rows_of_header(header: etree._Element, where: str) -> Iterator[tuple[str, Row]]:
    about = _about(header)
    if not any(asides(header, UNLISTED, where=where)):
        flag = {FLAG: header.findtext(FLAG) or ""}
        yield HEADER.name, {**_row(XmlTable(HEADER, None), header, {}, where), **flag}
    if _is_unaccompanied(header):
        yield UNACCOMPANIED.table.name, _row(UNACCOMPANIED, header, about, where)
    for form in ON_HEADER:
        if any(header.find(tag) is not None for tag in form.tags.values()):
            yield form.table.name, _row(form, header, about, where)
    for form in IN_ELEMENTS:
        for element in header.iterchildren(str(form.element)):
            yield form.table.name, _row(form, element, about, where)


def _row(form: XmlTable, element: etree._Element, about: Row, where: str) -> Row:
    """A row's own elements, what it takes from the header and what was put aside of it."""
    cells = {column: element.findtext(tag) or "" for column, tag in form.tags.items()}
    kept = [row for name, row in asides(element, CELLS, where=where) if name == form.table.name]
    return {**cells, **about, **(kept[0] if kept else {})}


def _about(header: etree._Element) -> Row:
    return {"CHILD": header.findtext("CHILDID") or "", "DOB": header.findtext("DOB") or "",
            "SEX": header.findtext("SEX") or ""}  # fmt: skip


def _is_unaccompanied(header: etree._Element) -> bool:
    return (header.findtext(FLAG) or "").strip() == "1" or bool((header.findtext("DUC") or "").strip())


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
