"""Writes a document for Word, with real headings, lists and table heads, so that it can be read by ear and edited."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

# Word writes when a file was made; a fixed time keeps the same words the same file.
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
FONT, FONT_SIZE, TABLE_FONT_SIZE, MARGIN_CM = "Arial", 11, 9, 2.2


def word(document: Document) -> bytes:
    """The document as a .docx file."""
    import docx

    made = docx.Document()
    _set_up(made, document)
    made.add_heading(document.title, level=0)
    if document.subtitle:
        made.add_paragraph(document.subtitle, style="Subtitle")
    for block in document.blocks:
        _add(made, block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _set_up(made: "WordDocument", document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    made.core_properties.title = document.title
    made.core_properties.author = "Sufficiency"
    made.core_properties.language = "en-GB"
    made.core_properties.created = made.core_properties.modified = _MADE_AT
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        style = made.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)  # a theme's font would go before ours
    made.styles["Normal"].font.size = Pt(FONT_SIZE)


def _add(made: "WordDocument", block: Block) -> None:
    match block:
        case Heading():
            made.add_heading(block.text, level=block.level)
        case Paragraph():
            made.add_paragraph(block.text)
        case Bullets():
            for item in block.items:
                made.add_paragraph(item, style="List Bullet")
        case Grid():
            _add_table(made, block)


def _add_table(made: "WordDocument", grid: Grid) -> None:
    from docx.oxml import OxmlElement

    caption = made.add_paragraph(grid.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(grid.columns), style="Light Grid Accent 1")
    for place, heading in enumerate(grid.columns):
        _write(table.rows[0].cells[place], heading, is_number=place in grid.numbers)
    # The first row is repeated on each page, and read out as headings.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        cells = table.add_row().cells
        for place, text in enumerate(row):
            _write(cells[place], text, is_number=place in grid.numbers)
    made.add_paragraph()


def _write(cell: "_Cell", text: str, *, is_number: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).font.size = Pt(TABLE_FONT_SIZE)
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
