"""Writes a document as PDF/UA with Typst: tagged, so that it can be read by ear."""

import json
from importlib.resources import files

from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph

NARROW_LETTERS = 14  # a status, a year, a sum


def pdf(document: Document) -> bytes:
    """The document as an accessible PDF file."""
    import typst

    template = files("sufficiency.reports").joinpath("templates", "document.typ").read_bytes()
    told = json.dumps(_told(document), ensure_ascii=False)
    made = typst.compile(template, format="pdf", sys_inputs={"document": told}, pdf_standards=["ua-1"])
    if not isinstance(made, bytes):
        raise TypeError("Typst gave more than one file for a PDF.")
    return made


def _told(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "blocks": [_block(block) for block in document.blocks],
    }


def _narrow(grid: Grid) -> list[int]:
    """The columns with short words only: they take no more room than they need."""
    cells = [[str(name), *(str(row[place]) for row in grid.rows)] for place, name in enumerate(grid.columns)]
    return [place for place, texts in enumerate(cells) if max(map(len, texts)) <= NARROW_LETTERS]


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            return {"kind": "paragraph", "text": block.text}
        case Bullets():
            return {"kind": "bullets", "items": list(block.items)}
        case Grid():
            return {
                "kind": "grid",
                "caption": block.caption,
                "columns": list(block.columns),
                "rows": [list(row) for row in block.rows],
                "numbers": list(block.numbers),
                "narrow": _narrow(block),
            }
