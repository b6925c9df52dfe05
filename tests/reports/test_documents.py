"""The same blocks as Word and PDF."""

import io

import docx
import pytest

from sufficiency.reports.document import Bullets, Document, Grid, Heading, Paragraph, paragraphs
from sufficiency.reports.pdf import pdf
from sufficiency.reports.word import word

SAMPLE = Document(
    "Highlight report",
    "October to November 2026",
    [
        Heading("What moved"),
        Paragraph("Costs are *not* #markup, £5 & <more> \\ $x$."),
        Bullets(["One", "Two"]),
        Heading("Money", 2),
        Grid(
            "Savings in pounds",
            ["Year", "Claimed"],
            [["2026/27", "1,630,400"], ["2027/28", "0"]],
            numbers=[1],
        ),
    ],
)


def test_word_has_headings_lists_and_a_table_with_a_head():
    read = docx.Document(io.BytesIO(word(SAMPLE)))
    styles = [(p.style.name, p.text) for p in read.paragraphs if p.text]
    assert styles[0] == ("Title", "Highlight report")
    assert ("Heading 1", "What moved") in styles
    assert ("Heading 2", "Money") in styles
    assert ("List Bullet", "Two") in styles
    assert ("Normal", "Costs are *not* #markup, £5 & <more> \\ $x$.") in styles
    (table,) = read.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Year", "Claimed"], ["2026/27", "1,630,400"], ["2027/28", "0"],
    ]  # fmt: skip
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_the_same_document_is_the_same_word_text_each_time():
    first, second = (docx.Document(io.BytesIO(word(SAMPLE))) for _ in range(2))
    assert first.core_properties.created == second.core_properties.created
    assert first.element.xml == second.element.xml


@pytest.mark.slow
def test_pdf_is_tagged_and_titled():
    made = pdf(SAMPLE)
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert b"/Title" in made or b"dc:title" in made


def test_a_caption_that_repeats_its_heading_is_not_shown_twice():
    grid = Grid("Money", ["Year"], [["2026/27"]])
    told = Document("Report", "", [Heading("Money"), Paragraph("In pounds."), grid, Heading("More"), grid])
    assert [shows for block, shows in told.captioned if isinstance(block, Grid)] == [False, True]
    captions = [p.text for p in docx.Document(io.BytesIO(word(told))).paragraphs if p.style.name == "Caption"]
    assert captions == ["Money"]
    assert pdf(told).startswith(b"%PDF-")


def test_a_longer_text_is_parted_at_blank_lines():
    assert paragraphs("One\r\nline.\n\n\n\nTwo.\n\n") == [Paragraph("One line."), Paragraph("Two.")]


def test_word_numbers_its_pages_and_lists_its_chapters_where_there_are_many():
    chapters = [f"Chapter {number}" for number in range(1, 7)]
    long = Document("Report", "", [Heading(chapter) for chapter in chapters])
    read = docx.Document(io.BytesIO(word(long)))
    foot = read.sections[0].footer.paragraphs[0]._p.xml
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    body = read.element.xml
    listed = [link.text for paragraph in read.paragraphs for link in paragraph.hyperlinks]
    assert listed == chapters
    for link in (link for paragraph in read.paragraphs for link in paragraph.hyperlinks):
        assert f'w:name="{link.fragment}"' in body
    assert not [link for one in docx.Document(io.BytesIO(word(SAMPLE))).paragraphs for link in one.hyperlinks]


def test_word_keeps_rows_whole_and_gives_columns_their_widths():
    (table,) = docx.Document(io.BytesIO(word(SAMPLE))).tables
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert not table.autofit
    assert all(column.width for column in table.columns)
