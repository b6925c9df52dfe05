"""A Return written as XML: what is read again is the same data, what XML has no place for included."""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl
from lxml import etree

from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.analytics.returns.tables import HEADER, TABLES, UASC
from sufficiency.analytics.returns.writing import Written, as_text
from sufficiency.analytics.returns.xml_asides import (
    CELLS,
    ROW,
    THERE,
    UNLISTED,
    Row,
    allowed,
    asides,
    put_aside,
)
from sufficiency.analytics.returns.xml_tables import (
    ALWAYS,
    CHILD_ELEMENT,
    EPISODE_ROWS,
    FLAG,
    HEADER_ELEMENT,
    IN_ELEMENTS,
    ON_HEADER,
    ON_THE_CHILD,
    ROOT,
    UNACCOMPANIED,
    XmlTable,
)

FILE = "return.xml"
_WITH_A_FORM = {form.table.name for form in (*ON_HEADER, *IN_ELEMENTS, EPISODE_ROWS, UNACCOMPANIED)}
_AMONG_THE_HEADERS = (UNACCOMPANIED, *ON_HEADER)
_HEADER = XmlTable(HEADER, None)

Rows = Mapping[str, list[Row]]  # by table


def written_as_xml(source: Return) -> Written:
    """The return as one XML document. What has no place there is put aside in it (see xml_asides) and noted."""
    tables = {name: _by_child(as_text(frame, TABLES[name])) for name, frame in source.tables.items()}
    root = etree.Element(ROOT)
    if set(source.tables) != {table.name for table in ALWAYS}:
        for name in source.tables:
            put_aside(root, THERE, name)
    children = dict.fromkeys(child for rows in tables.values() for child in rows)
    for child in sorted(children, key=lambda child: child not in tables.get(HEADER.name, {})):
        own = {name: rows[child] for name, rows in tables.items() if child in rows}
        root.extend(_elements_of(child, own))
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Written({FILE: content}, tuple(_notes(root)))


def _by_child(frame: pl.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in frame.fill_null("").iter_rows(named=True):
        found.setdefault(row["CHILD"], []).append(row)
    return found


def _elements_of(child: str, own: Rows) -> Iterator[etree._Element]:
    """The child's element, and one for each further header they have."""
    headers = own.get(HEADER.name, [])
    first = etree.Element(CHILD_ELEMENT)
    header = _header(first, headers[0] if headers else {"CHILD": child}, own)
    if not headers:
        put_aside(header, UNLISTED, HEADER.name)
    for row in own.get(EPISODE_ROWS.table.name, []):
        _add(first, EPISODE_ROWS, row, {"CHILD": allowed(child)})
    for name, row in _without_a_place(own):
        put_aside(first, ROW, name, row)
    yield first
    for again in headers[1:]:
        element = etree.Element(CHILD_ELEMENT)
        _header(element, again, {})
        yield element


def _without_a_place(own: Rows) -> Iterator[tuple[str, Row]]:
    """Rows of a table that XML does not know, and all but the first where a header has room for one."""
    among = {form.table.name for form in _AMONG_THE_HEADERS}
    for name, rows in own.items():
        if name != HEADER.name and name not in _WITH_A_FORM - among:
            yield from ((name, row) for row in rows[1 if name in among else 0 :])


def _header(child: etree._Element, row: Row, own: Rows) -> etree._Element:
    header = etree.SubElement(child, HEADER_ELEMENT)
    about = {name: allowed(row.get(name)) for name in ON_THE_CHILD}
    _cells(header, {_HEADER.tags[name]: row.get(name) for name in ("CHILD", "UPN", "SEX", "DOB", "ETHNIC")})
    _cells(header, {FLAG: "1" if own.get(UASC.name) else "0"})
    for form in _AMONG_THE_HEADERS:
        for found in own.get(form.table.name, [])[:1]:
            _fill(header, form, found, about)
    _in_elements(header, own, about, ("AREVIEW",))
    _cells(header, {name: row.get(name) for name in ("MOTHER", "MC_DOB")})
    _in_elements(header, own, about, [str(f.element) for f in IN_ELEMENTS if f.element != "AREVIEW"])
    _put_differences_aside(header, _HEADER, row, {})
    return header


def _in_elements(header: etree._Element, own: Rows, about: Row, names: Iterable[str]) -> None:
    for form in IN_ELEMENTS:
        if str(form.element) in names:
            for row in own.get(form.table.name, []):
                _add(header, form, row, about)


def _add(parent: etree._Element, form: XmlTable, row: Row, about: Row) -> None:
    _fill(etree.SubElement(parent, str(form.element)), form, row, about)


def _fill(element: etree._Element, form: XmlTable, row: Row, about: Row) -> None:
    _cells(element, {tag: row.get(column) for column, tag in form.tags.items()})
    _put_differences_aside(element, form, row, about)


def _cells(parent: etree._Element, cells: Mapping[str, str | None]) -> None:
    for tag, value in cells.items():
        etree.SubElement(parent, tag).text = allowed(value)


def _put_differences_aside(element: etree._Element, form: XmlTable, row: Row, about: Row) -> None:
    """Keep the cells that are not what would be read from the element and its header."""
    would_read = {column: allowed(row.get(column)) for column in form.tags} | about
    differing = {column: value for column, value in row.items() if would_read.get(column, "") != value}
    if differing:
        put_aside(element, CELLS, form.table.name, differing)


def _notes(root: etree._Element) -> Iterator[Note]:
    """What another program will not read, each kind with its tables and the number of rows."""
    for target, said in _SAID.items():
        tables = [
            table for element in root.iter(etree.Element) for table, _ in asides(element, target, where=FILE)
        ]
        if tables:
            names = ", ".join(name for name in TABLES if name in tables)
            yield Note(said.format(names), FILE, len(tables))


_KEPT = "Kept in the file for converting back; other programs do not see it."
_SAID = {
    CELLS: f"Rows of {{}} differ from their child’s header in sex or date of birth, of which XML has one. {_KEPT}",
    ROW: f"Rows of {{}} have no place in XML. {_KEPT}",
    UNLISTED: "Children have no row in the {} table; an empty HEADER stands for them in XML.",
}
