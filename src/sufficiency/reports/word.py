"""Writes a document for Word, with real headings, lists and table heads, so that it can be read by ear and edited."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sufficiency.reports.columns import shares
from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph
from sufficiency.reports.word_fields import bookmark, contents, page_numbers

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell

# Word writes when a file was made; a fixed time keeps the same words the same file.
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
FONT, FONT_SIZE, TABLE_FONT_SIZE = "Arial", 11, 9
PAGE_CM, MARGIN_CM = (21.0, 29.7), 2.2  # A4


def word(document: Document) -> bytes:
    """The document as a .docx file."""
    import docx

    made = docx.Document()
    _set_up(made, document)
    made.add_heading(document.title, level=0)
    if document.subtitle:
        made.add_paragraph(document.subtitle, style="Subtitle")
    contents(made, document.contents)
    for block, is_captioned in document.captioned:
        _add(made, block, is_captioned=is_captioned)
    _mark_chapters(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _mark_chapters(made: "WordDocument") -> None:
    headings = [one for one in made.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    for place, heading in enumerate(headings):
        bookmark(heading, place)


def _set_up(made: "WordDocument", document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    made.core_properties.title = document.title
    made.core_properties.author = "Sufficiency"
    made.core_properties.language = "en-GB"
    made.core_properties.created = made.core_properties.modified = _MADE_AT
    section = made.sections[0]
    section.page_width, section.page_height = (Cm(side) for side in PAGE_CM)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    page_numbers(made)
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        style = made.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)  # a theme's font would go before ours
    made.styles["Normal"].font.size = Pt(FONT_SIZE)


def _add(made: "WordDocument", block: Block, *, is_captioned: bool) -> None:
    match block:
        case Heading():
            made.add_heading(block.text, level=block.level)
        case Paragraph():
            made.add_paragraph(block.text)
        case Bullets():
            for item in block.items:
                made.add_paragraph(item, style="List Bullet")
        case Grid():
            if is_captioned:
                made.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
            _add_table(made, block)


def _add_table(made: "WordDocument", grid: Grid) -> None:
    from docx.oxml import OxmlElement

    table = made.add_table(rows=1, cols=len(grid.columns), style="Light Grid Accent 1")
    table.autofit = False  # else programs other than Word make all columns alike
    for place, heading in enumerate(grid.columns):
        _write(table.rows[0].cells[place], heading, is_number=place in grid.numbers)
    # The first row is repeated on each page, and read out as headings.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for told in grid.rows:
        cells = table.add_row().cells
        for place, text in enumerate(told):
            _write(cells[place], text, is_number=place in grid.numbers)
    for row in table.rows:
        # A row is read as a whole: it is not parted between two pages.
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    _set_widths(table, grid)
    made.add_paragraph()


def _set_widths(table: "Table", grid: Grid) -> None:
    from docx.shared import Cm

    room = PAGE_CM[0] - 2 * MARGIN_CM
    for column, share in zip(table.columns, shares(grid), strict=True):
        column.width = Cm(room * share)
        for cell in column.cells:
            cell.width = column.width


def _write(cell: "_Cell", text: str, *, is_number: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).font.size = Pt(TABLE_FONT_SIZE)
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
