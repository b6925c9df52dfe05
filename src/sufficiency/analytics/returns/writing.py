"""A Return written as CSV files or as XML: what is read again is the same data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl
from lxml import etree

from sufficiency.analytics.returns.parsing import text_column
from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.analytics.returns.tables import HEADER, TABLES, UASC, Table
from sufficiency.analytics.returns.xml_tables import (
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

Row = dict[str, str | None]


@dataclass(frozen=True)
class Written:
    """Files by name, and what the form could not carry."""

    files: dict[str, bytes]
    notes: tuple[Note, ...] = ()


def as_text(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """A table's frame with every cell as it was read, in the official columns."""
    texts = [
        pl.col(text_column(name)).alias(name) if name in table.date_columns else pl.col(name)
        for name in table.column_names
    ]
    return frame.select(texts)


def written_as_csv(source: Return) -> Written:
    """The return as one CSV file a table, under the usual names (UTF-8, dates dd/mm/yyyy)."""
    files = {
        TABLES[name].file_name: as_text(frame, TABLES[name]).write_csv(None).encode()
        for name, frame in source.tables.items()
    }
    return Written(files)


def written_as_xml(source: Return) -> Written:
    """The return as one XML document; tables that have no form in XML are noted."""
    rows = {name: _by_child(as_text(frame, TABLES[name])) for name, frame in source.tables.items()}
    root = etree.Element(ROOT)
    children = list(dict.fromkeys(child for table in rows.values() for child in table))
    listed = [child for child in children if child in rows.get(HEADER.name, {})]
    for child in (*listed, *(child for child in children if child not in set(listed))):
        root.append(_child(child, rows))
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Written({"return.xml": content}, tuple(_not_carried(source)))


def _not_carried(source: Return) -> Iterator[Note]:
    carried = {form.table.name for form in (*ON_HEADER, *IN_ELEMENTS, EPISODE_ROWS, UNACCOMPANIED)} | {
        HEADER.name
    }
    for name, frame in source.tables.items():
        if name not in carried and frame.height:
            yield Note(
                f"The {name} table has no known form in XML and was left out.", "return.xml", frame.height
            )


def _by_child(frame: pl.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row["CHILD"] or "", []).append(row)
    return found


def _child(child: str, rows: dict[str, dict[str, list[Row]]]) -> etree._Element:
    element = etree.Element(CHILD_ELEMENT)
    own = {name: table.get(child, []) for name, table in rows.items()}
    for row in own.get(HEADER.name) or [{"CHILD": child}]:
        _header(etree.SubElement(element, HEADER_ELEMENT), row, own)
    for row in own.get(EPISODE_ROWS.table.name, []):
        _cells(etree.SubElement(element, str(EPISODE_ROWS.element)), EPISODE_ROWS, row)
    return element


def _header(element: etree._Element, row: Row, own: dict[str, list[Row]]) -> None:
    _elements(
        element, {"CHILDID": row["CHILD"], **{tag: row.get(tag) for tag in ("UPN", "SEX", "DOB", "ETHNIC")}}
    )
    unaccompanied = own.get(UASC.name, [])
    _elements(element, {FLAG: "1" if unaccompanied else "0"})
    for form, found in (
        (UNACCOMPANIED, unaccompanied),
        *((form, own.get(form.table.name, [])) for form in ON_HEADER),
    ):
        for cells in found[:1]:
            _cells(element, form, cells)
    _in_elements(element, own, ("AREVIEW",))
    _elements(element, {tag: row.get(tag) for tag in ("MOTHER", "MC_DOB")})
    _in_elements(element, own, [str(form.element) for form in IN_ELEMENTS if form.element != "AREVIEW"])


def _in_elements(element: etree._Element, own: dict[str, list[Row]], names: Iterable[str]) -> None:
    for form in IN_ELEMENTS:
        if str(form.element) in names:
            for row in own.get(form.table.name, []):
                _cells(etree.SubElement(element, str(form.element)), form, row)


def _cells(element: etree._Element, form: XmlTable, row: Row) -> None:
    _elements(element, {tag: row.get(column) for column, tag in form.tags.items()})


def _elements(parent: etree._Element, cells: dict[str, str | None]) -> None:
    for tag, value in cells.items():
        etree.SubElement(parent, tag).text = value
